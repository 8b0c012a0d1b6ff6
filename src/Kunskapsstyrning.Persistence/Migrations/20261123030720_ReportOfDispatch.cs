using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ReportOfDispatch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "report_id",
                table: "dispatch",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_report_id",
                table: "dispatch",
                column: "report_id");

            migrationBuilder.AddCheckConstraint(
                name: "only_a_report_takes_a_report_out",
                table: "dispatch",
                sql: "kind = 'Report' OR report_id IS NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_dispatch_report_report_id",
                table: "dispatch",
                column: "report_id",
                principalTable: "report",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_dispatch_report_report_id",
                table: "dispatch");

            migrationBuilder.DropIndex(
                name: "ix_dispatch_report_id",
                table: "dispatch");

            migrationBuilder.DropCheckConstraint(
                name: "only_a_report_takes_a_report_out",
                table: "dispatch");

            migrationBuilder.DropColumn(
                name: "report_id",
                table: "dispatch");
        }
    }
}
