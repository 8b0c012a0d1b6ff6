using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LoosenedAndMoved : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_item_decision",
                table: "item_decision");

            migrationBuilder.DropPrimaryKey(
                name: "pk_decision_document",
                table: "decision_document");

            migrationBuilder.AddColumn<int>(
                name: "number",
                table: "item_decision",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<bool>(
                name: "put_with",
                table: "item_decision",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // What was put with a decision before is told by the history only.
            migrationBuilder.Sql(
                """
                DO $$ BEGIN
                    IF EXISTS (SELECT FROM pg_trigger WHERE tgname = 'refuse_change' AND tgrelid = 'item_decision'::regclass) THEN
                        PERFORM set_config('app.scope', 'skr', true);
                        ALTER TABLE item_decision DISABLE TRIGGER refuse_change;
                        UPDATE item_decision SET put_with = true FROM history_event happened
                        WHERE happened.kind = 'ItemRegistered' AND happened.subject = item_id AND happened.after ->> 'decision' = decision_id::text AND happened.after ->> 'putWith' = 'true';
                        ALTER TABLE item_decision ENABLE TRIGGER refuse_change;
                    END IF;
                END $$
                """);

            migrationBuilder.AddColumn<int>(
                name: "number",
                table: "decision_document",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<Guid>(
                name: "came_with",
                table: "decision_document",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "moved_from",
                table: "decision",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_item_decision",
                table: "item_decision",
                columns: new[] { "item_id", "decision_id", "number" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_decision_document",
                table: "decision_document",
                columns: new[] { "decision_id", "document_id", "number" });

            migrationBuilder.CreateTable(
                name: "document_loosening",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_loosening", x => new { x.decision_id, x.document_id, x.number });
                    table.ForeignKey(
                        name: "fk_document_loosening_decision_document_decision_id_document_i~",
                        columns: x => new { x.decision_id, x.document_id, x.number },
                        principalTable: "decision_document",
                        principalColumns: new[] { "decision_id", "document_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_loosening_person_recorded_by",
                        column: x => x.recorded_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_loosening",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_loosening", x => new { x.item_id, x.decision_id, x.number });
                    table.ForeignKey(
                        name: "fk_item_loosening_item_decision_item_id_decision_id_number",
                        columns: x => new { x.item_id, x.decision_id, x.number },
                        principalTable: "item_decision",
                        principalColumns: new[] { "item_id", "decision_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_item_loosening_person_recorded_by",
                        column: x => x.recorded_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_decision_document_came_with",
                table: "decision_document",
                column: "came_with");

            migrationBuilder.CreateIndex(
                name: "ix_decision_moved_from",
                table: "decision",
                column: "moved_from");

            migrationBuilder.CreateIndex(
                name: "ix_document_loosening_recorded_by",
                table: "document_loosening",
                column: "recorded_by");

            migrationBuilder.CreateIndex(
                name: "ix_item_loosening_recorded_by",
                table: "item_loosening",
                column: "recorded_by");

            migrationBuilder.AddForeignKey(
                name: "fk_decision_decision_moved_from",
                table: "decision",
                column: "moved_from",
                principalTable: "decision",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_decision_document_arrived_item_came_with",
                table: "decision_document",
                column: "came_with",
                principalTable: "arrived_item",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_decision_decision_moved_from",
                table: "decision");

            migrationBuilder.DropForeignKey(
                name: "fk_decision_document_arrived_item_came_with",
                table: "decision_document");

            migrationBuilder.DropTable(
                name: "document_loosening");

            migrationBuilder.DropTable(
                name: "item_loosening");

            migrationBuilder.DropPrimaryKey(
                name: "pk_item_decision",
                table: "item_decision");

            migrationBuilder.DropPrimaryKey(
                name: "pk_decision_document",
                table: "decision_document");

            migrationBuilder.DropIndex(
                name: "ix_decision_document_came_with",
                table: "decision_document");

            migrationBuilder.DropIndex(
                name: "ix_decision_moved_from",
                table: "decision");

            migrationBuilder.DropColumn(
                name: "number",
                table: "item_decision");

            migrationBuilder.DropColumn(
                name: "put_with",
                table: "item_decision");

            migrationBuilder.DropColumn(
                name: "number",
                table: "decision_document");

            migrationBuilder.DropColumn(
                name: "came_with",
                table: "decision_document");

            migrationBuilder.DropColumn(
                name: "moved_from",
                table: "decision");

            migrationBuilder.AddPrimaryKey(
                name: "pk_item_decision",
                table: "item_decision",
                columns: new[] { "item_id", "decision_id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_decision_document",
                table: "decision_document",
                columns: new[] { "decision_id", "document_id" });
        }
    }
}
