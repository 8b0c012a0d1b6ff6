using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class MunicipalityRegister : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "organisation_number",
                table: "municipality",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "split_from",
                table: "municipality",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                table: "municipality",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.CreateTable(
                name: "municipality_name",
                columns: table => new
                {
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipality_name", x => new { x.municipality_code, x.from });
                    table.ForeignKey(
                        name: "fk_municipality_name_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_municipality_organisation_number",
                table: "municipality",
                column: "organisation_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_municipality_split_from",
                table: "municipality",
                column: "split_from");

            migrationBuilder.AddCheckConstraint(
                name: "municipality_ends_after_it_begins",
                table: "municipality",
                sql: "valid_through >= valid_from");

            migrationBuilder.AddCheckConstraint(
                name: "organisation_number_is_a_municipality_s",
                table: "municipality",
                sql: "organisation_number ~ '^212000[0-9]{4}$'");

            migrationBuilder.AddForeignKey(
                name: "fk_municipality_municipality_split_from",
                table: "municipality",
                column: "split_from",
                principalTable: "municipality",
                principalColumn: "code",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_municipality_municipality_split_from",
                table: "municipality");

            migrationBuilder.DropTable(
                name: "municipality_name");

            migrationBuilder.DropIndex(
                name: "ix_municipality_organisation_number",
                table: "municipality");

            migrationBuilder.DropIndex(
                name: "ix_municipality_split_from",
                table: "municipality");

            migrationBuilder.DropCheckConstraint(
                name: "municipality_ends_after_it_begins",
                table: "municipality");

            migrationBuilder.DropCheckConstraint(
                name: "organisation_number_is_a_municipality_s",
                table: "municipality");

            migrationBuilder.DropColumn(
                name: "organisation_number",
                table: "municipality");

            migrationBuilder.DropColumn(
                name: "split_from",
                table: "municipality");

            migrationBuilder.DropColumn(
                name: "xmin",
                table: "municipality");
        }
    }
}
