using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Boundaries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "boundary_set",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    checksum = table.Column<string>(type: "text", nullable: false),
                    read_from = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_boundary_set", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outline",
                columns: table => new
                {
                    set_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    square_kilometres = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outline", x => new { x.set_id, x.municipality_code });
                    table.CheckConstraint("outline_is_a_path", "path ~ '^M[-Mlz 0-9]+z$'");
                    table.ForeignKey(
                        name: "fk_outline_boundary_set_set_id",
                        column: x => x.set_id,
                        principalTable: "boundary_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_outline_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outline_municipality_code",
                table: "outline",
                column: "municipality_code");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "outline");

            migrationBuilder.DropTable(
                name: "boundary_set");
        }
    }
}
