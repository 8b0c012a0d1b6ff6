using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Invoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "invoice_settings",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    stated_by = table.Column<Guid>(type: "uuid", nullable: false),
                    stated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    terms_bankgiro = table.Column<string>(type: "text", nullable: true),
                    terms_iban = table.Column<string>(type: "text", nullable: true),
                    terms_payment_days = table.Column<int>(type: "integer", nullable: false),
                    terms_series = table.Column<string>(type: "text", nullable: false),
                    terms_seller_city = table.Column<string>(type: "text", nullable: false),
                    terms_seller_has_ftax = table.Column<bool>(type: "boolean", nullable: false),
                    terms_seller_name = table.Column<string>(type: "text", nullable: false),
                    terms_seller_organisation_number = table.Column<string>(type: "text", nullable: false),
                    terms_seller_postal_code = table.Column<string>(type: "text", nullable: false),
                    terms_seller_street = table.Column<string>(type: "text", nullable: false),
                    terms_seller_vat_number = table.Column<string>(type: "text", nullable: true),
                    terms_vat_category = table.Column<string>(type: "text", nullable: true),
                    terms_vat_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    terms_vat_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_settings", x => x.number);
                    table.ForeignKey(
                        name: "fk_invoice_settings_person_stated_by",
                        column: x => x.stated_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stated_buyer_reference",
                columns: table => new
                {
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    stated_by = table.Column<Guid>(type: "uuid", nullable: false),
                    stated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stated_buyer_reference", x => new { x.municipality_code, x.number });
                    table.ForeignKey(
                        name: "fk_stated_buyer_reference_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stated_buyer_reference_person_stated_by",
                        column: x => x.stated_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    due = table.Column<decimal>(type: "numeric", nullable: false),
                    waiting = table.Column<decimal>(type: "numeric", nullable: false),
                    settings_number = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_run", x => x.id);
                    table.CheckConstraint("a_later_run_has_its_reason", "number = 1 OR reason IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_invoice_run_invoice_settings_settings_number",
                        column: x => x.settings_number,
                        principalTable: "invoice_settings",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoice_run_person_made_by",
                        column: x => x.made_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoice_run_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice",
                columns: table => new
                {
                    serial = table.Column<long>(type: "bigint", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    organisation_number = table.Column<string>(type: "text", nullable: false),
                    buyer_reference = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<decimal>(type: "numeric", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    refers_to = table.Column<long>(type: "bigint", nullable: true),
                    allocation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    allocation_version = table.Column<int>(type: "integer", nullable: false),
                    settings_number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice", x => x.serial);
                    table.CheckConstraint("a_credit_refers_to_its_invoice", "kind <> 'Credit' OR refers_to IS NOT NULL");
                    table.CheckConstraint("an_invoice_is_above_zero", "amount > 0");
                    table.ForeignKey(
                        name: "fk_invoice_allocation_allocation_id",
                        column: x => x.allocation_id,
                        principalTable: "allocation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoice_invoice_refers_to",
                        column: x => x.refers_to,
                        principalTable: "invoice",
                        principalColumn: "serial",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoice_invoice_run_run_id",
                        column: x => x.run_id,
                        principalTable: "invoice_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoice_invoice_settings_settings_number",
                        column: x => x.settings_number,
                        principalTable: "invoice_settings",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoice_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_invoice_allocation_id",
                table: "invoice",
                column: "allocation_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_municipality_code",
                table: "invoice",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_refers_to",
                table: "invoice",
                column: "refers_to");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_run_id",
                table: "invoice",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_settings_number",
                table: "invoice",
                column: "settings_number");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_run_made_by",
                table: "invoice_run",
                column: "made_by");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_run_recommendation_id_year_number",
                table: "invoice_run",
                columns: new[] { "recommendation_id", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invoice_run_settings_number",
                table: "invoice_run",
                column: "settings_number");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_settings_stated_by",
                table: "invoice_settings",
                column: "stated_by");

            migrationBuilder.CreateIndex(
                name: "ix_stated_buyer_reference_stated_by",
                table: "stated_buyer_reference",
                column: "stated_by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "invoice");

            migrationBuilder.DropTable(
                name: "stated_buyer_reference");

            migrationBuilder.DropTable(
                name: "invoice_run");

            migrationBuilder.DropTable(
                name: "invoice_settings");
        }
    }
}
