using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class DraftsOfRecommendations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "recommendation",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "sent_at",
                table: "recommendation",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "threshold_secured",
                table: "recommendation",
                type: "numeric",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "threshold_share_of_inhabitants",
                table: "recommendation",
                type: "numeric",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "threshold_share_of_municipalities",
                table: "recommendation",
                type: "numeric",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "go_ahead_decision",
                columns: table => new
                {
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    goes_ahead = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_go_ahead_decision", x => new { x.recommendation_id, x.number });
                    table.ForeignKey(
                        name: "fk_go_ahead_decision_person_decided_by",
                        column: x => x.decided_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_go_ahead_decision_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "shares_are_parts",
                table: "recommendation",
                sql: "threshold_share_of_municipalities BETWEEN 0 AND 1 AND threshold_share_of_inhabitants BETWEEN 0 AND 1");

            migrationBuilder.CreateIndex(
                name: "ix_go_ahead_decision_decided_by",
                table: "go_ahead_decision",
                column: "decided_by");
        
            // Those that are there were sent: the day of the board's decision is the latest that is known of all of them.
            migrationBuilder.Sql("UPDATE recommendation SET sent_at = board_decision_on::timestamp AT TIME ZONE 'UTC'");

            // A range of one id lets an exclusion compare ids without an extension of the server.
            migrationBuilder.Sql("CREATE TYPE uuidrange AS RANGE (subtype = uuid)");
            migrationBuilder.Sql("ALTER TABLE funding_period ADD CONSTRAINT years_belong_to_one_period EXCLUDE USING gist (uuidrange(recommendation_id, recommendation_id, '[]') WITH &&, int4range(years_first, years_last, '[]') WITH &&) DEFERRABLE INITIALLY DEFERRED");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE funding_period DROP CONSTRAINT years_belong_to_one_period");
            migrationBuilder.Sql("DROP TYPE uuidrange");

            migrationBuilder.DropTable(
                name: "go_ahead_decision");

            migrationBuilder.DropCheckConstraint(
                name: "shares_are_parts",
                table: "recommendation");

            migrationBuilder.DropColumn(
                name: "revision",
                table: "recommendation");

            migrationBuilder.DropColumn(
                name: "sent_at",
                table: "recommendation");

            migrationBuilder.DropColumn(
                name: "threshold_secured",
                table: "recommendation");

            migrationBuilder.DropColumn(
                name: "threshold_share_of_inhabitants",
                table: "recommendation");

            migrationBuilder.DropColumn(
                name: "threshold_share_of_municipalities",
                table: "recommendation");
        }
    }
}
