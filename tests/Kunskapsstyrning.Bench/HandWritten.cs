namespace Kunskapsstyrning.Bench;

/// <summary>The statements that somebody would write by hand for one purpose each.</summary>
internal static class HandWritten
{
    /// <summary>Every municipality with its status in a recommendation, county, day, body, inhabitants and fee.</summary>
    public const string Rows = $"""
        SELECT m.code, m.name, {Status} AS status, c.name, a.decided_on, a.body, f.inhabitants, coalesce(f.published, f.computed)
        FROM municipality m
        JOIN county c ON c.code = left(m.code, 2)
        LEFT JOIN (
            SELECT DISTINCT ON (d.municipality_code) d.municipality_code, {Decision}
            FROM decision d JOIN decision_version v ON v.decision_id = d.id
            WHERE d.recommendation_id = $1 AND {Counts}
            ORDER BY d.municipality_code, {LatestFirst}) a ON a.municipality_code = m.code
        LEFT JOIN allocation l ON l.recommendation_id = $1 AND {Holds}
        LEFT JOIN allocation_row f ON f.allocation_id = l.id AND f.municipality_code = m.code
        ORDER BY m.name
        """;

    /// <summary>A municipality in every recommendation: status, day, body, deadline, inhabitants and fee.</summary>
    public const string Municipality = $"""
        SELECT {MunicipalityColumns}
        {MunicipalityRows}
        ORDER BY r.board_decision_on DESC
        """;

    private const string MunicipalityColumns = $"""
        m.name, r.title, r.short_title, {Status} AS status, a.decided_on, a.body, q.deadline, p.years_first, p.years_last, f.inhabitants, coalesce(f.published, f.computed), l.rate_per_inhabitant
        """;

    private const string MunicipalityRows = $"""
        FROM municipality m
        CROSS JOIN recommendation r
        LEFT JOIN funding_period p ON p.recommendation_id = r.id
        LEFT JOIN LATERAL (SELECT max(deadline) AS deadline FROM round WHERE recommendation_id = r.id) q ON true
        LEFT JOIN LATERAL (
            SELECT d.id AS decision_id, {Decision}
            FROM decision d JOIN decision_version v ON v.decision_id = d.id
            WHERE d.recommendation_id = r.id AND d.municipality_code = m.code AND {Counts}
            ORDER BY {LatestFirst} LIMIT 1) a ON true
        LEFT JOIN allocation l ON l.period_id = p.id AND {Holds}
        LEFT JOIN allocation_row f ON f.allocation_id = l.id AND f.municipality_code = m.code
        WHERE m.code = $1
        """;

    /// <summary>The same for the municipality's own eyes: with paragraph, case number and documents, which lie behind the wall.</summary>
    public const string OwnMunicipality = $"""
        WITH scope AS MATERIALIZED (SELECT set_config('app.scope', $1, true) AS own)
        SELECT page.*, w.paragraph, w.case_number, w.reason, files.names
        FROM scope CROSS JOIN LATERAL (SELECT a.decision_id, {MunicipalityColumns} {MunicipalityRows} AND m.code = scope.own ORDER BY r.board_decision_on DESC) page
        LEFT JOIN LATERAL (SELECT * FROM walled_details d WHERE d.decision_id = page.decision_id ORDER BY number DESC LIMIT 1) w ON true
        LEFT JOIN LATERAL (SELECT string_agg(f.file_name, ', ') AS names FROM decision_document l JOIN document f ON f.id = l.document_id WHERE l.decision_id = page.decision_id) files ON true
        """;

