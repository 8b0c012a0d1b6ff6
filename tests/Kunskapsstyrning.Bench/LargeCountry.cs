namespace Kunskapsstyrning.Bench;

/// <summary>
/// A country with as many municipalities as there are codes for, since a code has four digits, and recommendations that have been answered for ten years:
/// most by a yes, some that later changed, some corrected and some taken back. Made by the database itself, past the rules that people go through.
/// </summary>
internal static class LargeCountry
{
    public const int Municipalities = 10_000;
    public const int Recommendations = 30;

    /// <summary>The name of one of the recommendations in addresses.</summary>
    public static string Slug(int number) => $"stor-{number}";

    /// <summary>Fills a database that has its reference data: 1 the recommendation whose shape they have, 2 who registered the answers.</summary>
    public const string Fill = """
        SELECT set_config('app.scope', 'skr', true);

        INSERT INTO county (code, name) SELECT lpad(n::text, 2, '0'), 'Län ' || n FROM generate_series(0, 99) n ON CONFLICT DO NOTHING;
        INSERT INTO municipality (code, name, valid_from, latitude, longitude, tile_column, tile_row)
            SELECT lpad(n::text, 4, '0'), 'Kommun ' || md5(n::text), '1971-01-01', 60, 15, 1000 + n % 100, 1000 + n / 100 FROM generate_series(0, 9999) n ON CONFLICT DO NOTHING;
        INSERT INTO population_figure (set_id, municipality_code, inhabitants)
            SELECT s.id, m.code, 2400 + (hashtext(m.code) & 65535) FROM population_set s CROSS JOIN municipality m ON CONFLICT DO NOTHING;

        CREATE TEMP TABLE made ON COMMIT DROP AS SELECT n, gen_random_uuid() AS recommendation, gen_random_uuid() AS period, gen_random_uuid() AS allocation FROM generate_series(1, 30) n;
        INSERT INTO recommendation SELECT (jsonb_populate_record(r, jsonb_build_object(
                'id', made.recommendation, 'slug', 'stor-' || n, 'predecessor_id', (SELECT e.recommendation FROM made e WHERE e.n = made.n - 1),
                'board_decision_on', date '2015-12-01' + n, 'letter_sent_on', date '2016-01-10' + n, 'publicity', 'StatusPublic', 'threshold_municipalities', 6000))).*
            FROM recommendation r CROSS JOIN made WHERE r.slug = $1;
        INSERT INTO round SELECT (jsonb_populate_record(o, jsonb_build_object('recommendation_id', made.recommendation, 'deadline', '2016-09-30'))).*
            FROM round o JOIN recommendation r ON r.id = o.recommendation_id CROSS JOIN made WHERE r.slug = $1 AND o.number = 1;
        INSERT INTO funding_period SELECT (jsonb_populate_record(p, jsonb_build_object(
                'id', made.period, 'recommendation_id', made.recommendation, 'years_first', 2017, 'years_last', 2026, 'terms_kind', 'Flat', 'terms_amount', 1000, 'terms_total', null, 'terms_rate', null))).*
            FROM funding_period p JOIN recommendation r ON r.id = p.recommendation_id CROSS JOIN made WHERE r.slug = $1;
        INSERT INTO allocation SELECT (jsonb_populate_record(a, jsonb_build_object(
                'id', made.allocation, 'period_id', made.period, 'recommendation_id', made.recommendation, 'number', 1, 'description', null, 'rate_per_inhabitant', null, 'terms_kind', 'Flat', 'terms_amount', 1000, 'terms_total', null, 'terms_rate', null))).*
            FROM allocation a JOIN recommendation r ON r.id = a.recommendation_id CROSS JOIN made WHERE r.slug = $1 AND a.number = 1;
        INSERT INTO allocation_row (allocation_id, municipality_code, computed, exact, discounted, inhabitants)
            SELECT made.allocation, m.code, 1000, 1000, false, 2400 + (hashtext(m.code) & 65535) FROM made CROSS JOIN municipality m;

        INSERT INTO response (municipality_code, recommendation_id, revision) SELECT m.code, made.recommendation, 1 FROM made CROSS JOIN municipality m;
        INSERT INTO decision (id, municipality_code, recommendation_id)
            SELECT gen_random_uuid(), m.code, made.recommendation FROM made CROSS JOIN municipality m CROSS JOIN generate_series(1, 2) again
            WHERE again = 1 AND hashtext(m.code || n) % 10 <> 0 OR again = 2 AND hashtext(m.code || n) % 8 = 0;
        INSERT INTO decision_version (decision_id, number, recorded_by, recorded_at, sequence, arrived_on, body, decided_on, outcome, stage)
            SELECT id, 1, $2, now(), nextval('history_sequence'), day + 3, 'Kommunfullmäktige', day, CASE WHEN chance % 9 = 0 THEN 'Declines' WHEN chance % 9 = 1 THEN 'AdoptsWithReservation' ELSE 'Adopts' END, 'Final'
            FROM (SELECT d.id, hashtext(d.id::text) & 65535 AS chance, date '2016-02-15' + (hashtext(d.id::text) & 2147483647) % 3650 AS day FROM decision d JOIN made ON made.recommendation = d.recommendation_id) d;
        INSERT INTO decision_version (decision_id, number, recorded_by, recorded_at, sequence, arrived_on, body, decided_on, outcome, stage)
            SELECT v.decision_id, 2, $2, now(), nextval('history_sequence'), v.arrived_on, v.body, v.decided_on, 'Adopts', 'Final'
            FROM decision_version v JOIN decision d ON d.id = v.decision_id JOIN made ON made.recommendation = d.recommendation_id WHERE hashtext(v.decision_id::text) % 20 = 3;
        INSERT INTO retraction (decision_id, recorded_by, recorded_at, sequence)
            SELECT d.id, $2, now(), nextval('history_sequence') FROM decision d JOIN made ON made.recommendation = d.recommendation_id WHERE hashtext(d.id::text) % 20 = 7;
        """;
}
