using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Api;
using Kunskapsstyrning.Web.Features.Administration;
using Kunskapsstyrning.Web.Features.Colleagues;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Municipalities;
using Kunskapsstyrning.Web.Features.MunicipalityRegister;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.MunicipalityRegister;

/// <summary>A merger, a split and a new name, end to end: what was true of earlier days stays so to the krona. Every test has a database of its own.</summary>
public sealed class RedrawingTests
{
    private const string Slug2024 = "2024-kunskapsbaserad-socialtjanst";
    private static readonly DateOnly NewYear = new(2026, 1, 1);
    private static readonly AsOf Before = new(new DateOnly(2025, 12, 31));
    private static readonly AsOf On = new(NewYear);

    [Fact]
    public async Task After_a_merger_every_figure_of_a_recommendation_that_had_ended_is_what_it_was_to_the_krona_also_today()
    {
        await using var app = await TestApp.Create();
        var registrar = app.As(Role.Registrar);
        foreach (var code in (string[])["0125", "0128", "0127"]) Assert.Null((await registrar.Run(await registrar.Log2016(code, Typed.Adopts))).Refusal);
        app.Clock.Set(new DateOnly(2026, 3, 1));
        var before = (await registrar.Ask(new StateOfRecommendation(Typed.Slug2016, Before)))!;

        Assert.Null((await app.As(Role.Administrator).Run(Merger(NewYear))).Refusal);

        foreach (var day in (AsOf[])[Before, On])
        {
            var after = (await registrar.Ask(new StateOfRecommendation(Typed.Slug2016, day)))!;
            Assert.Equal(290, after.Adoption.Municipalities);
            Assert.Equal(Figures(before), Figures(after));
            Assert.Equal(before.Rows.Select(r => (r.Municipality.Code, r.Inhabitants, r.FirstYearFee, r.Standing.Status)), after.Rows.Select(r => (r.Municipality.Code, r.Inhabitants, r.FirstYearFee, r.Standing.Status)));
            Assert.Equal((3, 3), (after.Adoption.HaveAdopted, after.Curve[^1].Adopted));
        }
    }

    [Fact]
    public async Task In_a_recommendation_that_goes_on_those_that_merged_are_one_from_the_day_and_the_curve_agrees_with_the_rows()
    {
        await using var app = await TestApp.Create();
        var registrar = app.As(Role.Registrar);
        foreach (var code in (string[])["0125", "0127"]) Assert.Null((await registrar.Run(await Log2024(registrar, code, new DateOnly(2024, 5, 20)))).Refusal);
        app.Clock.Set(new DateOnly(2026, 3, 1));
        var before = (await registrar.Ask(new StateOfRecommendation(Slug2024, Before)))!;

        Assert.Null((await app.As(Role.Administrator).Run(Merger(NewYear))).Refusal);

        var after = (await registrar.Ask(new StateOfRecommendation(Slug2024, Before)))!;
        var onTheDay = (await registrar.Ask(new StateOfRecommendation(Slug2024, On)))!;
        Assert.Equal((290, Figures(before)), (after.Adoption.Municipalities, Figures(after)));
        Assert.Equal((289, before.Adoption.Inhabitants), (onTheDay.Adoption.Municipalities, onTheDay.Adoption.Inhabitants));
        Assert.Equal(["0199"], onTheDay.Rows.Select(r => r.Municipality.Code.Digits).Except(before.Rows.Select(r => r.Municipality.Code.Digits)));
        var merged = onTheDay.Rows.Single(r => r.Municipality.Code.Digits == "0199");
        Assert.Equal(before.Rows.Where(r => r.Municipality.Code.Digits is "0125" or "0128").Sum(r => r.Inhabitants), merged.Inhabitants);
        Assert.Equal((Status.NoResponse, (Kronor?)null), (merged.Standing.Status, merged.FirstYearFee));
        Assert.Equal((2, 2), (after.Adoption.HaveAdopted, after.Curve[^1].Adopted));
        Assert.Equal((1, new CurveStep(NewYear, 1)), (onTheDay.Adoption.HaveAdopted, onTheDay.Curve[^1]));
    }