    /// <summary>What somebody has to do: each municipality followed with its status, deadline, what is planned and what did not arrive, behind the wall.</summary>
    public const string ToDo = $"""
        WITH scope AS MATERIALIZED (SELECT set_config('app.scope', 'skr', true) AS own)
        SELECT page.* FROM scope CROSS JOIN LATERAL (
            SELECT m.name, r.title, r.short_title, {Status} AS status, a.decided_on, q.deadline, longer.through, plan.day, plan.decides_on, failed.at
            FROM (SELECT DISTINCT ON (recommendation_id, municipality_code) * FROM assignment WHERE scope.own = 'skr' ORDER BY recommendation_id, municipality_code, number DESC) s
            JOIN municipality m ON m.code = s.municipality_code
            JOIN recommendation r ON r.id = s.recommendation_id
            LEFT JOIN LATERAL (SELECT min(deadline) AS deadline FROM round WHERE recommendation_id = r.id) q ON true
            LEFT JOIN LATERAL (SELECT max(through) AS through FROM deadline_extension e WHERE e.recommendation_id = r.id AND e.municipality_code = m.code) longer ON true
            LEFT JOIN LATERAL (
                SELECT d.id AS decision_id, {Decision}
                FROM decision d JOIN decision_version v ON v.decision_id = d.id
                WHERE d.recommendation_id = r.id AND d.municipality_code = m.code AND {Counts}
                ORDER BY {LatestFirst} LIMIT 1) a ON true
            LEFT JOIN LATERAL (SELECT min(f.day) AS day, max(f.decides_on) AS decides_on FROM follow_up f
                WHERE f.recommendation_id = r.id AND f.municipality_code = m.code AND f.done_at IS NULL) plan ON true
            LEFT JOIN LATERAL (SELECT max(o.state_since) AS at FROM outgoing_message o
                WHERE o.recommendation_id = r.id AND o.municipality_code = m.code AND o.state = 'Rejected') failed ON true
            WHERE s.person_id = $1
            ORDER BY plan.day NULLS LAST, m.name) page
        """;

    /// <summary>Logs a decision with all that belongs to it: 1 decision, 2 municipality, 3 recommendation, 4 day, 5 arrival, 6 body, 7 paragraph, 8 case number, 9 person, 10 moment, 11 what stands after.</summary>
    public const string Log = """
        WITH scope AS MATERIALIZED (SELECT set_config('app.scope', 'skr', true)),
        door AS MATERIALIZED (SELECT pg_advisory_xact_lock(20162) FROM scope),
        number AS MATERIALIZED (SELECT nextval('history_sequence') AS n FROM door),
        answer AS (INSERT INTO response (municipality_code, recommendation_id, revision) SELECT $2, $3, 1 FROM number
            ON CONFLICT (municipality_code, recommendation_id) DO UPDATE SET revision = response.revision + 1),
        decided AS (INSERT INTO decision (id, municipality_code, recommendation_id) SELECT $1, $2, $3 FROM number),
        version AS (INSERT INTO decision_version (decision_id, number, recorded_by, recorded_at, sequence, arrived_on, body, decided_on, outcome, stage)
            SELECT $1, 1, $9, $10, n, $5, $6, $4, 'Adopts', 'Final' FROM number),
        details AS (INSERT INTO walled_details (decision_id, number, municipality_code, paragraph, case_number) SELECT $1, 1, $2, $7, $8 FROM number)
        INSERT INTO history_event (sequence, at, actor, use_case, kind, subject, municipality_code, recommendation_id, after)
            SELECT n, $10, $9, 'LogDecision', 'DecisionLogged', $1, $2, $3, $11 FROM number
        """;

    private const string Decision = "v.outcome, v.stage, v.decided_on, v.body";

    private const string Status = """
        CASE WHEN a.outcome IS NULL THEN 'NoResponse'
             WHEN a.stage <> 'Final' OR a.outcome IN ('Tabled', 'Remitted') THEN 'InPreparation'
             WHEN a.outcome = 'Adopts' THEN 'Adopted'
             WHEN a.outcome = 'AdoptsWithReservation' THEN 'AdoptedWithReservation'
             ELSE 'Declined' END
        """;

    private const string Counts = """
        NOT EXISTS (SELECT FROM retraction t WHERE t.decision_id = d.id)
        AND NOT EXISTS (SELECT FROM decision_version later WHERE later.decision_id = v.decision_id AND later.number > v.number)
        """;

    private const string LatestFirst = """
        v.stage = 'Final' AND v.outcome NOT IN ('Tabled', 'Remitted') DESC, coalesce(v.decided_on, v.arrived_on) DESC, v.arrived_on DESC, v.sequence DESC
        """;

    private const string Holds = "NOT EXISTS (SELECT FROM allocation newer WHERE newer.period_id = l.period_id AND newer.number > l.number)";
}
