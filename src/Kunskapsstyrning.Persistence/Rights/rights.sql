-- Who may do what in the database. Applied by the owner after every migration; every statement may be run again.

-- 1. Facts and history are added, never changed: not by the application's role, and not by the owner either.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Facts and history are never changed: % on % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE fact text;
BEGIN
    FOREACH fact IN ARRAY ARRAY[
        'history_event', 'decision', 'decision_version', 'walled_details', 'retraction', 'walled_reason', 'decision_document', 'document_loosening', 'item_loosening',
        'document', 'document_content', 'arrived_part', 'item_decision', 'allocation', 'allocation_row', 'proposed_amount', 'extension', 'extension_recall', 'recommendation_correction', 'correction_recipient',
        'deadline_extension', 'go_ahead_decision', 'threshold_statement', 'population_set', 'population_figure', 'boundary_set', 'outline', 'message_template', 'import', 'import_undoing', 'sent_decision', 'municipality_name',
        'invoice_run', 'invoice', 'invoice_settings', 'stated_buyer_reference', 'snapshot',
        'dispatch_recipient', 'dispatch_value', 'dispatch_attachment', 'mail_return', 'contact_note', 'assignment', 'reminder_ladder', 'reminder_snooze']
    LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', fact);
        EXECUTE format('CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', fact);
    END LOOP;
END $$;

-- What is sent out is kept as it was sent: only how far it has come changes. The same for what was answered, and for what is looked at again.
CREATE OR REPLACE TRIGGER refuse_rewriting BEFORE UPDATE OF id, kind, recipient, subject, body, template_version, reference, municipality_code,
    recommendation_id, decision_id, dispatch_id, queued_by, queued_at, not_before ON outgoing_message FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- A dispatch is written until it is released or thrown away, and never after; what it is about is never another.
CREATE OR REPLACE TRIGGER refuse_rewriting BEFORE UPDATE OF id, recommendation_id, kind, correction_number, snapshot_id, report_id ON dispatch FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER settled_is_fixed BEFORE UPDATE ON dispatch FOR EACH ROW WHEN (OLD.state <> 'Prepared') EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER refuse_rewriting BEFORE UPDATE OF outgoing_message_id, number, objection, answered_at ON receipt_answer
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER refuse_rewriting BEFORE UPDATE OF id, decision_id, municipality_code, recommendation_id, day, decides_on, body, why, planned_by, planned_at ON follow_up
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER refuse_rewriting BEFORE UPDATE OF decision_id, number, municipality_code, recommendation_id, objection, said_by, said_at ON decision_remark
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE TRIGGER refuse_rewriting BEFORE UPDATE OF id, recommendation_id, period_id, number, population_set_id, list_name, result_fingerprint, recommendation_fingerprint,
    reason, proposed_by, proposed_at, terms_kind, terms_rate, terms_total, terms_amount, terms_cap, terms_step, terms_rounding, terms_population_date,
    terms_take_up_at_highest_price, terms_priced_at_take_up, terms_assumption, terms_source, terms_discount_largest, terms_discount_inhabitants_above, terms_discount_part
    ON allocation_proposal FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A report is kept as it was made; only who may read it changes.
CREATE OR REPLACE TRIGGER refuse_rewriting BEFORE UPDATE OF id, recommendation_id, snapshot_id, number, quotes_conditions, quotes_reasons, content, made_by, made_at
    ON report FOR EACH ROW EXECUTE FUNCTION refuse_change();

