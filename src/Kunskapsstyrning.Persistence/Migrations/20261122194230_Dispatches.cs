using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Dispatches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "municipality_code",
                table: "outgoing_message",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<Guid>(
                name: "decision_id",
                table: "outgoing_message",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "dispatch_id",
                table: "outgoing_message",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "dispatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    correction_number = table.Column<int>(type: "integer", nullable: true),
                    snapshot_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    template_version = table.Column<int>(type: "integer", nullable: false),
                    annexes = table.Column<string>(type: "text", nullable: false),
                    prepared_by = table.Column<Guid>(type: "uuid", nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    rule_audience = table.Column<string>(type: "text", nullable: false),
                    rule_copies_to_counties = table.Column<bool>(type: "boolean", nullable: false),
                    rule_copies_to_heads = table.Column<bool>(type: "boolean", nullable: false),
                    rule_county = table.Column<string>(type: "text", nullable: true),
                    rule_deadline_through = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispatch", x => x.id);
                    table.CheckConstraint("ck_dispatch_matter", "(kind = 'Correction') = (correction_number IS NOT NULL) AND (kind = 'Report') = (snapshot_id IS NOT NULL)");
                    table.CheckConstraint("ck_dispatch_two_persons", "state <> 'Released' OR prepared_by <> settled_by");
                    table.ForeignKey(
                        name: "fk_dispatch_person_prepared_by",
                        column: x => x.prepared_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispatch_person_settled_by",
                        column: x => x.settled_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispatch_recommendation_correction_recommendation_id_correc~",
                        columns: x => new { x.recommendation_id, x.correction_number },
                        principalTable: "recommendation_correction",
                        principalColumns: new[] { "recommendation_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispatch_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispatch_snapshot_snapshot_id",
                        column: x => x.snapshot_id,
                        principalTable: "snapshot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mail_return",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outgoing_message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: true),
                    instead = table.Column<string>(type: "text", nullable: true),
                    noted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_return", x => x.item_id);
                    table.ForeignKey(
                        name: "fk_mail_return_arrived_item_item_id",
                        column: x => x.item_id,
                        principalTable: "arrived_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mail_return_outgoing_message_outgoing_message_id",
                        column: x => x.outgoing_message_id,
                        principalTable: "outgoing_message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dispatch_attachment",
                columns: table => new
                {
                    dispatch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispatch_attachment", x => new { x.dispatch_id, x.document_id });
                    table.ForeignKey(
                        name: "fk_dispatch_attachment_dispatch_dispatch_id",
                        column: x => x.dispatch_id,
                        principalTable: "dispatch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispatch_attachment_document_document_id",
                        column: x => x.document_id,
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dispatch_recipient",
                columns: table => new
                {
                    dispatch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    contact_kind = table.Column<string>(type: "text", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: true),
                    county_code = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true),
                    message_id = table.Column<Guid>(type: "uuid", nullable: true),
                    instead_of = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispatch_recipient", x => new { x.dispatch_id, x.number });
                    table.CheckConstraint("recipient_belongs_to_one", "(contact_kind = 'CountyContact') = (county_code IS NOT NULL) AND (municipality_code IS NULL) = (county_code IS NOT NULL)");
                    table.CheckConstraint("recipient_with_address_gets_a_message", "(address IS NULL) = (message_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_dispatch_recipient_county_county_code",
                        column: x => x.county_code,
                        principalTable: "county",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispatch_recipient_dispatch_dispatch_id",
                        column: x => x.dispatch_id,
                        principalTable: "dispatch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispatch_recipient_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispatch_recipient_outgoing_message_message_id",
                        column: x => x.message_id,
                        principalTable: "outgoing_message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dispatch_value",
                columns: table => new
                {
                    dispatch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispatch_value", x => new { x.dispatch_id, x.municipality_code, x.name });
                    table.ForeignKey(
                        name: "fk_dispatch_value_dispatch_dispatch_id",
                        column: x => x.dispatch_id,
                        principalTable: "dispatch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispatch_value_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_message_dispatch_id",
                table: "outgoing_message",
                column: "dispatch_id");

            migrationBuilder.AddCheckConstraint(
                name: "message_is_about_a_decision_or_of_a_dispatch",
                table: "outgoing_message",
                sql: "(decision_id IS NULL) <> (dispatch_id IS NULL) AND (decision_id IS NULL OR municipality_code IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_prepared_by",
                table: "dispatch",
                column: "prepared_by");

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_recommendation_id_correction_number",
                table: "dispatch",
                columns: new[] { "recommendation_id", "correction_number" });

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_settled_by",
                table: "dispatch",
                column: "settled_by");

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_snapshot_id",
                table: "dispatch",
                column: "snapshot_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_attachment_document_id",
                table: "dispatch_attachment",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_recipient_county_code",
                table: "dispatch_recipient",
                column: "county_code");

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_recipient_dispatch_id_instead_of",
                table: "dispatch_recipient",
                columns: new[] { "dispatch_id", "instead_of" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_recipient_message_id",
                table: "dispatch_recipient",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_recipient_municipality_code",
                table: "dispatch_recipient",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_value_municipality_code",
                table: "dispatch_value",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_mail_return_outgoing_message_id",
                table: "mail_return",
                column: "outgoing_message_id");

            migrationBuilder.AddForeignKey(
                name: "fk_outgoing_message_dispatch_dispatch_id",
                table: "outgoing_message",
                column: "dispatch_id",
                principalTable: "dispatch",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_outgoing_message_dispatch_dispatch_id",
                table: "outgoing_message");

            migrationBuilder.DropTable(
                name: "dispatch_attachment");

            migrationBuilder.DropTable(
                name: "dispatch_recipient");

            migrationBuilder.DropTable(
                name: "dispatch_value");

            migrationBuilder.DropTable(
                name: "mail_return");

            migrationBuilder.DropTable(
                name: "dispatch");

            migrationBuilder.DropIndex(
                name: "ix_outgoing_message_dispatch_id",
                table: "outgoing_message");

            migrationBuilder.DropCheckConstraint(
                name: "message_is_about_a_decision_or_of_a_dispatch",
                table: "outgoing_message");

            migrationBuilder.DropColumn(
                name: "dispatch_id",
                table: "outgoing_message");

            migrationBuilder.AlterColumn<string>(
                name: "municipality_code",
                table: "outgoing_message",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "decision_id",
                table: "outgoing_message",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
