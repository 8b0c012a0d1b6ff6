using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LettersNotReadBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "xmin",
                table: "sign_in_letter");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                table: "sign_in_letter",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);
        }
    }
}
