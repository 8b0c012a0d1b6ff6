using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SendingDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "municipality_code",
                table: "document",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "municipality_code",
                table: "arrived_item",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "decision_remark",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    objection = table.Column<string>(type: "text", nullable: true),
                    said_by = table.Column<Guid>(type: "uuid", nullable: false),
                    said_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_remark", x => new { x.decision_id, x.number });
                    table.ForeignKey(
                        name: "fk_decision_remark_decision_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_remark_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_remark_person_said_by",
                        column: x => x.said_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_remark_person_settled_by",
                        column: x => x.settled_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_remark_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sending_draft",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fields = table.Column<string>(type: "jsonb", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: true),
                    file_bytes = table.Column<byte[]>(type: "bytea", nullable: true),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sending_draft", x => new { x.person_id, x.municipality_code });
                    table.ForeignKey(
                        name: "fk_sending_draft_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sending_draft_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sent_decision",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_by = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stated_body = table.Column<string>(type: "text", nullable: false),
                    stated_case_number = table.Column<string>(type: "text", nullable: true),
                    stated_decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    stated_outcome = table.Column<string>(type: "text", nullable: false),
                    stated_paragraph = table.Column<string>(type: "text", nullable: true),
                    stated_stage = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sent_decision", x => x.item_id);
                    table.ForeignKey(
                        name: "fk_sent_decision_arrived_item_item_id",
                        column: x => x.item_id,
                        principalTable: "arrived_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sent_decision_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sent_decision_person_sent_by",
                        column: x => x.sent_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sent_decision_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_document_municipality_code",
                table: "document",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_arrived_item_municipality_code",
                table: "arrived_item",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_decision_remark_municipality_code",
                table: "decision_remark",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_decision_remark_recommendation_id",
                table: "decision_remark",
                column: "recommendation_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_remark_said_by",
                table: "decision_remark",
                column: "said_by");

            migrationBuilder.CreateIndex(
                name: "ix_decision_remark_settled_by",
                table: "decision_remark",
                column: "settled_by");

            migrationBuilder.CreateIndex(
                name: "ix_sending_draft_municipality_code",
                table: "sending_draft",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_sent_decision_municipality_code",
                table: "sent_decision",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_sent_decision_recommendation_id",
                table: "sent_decision",
                column: "recommendation_id");

            migrationBuilder.CreateIndex(
                name: "ix_sent_decision_reference",
                table: "sent_decision",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sent_decision_sent_by",
                table: "sent_decision",
                column: "sent_by");

            migrationBuilder.AddForeignKey(
                name: "fk_arrived_item_municipality_municipality_code",
                table: "arrived_item",
                column: "municipality_code",
                principalTable: "municipality",
                principalColumn: "code",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_document_municipality_municipality_code",
                table: "document",
                column: "municipality_code",
                principalTable: "municipality",
                principalColumn: "code",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_arrived_item_municipality_municipality_code",
                table: "arrived_item");

            migrationBuilder.DropForeignKey(
                name: "fk_document_municipality_municipality_code",
                table: "document");

            migrationBuilder.DropTable(
                name: "decision_remark");

            migrationBuilder.DropTable(
                name: "sending_draft");

            migrationBuilder.DropTable(
                name: "sent_decision");

            migrationBuilder.DropIndex(
                name: "ix_document_municipality_code",
                table: "document");

            migrationBuilder.DropIndex(
                name: "ix_arrived_item_municipality_code",
                table: "arrived_item");

            migrationBuilder.DropColumn(
                name: "municipality_code",
                table: "document");

            migrationBuilder.DropColumn(
                name: "municipality_code",
                table: "arrived_item");
        }
    }
}
