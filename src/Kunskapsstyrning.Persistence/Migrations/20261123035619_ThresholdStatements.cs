using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ThresholdStatements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "threshold_statement",
                columns: table => new
                {
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    stated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    threshold_municipalities = table.Column<int>(type: "integer", nullable: true),
                    threshold_secured = table.Column<decimal>(type: "numeric", nullable: true),
                    threshold_share_of_inhabitants = table.Column<decimal>(type: "numeric", nullable: true),
                    threshold_share_of_municipalities = table.Column<decimal>(type: "numeric", nullable: true),
                    threshold_source = table.Column<string>(type: "text", nullable: false),
                    threshold_words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_threshold_statement", x => new { x.recommendation_id, x.number });
                    table.CheckConstraint("stated_when_decided", "decided_on <= stated_on");
                    table.ForeignKey(
                        name: "fk_threshold_statement_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "threshold_statement");
        }
    }
}
