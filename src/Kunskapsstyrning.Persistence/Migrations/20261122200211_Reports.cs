using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    snapshot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    quotes_conditions = table.Column<bool>(type: "boolean", nullable: false),
                    quotes_reasons = table.Column<bool>(type: "boolean", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<Guid>(type: "uuid", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_person_made_by",
                        column: x => x.made_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_person_published_by",
                        column: x => x.published_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_snapshot_snapshot_id",
                        column: x => x.snapshot_id,
                        principalTable: "snapshot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cover_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_version = table.Column<int>(type: "integer", nullable: false),
                    municipalities = table.Column<int>(type: "integer", nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cover_batch", x => x.id);
                    table.ForeignKey(
                        name: "fk_cover_batch_person_started_by",
                        column: x => x.started_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cover_batch_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cover_batch_report_report_id",
                        column: x => x.report_id,
                        principalTable: "report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "printed_cover",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    pdf = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_printed_cover", x => new { x.batch_id, x.municipality_code });
                    table.ForeignKey(
                        name: "fk_printed_cover_cover_batch_batch_id",
                        column: x => x.batch_id,
                        principalTable: "cover_batch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_printed_cover_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cover_batch_printing",
                table: "cover_batch",
                column: "report_id",
                unique: true,
                filter: "state = 'Printing'");

            migrationBuilder.CreateIndex(
                name: "ix_cover_batch_recommendation_id",
                table: "cover_batch",
                column: "recommendation_id");

            migrationBuilder.CreateIndex(
                name: "ix_cover_batch_started_by",
                table: "cover_batch",
                column: "started_by");

            migrationBuilder.CreateIndex(
                name: "ix_printed_cover_municipality_code",
                table: "printed_cover",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_report_made_by",
                table: "report",
                column: "made_by");

            migrationBuilder.CreateIndex(
                name: "ix_report_published_by",
                table: "report",
                column: "published_by");

            migrationBuilder.CreateIndex(
                name: "ix_report_recommendation_id_number",
                table: "report",
                columns: new[] { "recommendation_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_snapshot_id",
                table: "report",
                column: "snapshot_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "printed_cover");

            migrationBuilder.DropTable(
                name: "cover_batch");

            migrationBuilder.DropTable(
                name: "report");
        }
    }
}
