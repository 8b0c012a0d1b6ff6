using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CorrectionsAndRecalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "part",
                table: "recommendation_correction",
                type: "text",
                nullable: false,
                defaultValue: "Words");

            migrationBuilder.AddColumn<string>(
                name: "reached",
                table: "recommendation_correction",
                type: "text",
                nullable: false,
                defaultValue: "NotKnown");

            migrationBuilder.AddColumn<Guid>(
                name: "decides",
                table: "extension",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "correction_recipient",
                columns: table => new
                {
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_correction_recipient", x => new { x.recommendation_id, x.number, x.municipality_code });
                    table.ForeignKey(
                        name: "fk_correction_recipient_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_correction_recipient_recommendation_correction_recommendati~",
                        columns: x => new { x.recommendation_id, x.number },
                        principalTable: "recommendation_correction",
                        principalColumns: new[] { "recommendation_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "extension_recall",
                columns: table => new
                {
                    extension_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_extension_recall", x => x.extension_id);
                    table.ForeignKey(
                        name: "fk_extension_recall_extension_extension_id",
                        column: x => x.extension_id,
                        principalTable: "extension",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_extension_decides",
                table: "extension",
                column: "decides");

            migrationBuilder.CreateIndex(
                name: "ix_correction_recipient_municipality_code",
                table: "correction_recipient",
                column: "municipality_code");

            migrationBuilder.AddForeignKey(
                name: "fk_extension_extension_decides",
                table: "extension",
                column: "decides",
                principalTable: "extension",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_extension_extension_decides",
                table: "extension");

            migrationBuilder.DropTable(
                name: "correction_recipient");

            migrationBuilder.DropTable(
                name: "extension_recall");

            migrationBuilder.DropIndex(
                name: "ix_extension_decides",
                table: "extension");

            migrationBuilder.DropColumn(
                name: "part",
                table: "recommendation_correction");

            migrationBuilder.DropColumn(
                name: "reached",
                table: "recommendation_correction");

            migrationBuilder.DropColumn(
                name: "decides",
                table: "extension");
        }
    }
}
