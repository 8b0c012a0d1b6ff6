using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Imports;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Imports;

/// <summary>Reading in lists through the runner, on a real database; each test with one of its own.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private static readonly DateOnly Later = new(2025, 11, 24);

    private readonly TestApp _app = new();

    private Acting Registrar => _app.As("registrator");

    private Acting Officer => _app.As("handlaggare");

    public static TheoryData<string, string> Failing => new()
    {
        { "Xköping;Ja;;KS;2016-09-20;;;2016-09-27", "Det finns ingen kommun" },
        { ";Ja;;KS;2016-09-20;;;2016-09-27", "Kommunen saknas" },
        { "Salem;;;KS;2016-09-20;;;2016-09-27", "Ställningstagandet saknas" },
        { "Salem;Kanske;;KS;2016-09-20;;;2016-09-27", "”Kanske” är inget känt ställningstagande" },
        { "Salem;Ja;Halvt;KS;2016-09-20;;;2016-09-27", "”Halvt” är ingen känd nivå" },
        { "Salem;Ja;;KS;;;;2016-09-27", "behöver sin sammanträdesdag" },
        { "Salem;Ja;;KS;2099-01-01;;;2016-09-27", "ligger i framtiden" },
        { "Salem;Ja;;KS;2016-01-20;;;2016-09-27", "före styrelsens beslut" },
        { "Salem;Ja;;KS;2016-09-20;;;2016-09-01", "kan inte ha kommit in före" },
        { "Salem;Ja;;KS;i höstas;;;2016-09-27", "Det går inte att läsa sammanträdesdagen" },
    };

    [Theory, MemberData(nameof(Failing))]
    public async Task A_row_that_the_log_form_would_refuse_is_refused_with_the_same_reason(string row, string sentence)
    {
        var id = await Registrar.Put(PutLists.Headings + row + "\nEkerö;Ja;;KS;2016-09-20;§ 67;SN16/103;2016-09-27\n");

        var plan = await Registrar.Plan(id);

        Assert.Equal((1, 0, 1), (plan.Ready, plan.ToLookAt, plan.Failing));
        Assert.Contains(sentence, Assert.Single(plan.Rows[0].Hard), StringComparison.Ordinal);
        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM decision"));
    }

    [Fact]
    public async Task A_list_is_registered_with_one_event_for_each_decision_and_one_for_the_list()
    {
        var id = await Registrar.Put(PutLists.Headings + "Ekerö;Ja;;Socialnämnden;2016-09-20;§ 67;SN16/103;2016-09-27\n0180;Nej;Förslag;KS;;;;2016-09-27\n");

        Assert.True((await Registrar.Confirm(id)).IsDone);

        Assert.Equal(Status.Adopted, await Registrar.StatusOf("0125", Later));
        Assert.Equal(Status.InPreparation, await Registrar.StatusOf("0180", Later));
        Assert.Equal(2, await _app.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'DecisionLogged'"));
        Assert.Equal(1, await _app.Read<long>($"SELECT count(*) FROM history_event WHERE kind = 'ListImported' AND subject = '{id.Value}'"));
        Assert.Equal("SN16/103", await _app.Read<string>("SELECT case_number FROM walled_details WHERE municipality_code = '0125'"));
        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM import_draft"));
    }

    [Fact]
    public async Task A_historic_list_of_290_rows_with_municipality_yes_or_no_and_day_is_registered_whole()
    {
        var municipalities = (await Registrar.State(Later)).Rows.Select(r => r.Municipality).ToList();
        var list = "Kommun;Ja/Nej;Datum\n" + string.Concat(municipalities.Select((m, i) => $"{m.Name};{(i % 10 == 0 ? "Nej" : "Ja")};{new DateOnly(2016, 9, 1).AddDays(i % 28):yyyy-MM-dd}\n"));

        var id = await Registrar.Put(list, ("inkommet", "2016-09-30"));
        var plan = await Registrar.Plan(id);
        var result = await Registrar.Confirm(id);

        Assert.Equal((290, 0, 0, 290), (plan.Ready, plan.ToLookAt, plan.Failing, plan.WithoutArrival));
        Assert.True(result.IsDone, result.Refusal?.Sentence);
        Assert.Equal(290, (await Registrar.Became(id)).Count(RowResult.Added));
        Assert.Equal((261, 29), (await Counted(Status.Adopted), await Counted(Status.Declined)));
        Assert.Equal(290, await _app.Read<long>("SELECT count(*) FROM history_event h JOIN decision_version v ON v.decision_id = h.subject WHERE h.kind = 'DecisionLogged' AND v.arrived_on = '2016-09-30'"));
        Assert.Equal(291, await _app.Read<long>("SELECT count(DISTINCT sequence) FROM history_event WHERE use_case = 'ConfirmImport'"));
    }

    [Fact]
    public async Task The_same_list_again_changes_nothing()
    {
        const string List = PutLists.Headings + "Ekerö;Ja;;Socialnämnden;2016-09-20;§ 67;SN16/103;2016-09-27\nSalem;Nej;;KS;2016-09-20;;;2016-09-27\n";
        await Registrar.Confirm(await Registrar.Put(List));

        var again = await Registrar.Put(List);
        var plan = await Registrar.Plan(again);
        await Registrar.Confirm(again);

        Assert.Equal((0, 0, 0, 2), (plan.Ready, plan.ToLookAt, plan.Failing, plan.Count(RowPlan.Same)));
        Assert.Equal(2, await _app.Read<long>("SELECT count(*) FROM decision_version"));
        Assert.Equal(2, (await Registrar.Became(again)).Count(RowResult.Unchanged));
    }

    [Fact]
    public async Task A_row_that_says_less_than_is_registered_is_the_same()
    {
        await Registrar.Run(await Registrar.Log2016("0125", Typed.Adopts));

        var plan = await Registrar.Plan(await Registrar.Put("Kommun;Beslut;Datum\nEkerö;Ja;2016-09-20\n"));

        Assert.Equal(RowPlan.Same, Assert.Single(plan.Rows).Plan);
    }

    [Fact]
    public async Task A_row_that_differs_is_corrected_only_when_it_is_chosen()
    {
        await Registrar.Run(await Registrar.Log2016("0125", Typed.Adopts));
        await Registrar.Run(await Registrar.Log2016("0128", Typed.Adopts));
        var id = await Registrar.Put(PutLists.Headings + "Ekerö;Nej;;Socialnämnden;2016-09-20;;;\nSalem;Nej;;Socialnämnden;2016-09-20;;;\n");

        var plan = await Registrar.Plan(id);
        await Registrar.Confirm(id, 3);

        Assert.Equal((0, 2, 0), (plan.Ready, plan.ToLookAt, plan.Failing));
        Assert.Equal((Status.Adopted, Status.Declined), (await Registrar.StatusOf("0125", Later), await Registrar.StatusOf("0128", Later)));
        Assert.Equal("Rättat från lista ”svar.csv”, rad 3.", await _app.Read<string>("SELECT why FROM walled_details WHERE number = 2"));
        Assert.Equal("SN16/103", await _app.Read<string>("SELECT case_number FROM walled_details WHERE number = 2"));
        var became = await Registrar.Became(id);
        Assert.Equal([RowResult.Left, RowResult.Corrected], became.Rows.Select(r => r.Result));
        Assert.Equal(Outcome.Adopts, became.Rows[1].Had!.Outcome);
    }

    [Fact]
    public async Task What_to_look_out_for_is_said_before_it_is_registered()
    {
        await Registrar.Run(await Registrar.Log2016("0125", Typed.Adopts with { Outcome = Outcome.Declines }));
        await Registrar.Run(await Registrar.Log2016("0128", Typed.Adopts));

        var plan = await Registrar.Plan(await Registrar.Put(PutLists.Headings
            + "Ekerö;Ja;;KF;2016-09-25;;;2016-09-27\nSalem;Nej;;KF;2016-08-25;;;2016-09-27\nSala;Ja;;Socialutskottet;2016-09-20;;;2016-09-27\n"
            + "Sala;Ja;;Socialutskottet;2016-09-20;;;2016-09-27\nBoden;Ja;;KF;2016-10-20;;;2016-10-27\nLuleå;Ja;;KF;2016-09-20;;;2016-09-27\nLuleå;Nej;;KF;2016-09-20;;;2016-09-27\n"));

        Assert.Contains("ersätts av det nya", Assert.Single(plan.Rows[0].Soft), StringComparison.Ordinal);
        Assert.Contains("Ett senare beslut gäller", Assert.Single(plan.Rows[1].Soft), StringComparison.Ordinal);
        Assert.Contains("Ett utskott beslutar", Assert.Single(plan.Rows[2].Soft), StringComparison.Ordinal);
        Assert.Equal((RowPlan.Twice, "Likadan som rad 4. Beslutet räknas en gång."), (plan.Rows[3].Plan, Assert.Single(plan.Rows[3].Soft)));
        Assert.Contains("Kommer in sent", Assert.Single(plan.Rows[4].Told), StringComparison.Ordinal);
        Assert.False(plan.Rows[4].NeedsLook);
        Assert.Equal((RowPlan.Fails, "Raden säger emot rad 7 om samma beslut. Behåll den ena."), (plan.Rows[6].Plan, Assert.Single(plan.Rows[6].Hard)));
        Assert.Contains("Rad 8 säger något annat om samma beslut. Behåll den ena.", plan.Rows[5].Soft, StringComparer.Ordinal);
        Assert.False(plan.Rows[5].IsChosenAtFirst);
    }

    [Theory]
    [InlineData("Ekerö;Nej;;KF;2016-09-25;;;2016-09-27", false)]
    [InlineData("Ekerö;Nej;;KF;2016-08-25;;;2016-09-27", false)]
    [InlineData("Ekerö;Ja;;KF;2016-09-25;;SN16/103;2016-09-27", false)]
    [InlineData("Salem;Utträder;;KF;2016-09-25;;;2016-09-27", false)]
    [InlineData("Salem;Ja;;Socialutskottet;2016-09-25;;;2016-09-27", true)]
    public async Task A_row_that_speaks_against_what_is_registered_is_chosen_by_nobody_but_a_person(string row, bool atFirst)
    {
        await Registrar.Run(await Registrar.Log2016("0125", Typed.Adopts));

        var planned = Assert.Single((await Registrar.Plan(await Registrar.Put(PutLists.Headings + row + "\n"))).Rows);

        Assert.Equal((RowPlan.Add, true, atFirst), (planned.Plan, planned.IsChosen, planned.IsChosenAtFirst));
        Assert.NotEmpty(planned.Soft);
    }

    [Theory]
    [InlineData("Ekerö;Ja;;Socialnämnden;;;;2016-09-27", RowPlan.LikelySame)]
    [InlineData("Ekerö;Ja;;;;;;2016-09-27", RowPlan.LikelySame)]
    [InlineData("Ekerö;Nej;;Socialnämnden;;;;2016-09-27", RowPlan.Fails)]
    [InlineData("Ekerö;Ja;;KF;;;;2016-09-27", RowPlan.Fails)]
    [InlineData("Ekerö;Ja;Förslag;Socialnämnden;;;;2016-09-27", RowPlan.Add)]
    public async Task A_row_without_a_day_is_held_back_where_it_is_most_likely_registered_already(string row, RowPlan becomes)
    {
        await Registrar.Run(await Registrar.Log2016("0125", Typed.Adopts));
        var id = await Registrar.Put(PutLists.Headings + row + "\n");

        var planned = Assert.Single((await Registrar.Plan(id)).Rows);

        Assert.Equal(becomes, planned.Plan);
        if (becomes is not RowPlan.LikelySame) return;
        Assert.Contains("troligen samma som socialnämndens beslut", Assert.Single(planned.Soft), StringComparison.Ordinal);
        Assert.True((await Registrar.Confirm(id, 2)).IsDone);
        Assert.Equal(RowResult.Left, Assert.Single((await Registrar.Became(id)).Rows).Result);
        Assert.Equal(1, await _app.Read<long>("SELECT count(*) FROM decision"));
    }

    [Theory]
    [InlineData("42614.75")]
    [InlineData("42614,75")]
    [InlineData("42614")]
    [InlineData("2016-09-01 18:00")]
    public async Task A_day_with_a_time_of_day_is_read_as_the_day(string cell)
    {
        var plan = await Registrar.Plan(await Registrar.Put($"Kommun;Beslut;Datum\nEkerö;Ja;{cell}\n"));

        Assert.Equal(new DateOnly(2016, 9, 1), Assert.Single(plan.Rows).Content!.DecidedOn);
    }

    [Fact]
    public async Task A_word_that_is_explained_once_is_known_in_the_next_list_with_the_same_headings()
    {
        const string List = "Kommun;Beslut;Datum\nEkerö;Tummen upp;2016-09-20\n";
        var first = await Registrar.Plan(await Registrar.Put(List, ("utfall|tummen upp", "antar"), ("kolumn-2", "sammantradesdag")));

        var next = await Officer.Plan(await Officer.Put("KOMMUN;beslut:;Datum\nSalem;tummen upp!;2016-09-21\n"));

        Assert.Equal(Outcome.Adopts, first.Rows[0].Content!.Outcome);
        Assert.Equal(Outcome.Adopts, next.Rows[0].Content!.Outcome);
    }

    [Fact]
    public async Task A_word_that_is_no_longer_explained_is_unknown_again()
    {
        const string List = "Kommun;Beslut;Datum\nEkerö;Tummen upp;2016-09-20\n";
        var id = await Registrar.Put(List, ("utfall|tummen upp", "antar"));

        await Registrar.Run(new ChooseForList(id, new Dictionary<string, string> { ["utfall|tummen upp"] = "" }));

        Assert.Equal(RowPlan.Fails, Assert.Single((await Registrar.Plan(id)).Rows).Plan);
        Assert.Equal(RowPlan.Fails, Assert.Single((await Officer.Plan(await Officer.Put(List))).Rows).Plan);
    }

    [Fact]
    public async Task What_is_chosen_for_a_list_without_headings_is_not_reused_for_other_such_lists()
    {
        var chosen = await Registrar.Plan(await Registrar.Put("Ekerö;Ja;2016-09-20\n", ("kolumn-0", "kommun"), ("kolumn-1", "utfall"), ("kolumn-2", "sammantradesdag")));

        var other = await Officer.Put("2016-09-20;Ja;Salem\n");

        Assert.Equal(RowPlan.Add, Assert.Single(chosen.Rows).Plan);
        Assert.True((await Officer.Ask(new ListAtHand(other)))!.LacksColumn);
    }

    [Fact]
    public async Task Two_rows_about_one_registered_decision_stop_the_second_row_and_not_the_list()
    {
        await Registrar.Run(await Registrar.Log2016("0125", Typed.Adopts with { Body = null }));
        var id = await Registrar.Put(PutLists.Headings + "Ekerö;Ja;;KS;2016-09-20;;;\nEkerö;Ja;;KF;2016-09-20;;;\nSalem;Ja;;KF;2016-09-20;;;2016-09-27\n");

        var plan = await Registrar.Plan(id);
        var result = await Registrar.Confirm(id, 2, 3);

        Assert.Equal([RowPlan.Correct, RowPlan.Fails, RowPlan.Add], plan.Rows.Select(r => r.Plan));
        Assert.Equal("Rad 2 gäller samma registrerade beslut. Behåll den ena.", Assert.Single(plan.Rows[1].Hard));
        Assert.True(result.IsDone, result.Refusal?.Sentence);
        Assert.Equal(Status.Adopted, await Registrar.StatusOf("0128", Later));
    }

    [Theory]
    [InlineData("utfall|tummen upp", "avstar")]
    [InlineData("kolumn-3", "dnr")]
    public async Task What_is_chosen_in_another_tab_stops_the_list_until_it_is_seen(string name, string value)
    {
        var id = await Registrar.Put("Kommun;Beslut;Datum;Övrigt\nEkerö;Tummen upp;2016-09-20;SN16/103\n", ("utfall|tummen upp", "antar"));
        var seen = (await Registrar.Plan(id)).Seen;
        await Registrar.Run(new ChooseForList(id, new Dictionary<string, string> { [name] = value }));

        var result = await Registrar.Run(new ConfirmImport(id, seen, new HashSet<int>()));

        Assert.Equal(ImportRefusals.ChangedMeanwhile, result.Refusal);
        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM decision"));
    }

    [Fact]
    public async Task Undoing_takes_back_and_puts_back_but_leaves_what_somebody_has_changed_since()
    {
        await Registrar.Run(await Registrar.Log2016("0128", Typed.Adopts));
        var id = await Registrar.Put(PutLists.Headings + "Ekerö;Ja;;KS;2016-09-20;;;2016-09-27\nSalem;Nej;;Socialnämnden;2016-09-20;;;\nSala;Ja;;KS;2016-09-20;;;2016-09-27\nBoden;Ja;;KS;2016-09-20;;;2016-09-27\n");
        await Registrar.Confirm(id, 3);
        var rows = (await Registrar.Became(id)).Rows;
        await Officer.Run(new CorrectDecision(rows[2].Decision!.Value, 1, rows[2].Said! with { Outcome = Outcome.Declines }, DecisionDetails.None, "Läste fel."));
        await Officer.Run(new RetractDecision(rows[3].Decision!.Value, 1, "Fel kommun."));

        var result = await Officer.Run(new UndoImport(id, "Fel lista."));
        var again = await Officer.Run(new UndoImport(id, "En gång till."));

        Assert.True(result.IsDone, result.Refusal?.Sentence);
        Assert.Equal(
            (Status.NoResponse, Status.Adopted, Status.Declined, Status.NoResponse),
            (await Registrar.StatusOf("0125", Later), await Registrar.StatusOf("0128", Later), await Registrar.StatusOf("1981", Later), await Registrar.StatusOf("2582", Later)));
        Assert.Equal([4, 5], (await Registrar.Became(id)).Undoing!.Left.Keys);
        Assert.Equal("Listan ”svar.csv” är ångrad. Fel lista.", await _app.Read<string>("SELECT reason FROM walled_reason r JOIN decision d ON d.id = r.decision_id WHERE municipality_code = '0125'"));
        Assert.Equal(1, await _app.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'ImportUndone'"));
        Assert.Equal(ImportRefusals.AlreadyUndone, again.Refusal);
    }

    [Fact]
    public async Task Undoing_needs_a_reason()
    {
        var id = await Registrar.Put(PutLists.Headings + "Ekerö;Ja;;KS;2016-09-20;;;2016-09-27\n");
        await Registrar.Confirm(id);

        var result = await Registrar.Run(new UndoImport(id, " "));

        Assert.Equal(DecisionRefusals.NeedsReason, result.Refusal);
        Assert.Equal(Status.Adopted, await Registrar.StatusOf("0125", Later));
    }

    [Fact]
    public async Task What_another_registered_between_looking_and_confirming_stops_the_list_until_it_is_seen()
    {
        const string List = PutLists.Headings + "Ekerö;Ja;;Socialnämnden;2016-09-20;;;2016-09-27\n";
        var id = await Registrar.Put(List);
        var seen = (await Registrar.Plan(id)).Seen;
        await Officer.Run(await Officer.Log2016("0125", Typed.Adopts));

        var result = await Registrar.Run(new ConfirmImport(id, seen, new HashSet<int>()));

        Assert.Equal(ImportRefusals.ChangedMeanwhile, result.Refusal);
        Assert.Equal(1, await _app.Read<long>("SELECT count(*) FROM decision"));
        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM import"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_people_who_confirm_the_same_rows_at_once_register_them_once(bool allHaveAnsweredBefore)
    {
        var municipalities = (await Registrar.State(Later)).Rows.Select(r => r.Municipality).ToList();
        if (allHaveAnsweredBefore) await Registrar.Confirm(await Registrar.Put(PutLists.Headings + string.Concat(municipalities.Select(m => $"{m.Name};Ja;;KS;2016-08-20;;;2016-09-27\n"))));
        var before = await _app.Read<long>("SELECT count(*) FROM decision");
        var list = PutLists.Headings + string.Concat(municipalities.Select(m => $"{m.Name};Ja;;KS;2016-09-20;;;2016-09-27\n"));
        var (mine, theirs) = (await Registrar.Put(list), await Officer.Put(list));
        var (mySeen, theirSeen) = ((await Registrar.Plan(mine)).Seen, (await Officer.Plan(theirs)).Seen);

        var results = await Task.WhenAll(
            Registrar.Run(new ConfirmImport(mine, mySeen, new HashSet<int>())), Officer.Run(new ConfirmImport(theirs, theirSeen, new HashSet<int>())));

        Assert.Equal(1, results.Count(r => r.IsDone));
        Assert.Equal(ImportRefusals.ChangedMeanwhile, Assert.Single(results, r => !r.IsDone).Refusal);
        Assert.Equal((before + 290, 290), (await _app.Read<long>("SELECT count(*) FROM decision"), await _app.Read<long>("SELECT count(*) FROM response WHERE revision = (SELECT max(revision) FROM response)")));
    }

    [Fact]
    public async Task A_list_confirmed_twice_is_registered_once()
    {
        var id = await Registrar.Put(PutLists.Headings + "Ekerö;Ja;;KS;2016-09-20;;;2016-09-27\n");
        var seen = (await Registrar.Plan(id)).Seen;

        var first = await Registrar.Run(new ConfirmImport(id, seen, new HashSet<int>()));
        var second = await Registrar.Run(new ConfirmImport(id, seen, new HashSet<int>()));

        Assert.True(first.IsDone && second.IsDone);
        Assert.Equal(1, await _app.Read<long>("SELECT count(*) FROM decision"));
    }

    [Fact]
    public async Task Another_person_neither_sees_nor_confirms_a_list_that_waits()
    {
        var id = await Registrar.Put(PutLists.Headings + "Ekerö;Ja;;KS;2016-09-20;;;2016-09-27\n");
        var seen = (await Registrar.Plan(id)).Seen;

        Assert.Null(await Officer.Ask(new ListAtHand(id)));
        Assert.Equal(ImportRefusals.NotThere, (await Officer.Run(new ConfirmImport(id, seen, new HashSet<int>()))).Refusal);
        await Assert.ThrowsAsync<NotAllowedException>(() => _app.As(Role.Reader).Run(new ConfirmImport(id, seen, new HashSet<int>())));
    }

    [Fact]
    public async Task What_is_kept_of_a_list_cannot_be_changed()
    {
        await Registrar.Confirm(await Registrar.Put(PutLists.Headings + "Ekerö;Ja;;KS;2016-09-20;;;2016-09-27\n"));

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _app.Read<int>("UPDATE import SET name = 'en annan' RETURNING 1"));
    }

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<int> Counted(Status status) => (await Registrar.State(Later)).Rows.Count(r => r.Standing.Status == status);
}
