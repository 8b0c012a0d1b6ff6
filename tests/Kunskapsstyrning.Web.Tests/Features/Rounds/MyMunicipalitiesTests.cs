using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Operations;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Features.Rounds;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Dispatches;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Rounds;

/// <summary>What there is to do today. Each test has an application of its own: the lists are of everything that is there.</summary>
public sealed class MyMunicipalitiesTests
{
    [Fact]
    public async Task The_most_pressing_stands_first_and_every_row_says_why()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        await Follows(officer, "0114", "0115", "0117", "0120", "0123");
        await officer.Notes(Noting.About("0117", null, new NextStep(new DateOnly(2025, 12, 1), "KF", null)));
        await officer.Notes(Noting.About("0115", null, new NextStep(null, null, new DateOnly(2025, 12, 2))));
        await officer.Notes(Noting.About("0123", null, new NextStep(new DateOnly(2025, 12, 10), null, null)));
        await Logs(app, "0120", Stage.Proposal, new DateOnly(2025, 10, 1));
        app.Clock.Set(new DateOnly(2025, 12, 2));

        var view = await officer.Ask(new MyMunicipalities(null));

        Assert.Equal([("0117", ToDoKind.ForecastPassed), ("0115", ToDoKind.FollowUpDue), ("0114", ToDoKind.DeadlineNear), ("0120", ToDoKind.ProposalWithoutFinal)], view.ToDo.Select(r => (r.Municipality.Code.Digits, r.ToDo!.Kind)));
        Assert.Equal("0123", Assert.Single(view.Rest).Municipality.Code.Digits);
    }

    [Fact]
    public async Task A_final_answer_takes_a_municipality_off_the_list_and_a_proposal_before_it_does_not()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        await Follows(officer, "0114", "0115");
        foreach (var code in (string[])["0114", "0115"]) await officer.Notes(Noting.About(code, null, new NextStep(null, null, new DateOnly(2025, 12, 2))));
        app.Clock.Set(new DateOnly(2025, 12, 3));
        Assert.Equal(2, (await officer.Ask(new MyMunicipalities(null))).ToDo.Count);

        await Logs(app, "0114", Stage.Final, new DateOnly(2025, 12, 3));
        await Logs(app, "0115", Stage.Proposal, new DateOnly(2025, 12, 3));

        Assert.Equal(("0115", ToDoKind.FollowUpDue), (await officer.Ask(new MyMunicipalities(null))).ToDo.Select(r => (r.Municipality.Code.Digits, r.ToDo!.Kind)).Single());
    }

    [Fact]
    public async Task An_address_that_did_not_work_is_to_be_mended_until_a_message_has_gone_to_one_that_does()
    {
        await using var app = await TestApp.Create();
        await app.EveryoneIsReached();
        var officer = app.As(Role.Officer);
        await Follows(officer, "0114");
        await app.Dispatches(Noting.Slug, new DispatchMatter(DispatchKind.Question), DispatchRule.UsualFor(DispatchKind.Question) with { County = "01" });
        await app.Change("skr", "", "UPDATE outgoing_message SET state = CASE WHEN recipient LIKE 'ks-%' THEN 'Bounced' ELSE 'Submitted' END, attempts = 1");
        app.Clock.Now += TimeSpan.FromDays(10);
        var reminder = new DispatchMatter(DispatchKind.Reminder);
        var again = DispatchRule.UsualFor(DispatchKind.Reminder) with { CopiesToHeads = true, Municipality = new MunicipalityCode("0114") };

        await app.Dispatches(Noting.Slug, reminder, again);
        await app.Change("skr", "", "UPDATE outgoing_message SET state = 'Submitted', attempts = 1 WHERE kind = 'Reminder'");
        var same = (await officer.Ask(new MyMunicipalities(null))).ToDo.Single().ToDo!.Kind;
        await app.Change("skr", "", "UPDATE contact SET email = 'registrator@upplands-vasby.example' WHERE municipality_code = '0114' AND kind = 'FunctionAddress'");
        await app.Dispatches(Noting.Slug, reminder, again);
        await app.Change("skr", "", "UPDATE outgoing_message SET state = 'Submitted', attempts = 1 WHERE kind = 'Reminder' AND state = 'Queued'");

        Assert.Equal(ToDoKind.NotReached, same);
        Assert.NotEqual(ToDoKind.NotReached, (await officer.Ask(new MyMunicipalities(null))).ToDo.Single().ToDo!.Kind);
    }

    [Fact]
    public async Task Once_it_is_decided_that_it_goes_ahead_only_who_has_a_longer_time_is_on_the_list()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        app.Clock.Set(new DateOnly(2024, 6, 20));
        await Follows(officer, "0114", "0115");
        Assert.Null((await officer.Run(new AllowLonger(Noting.Slug, new MunicipalityCode("0115"), new DateOnly(2024, 7, 10), "KF sammanträder i juli."))).Refusal);
        app.Clock.Set(new DateOnly(2024, 7, 5));
        Assert.Null((await officer.Run(new DecideGoAhead(Noting.Slug, GoesAhead: true, new DateOnly(2024, 7, 5), "Nio av tio är med."))).Refusal);

        var view = await officer.Ask(new MyMunicipalities(null));

        Assert.Equal("0115", Assert.Single(view.ToDo).Municipality.Code.Digits);
    }

    [Fact]
    public async Task Once_it_is_decided_that_it_goes_ahead_whoever_may_join_in_a_later_window_is_asked_until_its_last_day()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        app.Clock.Set(new DateOnly(2019, 6, 20));
        Assert.Null((await officer.Run(new DecideGoAhead("2018-kunskapsstyrning", GoesAhead: true, new DateOnly(2019, 6, 20), "Nio av tio är med."))).Refusal);
        await officer.Run(new AssignMunicipalities("2018-kunskapsstyrning", [new MunicipalityCode("0114")], officer.Actor.Person));

        Assert.Empty((await officer.Ask(new MyMunicipalities(null))).ToDo);
        app.Clock.Set(new DateOnly(2019, 12, 3));

        var row = Assert.Single((await officer.Ask(new MyMunicipalities(null))).ToDo);
        Assert.Equal((ToDoKind.DeadlineNear, new DateOnly(2019, 12, 15)), (row.ToDo!.Kind, row.ToDo.Day));
        app.Clock.Set(new DateOnly(2019, 12, 16));
        Assert.Empty((await officer.Ask(new MyMunicipalities(null))).ToDo);
    }

    [Fact]
    public async Task One_s_own_are_those_assigned_last_and_a_county_s_are_all_of_it()
    {
        await using var app = await TestApp.Create();
        var (officer, registrar) = (app.As(Role.Officer), app.As(Role.Registrar));
        await Follows(officer, "0114", "0115");
        Assert.Null((await officer.Run(new AssignMunicipalities(Noting.Slug, [new MunicipalityCode("0114")], registrar.Actor.Person))).Refusal);

        Assert.Equal(["0115"], Codes(await officer.Ask(new MyMunicipalities(null))));
        Assert.Equal(["0114"], Codes(await registrar.Ask(new MyMunicipalities(null))));
        Assert.Null((await officer.Run(new AssignMunicipalities(Noting.Slug, [new MunicipalityCode("0115")], null))).Refusal);
        Assert.False((await officer.Ask(new MyMunicipalities(null))).FollowsAny);
        Assert.Equal("Gotlands län", (await officer.Ask(new MyMunicipalities("09"))).County!.Name);
        Assert.Equal(["0980"], Codes(await officer.Ask(new MyMunicipalities("09"))));
        Assert.Equal(4, await app.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'MunicipalityAssigned'"));
    }

    [Fact]
    public async Task The_same_assignment_again_writes_nothing_and_nobody_without_the_right_gets_one()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        await Follows(officer, "0114");
        await Follows(officer, "0114");

        Assert.Equal(1, await app.Read<long>("SELECT count(*) FROM assignment"));
        Assert.Equal(AssignmentRefusals.NobodyThere, (await officer.Run(new AssignMunicipalities(Noting.Slug, [new MunicipalityCode("0114")], app.As(Role.Reader).Actor.Person))).Refusal);
        Assert.Equal(AssignmentRefusals.NoMunicipality, (await officer.Run(new AssignMunicipalities(Noting.Slug, [], officer.Actor.Person))).Refusal);
    }

    [Fact]
    public async Task What_was_planned_is_shown_until_the_answer_comes_and_what_is_planned_after_it_is_shown_again()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        await Follows(officer, "0114");
        await officer.Notes(Noting.About("0114", null, new NextStep(new DateOnly(2025, 12, 15), "KF", null)));
        Assert.Single((await officer.ContactWith("0114")).Lines.SelectMany(l => l.Plans));
        app.Clock.Now += TimeSpan.FromMinutes(1);
        await Logs(app, "0114", Stage.Final, Noting.Day);

        Assert.Empty((await officer.ContactWith("0114")).Lines.SelectMany(l => l.Plans));
        app.Clock.Now += TimeSpan.FromMinutes(1);
        await officer.Notes(Noting.About("0114", null, new NextStep(null, null, new DateOnly(2026, 1, 15))));

        Assert.Single((await officer.ContactWith("0114")).Lines.SelectMany(l => l.Plans));
        Assert.Equal(new DateOnly(2026, 1, 15), Assert.Single((await officer.Ask(new MyMunicipalities(null))).Waiting).Situation.NextDay(Noting.Day));
    }

    [Fact]
    public async Task Those_without_anything_to_do_are_parted_in_those_to_wait_for_the_nearest_first_and_those_that_have_answered()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        await Follows(officer, "0114", "0115", "0117");
        await officer.Notes(Noting.About("0114", null, new NextStep(null, null, new DateOnly(2026, 2, 2))));
        await officer.Notes(Noting.About("0115", null, new NextStep(new DateOnly(2026, 1, 12), "KF", null)));
        await Logs(app, "0117", Stage.Final, Noting.Day);

        var view = await officer.Ask(new MyMunicipalities(null));

        Assert.Equal(["0115", "0114"], view.Waiting.Select(r => r.Municipality.Code.Digits));
        Assert.Equal("0117", Assert.Single(view.Answered).Municipality.Code.Digits);
        Assert.Equal(Noting.Slug, view.Only!.Slug);
    }

    [Fact]
    public async Task A_longer_time_moves_a_municipality_off_the_list()
    {
        await using var app = await TestApp.Create();
        var officer = app.As(Role.Officer);
        await Follows(officer, "0114");
        Assert.Equal(ToDoKind.DeadlineNear, (await officer.Ask(new MyMunicipalities(null))).ToDo.Single().ToDo!.Kind);

        Assert.Null((await officer.Run(new Web.Features.Operations.AllowLonger(Noting.Slug, new MunicipalityCode("0114"), new DateOnly(2026, 6, 24), "KF sammanträder 24 juni."))).Refusal);

        Assert.Empty((await officer.Ask(new MyMunicipalities(null))).ToDo);
        Assert.Contains((await officer.ContactWith("0114")).Entries, e => e.Heading == "Längre svarstid" && e.Lines.Contains("KF sammanträder 24 juni."));
    }

    [Fact]
    public async Task A_day_that_was_planned_for_a_municipality_that_nobody_follows_reaches_everybody()
    {
        await using var app = await TestApp.Create();
        var (officer, registrar) = (app.As(Role.Officer), app.As(Role.Registrar));
        await Follows(officer, "0115");
        foreach (var code in (string[])["0114", "0115"]) await officer.Notes(Noting.About(code, null, new NextStep(new DateOnly(2025, 12, 1), "KF", null)));
        await officer.Notes(Noting.About("0117", null, new NextStep(null, null, new DateOnly(2025, 12, 2))));
        await officer.Notes(Noting.About("0120", null, new NextStep(null, null, new DateOnly(2025, 12, 9))));
        app.Clock.Set(new DateOnly(2025, 12, 2));

        foreach (var anyone in (Acting[])[officer, registrar])
            Assert.Equal([("0114", ToDoKind.ForecastPassed), ("0117", ToDoKind.FollowUpDue)], (await anyone.Ask(new MyMunicipalities(null))).Unfollowed.Select(r => (r.Municipality.Code.Digits, r.ToDo!.Kind)));
        Assert.Empty((await officer.Ask(new MyMunicipalities("01"))).Unfollowed);
    }

    [Fact]
    public async Task Whoever_has_left_follows_nothing()
    {
        await using var app = await TestApp.Create();
        var officer = app.As("handlaggare-2");
        await Follows(officer, "0114");
        await officer.Notes(Noting.About("0114", null, new NextStep(new DateOnly(2025, 12, 1), "KF", null)));
        await app.Change("skr", "Administer", "UPDATE person SET ended_at = '2025-11-28T10:00:00Z' WHERE login = 'handlaggare-2'");
        app.Clock.Set(new DateOnly(2025, 12, 2));

        Assert.Equal("0114", Assert.Single((await app.As(Role.Registrar).Ask(new MyMunicipalities(null))).Unfollowed).Municipality.Code.Digits);
    }

    private static async Task Follows(Acting officer, params string[] codes) =>
        Assert.Null((await officer.Run(new AssignMunicipalities(Noting.Slug, [.. codes.Select(c => new MunicipalityCode(c))], officer.Actor.Person))).Refusal);

    private static async Task Logs(TestApp app, string code, Stage stage, DateOnly arrived)
    {
        var registrar = app.As(Role.Registrar);
        var asked = (await registrar.Ask(new StateOfRecommendation(Noting.Slug, new AsOf(arrived))))!.Recommendation.Id;
        var content = Typed.Adopts with { Stage = stage, DecidedOn = arrived.AddDays(-7), ArrivedOn = arrived };
        Assert.Null((await registrar.Run(new LogDecision(new DecisionId(Guid.CreateVersion7()), new MunicipalityCode(code), asked, content, Typed.Details, []))).Refusal);
    }

    private static IEnumerable<string> Codes(MyMunicipalitiesView view) => view.ToDo.Concat(view.Rest).Select(r => r.Municipality.Code.Digits).Order();
}
