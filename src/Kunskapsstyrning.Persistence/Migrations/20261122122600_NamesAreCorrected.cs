using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class NamesAreCorrected : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_municipality_name",
                table: "municipality_name");

            migrationBuilder.DropIndex(
                name: "ix_municipality_organisation_number",
                table: "municipality");

            migrationBuilder.AddColumn<int>(
                name: "number",
                table: "municipality_name",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "pk_municipality_name",
                table: "municipality_name",
                columns: new[] { "municipality_code", "from", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_municipality_organisation_number",
                table: "municipality",
                column: "organisation_number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_municipality_name",
                table: "municipality_name");

            migrationBuilder.DropIndex(
                name: "ix_municipality_organisation_number",
                table: "municipality");

            migrationBuilder.DropColumn(
                name: "number",
                table: "municipality_name");

            migrationBuilder.AddPrimaryKey(
                name: "pk_municipality_name",
                table: "municipality_name",
                columns: new[] { "municipality_code", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_municipality_organisation_number",
                table: "municipality",
                column: "organisation_number",
                unique: true);
        }
    }
}