    [Fact]
    public async Task A_decision_is_logged_only_for_a_municipality_that_is_there_on_its_day()
    {
        await using var app = await TestApp.Create();
        app.Clock.Set(new DateOnly(2026, 3, 1));
        Assert.Null((await app.As(Role.Administrator).Run(Merger(NewYear))).Refusal);
        var registrar = app.As(Role.Registrar);

        async Task<Refusal?> Logged(string code, DateOnly day) => (await registrar.Run(await Log2024(registrar, code, day))).Refusal;

        Assert.Equal(LogRefusals.MunicipalityNotThen, await Logged("0125", NewYear));
        Assert.Equal(LogRefusals.MunicipalityNotThen, await Logged("0199", NewYear.AddDays(-1)));
        Assert.Null(await Logged("0125", NewYear.AddDays(-1)));
        Assert.Null(await Logged("0199", NewYear));
        Assert.Equal(LogRefusals.MunicipalityNeverAsked, (await registrar.Run(await registrar.Log2016("0199", Typed.Adopts with { DecidedOn = NewYear, ArrivedOn = NewYear }))).Refusal);
    }

    [Fact]
    public async Task What_has_decisions_after_the_day_does_not_end_before_them()
    {
        await using var app = await TestApp.Create();
        var registrar = app.As(Role.Registrar);
        var decision = await registrar.Log2016("0125", Typed.Adopts with { DecidedOn = new DateOnly(2025, 11, 3), ArrivedOn = new DateOnly(2025, 11, 4) });
        Assert.Null((await registrar.Run(decision)).Refusal);

        var refused = await app.As(Role.Administrator).Run(Merger(new DateOnly(2025, 11, 3)));

        Assert.Equal("municipality-has-decisions-after", refused.Refusal?.Code);
        Assert.Equal("municipality-has-decisions-after", (await app.As(Role.Administrator).Ask(new TryRedrawing(Merger(new DateOnly(2025, 11, 3)).Redrawing))).Refusal?.Code);
        Assert.Null((await app.As(Role.Administrator).Run(Merger(new DateOnly(2025, 11, 4)))).Refusal);
        Assert.Equal(3, await app.Read<long>("SELECT count(*) FROM history_event WHERE use_case = 'RedrawMunicipalities' AND reason = 'Regeringens beslut'"));
    }

    [Fact]
    public async Task What_a_redrawing_means_is_counted_before_it_is_done_and_nothing_is_changed_by_asking()
    {
        await using var app = await TestApp.Create();

        var trial = await app.As(Role.Administrator).Ask(new TryRedrawing(Merger(NewYear).Redrawing));
        var split = await app.As(Role.Administrator).Ask(new TryRedrawing(new Redrawing([new("0127")], [new(new("0127"), null), new(new("0198"), "Tumba")], NewYear)));

        Assert.Equal((290, 289, 1), (trial.Before, trial.After, trial.People));
        Assert.Equal((290, 291, 0), (split.Before, split.After, split.People));
        Assert.Equal(290, await app.Read<long>("SELECT count(*) FROM municipality WHERE valid_through IS NULL"));
    }

    [Fact]
    public async Task The_parts_of_what_was_split_are_there_from_the_day_and_lead_back()
    {
        await using var app = await TestApp.Create();
        app.Clock.Set(new DateOnly(2026, 3, 1));

        Assert.Null((await app.As(Role.Administrator).Run(new RedrawMunicipalities(new Redrawing([new("0127")], [new(new("0197"), "Tumba"), new(new("0198"), "Fittja")], NewYear), "Regeringens beslut"))).Refusal);

        var whole = (await app.AsAnyone().Ask(new WhatAppliesToMunicipality(new("0127"), null, On)))!;
        var part = (await app.AsAnyone().Ask(new WhatAppliesToMunicipality(new("0198"), null, On)))!;
        Assert.Equal(["Fittja", "Tumba"], whole.Successors.Select(m => m.Name));
        Assert.Equal(["Botkyrka"], part.Predecessors.Select(m => m.Name));
        Assert.Equal(291, (await app.AsAnyone().Ask(new StateOfRecommendation(Slug2024, On)))!.Adoption.Municipalities);
        Assert.Equal(290, (await app.AsAnyone().Ask(new StateOfRecommendation(Typed.Slug2016, On)))!.Adoption.Municipalities);
        Assert.Equal(290, (await app.AsAnyone().Ask(new StateOfRecommendation(Typed.Slug2016, Before)))!.Adoption.Municipalities);
    }

