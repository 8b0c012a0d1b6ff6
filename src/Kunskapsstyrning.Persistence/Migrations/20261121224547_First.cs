using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "history_sequence");

            migrationBuilder.CreateTable(
                name: "county",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_county", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_key", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "municipality",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_through = table.Column<DateOnly>(type: "date", nullable: true),
                    successor = table.Column<string>(type: "text", nullable: true),
                    latitude = table.Column<decimal>(type: "numeric", nullable: false),
                    longitude = table.Column<decimal>(type: "numeric", nullable: false),
                    tile_column = table.Column<int>(type: "integer", nullable: false),
                    tile_row = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipality", x => x.code);
                    table.CheckConstraint("municipality_code_is_four_digits", "code ~ '^[0-9]{4}$'");
                    table.ForeignKey(
                        name: "fk_municipality_municipality_successor",
                        column: x => x.successor,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "population_set",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    checksum = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_population_set", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recommendation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    short_title = table.Column<string>(type: "text", nullable: false),
                    case_number = table.Column<string>(type: "text", nullable: true),
                    contact = table.Column<string>(type: "text", nullable: true),
                    predecessor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    publicity = table.Column<string>(type: "text", nullable: false),
                    asks_for_reasons = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    board_decision_notice = table.Column<string>(type: "text", nullable: true),
                    board_decision_on = table.Column<DateOnly>(type: "date", nullable: false),
                    board_decision_source = table.Column<string>(type: "text", nullable: false),
                    letter_addressees = table.Column<string>(type: "text", nullable: true),
                    letter_answer_to = table.Column<string>(type: "text", nullable: true),
                    letter_sent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    letter_source = table.Column<string>(type: "text", nullable: true),
                    stated_cost_at_most = table.Column<bool>(type: "boolean", nullable: true),
                    stated_cost_source = table.Column<string>(type: "text", nullable: true),
                    stated_cost_yearly = table.Column<decimal>(type: "numeric", nullable: true),
                    threshold_municipalities = table.Column<int>(type: "integer", nullable: true),
                    threshold_source = table.Column<string>(type: "text", nullable: true),
                    threshold_words = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recommendation", x => x.id);
                    table.ForeignKey(
                        name: "fk_recommendation_recommendation_predecessor_id",
                        column: x => x.predecessor_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    login = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "population_figure",
                columns: table => new
                {
                    set_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    inhabitants = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_population_figure", x => new { x.set_id, x.municipality_code });
                    table.CheckConstraint("population_is_not_negative", "inhabitants >= 0");
                    table.ForeignKey(
                        name: "fk_population_figure_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_population_figure_population_set_set_id",
                        column: x => x.set_id,
                        principalTable: "population_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "board_point",
                columns: table => new
                {
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_board_point", x => new { x.recommendation_id, x.number });
                    table.ForeignKey(
                        name: "fk_board_point_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deadline_extension",
                columns: table => new
                {
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    through = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadline_extension", x => new { x.recommendation_id, x.municipality_code, x.through });
                    table.ForeignKey(
                        name: "fk_deadline_extension_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deadline_extension_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "example_notice",
                columns: table => new
                {
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_example_notice", x => x.recommendation_id);
                    table.ForeignKey(
                        name: "fk_example_notice_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "extension",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_year = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "text", nullable: false),
                    board_decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_extension", x => x.id);
                    table.ForeignKey(
                        name: "fk_extension_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "funding_period",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    terms_amount = table.Column<decimal>(type: "numeric", nullable: true),
                    terms_assumption = table.Column<string>(type: "text", nullable: true),
                    terms_cap = table.Column<decimal>(type: "numeric", nullable: true),
                    terms_kind = table.Column<string>(type: "text", nullable: false),
                    terms_population_date = table.Column<DateOnly>(type: "date", nullable: true),
                    terms_rate = table.Column<decimal>(type: "numeric", nullable: true),
                    terms_rounding = table.Column<string>(type: "text", nullable: false),
                    terms_source = table.Column<string>(type: "text", nullable: false),
                    terms_step = table.Column<decimal>(type: "numeric", nullable: false),
                    terms_take_up_at_highest_price = table.Column<decimal>(type: "numeric", nullable: true),
                    terms_total = table.Column<decimal>(type: "numeric", nullable: true),
                    terms_discount_inhabitants_above = table.Column<int>(type: "integer", nullable: true),
                    terms_discount_largest = table.Column<int>(type: "integer", nullable: true),
                    terms_discount_part = table.Column<decimal>(type: "numeric", nullable: true),
                    years_first = table.Column<int>(type: "integer", nullable: false),
                    years_last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding_period", x => x.id);
                    table.ForeignKey(
                        name: "fk_funding_period_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recommendation_correction",
                columns: table => new
                {
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    wrong = table.Column<string>(type: "text", nullable: false),
                    right = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recommendation_correction", x => new { x.recommendation_id, x.number });
                    table.ForeignKey(
                        name: "fk_recommendation_correction_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "response",
                columns: table => new
                {
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_response", x => new { x.municipality_code, x.recommendation_id });
                    table.ForeignKey(
                        name: "fk_response_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_response_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round",
                columns: table => new
                {
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    deadline = table.Column<DateOnly>(type: "date", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round", x => new { x.recommendation_id, x.number });
                    table.ForeignKey(
                        name: "fk_round_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "timetable_entry",
                columns: table => new
                {
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timetable_entry", x => new { x.recommendation_id, x.number });
                    table.ForeignKey(
                        name: "fk_timetable_entry_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decision_draft",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fields = table.Column<string>(type: "jsonb", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_draft", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_decision_draft_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document", x => x.id);
                    table.ForeignKey(
                        name: "fk_document_person_added_by",
                        column: x => x.added_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "history_event",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<Guid>(type: "uuid", nullable: false),
                    use_case = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: true),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    before = table.Column<string>(type: "jsonb", nullable: true),
                    after = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_history_event", x => x.sequence);
                    table.ForeignKey(
                        name: "fk_history_event_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_history_event_person_actor",
                        column: x => x.actor,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_history_event_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allocation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    population_set_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rate_per_inhabitant = table.Column<decimal>(type: "numeric", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    terms_amount = table.Column<decimal>(type: "numeric", nullable: true),
                    terms_assumption = table.Column<string>(type: "text", nullable: true),
                    terms_cap = table.Column<decimal>(type: "numeric", nullable: true),
                    terms_kind = table.Column<string>(type: "text", nullable: false),
                    terms_population_date = table.Column<DateOnly>(type: "date", nullable: true),
                    terms_rate = table.Column<decimal>(type: "numeric", nullable: true),
                    terms_rounding = table.Column<string>(type: "text", nullable: false),
                    terms_source = table.Column<string>(type: "text", nullable: false),
                    terms_step = table.Column<decimal>(type: "numeric", nullable: false),
                    terms_take_up_at_highest_price = table.Column<decimal>(type: "numeric", nullable: true),
                    terms_total = table.Column<decimal>(type: "numeric", nullable: true),
                    terms_discount_inhabitants_above = table.Column<int>(type: "integer", nullable: true),
                    terms_discount_largest = table.Column<int>(type: "integer", nullable: true),
                    terms_discount_part = table.Column<decimal>(type: "numeric", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation", x => x.id);
                    table.ForeignKey(
                        name: "fk_allocation_funding_period_period_id",
                        column: x => x.period_id,
                        principalTable: "funding_period",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_allocation_population_set_population_set_id",
                        column: x => x.population_set_id,
                        principalTable: "population_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_decision_response_municipality_code_recommendation_id",
                        columns: x => new { x.municipality_code, x.recommendation_id },
                        principalTable: "response",
                        principalColumns: new[] { "municipality_code", "recommendation_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "annex",
                columns: table => new
                {
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_annex", x => new { x.recommendation_id, x.document_id });
                    table.ForeignKey(
                        name: "fk_annex_document_document_id",
                        column: x => x.document_id,
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_annex_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_content",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_content", x => x.document_id);
                    table.ForeignKey(
                        name: "fk_document_content_document_document_id",
                        column: x => x.document_id,
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_message", x => x.sequence);
                    table.ForeignKey(
                        name: "fk_outbox_message_history_event_sequence",
                        column: x => x.sequence,
                        principalTable: "history_event",
                        principalColumn: "sequence",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allocation_row",
                columns: table => new
                {
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    allocation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    inhabitants = table.Column<int>(type: "integer", nullable: false),
                    discounted = table.Column<bool>(type: "boolean", nullable: false),
                    exact = table.Column<decimal>(type: "numeric", nullable: false),
                    computed = table.Column<decimal>(type: "numeric", nullable: false),
                    published = table.Column<decimal>(type: "numeric", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation_row", x => new { x.allocation_id, x.municipality_code });
                    table.ForeignKey(
                        name: "fk_allocation_row_allocation_allocation_id",
                        column: x => x.allocation_id,
                        principalTable: "allocation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_allocation_row_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decision_document",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_document", x => new { x.decision_id, x.document_id });
                    table.ForeignKey(
                        name: "fk_decision_document_decision_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_document_document_document_id",
                        column: x => x.document_id,
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decision_version",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    arrived_on = table.Column<DateOnly>(type: "date", nullable: false),
                    body = table.Column<string>(type: "text", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    first_paying_year = table.Column<int>(type: "integer", nullable: true),
                    leaves_from = table.Column<int>(type: "integer", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_version", x => new { x.decision_id, x.number });
                    table.CheckConstraint("correction_has_its_reason", "number = 1 OR reason IS NOT NULL");
                    table.CheckConstraint("final_decision_has_its_day", "stage <> 'Final' OR decided_on IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_decision_version_decision_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_version_person_recorded_by",
                        column: x => x.recorded_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "retraction",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retraction", x => x.decision_id);
                    table.ForeignKey(
                        name: "fk_retraction_decision_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_retraction_person_recorded_by",
                        column: x => x.recorded_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "walled_details",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    announced_on = table.Column<DateOnly>(type: "date", nullable: true),
                    appeal_by = table.Column<DateOnly>(type: "date", nullable: true),
                    approved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    buyer_reference = table.Column<string>(type: "text", nullable: true),
                    case_number = table.Column<string>(type: "text", nullable: true),
                    conditions = table.Column<string>(type: "text", nullable: true),
                    paragraph = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    reason_quote = table.Column<string>(type: "text", nullable: true),
                    sender = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_walled_details", x => new { x.decision_id, x.number });
                    table.ForeignKey(
                        name: "fk_walled_details_decision_version_decision_id_number",
                        columns: x => new { x.decision_id, x.number },
                        principalTable: "decision_version",
                        principalColumns: new[] { "decision_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_allocation_period_id_number",
                table: "allocation",
                columns: new[] { "period_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_allocation_population_set_id",
                table: "allocation",
                column: "population_set_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_row_municipality_code",
                table: "allocation_row",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_annex_document_id",
                table: "annex",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_deadline_extension_municipality_code",
                table: "deadline_extension",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_decision_municipality_code_recommendation_id",
                table: "decision",
                columns: new[] { "municipality_code", "recommendation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_recommendation_id_municipality_code",
                table: "decision",
                columns: new[] { "recommendation_id", "municipality_code" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_document_document_id",
                table: "decision_document",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_version_recorded_by",
                table: "decision_version",
                column: "recorded_by");

            migrationBuilder.CreateIndex(
                name: "ix_document_added_by",
                table: "document",
                column: "added_by");

            migrationBuilder.CreateIndex(
                name: "ix_document_sha256",
                table: "document",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_extension_recommendation_id",
                table: "extension",
                column: "recommendation_id");

            migrationBuilder.CreateIndex(
                name: "ix_funding_period_recommendation_id",
                table: "funding_period",
                column: "recommendation_id");

            migrationBuilder.CreateIndex(
                name: "ix_history_event_actor",
                table: "history_event",
                column: "actor");

            migrationBuilder.CreateIndex(
                name: "ix_history_event_municipality_code",
                table: "history_event",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_history_event_recommendation_id",
                table: "history_event",
                column: "recommendation_id");

            migrationBuilder.CreateIndex(
                name: "ix_history_event_subject",
                table: "history_event",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "ix_municipality_successor",
                table: "municipality",
                column: "successor");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_waiting",
                table: "outbox_message",
                column: "sequence",
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_person_login",
                table: "person",
                column: "login",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_municipality_code",
                table: "person",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_population_figure_municipality_code",
                table: "population_figure",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_population_set_date_source",
                table: "population_set",
                columns: new[] { "date", "source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recommendation_predecessor_id",
                table: "recommendation",
                column: "predecessor_id");

            migrationBuilder.CreateIndex(
                name: "ix_recommendation_slug",
                table: "recommendation",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_response_recommendation_id",
                table: "response",
                column: "recommendation_id");

            migrationBuilder.CreateIndex(
                name: "ix_retraction_recorded_by",
                table: "retraction",
                column: "recorded_by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "allocation_row");

            migrationBuilder.DropTable(
                name: "annex");

            migrationBuilder.DropTable(
                name: "board_point");

            migrationBuilder.DropTable(
                name: "county");

            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "deadline_extension");

            migrationBuilder.DropTable(
                name: "decision_document");

            migrationBuilder.DropTable(
                name: "decision_draft");

            migrationBuilder.DropTable(
                name: "document_content");

            migrationBuilder.DropTable(
                name: "example_notice");

            migrationBuilder.DropTable(
                name: "extension");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "population_figure");

            migrationBuilder.DropTable(
                name: "recommendation_correction");

            migrationBuilder.DropTable(
                name: "retraction");

            migrationBuilder.DropTable(
                name: "round");

            migrationBuilder.DropTable(
                name: "timetable_entry");

            migrationBuilder.DropTable(
                name: "walled_details");

            migrationBuilder.DropTable(
                name: "allocation");

            migrationBuilder.DropTable(
                name: "document");

            migrationBuilder.DropTable(
                name: "history_event");

            migrationBuilder.DropTable(
                name: "decision_version");

            migrationBuilder.DropTable(
                name: "funding_period");

            migrationBuilder.DropTable(
                name: "population_set");

            migrationBuilder.DropTable(
                name: "decision");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "response");

            migrationBuilder.DropTable(
                name: "municipality");

            migrationBuilder.DropTable(
                name: "recommendation");

            migrationBuilder.DropSequence(
                name: "history_sequence");
        }
    }
}
