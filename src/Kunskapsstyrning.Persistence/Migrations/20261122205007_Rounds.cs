using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Rounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "decision_id",
                table: "follow_up",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "body",
                table: "follow_up",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "decides_on",
                table: "follow_up",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "assignment",
                columns: table => new
                {
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assigned_by = table.Column<Guid>(type: "uuid", nullable: false),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment", x => new { x.recommendation_id, x.municipality_code, x.number });
                    table.ForeignKey(
                        name: "fk_assignment_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignment_person_assigned_by",
                        column: x => x.assigned_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignment_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignment_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact_note",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    with = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true),
                    corrected_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_note", x => x.id);
                    table.CheckConstraint("correction_says_why", "(corrects_id IS NULL) = (corrected_because IS NULL)");
                    table.ForeignKey(
                        name: "fk_contact_note_contact_note_corrects_id",
                        column: x => x.corrects_id,
                        principalTable: "contact_note",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contact_note_municipality_municipality_code",
                        column: x => x.municipality_code,
                        principalTable: "municipality",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contact_note_person_written_by",
                        column: x => x.written_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contact_note_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminder_ladder",
                columns: table => new
                {
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    steps = table.Column<string>(type: "jsonb", nullable: false),
                    stated_by = table.Column<Guid>(type: "uuid", nullable: false),
                    stated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder_ladder", x => new { x.recommendation_id, x.number });
                    table.ForeignKey(
                        name: "fk_reminder_ladder_person_stated_by",
                        column: x => x.stated_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reminder_ladder_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminder_snooze",
                columns: table => new
                {
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    snoozed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    snoozed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder_snooze", x => new { x.recommendation_id, x.planned_on, x.number });
                    table.ForeignKey(
                        name: "fk_reminder_snooze_person_snoozed_by",
                        column: x => x.snoozed_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reminder_snooze_recommendation_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assignment_assigned_by",
                table: "assignment",
                column: "assigned_by");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_municipality_code",
                table: "assignment",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_person_id",
                table: "assignment",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_note_corrects_id",
                table: "contact_note",
                column: "corrects_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contact_note_municipality_code",
                table: "contact_note",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_contact_note_recommendation_id",
                table: "contact_note",
                column: "recommendation_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_note_written_by",
                table: "contact_note",
                column: "written_by");

            migrationBuilder.CreateIndex(
                name: "ix_reminder_ladder_stated_by",
                table: "reminder_ladder",
                column: "stated_by");

            migrationBuilder.CreateIndex(
                name: "ix_reminder_snooze_snoozed_by",
                table: "reminder_snooze",
                column: "snoozed_by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assignment");

            migrationBuilder.DropTable(
                name: "contact_note");

            migrationBuilder.DropTable(
                name: "reminder_ladder");

            migrationBuilder.DropTable(
                name: "reminder_snooze");

            migrationBuilder.DropColumn(
                name: "body",
                table: "follow_up");

            migrationBuilder.DropColumn(
                name: "decides_on",
                table: "follow_up");

            migrationBuilder.AlterColumn<Guid>(
                name: "decision_id",
                table: "follow_up",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
