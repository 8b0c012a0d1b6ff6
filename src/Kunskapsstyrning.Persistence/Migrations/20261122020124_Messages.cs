using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Messages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "follow_up",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    planned_by = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_up", x => x.id);
                    table.ForeignKey(
                        name: "fk_follow_up_decision_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_follow_up_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_follow_up_person_done_by",
                        column: x => x.done_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_follow_up_person_planned_by",
                        column: x => x.planned_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_follow_up_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "message_template",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_template", x => new { x.kind, x.number });
                    table.ForeignKey(
                        name: "fk_message_template_person_written_by",
                        column: x => x.written_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    template_version = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: true),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    queued_by = table.Column<Guid>(type: "uuid", nullable: false),
                    queued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    last_reply = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outgoing_message", x => x.id);
                    table.CheckConstraint("receipt_has_its_reference", "(kind = 'Receipt') = (reference IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_outgoing_message_decision_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_outgoing_message_message_template_kind_template_version",
                        columns: x => new { x.kind, x.template_version },
                        principalTable: "message_template",
                        principalColumns: new[] { "kind", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_outgoing_message_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_outgoing_message_person_queued_by",
                        column: x => x.queued_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_outgoing_message_person_settled_by",
                        column: x => x.settled_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_outgoing_message_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "receipt_answer",
                columns: table => new
                {
                    outgoing_message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    objection = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipt_answer", x => new { x.outgoing_message_id, x.number });
                    table.ForeignKey(
                        name: "fk_receipt_answer_outgoing_message_outgoing_message_id",
                        column: x => x.outgoing_message_id,
                        principalTable: "outgoing_message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_receipt_answer_person_settled_by",
                        column: x => x.settled_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_decision_id",
                table: "follow_up",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_done_by",
                table: "follow_up",
                column: "done_by");

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_municipality_code",
                table: "follow_up",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_planned_by",
                table: "follow_up",
                column: "planned_by");

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_recommendation_id",
                table: "follow_up",
                column: "recommendation_id");

            migrationBuilder.CreateIndex(
                name: "ix_message_template_written_by",
                table: "message_template",
                column: "written_by");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_message_decision_id",
                table: "outgoing_message",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_message_kind_template_version",
                table: "outgoing_message",
                columns: new[] { "kind", "template_version" });

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_message_municipality_code",
                table: "outgoing_message",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_message_queued_by",
                table: "outgoing_message",
                column: "queued_by");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_message_recommendation_id",
                table: "outgoing_message",
                column: "recommendation_id");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_message_reference",
                table: "outgoing_message",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_message_settled_by",
                table: "outgoing_message",
                column: "settled_by");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_message_waiting",
                table: "outgoing_message",
                column: "next_try_at",
                filter: "state IN ('Queued', 'Submitting')");

            migrationBuilder.CreateIndex(
                name: "ix_receipt_answer_settled_by",
                table: "receipt_answer",
                column: "settled_by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "follow_up");

            migrationBuilder.DropTable(
                name: "receipt_answer");

            migrationBuilder.DropTable(
                name: "outgoing_message");

            migrationBuilder.DropTable(
                name: "message_template");
        }
    }
}
