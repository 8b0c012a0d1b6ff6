using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.Rounds;
using Kunskapsstyrning.Web.Ui;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Rounds;

/// <summary>Calls, notes and what is to happen next. Each test has municipalities of its own.</summary>
public sealed class NoteTests(TestApp app) : IClassFixture<TestApp>
{
    private Acting Registrar => app.As(Role.Registrar);

    [Fact]
    public void Each_day_that_cannot_be_read_is_told_of_by_its_name()
    {
        var errors = new FieldErrors();
        var typed = TypedNote.New(new DateOnly(2026, 11, 23), null);
        typed = typed with { Fields = new Dictionary<string, string>(typed.Fields) { ["dag"] = "igår", ["ord"] = "Ringde.", ["beslutar"] = "snart", ["folj-upp"] = "sen" } };

        Assert.Null(typed.Command(new MunicipalityCode("0125"), errors));

        Assert.Equal(["dag", "beslutar", "folj-upp"], errors.All.Select(e => e.Field));
        Assert.Equal(3, errors.All.Select(e => e.Sentence).Distinct().Count());
    }

    [Fact]
    public async Task A_call_is_read_again_and_what_was_said_is_nowhere_in_the_history()
    {
        await Registrar.Notes(Noting.About("0114", Noting.Call("Ärendet ligger hos zqnämnden.", "Zqkarin"), new NextStep(new DateOnly(2025, 12, 15), "zqfullmäktige", null)));

        var entry = (await Registrar.ContactWith("0114")).Entries.Single(e => e.CorrectAt is not null);

        Assert.Equal(("Samtal med Zqkarin", "Ärendet ligger hos zqnämnden."), (entry.Heading, entry.Quote));
        Assert.Equal(2, await app.Read<long>("SELECT count(*) FROM history_event WHERE municipality_code = '0114'"));
        Assert.Equal(0, await app.Read<long>("SELECT count(*) FROM history_event WHERE concat(before, after, reason) ILIKE '%zq%'"));
        Assert.Equal(1, await app.Read<long>("SELECT count(DISTINCT xmin::text) FROM (SELECT xmin FROM contact_note WHERE municipality_code = '0114' UNION ALL SELECT xmin FROM follow_up WHERE municipality_code = '0114' UNION ALL SELECT xmin FROM history_event WHERE municipality_code = '0114') AS all_rows"));
    }

    [Fact]
    public async Task A_note_is_mended_with_a_reason_and_the_earlier_can_still_be_read()
    {
        await Registrar.Notes(Noting.About("0115", Noting.Call("De beslutar i juni.")));
        var (note, code) = ((await Registrar.ContactWith("0115")).NoteId(), new MunicipalityCode("0115"));

        Assert.Null((await Registrar.Run(new CorrectNote(NewId(), code, note, Noting.Call("De beslutar i augusti."), "Fel månad."))).Refusal);

        var entry = (await Registrar.ContactWith("0115")).Entries.Single(e => e.CorrectAt is not null);
        Assert.Equal("De beslutar i augusti.", entry.Quote);
        Assert.Equal("De beslutar i juni.", Assert.Single(entry.Before).Quote);
        Assert.Equal(["Rättat: Fel månad."], entry.Lines);
    }

    [Fact]
    public async Task Of_two_who_mend_the_same_note_the_second_is_told()
    {
        await Registrar.Notes(Noting.About("0117", Noting.Call()));
        var (note, code) = ((await Registrar.ContactWith("0117")).NoteId(), new MunicipalityCode("0117"));
        Assert.Null((await Registrar.Run(new CorrectNote(NewId(), code, note, Noting.Call("Ett."), "Fel."))).Refusal);

        Assert.Equal(NoteRefusals.CorrectedMeanwhile, (await app.As(Role.Officer).Run(new CorrectNote(NewId(), code, note, Noting.Call("Två."), "Fel."))).Refusal);
        Assert.Equal(NoteRefusals.NotThere, (await Registrar.Run(new CorrectNote(NewId(), new MunicipalityCode("0120"), note, Noting.Call("Tre."), "Fel."))).Refusal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_note()
    {
        var command = Noting.About("0123", Noting.Call(), new NextStep(null, null, new DateOnly(2025, 12, 1)));

        await Registrar.Notes(command);
        await Registrar.Notes(command);

        Assert.Equal((1L, 1L), (await app.Read<long>("SELECT count(*) FROM contact_note WHERE municipality_code = '0123'"), await app.Read<long>("SELECT count(*) FROM follow_up WHERE municipality_code = '0123'")));
    }

    [Fact]
    public async Task What_is_planned_anew_ends_what_was_planned_before()
    {
        await Registrar.Notes(Noting.About("0126", null, new NextStep(new DateOnly(2025, 12, 8), "KS", null)));
        await Registrar.Notes(Noting.About("0126", null, new NextStep(new DateOnly(2025, 12, 15), "KF", null)));

        var plan = Assert.Single((await Registrar.ContactWith("0126")).Lines.Single(l => l.Recommendation.Slug == Noting.Slug).Plans);
        Assert.Equal((new DateOnly(2025, 12, 15), new DateOnly(2025, 12, 16)), (plan.DecidesOn!.Value, plan.Day));
        Assert.Single(await Registrar.Ask(new WaitsForMunicipality()), w => w.Municipality.Code.Digits == "0126");
        Assert.Null((await Registrar.Run(new EndFollowUp(plan.Id))).Refusal);
        Assert.DoesNotContain(await Registrar.Ask(new WaitsForMunicipality()), w => w.Municipality.Code.Digits == "0126");
    }

    [Fact]
    public async Task A_refused_day_leaves_no_note()
    {
        var refused = await Registrar.Run(Noting.About("0127", Noting.Call(), new NextStep(new DateOnly(2025, 11, 23), null, null)));

        Assert.Equal(FollowUpRefusals.MeetingHasBeen, refused.Refusal);
        Assert.Equal(0, await app.Read<long>("SELECT count(*) FROM contact_note WHERE municipality_code = '0127'"));
    }

    [Fact]
    public async Task A_day_is_about_a_recommendation_and_something_is_said_or_planned()
    {
        var about = Noting.About("0128", Noting.Call());

        Assert.Equal(ContactingRefusals.NeedsRecommendation, (await Registrar.Run(about with { Slug = null, Next = new NextStep(null, null, new DateOnly(2025, 12, 1)) })).Refusal);
        Assert.Equal(ContactingRefusals.NoSuchRecommendation, (await Registrar.Run(about with { Slug = "finns-inte" })).Refusal);
        Assert.Equal(ContactingRefusals.NotThere, (await Registrar.Run(about with { Municipality = new MunicipalityCode("9999") })).Refusal);
        Assert.Equal(NoteRefusals.NoWords, (await Registrar.Run(about with { Noted = null })).Refusal);
        Assert.Null((await Registrar.Run(about with { Slug = null })).Refusal);
    }

    [Theory]
    [InlineData("contact_note")]
    [InlineData("assignment")]
    [InlineData("reminder_ladder")]
    [InlineData("reminder_snooze")]
    public async Task Facts_are_neither_changed_nor_removed(string table)
    {
        await using var owner = new NpgsqlConnection(app.OwnerConnectionString);
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT set_config('app.scope', 'skr', false); TRUNCATE {table} CASCADE", owner);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    private static ContactNoteId NewId() => new(Guid.CreateVersion7());
}
