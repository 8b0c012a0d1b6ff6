using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Boundaries;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Exports;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Snapshots;
using Kunskapsstyrning.Web.Tests.Features.Boundaries;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.Tests.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Snapshots;

/// <summary>A state that was saved: the same again, whatever happens afterwards.</summary>
public sealed class SnapshotTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateOnly Day = new(2016, 10, 15);

    private Acting Registrar => app.As(Role.Registrar);

    private Acting Officer => app.As(Role.Officer);

    [Fact]
    public async Task Every_file_is_the_same_after_a_late_arrival_a_correction_and_a_retraction()
    {
        var corrected = await Logged("0114", Typed.Adopts);
        var retracted = await Logged("0115", Typed.Adopts);
        var id = await Taken("Efter sista svarsdag");
        var before = await Opened(id);

        Assert.True((await Registrar.Run(new CorrectDecision(corrected, Seen: 1, Typed.Adopts with { Outcome = Outcome.Declines }, Typed.Details, "Fel utfall."))).IsDone);
        Assert.True((await Registrar.Run(new RetractDecision(retracted, Seen: 1, "Fel kommun."))).IsDone);
        await Logged("0117", Typed.Adopts);
        var after = await Opened(id);

        Assert.True(after.Agrees);
        Assert.Equal(before.State.Rows.Select(r => r.Standing.Status), after.State.Rows.Select(r => r.Standing.Status));
        Assert.Equal(ExportWorkbook.Write(Export(before)), ExportWorkbook.Write(Export(after)));
        Assert.Equal(ExportDeck.Write(Export(before)), ExportDeck.Write(Export(after)));
        Assert.Equal(ExportCsv.ForSpreadsheet(Export(before)), ExportCsv.ForSpreadsheet(Export(after)));
        Assert.Equal(ExportCsv.ForMachine(Export(before)), ExportCsv.ForMachine(Export(after)));
        Assert.All(Enum.GetValues<PictureKind>(), kind => Assert.Equal(ExportPicture.Of(Export(before), kind), ExportPicture.Of(Export(after), kind)));
        var live = (await Officer.Ask(new StateOfRecommendation(Typed.Slug2016, new AsOf(Day))))!;
        Assert.NotEqual(live.Rows.Select(r => r.Standing.Status), after.State.Rows.Select(r => r.Standing.Status));
    }

    [Fact]
    public async Task Its_map_has_the_boundaries_that_it_was_saved_with()
    {
        var none = await Taken("Före gränserna");
        var first = await Drawn(0.04);
        var one = await Taken("Med gränser");
        await Drawn(0.06);

        Assert.Null((await Opened(none)).State.Boundaries);
        Assert.Equal(first, (await Opened(one)).State.Boundaries!.Checksum);
    }

    [Fact]
    public async Task What_happened_since_is_told_with_from_to_and_why()
    {
        var corrected = await Logged("0120", Typed.Adopts);
        var retracted = await Logged("0123", Typed.Adopts);
        var id = await Taken("Händelser");
        Assert.True((await Registrar.Run(new CorrectDecision(corrected, Seen: 1, Typed.Adopts with { Outcome = Outcome.Declines }, Typed.Details, "Fel utfall."))).IsDone);
        Assert.True((await Registrar.Run(new RetractDecision(retracted, Seen: 1, "Fel kommun."))).IsDone);
        await Logged("0126", Typed.Adopts);
        await Logged("0127", Typed.Adopts with { DecidedOn = new DateOnly(2016, 11, 1), ArrivedOn = new DateOnly(2016, 11, 5) });

        var since = (await Opened(id)).Since.ToDictionary(s => s.Municipality, s => (s.Kind, s.From, s.To, s.ChangesTheDay, s.Reason));

        Assert.Equal((SinceKind.Correction, Status.Adopted, Status.Declined, true, "Fel utfall."), since[Name("0120")]);
        Assert.Equal((SinceKind.Retraction, Status.Adopted, Status.NoResponse, true, "Fel kommun."), since[Name("0123")]);
        Assert.Equal((SinceKind.LateArrival, Status.NoResponse, Status.Adopted, true, null), since[Name("0126")]);
        Assert.Equal((SinceKind.NewAnswer, Status.NoResponse, Status.Adopted, false, null), since[Name("0127")]);
    }

    [Fact]
    public async Task Two_saved_states_are_held_against_each_other_the_earlier_first()
    {
        var first = await Taken("Före");
        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        await Logged("0128", Typed.Adopts);
        var second = await Taken("Efter");

        var difference = (await Officer.Ask(new SnapshotInFull(Typed.Slug2016, second, first)))!.Difference!;

        Assert.Equal(("Före", "Efter"), (difference.From.Name, difference.To.Name));
        Assert.Contains(new SnapshotChange(Name("0128"), Status.NoResponse, Status.Adopted), difference.Changes);
    }

    [Fact]
    public async Task Of_two_saved_states_that_of_the_earlier_day_comes_first_whichever_was_saved_first()
    {
        var later = await Taken("Senare dag");
        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        var earlier = await Taken("Tidigare dag", new AsOf(Day.AddDays(-10)));

        var difference = (await Officer.Ask(new SnapshotInFull(Typed.Slug2016, earlier, later)))!.Difference!;

        Assert.Equal(("Tidigare dag", "Senare dag"), (difference.From.Name, difference.To.Name));
    }

    [Fact]
    public async Task What_differs_between_states_that_are_counted_alike_is_told_as_a_change_with_both_days()
    {
        var first = await Taken("Lika, före", new AsOf(Day.AddDays(-3)));
        var second = await Taken("Lika, efter", new AsOf(Day));

        var page = await Compared(first, second);

        Assert.Empty(page.QuerySelectorAll(".note"));
        Assert.Matches("^Från Lika, före, läget 12 oktober 2016, till Lika, efter, läget 15 oktober 2016: (ingen kommun|[0-9]+ kommun(er)?) har en annan status[.] .* Båda är räknade efter den dag svaret kom in[.]$", page.QuerySelector("#h-mot ~ p.after")!.TextContent.Replace(Web.Ui.Swedish.Nbsp, ' '));
    }

    [Fact]
    public async Task Where_two_states_are_counted_in_different_ways_it_is_warned_and_nothing_is_called_a_change()
    {
        var arrived = await Taken("Inkommet", new AsOf(Day));
        var held = await Taken("Beslutat", new AsOf(Day, Basis.Held));

        var page = await Compared(arrived, held);

        var said = page.QuerySelector("#h-mot ~ p.after")!.TextContent.Replace(Web.Ui.Swedish.Nbsp, ' ');
        Assert.Equal("Lägena är räknade på olika sätt.", page.QuerySelector(".note.warn strong")!.TextContent);
        Assert.StartsWith("Inkommet är läget 15 oktober 2016, räknat efter den dag svaret kom in. Beslutat är läget 15 oktober 2016, räknat efter den dag beslutet togs.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("en annan status", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_state_to_compare_with_is_offered_with_its_day_and_what_it_is_counted_by()
    {
        var one = await Taken("Erbjuden", new AsOf(Day, Basis.Held));
        var other = await Taken("Öppnad", new AsOf(Day));

        var page = await Compared(other, null);

        Assert.Equal("Erbjuden – 15 oktober 2016, den dag beslutet togs", page.QuerySelector($"#mot option[value='{one.Value}']")!.TextContent.Replace(Web.Ui.Swedish.Nbsp, ' '));
    }

    [Fact]
    public async Task The_table_of_a_saved_state_ends_with_everybody()
    {
        var page = await Compared(await Taken("Med summa"), null);

        Assert.Equal("Alla|290", string.Join('|', page.QuerySelector("main tr.sumrow, tr.sumrow")!.Children.Take(2).Select(cell => cell.TextContent)));
    }

    [Fact]
    public async Task The_files_of_a_saved_state_have_the_names_that_they_have_everywhere()
    {
        var id = await Taken("Med filer");
        var shown = await Opened(id);

        var page = await Compared(id, null);

        Assert.Equal(FileToTake.Of(Export(shown)).Select(f => (f.Name, f.Address)), page.QuerySelectorAll("a[href*='utdrag.']").Select(a => (a.TextContent, a.GetAttribute("href")!)));
    }

    [Theory]
    [InlineData(1, 1, "1 händelse. Den ändrar läget den 15 oktober 2016.")]
    [InlineData(0, 1, "1 händelse. Den ändrar inte läget den 15 oktober 2016.")]
    [InlineData(0, 3, "3 händelser, den senaste först. Ingen av dem ändrar läget den 15 oktober 2016.")]
    [InlineData(1, 3, "3 händelser, den senaste först. 1 av dem ändrar läget den 15 oktober 2016.")]
    [InlineData(2, 2, "2 händelser, den senaste först. Båda ändrar läget den 15 oktober 2016.")]
    [InlineData(3, 3, "3 händelser, den senaste först. Alla ändrar läget den 15 oktober 2016.")]
    public void How_many_events_change_the_day_is_told_in_the_right_number(int changing, int all, string sentence) => Assert.Equal(sentence, Web.Ui.Swedish.SinceSentence(
        [.. Enumerable.Range(0, all).Select(at => new HappenedSince(at, default, default, "Ale", SinceKind.Correction, Status.Adopted, Status.Declined, at < changing, null))], Day).Replace(Web.Ui.Swedish.Nbsp, ' '));

    [Fact]
    public async Task Where_no_state_is_saved_it_is_said()
    {
        var page = Rendered.Parse(await Rendered.Page<SnapshotsPage>(Layout.Viewer.Anyone,
            ("Recommendation", Overview.States.Recommendation()), ("Today", Day), ("Lines", Array.Empty<SnapshotLine>()), ("Typed", new TypedSnapshot("", "", "", ""))));

        Assert.Equal("Inga lägen är sparade.", page.QuerySelector("p.after")!.TextContent);
    }

    [Fact]
    public async Task What_it_counts_from_is_kept_also_when_a_municipality_gets_another_name()
    {
        var id = await Taken("Namn");
        var before = await Opened(id);
        await using var owner = new NpgsqlConnection(app.OwnerConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await using (var rename = new NpgsqlCommand("UPDATE municipality SET name = 'Nynäsborg' WHERE code = '0192'", owner)) await rename.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        app.Changes.Unknown();

        var live = (await Officer.Ask(new StateOfRecommendation(Typed.Slug2016, new AsOf(Day))))!;
        Assert.Contains(live.Rows, r => r.Municipality.Name is "Nynäsborg");
        Assert.Equal(ExportCsv.ForMachine(Export(before)), ExportCsv.ForMachine(Export(await Opened(id))));
    }

    [Fact]
    public async Task A_disagreement_with_what_was_saved_is_discovered()
    {
        var id = await Taken("Oense");
        Assert.True((await Opened(id)).Agrees);

        await using var owner = new NpgsqlConnection(app.OwnerConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await using var spoil = new NpgsqlCommand($"SET app.scope = 'skr'; ALTER TABLE snapshot DISABLE TRIGGER refuse_change; UPDATE snapshot SET figures = replace(figures, ':', ':1') WHERE id = '{id.Value}'; ALTER TABLE snapshot ENABLE TRIGGER refuse_change", owner);
        await spoil.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        Assert.False((await Opened(id)).Agrees);
    }

    [Fact]
    public async Task A_saved_state_never_changes()
    {
        await Taken("Fast");
        await using var owner = new NpgsqlConnection(app.OwnerConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await using var change = new NpgsqlCommand("SET app.scope = 'skr'; UPDATE snapshot SET name = 'Annat'", owner);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData("", "Rapport", "snapshot-needs-name")]
    [InlineData("Utan syfte", " ", "snapshot-needs-purpose")]
    public async Task It_needs_a_name_and_a_purpose(string name, string purpose, string code) =>
        Assert.Equal(code, (await Officer.Run(new TakeSnapshot(new SnapshotId(Guid.CreateVersion7()), Typed.Slug2016, new AsOf(Day), name, purpose))).Refusal!.Code);

    [Fact]
    public async Task Two_do_not_have_the_same_name()
    {
        await Taken("Samma");

        Assert.Equal("snapshot-name-taken", (await Officer.Run(new TakeSnapshot(new SnapshotId(Guid.CreateVersion7()), Typed.Slug2016, new AsOf(Day), " Samma ", "Rapport"))).Refusal!.Code);
    }

    [Fact]
    public async Task Nobody_outside_SKR_sees_them_and_only_those_who_manage_save_them()
    {
        await Assert.ThrowsAsync<NotAllowedException>(() => app.AsAnyone().Ask(new SnapshotsOf(Typed.Slug2016)));
        await Assert.ThrowsAsync<NotAllowedException>(() => app.As(new MunicipalityCode("0125")).Ask(new SnapshotsOf(Typed.Slug2016)));
        await Assert.ThrowsAsync<NotAllowedException>(() => app.As(Role.Reader).Run(new TakeSnapshot(new SnapshotId(Guid.CreateVersion7()), Typed.Slug2016, new AsOf(Day), "Nej", "Nej")));
        Assert.NotNull(await app.As(Role.Reader).Ask(new SnapshotsOf(Typed.Slug2016)));
    }

    private static Export Export(SnapshotInFull.Shown shown) => SnapshotEndpoints.ExportOf(shown, ViewInAddress.Of(Typed.Slug2016, new QueryCollection()));

    private string Name(string code) => _names[code];

    private readonly Dictionary<string, string> _names = Overview.States.Municipalities.ToDictionary(m => m.Code.Digits, m => m.Name);

    private async Task<string> Drawn(double size)
    {
        var there = (await Officer.Ask(new StateOfRecommendation(Typed.Slug2016, new AsOf(Day))))!.Rows.Select(r => r.Municipality);
        var file = (await app.As(Role.Administrator).Ask(new TryBoundaries("karta.geojson", MadeUpMap.GeoJson(there, size)))).File!;
        Assert.Null((await app.As(Role.Administrator).Run(new ReadInBoundaries(file, "SCB", new DateOnly(2025, 1, 1)))).Refusal);
        return file.Sha256;
    }

    private async Task<DecisionId> Logged(string municipality, DecisionContent content)
    {
        var log = await Registrar.Log2016(municipality, content);
        Assert.True((await Registrar.Run(log)).IsDone);
        return log.Id;
    }

    private async Task<SnapshotId> Taken(string name, AsOf? asOf = null)
    {
        var id = new SnapshotId(Guid.CreateVersion7());
        Assert.Null((await Officer.Run(new TakeSnapshot(id, Typed.Slug2016, asOf ?? new AsOf(Day), name, "Rapport till styrelsen"))).Refusal);
        return id;
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Compared(SnapshotId id, SnapshotId? against)
    {
        var shown = (await Officer.Ask(new SnapshotInFull(Typed.Slug2016, id, against)))!;
        var others = (await Officer.Ask(new SnapshotsOf(Typed.Slug2016)))!.Lines;
        return Rendered.Parse(await Rendered.Page<SnapshotPage>(
            Layout.Viewer.Anyone, ("Export", Export(shown)), ("Snapshot", shown.Snapshot), ("Agrees", shown.Agrees), ("Since", shown.Since), ("Difference", shown.Difference), ("Others", others)));
    }

    private async Task<SnapshotInFull.Shown> Opened(SnapshotId id) => (await Officer.Ask(new SnapshotInFull(Typed.Slug2016, id)))!;
}
