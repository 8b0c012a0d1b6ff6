using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FrozenByTwo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "terms_priced_at_take_up",
                table: "funding_period",
                type: "numeric",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "explanation",
                table: "allocation_row",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "approved_by",
                table: "allocation",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "description",
                table: "allocation",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "frozen_at",
                table: "allocation",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "proposed_by",
                table: "allocation",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "terms_priced_at_take_up",
                table: "allocation",
                type: "numeric",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "allocation_proposal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    population_set_id = table.Column<Guid>(type: "uuid", nullable: true),
                    list_name = table.Column<string>(type: "text", nullable: true),
                    result_fingerprint = table.Column<string>(type: "text", nullable: false),
                    recommendation_fingerprint = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_because = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    terms_amount = table.Column<decimal>(type: "numeric", nullable: true),
                    terms_assumption = table.Column<string>(type: "text", nullable: true),
                    terms_cap = table.Column<decimal>(type: "numeric", nullable: true),
                    terms_kind = table.Column<string>(type: "text", nullable: false),
                    terms_population_date = table.Column<DateOnly>(type: "date", nullable: true),
                    terms_priced_at_take_up = table.Column<decimal>(type: "numeric", nullable: true),
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
                    table.PrimaryKey("pk_allocation_proposal", x => x.id);
                    table.CheckConstraint("ck_allocation_proposal_two_persons", "state <> 'Approved' OR proposed_by <> settled_by");
                    table.ForeignKey(
                        name: "fk_allocation_proposal_funding_period_period_id",
                        column: x => x.period_id,
                        principalTable: "funding_period",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_allocation_proposal_person_proposed_by",
                        column: x => x.proposed_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_allocation_proposal_person_settled_by",
                        column: x => x.settled_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_allocation_proposal_population_set_population_set_id",
                        column: x => x.population_set_id,
                        principalTable: "population_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposed_amount",
                columns: table => new
                {
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<decimal>(type: "numeric", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposed_amount", x => new { x.proposal_id, x.municipality_code });
                    table.ForeignKey(
                        name: "fk_proposed_amount_allocation_proposal_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "allocation_proposal",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposed_amount_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_allocation_approved_by",
                table: "allocation",
                column: "approved_by");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_proposed_by",
                table: "allocation",
                column: "proposed_by");

            migrationBuilder.AddCheckConstraint(
                name: "ck_allocation_two_persons",
                table: "allocation",
                sql: "proposed_by <> approved_by");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_proposal_period_id",
                table: "allocation_proposal",
                column: "period_id",
                unique: true,
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_proposal_population_set_id",
                table: "allocation_proposal",
                column: "population_set_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_proposal_proposed_by",
                table: "allocation_proposal",
                column: "proposed_by");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_proposal_settled_by",
                table: "allocation_proposal",
                column: "settled_by");

            migrationBuilder.CreateIndex(
                name: "ix_proposed_amount_municipality_code",
                table: "proposed_amount",
                column: "municipality_code");

            migrationBuilder.AddForeignKey(
                name: "fk_allocation_person_approved_by",
                table: "allocation",
                column: "approved_by",
                principalTable: "person",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_allocation_person_proposed_by",
                table: "allocation",
                column: "proposed_by",
                principalTable: "person",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_allocation_person_approved_by",
                table: "allocation");

            migrationBuilder.DropForeignKey(
                name: "fk_allocation_person_proposed_by",
                table: "allocation");

            migrationBuilder.DropTable(
                name: "proposed_amount");

            migrationBuilder.DropTable(
                name: "allocation_proposal");

            migrationBuilder.DropIndex(
                name: "ix_allocation_approved_by",
                table: "allocation");

            migrationBuilder.DropIndex(
                name: "ix_allocation_proposed_by",
                table: "allocation");

            migrationBuilder.DropCheckConstraint(
                name: "ck_allocation_two_persons",
                table: "allocation");

            migrationBuilder.DropColumn(
                name: "terms_priced_at_take_up",
                table: "funding_period");

            migrationBuilder.DropColumn(
                name: "explanation",
                table: "allocation_row");

            migrationBuilder.DropColumn(
                name: "approved_by",
                table: "allocation");

            migrationBuilder.DropColumn(
                name: "description",
                table: "allocation");

            migrationBuilder.DropColumn(
                name: "frozen_at",
                table: "allocation");

            migrationBuilder.DropColumn(
                name: "proposed_by",
                table: "allocation");

            migrationBuilder.DropColumn(
                name: "terms_priced_at_take_up",
                table: "allocation");
        }
    }
}
