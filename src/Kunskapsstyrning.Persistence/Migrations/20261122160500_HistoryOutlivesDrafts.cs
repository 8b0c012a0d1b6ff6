using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class HistoryOutlivesDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_history_event_recommendation_recommendation_id",
                table: "history_event");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddForeignKey(
                name: "fk_history_event_recommendation_recommendation_id",
                table: "history_event",
                column: "recommendation_id",
                principalTable: "recommendation",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