DO $$
DECLARE kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['allocation_proposal', 'outgoing_message', 'dispatch', 'receipt_answer', 'follow_up', 'decision_remark', 'report']
    LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER refuse_change BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
        EXECUTE format('CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
    END LOOP;
END $$;

-- A recommendation that is sent is fixed, and so is all that belongs to it: who may see it and when enough have joined may be said anew, and
-- what is wrong is told by a correction in the same transaction. Asked at commit, so that it does not matter which is written first.
CREATE OR REPLACE FUNCTION told_by_correction(recommendation uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM recommendation_correction c WHERE c.recommendation_id = recommendation AND c.xmin = pg_current_xact_id()::xid) $$;

CREATE OR REPLACE FUNCTION refuse_change_of_sent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['publicity', 'threshold_municipalities', 'threshold_share_of_municipalities', 'threshold_share_of_inhabitants', 'threshold_secured', 'threshold_words', 'threshold_source'];
BEGIN
    IF OLD.sent_at IS NULL THEN RETURN NULL; END IF;
    IF TG_OP = 'UPDATE' AND NEW.sent_at IS NOT DISTINCT FROM OLD.sent_at AND NEW.id = OLD.id AND NEW.slug = OLD.slug
        AND (to_jsonb(NEW) - free = to_jsonb(OLD) - free OR told_by_correction(OLD.id)) THEN RETURN NULL; END IF;
    RAISE EXCEPTION 'Recommendation % is sent: what is wrong in it is corrected, not changed.', OLD.slug USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE OR REPLACE FUNCTION refuse_change_of_part_of_sent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE whole uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.recommendation_id ELSE NEW.recommendation_id END;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.recommendation_id <> OLD.recommendation_id
        OR EXISTS (SELECT FROM recommendation r WHERE r.id = whole AND r.sent_at IS NOT NULL)
            AND NOT told_by_correction(whole)
            AND NOT (TG_OP = 'INSERT' AND whole::text = ANY (string_to_array(coalesce(current_setting('app.added', true), ''), ' '))) THEN
        RAISE EXCEPTION 'What belongs to a recommendation that is sent is corrected, not changed: % on %.', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END $$;

-- One that is added as sent, as those of the reference data are, comes with its parts.
CREATE OR REPLACE FUNCTION note_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('app.added', concat_ws(' ', nullif(current_setting('app.added', true), ''), NEW.id::text), true);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER note_added AFTER INSERT ON recommendation FOR EACH ROW EXECUTE FUNCTION note_added();

DROP TRIGGER IF EXISTS sent_is_fixed ON recommendation;
CREATE CONSTRAINT TRIGGER sent_is_fixed AFTER UPDATE OR DELETE ON recommendation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sent();
DO $$
DECLARE part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['board_point', 'round', 'funding_period', 'timetable_entry']
    LOOP
        EXECUTE format('DROP TRIGGER IF EXISTS sent_is_fixed ON %I', part);
        EXECUTE format('CREATE CONSTRAINT TRIGGER sent_is_fixed AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_change_of_part_of_sent()', part);
    END LOOP;
    -- Papers may be added later; what was sent with it stays.
    DROP TRIGGER IF EXISTS sent_is_fixed ON annex;
    CREATE CONSTRAINT TRIGGER sent_is_fixed AFTER UPDATE OR DELETE ON annex DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_change_of_part_of_sent();
    FOREACH part IN ARRAY ARRAY['recommendation', 'board_point', 'round', 'funding_period', 'timetable_entry', 'annex']
    LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
    END LOOP;
END $$;

-- 2. Every node hears of what was committed, when it is committed.
CREATE OR REPLACE FUNCTION tell_nodes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('history', json_build_object('sequence', NEW.sequence, 'kind', NEW.kind, 'recommendation', NEW.recommendation_id)::text);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER tell_nodes AFTER INSERT ON history_event FOR EACH ROW EXECUTE FUNCTION tell_nodes();

-- 3. The wall. The runner sets app.scope in every transaction: 'public', 'skr' or a municipality's code. Unset or empty sees nothing.
CREATE OR REPLACE FUNCTION app_scope() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.scope', true), '') $$;
-- The runner says who acts too: what somebody adds is added in that one's name and in no other's.
CREATE OR REPLACE FUNCTION app_person() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['walled_details', 'walled_reason', 'decision_document', 'document_loosening', 'item_loosening', 'document', 'document_content', 'decision_draft', 'history_event',
        'outgoing_message', 'receipt_answer', 'message_template', 'follow_up', 'dispatch', 'dispatch_recipient', 'dispatch_value', 'dispatch_attachment', 'mail_return',
        'contact_note', 'assignment', 'reminder_ladder', 'reminder_snooze',
        'arrived_item', 'arrived_part', 'item_decision', 'document_as_read', 'item_as_read', 'item_presence', 'mailbox_file',
        'import', 'import_undoing', 'import_draft', 'column_mapping', 'sent_decision', 'decision_remark', 'contact',
        'invoice_run', 'invoice', 'invoice_settings', 'stated_buyer_reference',
        'population_draft',
        'fee_notice_batch', 'printed_notice', 'snapshot', 'report', 'cover_batch', 'printed_cover',
        'allocation_proposal', 'proposed_amount']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('DROP POLICY IF EXISTS skr ON %I', walled);
        EXECUTE format('CREATE POLICY skr ON %I USING (app_scope() = ''skr'')', walled);
        EXECUTE format('DROP POLICY IF EXISTS own_municipality ON %I', walled);
    END LOOP;
END $$;

-- A report that somebody has published is for everyone who may see the answers.
DROP POLICY IF EXISTS published ON report;
CREATE POLICY published ON report FOR SELECT USING (app_scope() IS NOT NULL AND published_at IS NOT NULL AND EXISTS (
    SELECT FROM recommendation r WHERE r.id = report.recommendation_id AND r.publicity = 'StatusPublic'));
CREATE POLICY own_municipality ON walled_details FOR SELECT USING (municipality_code = app_scope());
CREATE POLICY own_municipality ON history_event FOR SELECT USING (municipality_code = app_scope());
CREATE POLICY own_municipality ON decision_document FOR SELECT USING (municipality_code = app_scope());
CREATE POLICY own_municipality ON document_loosening FOR SELECT USING (municipality_code = app_scope());
-- A decision that was taken back opens nothing, nor does a document that was loosened: it may have been another municipality's.
CREATE POLICY own_municipality ON document FOR SELECT USING (EXISTS (
    SELECT FROM decision_document link WHERE link.document_id = document.id AND link.municipality_code = app_scope()
        AND NOT EXISTS (SELECT FROM retraction WHERE retraction.decision_id = link.decision_id)
        AND NOT EXISTS (SELECT FROM document_loosening gone WHERE (gone.decision_id, gone.document_id, gone.number) = (link.decision_id, link.document_id, link.number))));
CREATE POLICY own_municipality ON document_content FOR SELECT USING (EXISTS (
    SELECT FROM decision_document link WHERE link.document_id = document_content.document_id AND link.municipality_code = app_scope()
        AND NOT EXISTS (SELECT FROM retraction WHERE retraction.decision_id = link.decision_id)
        AND NOT EXISTS (SELECT FROM document_loosening gone WHERE (gone.decision_id, gone.document_id, gone.number) = (link.decision_id, link.document_id, link.number))));

-- What a municipality sends on its own page it may add and see, as its own and in this way only: the item with its parts and documents, and what was stated.
DROP POLICY IF EXISTS sends ON arrived_item;
DROP POLICY IF EXISTS sends ON arrived_part;
DROP POLICY IF EXISTS sent ON item_decision;
DROP POLICY IF EXISTS sends ON document;
DROP POLICY IF EXISTS sent ON document;
DROP POLICY IF EXISTS sends ON document_content;
DROP POLICY IF EXISTS sent ON document_content;
DROP POLICY IF EXISTS sends ON sent_decision;
DROP POLICY IF EXISTS says ON decision_remark;
DROP POLICY IF EXISTS own_municipality_acts ON history_event;
CREATE POLICY own_municipality ON arrived_item FOR SELECT USING (municipality_code = app_scope());
CREATE POLICY sends ON arrived_item FOR INSERT WITH CHECK (
    municipality_code = app_scope() AND arrival_way = 'OwnPage' AND state = 'ToRegister' AND set_aside_because IS NULL
    AND EXISTS (SELECT FROM document d WHERE d.id = original_id AND d.municipality_code = app_scope()));
CREATE POLICY sent ON document FOR SELECT USING (municipality_code = app_scope());
CREATE POLICY sends ON document FOR INSERT WITH CHECK (municipality_code = app_scope() AND added_by = app_person());
CREATE POLICY sent ON document_content FOR SELECT USING (EXISTS (
    SELECT FROM document d WHERE d.id = document_content.document_id AND d.municipality_code = app_scope()));
CREATE POLICY sends ON document_content FOR INSERT WITH CHECK (EXISTS (
    SELECT FROM document d WHERE d.id = document_content.document_id AND d.municipality_code = app_scope()));
CREATE POLICY own_municipality ON arrived_part FOR SELECT USING (EXISTS (
    SELECT FROM arrived_item i WHERE i.id = arrived_part.item_id AND i.municipality_code = app_scope()));
CREATE POLICY sends ON arrived_part FOR INSERT WITH CHECK (
    EXISTS (SELECT FROM arrived_item i WHERE i.id = arrived_part.item_id AND i.municipality_code = app_scope())
    AND EXISTS (SELECT FROM document d WHERE d.id = arrived_part.document_id AND d.municipality_code = app_scope()));
-- Whether what it sent became a decision of its own, or was put with one.
CREATE POLICY sent ON item_decision FOR SELECT USING (
    EXISTS (SELECT FROM arrived_item i WHERE i.id = item_decision.item_id AND i.municipality_code = app_scope())
    AND EXISTS (SELECT FROM decision d WHERE d.id = item_decision.decision_id AND d.municipality_code = app_scope()));
CREATE POLICY own_municipality ON sent_decision FOR SELECT USING (municipality_code = app_scope());
CREATE POLICY sends ON sent_decision FOR INSERT WITH CHECK (municipality_code = app_scope() AND sent_by = app_person() AND EXISTS (
    SELECT FROM arrived_item i WHERE i.id = sent_decision.item_id AND i.municipality_code = app_scope()));

-- The receipts that it has been sent, and what was answered to them; not of what was taken back, which may be another one's, unless it was moved to another answer of its own.
CREATE POLICY own_municipality ON outgoing_message FOR SELECT USING (
    municipality_code = app_scope() AND kind = 'Receipt' AND state IN ('Submitted', 'Uncertain')
    AND (NOT EXISTS (SELECT FROM retraction WHERE retraction.decision_id = outgoing_message.decision_id)
        OR EXISTS (SELECT FROM decision d WHERE d.moved_from = outgoing_message.decision_id AND d.municipality_code = app_scope()
            AND NOT EXISTS (SELECT FROM retraction WHERE retraction.decision_id = d.id))));
CREATE POLICY own_municipality ON receipt_answer FOR SELECT USING (EXISTS (
    SELECT FROM outgoing_message m WHERE m.id = receipt_answer.outgoing_message_id AND m.municipality_code = app_scope()));

-- It says that what is registered for it is right, or what is not; and what it does is told to the history.
CREATE POLICY own_municipality ON decision_remark FOR SELECT USING (municipality_code = app_scope());
CREATE POLICY says ON decision_remark FOR INSERT WITH CHECK (municipality_code = app_scope() AND said_by = app_person() AND settled_at IS NULL AND settled_by IS NULL AND EXISTS (
    SELECT FROM decision d WHERE d.id = decision_remark.decision_id AND d.municipality_code = app_scope() AND d.recommendation_id = decision_remark.recommendation_id));
CREATE POLICY own_municipality_acts ON history_event FOR INSERT WITH CHECK (
    municipality_code = app_scope() AND actor = app_person() AND kind IN ('ItemArrived', 'DocumentStored', 'DecisionSent', 'DecisionConfirmed', 'CorrectionRequested',
        'ContactAdded', 'ContactChanged', 'ContactVerified', 'ContactRemoved', 'BuyerReferenceStated'));

-- It keeps its own contacts, in its own people's names, and reads its county's.
CREATE POLICY own_municipality ON contact FOR SELECT USING (municipality_code = app_scope() OR (app_scope() ~ '^[0-9]{4}$' AND county_code = left(app_scope(), 2)));
DROP POLICY IF EXISTS keeps ON contact;
CREATE POLICY keeps ON contact FOR INSERT WITH CHECK (municipality_code = app_scope() AND verified_by = app_person());
DROP POLICY IF EXISTS kept ON contact;
CREATE POLICY kept ON contact FOR UPDATE USING (municipality_code = app_scope()) WITH CHECK (municipality_code = app_scope() AND verified_by = app_person());
DROP POLICY IF EXISTS forgets ON contact;
CREATE POLICY forgets ON contact FOR DELETE USING (municipality_code = app_scope());

-- It reads and states its own buyer reference. Invoices, and what is said about them, are SKR's alone.
CREATE POLICY own_municipality ON stated_buyer_reference FOR SELECT USING (municipality_code = app_scope());
DROP POLICY IF EXISTS states ON stated_buyer_reference;
CREATE POLICY states ON stated_buyer_reference FOR INSERT WITH CHECK (municipality_code = app_scope() AND stated_by = app_person());

-- What somebody is about to send is seen by that one alone. SKR never sees it; the job that clears away sees only what has waited too long.
ALTER TABLE sending_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE sending_draft FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS own_municipality ON sending_draft;
CREATE POLICY own_municipality ON sending_draft USING (municipality_code = app_scope() AND person_id = app_person());
DROP POLICY IF EXISTS expired_seen ON sending_draft;
CREATE POLICY expired_seen ON sending_draft FOR SELECT USING (app_scope() = 'skr' AND kept_at < now() - interval '7 days');
DROP POLICY IF EXISTS expired_removed ON sending_draft;
CREATE POLICY expired_removed ON sending_draft FOR DELETE USING (app_scope() = 'skr' AND kept_at < now() - interval '7 days');

-- Letters and annexes belong to a recommendation and not to a municipality; the query decides by publicity.
DROP POLICY IF EXISTS annex ON document;
CREATE POLICY annex ON document FOR SELECT USING (app_scope() IS NOT NULL AND EXISTS (SELECT FROM annex WHERE annex.document_id = document.id));
DROP POLICY IF EXISTS annex ON document_content;
CREATE POLICY annex ON document_content FOR SELECT USING (app_scope() IS NOT NULL AND EXISTS (SELECT FROM annex WHERE annex.document_id = document_content.document_id));

-- Whoever has a receipt's reference sees that receipt, what it is about, and its answers; may answer, and tell the history of that. Nothing else.
CREATE OR REPLACE FUNCTION receipt_in_scope() RETURNS text LANGUAGE sql STABLE AS $$
    SELECT substr(app_scope(), 9) WHERE app_scope() LIKE 'receipt:%' $$;
DROP POLICY IF EXISTS receipt ON outgoing_message;
CREATE POLICY receipt ON outgoing_message FOR SELECT USING (reference = receipt_in_scope() AND state <> 'Recalled');
DROP POLICY IF EXISTS receipt ON receipt_answer;
CREATE POLICY receipt ON receipt_answer FOR SELECT USING (EXISTS (
    SELECT FROM outgoing_message m WHERE m.id = receipt_answer.outgoing_message_id AND m.reference = receipt_in_scope()));
DROP POLICY IF EXISTS answer ON receipt_answer;
CREATE POLICY answer ON receipt_answer FOR INSERT WITH CHECK (settled_at IS NULL AND EXISTS (
    SELECT FROM outgoing_message m WHERE m.id = receipt_answer.outgoing_message_id AND m.reference = receipt_in_scope()));
DROP POLICY IF EXISTS receipt ON walled_details;
CREATE POLICY receipt ON walled_details FOR SELECT USING (EXISTS (
    SELECT FROM outgoing_message m WHERE m.decision_id = walled_details.decision_id AND m.reference = receipt_in_scope()
        AND NOT EXISTS (SELECT FROM retraction WHERE retraction.decision_id = m.decision_id)));
DROP POLICY IF EXISTS answer ON history_event;
CREATE POLICY answer ON history_event FOR INSERT WITH CHECK (kind = 'ReceiptAnswered' AND EXISTS (
    SELECT FROM outgoing_message m WHERE m.id = history_event.subject AND m.reference = receipt_in_scope()));

-- Who people are and how they sign in is seen by the job that lets people in (scope 'sign-in'), by use cases for administrators
-- (the runner says which permission a use case demands), and what is a person's own by that person (the runner says who acts).
CREATE OR REPLACE FUNCTION app_administers() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(app_scope() = 'skr' AND current_setting('app.permission', true) = 'Administer', false) $$;

DO $$
DECLARE walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['person', 'account', 'passkey', 'one_time_code', 'begun_sign_in', 'browser_session', 'identity_provider', 'external_identity', 'sign_in_letter']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('DROP POLICY IF EXISTS sign_in ON %I', walled);
        EXECUTE format('CREATE POLICY sign_in ON %I USING (app_scope() = ''sign-in'')', walled);
        EXECUTE format('DROP POLICY IF EXISTS administration ON %I', walled);
        EXECUTE format('DROP POLICY IF EXISTS own ON %I', walled);
    END LOOP;
    FOREACH walled IN ARRAY ARRAY['person', 'account', 'browser_session', 'identity_provider', 'external_identity']
    LOOP
        EXECUTE format('CREATE POLICY administration ON %I USING (app_administers())', walled);
    END LOOP;
    FOREACH walled IN ARRAY ARRAY['account', 'external_identity', 'browser_session']
    LOOP
        EXECUTE format('CREATE POLICY own ON %I FOR SELECT USING (person_id = app_person())', walled);
    END LOOP;
END $$;
CREATE POLICY own ON passkey USING (person_id = app_person());
-- An administrator sees and removes keys, and sends letters; adds no key for anybody, and reads no letter: there may be a code in it.
DROP POLICY IF EXISTS administration_removes ON passkey;
CREATE POLICY administration ON passkey FOR SELECT USING (app_administers());
CREATE POLICY administration_removes ON passkey FOR DELETE USING (app_administers());
CREATE POLICY administration ON sign_in_letter FOR INSERT WITH CHECK (app_administers());
-- Who changes the own ways to sign in is told by letter, at the own address and no other; and signs out in the own browsers.
CREATE OR REPLACE FUNCTION app_sees_to_own_account() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(current_setting('app.permission', true) = 'ManageOwnAccount', false) $$;
CREATE POLICY own ON sign_in_letter FOR INSERT WITH CHECK (app_sees_to_own_account() AND EXISTS (
    SELECT FROM account WHERE account.person_id = app_person() AND account.email = sign_in_letter.recipient));
DROP POLICY IF EXISTS own_ends ON browser_session;
CREATE POLICY own_ends ON browser_session FOR UPDATE USING (app_sees_to_own_account() AND person_id = app_person());

-- The register of municipalities is for everyone to read, and for administrators to change. The owner loads it, and is not held back.
DO $$
DECLARE registered text;
BEGIN
    FOREACH registered IN ARRAY ARRAY['municipality', 'municipality_name']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', registered);
        EXECUTE format('DROP POLICY IF EXISTS everyone ON %I', registered);
        EXECUTE format('CREATE POLICY everyone ON %I FOR SELECT USING (true)', registered);
        EXECUTE format('DROP POLICY IF EXISTS administration ON %I', registered);
        EXECUTE format('CREATE POLICY administration ON %I USING (app_administers())', registered);
    END LOOP;
END $$;

-- Inhabitants are for everyone to read, and for those who manage recommendations to read in. The owner loads the program's own.
DO $$
DECLARE counted text;
BEGIN
    FOREACH counted IN ARRAY ARRAY['population_set', 'population_figure']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', counted);
        EXECUTE format('DROP POLICY IF EXISTS everyone ON %I', counted);
        EXECUTE format('CREATE POLICY everyone ON %I FOR SELECT USING (true)', counted);
        EXECUTE format('DROP POLICY IF EXISTS reads_in ON %I', counted);
        EXECUTE format('CREATE POLICY reads_in ON %I FOR INSERT WITH CHECK (app_scope() = ''skr'' AND current_setting(''app.permission'', true) = ''ManageRecommendations'')', counted);
    END LOOP;
END $$;

-- Boundaries are for everyone to see on maps, and for administrators to read in.
DO $$
DECLARE drawn text;
BEGIN
    FOREACH drawn IN ARRAY ARRAY['boundary_set', 'outline']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', drawn);
        EXECUTE format('DROP POLICY IF EXISTS everyone ON %I', drawn);
        EXECUTE format('CREATE POLICY everyone ON %I FOR SELECT USING (true)', drawn);
        EXECUTE format('DROP POLICY IF EXISTS reads_in ON %I', drawn);
        EXECUTE format('CREATE POLICY reads_in ON %I FOR INSERT WITH CHECK (app_administers())', drawn);
    END LOOP;
END $$;

-- A draft of a recommendation is SKR's alone, with all that belongs to it. Once it is sent, publicity decides, and use cases ask.
DO $$
DECLARE part text;
BEGIN
    ALTER TABLE recommendation ENABLE ROW LEVEL SECURITY;
    DROP POLICY IF EXISTS skr ON recommendation;
    CREATE POLICY skr ON recommendation USING (app_scope() = 'skr');
    DROP POLICY IF EXISTS sent ON recommendation;
    CREATE POLICY sent ON recommendation FOR SELECT USING (sent_at IS NOT NULL);
    FOREACH part IN ARRAY ARRAY['board_point', 'round', 'funding_period', 'timetable_entry', 'extension', 'recommendation_correction', 'deadline_extension', 'go_ahead_decision', 'threshold_statement', 'annex', 'allocation', 'example_notice']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('DROP POLICY IF EXISTS skr ON %I', part);
        EXECUTE format('CREATE POLICY skr ON %I USING (app_scope() = ''skr'')', part);
        EXECUTE format('DROP POLICY IF EXISTS sent ON %I', part);
        EXECUTE format('CREATE POLICY sent ON %I FOR SELECT USING (EXISTS (SELECT FROM recommendation r WHERE r.id = %I.recommendation_id))', part, part);
    END LOOP;
    ALTER TABLE allocation_row ENABLE ROW LEVEL SECURITY;
    DROP POLICY IF EXISTS skr ON allocation_row;
    CREATE POLICY skr ON allocation_row USING (app_scope() = 'skr');
    DROP POLICY IF EXISTS sent ON allocation_row;
    CREATE POLICY sent ON allocation_row FOR SELECT USING (EXISTS (SELECT FROM allocation a WHERE a.id = allocation_row.allocation_id));
END $$;

-- A saved view is seen by whose it is and, shared, by everyone at SKR; changed by whose it is. Use cases that demand the right to
-- administer reach all of them, so that what one who has left saved can be taken over or away.
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS own ON saved_view;
CREATE POLICY own ON saved_view USING (app_scope() = 'skr' AND owner = app_person());
DROP POLICY IF EXISTS shared ON saved_view;
CREATE POLICY shared ON saved_view FOR SELECT USING (app_scope() = 'skr' AND is_shared);
DROP POLICY IF EXISTS administered ON saved_view;
CREATE POLICY administered ON saved_view USING (app_scope() = 'skr' AND current_setting('app.permission', true) = 'Administer');

-- Names are for those who have signed in. A municipality sees its own people, and those at SKR and the jobs that acted.
DROP POLICY IF EXISTS names ON person;
CREATE POLICY names ON person FOR SELECT USING (app_scope() = 'skr' OR (app_scope() ~ '^[0-9]{4}$' AND (municipality_code IS NULL OR municipality_code = app_scope())));

-- Those who answer for a municipality see who else does, invite to that municipality and to that role only, and end a right; they never
-- change or open one, and read no letter. Only use cases that demand this permission come so far.
CREATE OR REPLACE FUNCTION app_manages_colleagues() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(app_scope() ~ '^[0-9]{4}$' AND current_setting('app.permission', true) = 'ManageColleagues', false) $$;
DROP POLICY IF EXISTS colleagues_invited ON person;
DROP POLICY IF EXISTS colleagues_ended ON person;
DROP POLICY IF EXISTS colleagues ON account;
DROP POLICY IF EXISTS colleagues_invited ON account;
DROP POLICY IF EXISTS colleagues_invited ON sign_in_letter;
DROP POLICY IF EXISTS colleagues ON history_event;
DROP POLICY IF EXISTS colleagues_told ON history_event;
CREATE POLICY colleagues_invited ON person FOR INSERT WITH CHECK (
    app_manages_colleagues() AND municipality_code = app_scope() AND role = 'MunicipalUser' AND ended_at IS NULL);
CREATE POLICY colleagues_ended ON person FOR UPDATE
    USING (app_manages_colleagues() AND municipality_code = app_scope() AND role = 'MunicipalUser')
    WITH CHECK (app_manages_colleagues() AND municipality_code = app_scope() AND role = 'MunicipalUser' AND ended_at IS NOT NULL);
CREATE POLICY colleagues ON account FOR SELECT USING (app_manages_colleagues() AND EXISTS (
    SELECT FROM person p WHERE p.id = account.person_id AND p.municipality_code = app_scope()));
CREATE POLICY colleagues_invited ON account FOR INSERT WITH CHECK (app_manages_colleagues() AND invited_by = app_person() AND EXISTS (
    SELECT FROM person p WHERE p.id = account.person_id AND p.municipality_code = app_scope()));
CREATE POLICY colleagues_invited ON sign_in_letter FOR INSERT WITH CHECK (app_manages_colleagues());
CREATE POLICY colleagues ON history_event FOR SELECT USING (app_manages_colleagues() AND kind = 'SignedIn' AND EXISTS (
    SELECT FROM person p WHERE p.id = subject AND p.municipality_code = app_scope()));
CREATE POLICY colleagues_told ON history_event FOR INSERT WITH CHECK (
    app_manages_colleagues() AND municipality_code = app_scope() AND actor = app_person()
    AND kind IN ('PersonAdded', 'AccountOpened', 'PersonInvited', 'PersonEnded'));

-- The history of signing in is told by the job that lets people in; of the own keys by whose they are.
DROP POLICY IF EXISTS sign_in ON history_event;
CREATE POLICY sign_in ON history_event FOR INSERT WITH CHECK (app_scope() = 'sign-in' AND kind IN (
    'SignedIn', 'SignedOut', 'SignInRefused', 'CodeMailed', 'PersonAdded', 'PersonRenamed', 'RoleChanged', 'AccountOpened', 'ProviderAdded', 'ProviderChanged'));
DROP POLICY IF EXISTS own_keys ON history_event;
CREATE POLICY own_keys ON history_event FOR INSERT WITH CHECK (actor = app_person() AND subject = app_person() AND kind IN ('PasskeyAdded', 'PasskeyRenamed', 'PasskeyRemoved', 'SignedOut'));

-- 4. The application's role owns nothing: it reads, adds facts, and changes only what people edit.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM kunskapsstyrning_app;
GRANT USAGE ON SCHEMA public TO kunskapsstyrning_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO kunskapsstyrning_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO kunskapsstyrning_app;
GRANT INSERT ON history_event, response, decision, decision_version, walled_details, retraction, walled_reason, decision_document, document_loosening, item_loosening,
    document, document_content, annex, allocation, allocation_row, extension, extension_recall, recommendation_correction, correction_recipient, deadline_extension, go_ahead_decision, threshold_statement,
    example_notice, outgoing_message, receipt_answer, message_template, follow_up, import, import_undoing TO kunskapsstyrning_app;
GRANT UPDATE (revision) ON response TO kunskapsstyrning_app;
GRANT INSERT, UPDATE, DELETE ON recommendation TO kunskapsstyrning_app;
GRANT INSERT, UPDATE, DELETE ON board_point, round, funding_period, timetable_entry TO kunskapsstyrning_app;
GRANT DELETE ON annex TO kunskapsstyrning_app;
GRANT UPDATE (state, attempts, attempts_before, gave_up, may_have_arrived, next_try_at, state_since, settled_by, last_reply) ON outgoing_message TO kunskapsstyrning_app;
GRANT INSERT ON dispatch, dispatch_recipient, dispatch_value, dispatch_attachment, mail_return TO kunskapsstyrning_app;
GRANT UPDATE (rule_audience, rule_copies_to_heads, rule_copies_to_counties, rule_county, rule_municipality, rule_deadline_through, subject, body, template_version, annexes, prepared_by, prepared_at, revision,
    state, settled_by, settled_at) ON dispatch TO kunskapsstyrning_app;
GRANT UPDATE (settled_at, settled_by) ON receipt_answer TO kunskapsstyrning_app;
GRANT UPDATE (done_at, done_by) ON follow_up TO kunskapsstyrning_app;
GRANT INSERT ON contact_note, assignment, reminder_ladder, reminder_snooze TO kunskapsstyrning_app;
GRANT INSERT ON allocation_proposal, proposed_amount TO kunskapsstyrning_app;
GRANT UPDATE (state, settled_by, settled_at, ended_because) ON allocation_proposal TO kunskapsstyrning_app;
GRANT INSERT ON sent_decision, decision_remark TO kunskapsstyrning_app;
GRANT UPDATE (settled_at, settled_by) ON decision_remark TO kunskapsstyrning_app;
GRANT INSERT, UPDATE, DELETE ON sending_draft TO kunskapsstyrning_app;
GRANT INSERT ON arrived_item, arrived_part, item_decision TO kunskapsstyrning_app;
GRANT UPDATE (state, set_aside_because) ON arrived_item TO kunskapsstyrning_app;
GRANT INSERT, UPDATE, DELETE ON decision_draft, document_as_read, item_as_read, item_presence, mailbox_file, import_draft, column_mapping TO kunskapsstyrning_app;
GRANT INSERT ON municipality, municipality_name TO kunskapsstyrning_app;
GRANT UPDATE (valid_through, successor, organisation_number) ON municipality TO kunskapsstyrning_app;
GRANT INSERT ON population_set, population_figure TO kunskapsstyrning_app;
GRANT INSERT ON boundary_set, outline TO kunskapsstyrning_app;
GRANT INSERT, UPDATE, DELETE ON population_draft TO kunskapsstyrning_app;
GRANT INSERT, DELETE ON saved_view TO kunskapsstyrning_app;
GRANT UPDATE (owner, is_shared) ON saved_view TO kunskapsstyrning_app;
GRANT INSERT, DELETE ON contact TO kunskapsstyrning_app;
GRANT UPDATE (name, email, phone, verified_on, verified_by, revision) ON contact TO kunskapsstyrning_app;
GRANT INSERT ON invoice_run, invoice, invoice_settings, stated_buyer_reference TO kunskapsstyrning_app;
GRANT INSERT ON snapshot, report TO kunskapsstyrning_app;
GRANT UPDATE (published_by, published_at) ON report TO kunskapsstyrning_app;
GRANT INSERT ON cover_batch TO kunskapsstyrning_app;
GRANT UPDATE (state, state_since) ON cover_batch TO kunskapsstyrning_app;
GRANT INSERT, DELETE ON printed_cover TO kunskapsstyrning_app;
GRANT INSERT ON fee_notice_batch TO kunskapsstyrning_app;
GRANT UPDATE (state, state_since) ON fee_notice_batch TO kunskapsstyrning_app;
GRANT INSERT, DELETE ON printed_notice TO kunskapsstyrning_app;
GRANT INSERT, DELETE ON data_protection_key TO kunskapsstyrning_app;
GRANT INSERT ON person, account, passkey, one_time_code, begun_sign_in, browser_session, identity_provider, external_identity, sign_in_letter TO kunskapsstyrning_app;
GRANT UPDATE (name, role, municipality_code, ended_at) ON person TO kunskapsstyrning_app;
GRANT UPDATE (email, email_key) ON account TO kunskapsstyrning_app;
GRANT UPDATE (name, uses, is_copied, used_at) ON passkey TO kunskapsstyrning_app;
GRANT UPDATE (tries, used_at) ON one_time_code TO kunskapsstyrning_app;
GRANT UPDATE (used_at) ON begun_sign_in TO kunskapsstyrning_app;
GRANT UPDATE (seen_at, ended_at) ON browser_session TO kunskapsstyrning_app;
GRANT UPDATE (name, issuer, client_id, secret_name, rules, is_on) ON identity_provider TO kunskapsstyrning_app;
GRANT UPDATE (attempts, next_try_at) ON sign_in_letter TO kunskapsstyrning_app;
GRANT DELETE ON passkey, one_time_code, begun_sign_in, browser_session, sign_in_letter TO kunskapsstyrning_app;
