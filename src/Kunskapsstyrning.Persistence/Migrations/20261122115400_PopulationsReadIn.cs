using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PopulationsReadIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_population_set_date_source",
                table: "population_set");

            migrationBuilder.AddColumn<Guid>(
                name: "original_id",
                table: "population_set",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "read_from",
                table: "population_set",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "sequence",
                table: "population_set",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "population_draft",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    read_from = table.Column<string>(type: "text", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_population_draft", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_population_draft_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_population_set_date_checksum",
                table: "population_set",
                columns: new[] { "date", "checksum" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_population_set_original_id",
                table: "population_set",
                column: "original_id");

            migrationBuilder.AddForeignKey(
                name: "fk_population_set_document_original_id",
                table: "population_set",
                column: "original_id",
                principalTable: "document",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_population_set_document_original_id",
                table: "population_set");

            migrationBuilder.DropTable(
                name: "population_draft");

            migrationBuilder.DropIndex(
                name: "ix_population_set_date_checksum",
                table: "population_set");

            migrationBuilder.DropIndex(
                name: "ix_population_set_original_id",
                table: "population_set");

            migrationBuilder.DropColumn(
                name: "original_id",
                table: "population_set");

            migrationBuilder.DropColumn(
                name: "read_from",
                table: "population_set");

            migrationBuilder.DropColumn(
                name: "sequence",
                table: "population_set");

            migrationBuilder.CreateIndex(
                name: "ix_population_set_date_source",
                table: "population_set",
                columns: new[] { "date", "source" },
                unique: true);
        }
    }
}
