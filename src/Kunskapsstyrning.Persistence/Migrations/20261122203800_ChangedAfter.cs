using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ChangedAfter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_retraction_sequence",
                table: "retraction",
                column: "sequence");

            migrationBuilder.CreateIndex(
                name: "ix_decision_version_sequence",
                table: "decision_version",
                column: "sequence");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_retraction_sequence",
                table: "retraction");

            migrationBuilder.DropIndex(
                name: "ix_decision_version_sequence",
                table: "decision_version");
        }
    }
}
