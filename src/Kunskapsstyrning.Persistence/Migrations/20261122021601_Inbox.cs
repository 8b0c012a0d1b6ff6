using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kunskapsstyrning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Inbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_decision_draft",
                table: "decision_draft");

            migrationBuilder.AddColumn<Guid>(
                name: "item_id",
                table: "decision_draft",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddPrimaryKey(
                name: "pk_decision_draft",
                table: "decision_draft",
                columns: new[] { "person_id", "item_id" });

            migrationBuilder.CreateTable(
                name: "arrived_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    identity = table.Column<string>(type: "text", nullable: false),
                    original_id = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    set_aside_because = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    arrival_arrived_on = table.Column<DateOnly>(type: "date", nullable: false),
                    arrival_fault = table.Column<string>(type: "text", nullable: true),
                    arrival_message_id = table.Column<string>(type: "text", nullable: true),
                    arrival_sender = table.Column<string>(type: "text", nullable: true),
                    arrival_subject = table.Column<string>(type: "text", nullable: false),
                    arrival_way = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_arrived_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_arrived_item_document_original_id",
                        column: x => x.original_id,
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_as_read",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    page_count = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "json", nullable: false),
                    fault = table.Column<string>(type: "text", nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_as_read", x => x.document_id);
                    table.ForeignKey(
                        name: "fk_document_as_read_document_document_id",
                        column: x => x.document_id,
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "arrived_part",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    within = table.Column<int>(type: "integer", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_arrived_part", x => new { x.item_id, x.number });
                    table.ForeignKey(
                        name: "fk_arrived_part_arrived_item_item_id",
                        column: x => x.item_id,
                        principalTable: "arrived_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_arrived_part_document_document_id",
                        column: x => x.document_id,
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_as_read",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    main_document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_tied = table.Column<bool>(type: "boolean", nullable: false),
                    suggestions = table.Column<string>(type: "json", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_as_read", x => x.item_id);
                    table.ForeignKey(
                        name: "fk_item_as_read_arrived_item_item_id",
                        column: x => x.item_id,
                        principalTable: "arrived_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_item_as_read_document_main_document_id",
                        column: x => x.main_document_id,
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_decision",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_decision", x => new { x.item_id, x.decision_id });
                    table.ForeignKey(
                        name: "fk_item_decision_arrived_item_item_id",
                        column: x => x.item_id,
                        principalTable: "arrived_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_item_decision_decision_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_presence",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_presence", x => new { x.item_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_item_presence_arrived_item_item_id",
                        column: x => x.item_id,
                        principalTable: "arrived_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_item_presence_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_arrived_item_identity",
                table: "arrived_item",
                column: "identity",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_arrived_item_original_id",
                table: "arrived_item",
                column: "original_id");

            migrationBuilder.CreateIndex(
                name: "ix_arrived_item_state_taken_in_at",
                table: "arrived_item",
                columns: new[] { "state", "taken_in_at" });

            migrationBuilder.CreateIndex(
                name: "ix_arrived_part_document_id",
                table: "arrived_part",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_item_as_read_main_document_id",
                table: "item_as_read",
                column: "main_document_id");

            migrationBuilder.CreateIndex(
                name: "ix_item_decision_decision_id",
                table: "item_decision",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_item_presence_person_id",
                table: "item_presence",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "arrived_part");

            migrationBuilder.DropTable(
                name: "document_as_read");

            migrationBuilder.DropTable(
                name: "item_as_read");

            migrationBuilder.DropTable(
                name: "item_decision");

            migrationBuilder.DropTable(
                name: "item_presence");

            migrationBuilder.DropTable(
                name: "arrived_item");

            migrationBuilder.DropPrimaryKey(
                name: "pk_decision_draft",
                table: "decision_draft");

            migrationBuilder.DropColumn(
                name: "item_id",
                table: "decision_draft");

            migrationBuilder.AddPrimaryKey(
                name: "pk_decision_draft",
                table: "decision_draft",
                column: "person_id");
        }
    }
}
