using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class WalledReasons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "correction_has_its_reason",
                table: "decision_version");

            migrationBuilder.AddColumn<string>(
                name: "why",
                table: "walled_details",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "walled_reason",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_walled_reason", x => x.decision_id);
                    table.ForeignKey(
                        name: "fk_walled_reason_retraction_decision_id",
                        column: x => x.decision_id,
                        principalTable: "retraction",
                        principalColumn: "decision_id",
                        onDelete: ReferentialAction.Restrict);
                });

            // What has been said is taken along: facts refuse to be changed, and the wall hides them also from the owner.
            migrationBuilder.Sql(
                """
                DO $$ BEGIN
                    PERFORM set_config('app.scope', 'skr', true);
                    ALTER TABLE walled_details DISABLE TRIGGER USER;
                    UPDATE walled_details SET why = told.reason FROM decision_version told
                    WHERE (told.decision_id, told.number) = (walled_details.decision_id, walled_details.number) AND told.reason IS NOT NULL;
                    ALTER TABLE walled_details ENABLE TRIGGER USER;
                    INSERT INTO walled_reason (decision_id, reason) SELECT decision_id, reason FROM retraction;
                END $$;
                """);

            migrationBuilder.DropColumn(
                name: "reason",
                table: "retraction");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "decision_version");

            migrationBuilder.AddCheckConstraint(
                name: "correction_has_its_reason",
                table: "walled_details",
                sql: "number = 1 OR why IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "walled_reason");

            migrationBuilder.DropCheckConstraint(
                name: "correction_has_its_reason",
                table: "walled_details");

            migrationBuilder.DropColumn(
                name: "why",
                table: "walled_details");

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "retraction",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "decision_version",
                type: "text",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "correction_has_its_reason",
                table: "decision_version",
                sql: "number = 1 OR reason IS NOT NULL");
        }
    }
}