    [Fact]
    public async Task One_that_has_ended_lists_the_fees_of_its_own_years_and_no_name_that_it_never_had()
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        Assert.Null((await site.App.As(Role.Administrator).Run(new RenameMunicipality(new("0126"), "Framtida", NewYear, "Regeringens beslut"))).Refusal);
        Assert.Null((await site.App.As(Role.Administrator).Run(Merger(new DateOnly(2022, 1, 1)))).Refusal);
        using var anyone = site.Anyone();

        using var ended = await anyone.Page("/kommuner/0128");
        using var renamed = await anyone.Page("/kommuner/0126?rekommendation=2018-kunskapsstyrning");

        Assert.Equal(["2021", "2020", "2018", "2017"], ended.QuerySelectorAll("#avgifter tbody th").Select(h => h.TextContent));
        Assert.DoesNotContain("Har också hetat", renamed.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_name_is_read_from_its_day_and_the_old_one_is_still_found()
    {
        await using var app = await TestApp.Create();
        app.Clock.Set(new DateOnly(2025, 12, 31));
        Assert.Null((await app.As(Role.Administrator).Run(new RenameMunicipality(new("0125"), "Mälaröarna", NewYear, "Regeringens beslut"))).Refusal);

        Assert.Equal("Ekerö", (await app.AsAnyone().Ask(new MunicipalitySearch("0125"))).Only?.Name);
        app.Clock.Set(NewYear);

        Assert.Equal("Mälaröarna", (await app.AsAnyone().Ask(new MunicipalitySearch("Ekerö"))).Only?.Name);
        Assert.Equal("Mälaröarna", (await app.AsAnyone().Ask(new MunicipalitySearch("mälarö"))).Only?.Name);
        Assert.Equal("0125", MunicipalityTyped.Find("ekero kommun", (await app.As(Role.Administrator).Ask(new RegisterOn(null))).There)?.Code.Digits);
        Assert.Equal("Ekerö", (await app.AsAnyone().Ask(new StateOfRecommendation(Typed.Slug2016, Before)))!.Rows.Single(r => r.Municipality.Code.Digits == "0125").Municipality.Name);
        Assert.Equal("Mälaröarna", (await app.AsAnyone().Ask(new StateOfRecommendation(Typed.Slug2016, On)))!.Rows.Single(r => r.Municipality.Code.Digits == "0125").Municipality.Name);
    }

    [Fact]
    public async Task Another_node_sees_a_change_as_soon_as_it_has_heard_of_it()
    {
        await using var app = await TestApp.Create();
        app.Clock.Set(new DateOnly(2026, 3, 1));
        var changes = new Changes();
        using var facts = new ReferenceFactsKeeper(changes);
        await using var source = NpgsqlDataSource.Create(app.ApplicationConnectionString);
        var other = TestApp.RunnerOn(source, facts, changes, app.Clock);
        Task<RecommendationState?> Seen() => other.Ask(new StateOfRecommendation(Slug2024, On), Actor.Anyone, CancellationToken.None);
        Assert.Equal(290, (await Seen())!.Adoption.Municipalities);

        Assert.Null((await app.As(Role.Administrator).Run(Merger(NewYear))).Refusal);
        changes.Committed([new Change(nameof(MunicipalityEnded), null)]);

        Assert.Equal(289, (await Seen())!.Adoption.Municipalities);
    }

    [Fact]
    public async Task Of_two_redrawings_of_the_same_municipality_at_the_same_moment_one_is_made()
    {
        await using var app = await TestApp.Create();
        var administrator = app.As(Role.Administrator);
        var split = new RedrawMunicipalities(new Redrawing([new("0127")], [new(new("0127"), null), new(new("0198"), "Tumba")], NewYear), "Regeringens beslut");
        var merger = new RedrawMunicipalities(new Redrawing([new("0127"), new("0128")], [new(new("0199"), "Botkyrka-Salem")], NewYear), "Regeringens beslut");

        var results = await Task.WhenAll(administrator.Run(split), administrator.Run(merger));

        Assert.Single(results, r => r.IsDone);
        Assert.Equal(0, await app.Read<long>("SELECT count(*) FROM municipality part JOIN municipality whole ON part.split_from = whole.code WHERE whole.valid_through < part.valid_from"));
    }

    [Fact]
    public async Task A_misspelt_name_is_corrected_by_another_fact_of_the_same_day()
    {
        await using var app = await TestApp.Create();
        var administrator = app.As(Role.Administrator);
        Assert.Null((await administrator.Run(new RenameMunicipality(new("0125"), "Mälaröana", NewYear, "Regeringens beslut"))).Refusal);

        Assert.Null((await administrator.Run(new RenameMunicipality(new("0125"), "Mälaröarna", NewYear, "Rättat skrivfel"))).Refusal);

        app.Clock.Set(NewYear);
        Assert.Equal("Mälaröarna", (await app.AsAnyone().Ask(new MunicipalitySearch("0125"))).Only?.Name);
        Assert.Null((await app.AsAnyone().Ask(new MunicipalitySearch("Mälaröana"))).Only);
        Assert.Equal(2, await app.Read<long>("SELECT count(*) FROM municipality_name WHERE municipality_code = '0125'"));
        Assert.Equal(1, await app.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'MunicipalityRenamed' AND reason = 'Rättat skrivfel'"));
    }

    [Fact]
    public async Task People_are_invited_to_a_municipality_that_is_coming_and_not_to_one_that_has_ended()
    {
        await using var app = await TestApp.Create();
        Assert.Null((await app.As(Role.Administrator).Run(Merger(NewYear))).Refusal);

        var before = (await app.As(Role.Administrator).Ask(new MunicipalitiesToChoose())).Select(m => m.Code.Digits).ToList();
        app.Clock.Set(NewYear);
        var after = (await app.As(Role.Administrator).Ask(new MunicipalitiesToChoose())).Select(m => m.Code.Digits).ToList();
        var invited = await app.As(new MunicipalityCode("0125")).Run(new InviteColleague(new PersonId(Guid.CreateVersion7()), "Ny Kollega", EmailAddress.Parse($"{Guid.NewGuid():N}@kommun.example")));

        Assert.Equal((true, true), (before.Contains("0125"), before.Contains("0199")));
        Assert.Equal((false, true), (after.Contains("0125"), after.Contains("0199")));
        Assert.Equal(InvitationRefusals.MunicipalityEnded, invited.Refusal);
    }

    [Fact]
    public async Task The_inhabitants_of_a_part_that_nobody_has_counted_are_not_known()
    {
        await using var app = await TestApp.Create();
        app.Clock.Set(new DateOnly(2026, 3, 1));
        Assert.Null((await app.As(Role.Administrator).Run(new RedrawMunicipalities(new Redrawing([new("0127")], [new(new("0127"), null), new(new("0198"), "Tumba")], NewYear), "Regeringens beslut"))).Refusal);

        var part = (await app.AsAnyone().Ask(new WhatAppliesToMunicipality(new("0198"), null, On)))!;
        var lines = await app.AsAnyone().Ask(new AllMunicipalities());
        var row = (await app.AsAnyone().Ask(new StateOfRecommendation(Slug2024, On)))!.Rows.Single(r => r.Municipality.Code.Digits == "0198");

        Assert.Empty(part.Similar!.NearestInSize);
        Assert.NotEmpty(part.Similar.InCounty);
        Assert.Null(lines.Single(l => l.Code == "0198").Population);
        Assert.Null(row.Inhabitants);
    }

    [Fact]
    public async Task An_organisation_number_that_somebody_else_stated_meanwhile_is_not_written_over()
    {
        await using var app = await TestApp.Create();
        var administrator = app.As(Role.Administrator);
        var (first, second) = (OrganisationNumber.Parse("212000-0142"), OrganisationNumber.Parse("212000-0050"));
        Assert.Null((await administrator.Run(new StateOrganisationNumber(new("0180"), null, first))).Refusal);

        Assert.Equal(RegisterRefusals.NumberChangedMeanwhile, (await administrator.Run(new StateOrganisationNumber(new("0180"), null, second))).Refusal);
        Assert.Null((await administrator.Run(new StateOrganisationNumber(new("0180"), null, first))).Refusal);
        Assert.Null((await administrator.Run(new StateOrganisationNumber(new("0180"), first, second))).Refusal);
    }

    [Fact]
    public async Task No_two_municipalities_have_the_same_organisation_number()
    {
        await using var app = await TestApp.Create();
        var administrator = app.As(Role.Administrator);

        Assert.Null((await administrator.Run(new StateOrganisationNumber(new("0180"), null, OrganisationNumber.Parse("212000-0142")))).Refusal);
        Assert.Equal(RegisterRefusals.NumberIsTaken, (await administrator.Run(new StateOrganisationNumber(new("0125"), null, OrganisationNumber.Parse("212000-0142")))).Refusal);

        Assert.Equal("212000-0142", (await administrator.Ask(new MunicipalityInRegister(new("0180"))))!.Municipality.OrganisationNumber.ToString());
    }

    [Fact]
    public async Task Only_administrators_change_the_register_and_the_database_itself_holds_the_others_back()
    {
        await using var app = await TestApp.Create();
        foreach (var role in (Role[])[Role.Reader, Role.Registrar, Role.Officer, Role.Finance, Role.Auditor, Role.MunicipalUser])
            await Assert.ThrowsAsync<NotAllowedException>(() => app.As(role).Run(Merger(NewYear)));

        const string End = "UPDATE municipality SET valid_through = '2026-12-31' WHERE code = '0125'";
        foreach (var (scope, permission) in ((string, string)[])[("skr", "LogDecisions"), ("0125", "Administer"), ("public", "Administer"), ("", "")]) Assert.Equal(0, await Done(app, scope, permission, End));
        Assert.Equal(1, await Done(app, "skr", "Administer", End));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => Done(app, "skr", "LogDecisions", "INSERT INTO municipality_name VALUES ('0125', '2027-01-01', 'Ny')"))).SqlState);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => Done(app, "skr", "Administer", "UPDATE municipality SET code = '0199' WHERE code = '0125'"))).SqlState);
    }

    private static RedrawMunicipalities Merger(DateOnly from) => new(new Redrawing([new("0125"), new("0128")], [new(new("0199"), "Ekerö-Salem")], from), "Regeringens beslut");

    private static async Task<LogDecision> Log2024(Acting acting, string code, DateOnly day) => await acting.Seeing(new LogDecision(
        new DecisionId(Guid.CreateVersion7()), new MunicipalityCode(code), (await acting.Ask(new StateOfRecommendation(Slug2024, On)))!.Recommendation.Id,
        Typed.Adopts with { DecidedOn = day, ArrivedOn = day }, Typed.Details, []));

    private static string Figures(RecommendationState state) => string.Join(
        ' ', state.Adoption.Municipalities, state.Adoption.Inhabitants, state.Adoption.HaveAdopted, state.Adoption.PopulationShareAdopted,
        string.Join(',', state.Adoption.Secured.Select(s => (s.Key, s.Value.Amount))), string.Join(',', state.Adoption.Possible.Select(s => (s.Key, s.Value.Amount))));

    private static async Task<int> Done(TestApp app, string scope, string permission, string sql)
    {
        await using var connection = new NpgsqlConnection(app.ApplicationConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var set = new NpgsqlCommand("SELECT set_config('app.scope', $1, true), set_config('app.permission', $2, true)", connection) { Parameters = { new() { Value = scope }, new() { Value = permission } } })
            await set.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }
}
