using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RemindersPutOffApart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "deadline",
                table: "reminder_snooze",
                type: "date",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "deadline",
                table: "reminder_snooze");
        }
    }
}
