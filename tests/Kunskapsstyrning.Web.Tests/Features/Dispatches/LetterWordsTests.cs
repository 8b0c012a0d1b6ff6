using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Dispatches;

/// <summary>Letters say what is true, and say nothing of what there is nothing to say of.</summary>
public sealed class LetterWordsTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>A recommendation without case number and without fees.</summary>
    private const string Slug = "2024-kunskapsbaserad-socialtjanst";

    private static readonly DispatchMatter Question = new(DispatchKind.Question);
    private static readonly DispatchRule Alone = DispatchRule.UsualFor(DispatchKind.Question) with { CopiesToHeads = false };

    [Fact]
    public async Task Without_case_number_the_sentence_about_it_is_left_out()
    {
        var body = await Letter(Slug, Alone);

        Assert.DoesNotContain("diarienummer", body, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("meddelandet kommer från.", body.Split('\n').Single(l => l.StartsWith("Vi vill ha ert beslut", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fee_that_is_not_set_is_told_of_in_a_sentence() =>
        Assert.Contains("Avgift för Ekerö kommun:\nDen är inte fastställd än.\n", await Letter(Slug, Alone), StringComparison.Ordinal);

    [Fact]
    public async Task The_letter_says_what_the_board_has_decided_point_by_point()
    {
        var body = await LetterOf2018(new DateOnly(2019, 3, 6));

        Assert.Contains("SKL:s styrelse beslutade 14 december 2018 om ”", body, StringComparison.Ordinal);
        Assert.Contains(body.Split('\n'), l => l.StartsWith("– ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reasons_are_asked_for_where_the_recommendation_asks_for_them_and_nowhere_else()
    {
        Assert.Contains("Både ja och nej är svar. Skriv gärna varför, om ni avstår.\n", await LetterOf2018(new DateOnly(2019, 3, 6)), StringComparison.Ordinal);
        Assert.Contains("Både ja och nej är svar.\n", await Letter(Slug, Alone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_says_how_to_answer_whether_or_not_reasons_are_asked_for()
    {
        var plan = await app.Plan(Slug, await app.Prepares(Slug, new DispatchMatter(DispatchKind.Reminder)));

        Assert.Contains("Skicka ett utdrag ur det justerade protokollet till ", plan.Recipients[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("varför", plan.Recipients[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DispatchKind.Question)]
    [InlineData(DispatchKind.Reminder)]
    public async Task A_letter_to_a_county_s_contact_begins_with_its_being_for_information(DispatchKind kind)
    {
        var plan = await app.Plan(Slug, await app.Prepares(Slug, new DispatchMatter(kind), DispatchRule.UsualFor(kind) with { County = "09", CopiesToCounties = true }));

        var (own, county) = (plan.Recipients.First(r => r.Place.Municipality is not null), plan.Recipients.Single(r => r.Place.Municipality is null));
        Assert.StartsWith($"För kännedom. Så här skriver vi till kommunerna i {county.Name}:\n\n", county.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("För kännedom.", own.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_says_first_why_it_is_written()
    {
        var body = (await app.Plan(Slug, await app.Prepares(Slug, new DispatchMatter(DispatchKind.Reminder)))).Recipients[0].Body;

        Assert.StartsWith("Hej!\n\nVi har frågat er om Kunskapsbaserad socialtjänst 2025–2028.\n\nVi har inte fått något svar.\n\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_counted_how_many_of_those_who_get_the_letter_are_told_of_no_fee()
    {
        await using var own = await TestApp.Create();
        await own.EveryoneIsReached();
        await own.Change("skr", "", "DELETE FROM contact WHERE municipality_code = '0180'");

        Assert.Equal(289, (await own.Plan(Slug, await own.Prepares(Slug, Question, Alone))).WithoutFee);
    }

    [Fact]
    public async Task It_is_counted_how_many_are_told_a_fee_that_is_only_computed()
    {
        await using var own = await TestApp.Create();
        await own.EveryoneIsReached();
        own.Clock.Set(new DateOnly(2019, 3, 6));

        var plan = await own.Plan("2018-kunskapsstyrning", await own.Prepares("2018-kunskapsstyrning", Question, Alone));

        Assert.Equal((0, 290), (plan.WithoutFee, plan.WithComputedFee));
    }

    [Fact]
    public void Terms_that_are_known_are_told_where_no_fee_is_set()
    {
        var asked = new Recommendation(new RecommendationId(Guid.NewGuid()), "prov", "Prov", "Prov", new BoardDecision(new DateOnly(2026, 9, 11), null, "protokoll"));
        asked.Fund(new FundingPeriodId(Guid.NewGuid()), new YearSpan(2027, 2029), new FeeTerms { Kind = FeeKind.RatePerInhabitant, Rate = 2.28m });

        Assert.Equal("Den är inte fastställd än. 2,28 kronor per invånare och år. Vad det blir för kommunen är inte låst än.", asked.FeeNotSet().Replace(Swedish.Nbsp, ' '));
    }

    [Fact]
    public async Task A_fee_that_is_only_computed_is_not_told_as_set()
    {
        var body = await LetterOf2018(new DateOnly(2019, 3, 6));

        Assert.Contains("kr per år, 2020–2023 (beräknad, inte fastställd)\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_asked_after_the_last_day_is_told_which_day_that_was() =>
        Assert.Contains("Vi vill ha ert beslut så snart beslutet är fattat (sista svarsdag var 15 juni 2019).", await LetterOf2018(new DateOnly(2021, 3, 6)), StringComparison.Ordinal);

    [Theory]
    [InlineData(DispatchKind.Question)]
    [InlineData(DispatchKind.Reminder)]
    public async Task Nobody_is_asked_to_decide_about_what_takes_no_more_answers(DispatchKind kind) =>
        Assert.Equal(DispatchRefusals.NoLongerAnswered, (await app.As(Role.Officer).Run(new PrepareDispatch(new DispatchId(Guid.CreateVersion7()), Typed.Slug2016, new DispatchMatter(kind)))).Refusal);

    [Fact]
    public async Task A_recommendation_is_called_as_on_the_screen_by_the_years_that_it_holds()
    {
        var body = await Letter(Slug, Alone);

        Assert.Contains("Kunskapsbaserad socialtjänst 2025–2028", body, StringComparison.Ordinal);
        Assert.DoesNotContain("(2024)", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false, "Till kommunstyrelsen")]
    [InlineData(true, false, "Till kommunstyrelsen, för kännedom till socialchefen")]
    [InlineData(true, true, "Till kommunstyrelsen, för kännedom till socialchefen och länets kontakt")]
    public async Task Only_those_who_get_a_copy_are_said_to_get_one(bool heads, bool counties, string first) =>
        Assert.Equal(first, (await Letter(Slug, Alone with { CopiesToHeads = heads, CopiesToCounties = counties })).Split('\n')[0]);

    [Fact]
    public async Task Where_nobody_was_asked_from_here_a_report_is_said_to_go_to_all_of_the_round()
    {
        var (officer, report, dispatch) = (app.As(Role.Officer), new ReportId(Guid.CreateVersion7()), new DispatchId(Guid.CreateVersion7()));
        Assert.Null((await officer.Run(new MakeReport(report, Typed.Slug2016, null, new ReportQuotes(Conditions: true, Reasons: false)))).Refusal);
        Assert.Null((await officer.Run(new PublishReport(report))).Refusal);
        Assert.Null((await officer.Run(new SendReport(dispatch, Typed.Slug2016, report))).Refusal);

        var line = (await officer.Ask(new DispatchesOf(Typed.Slug2016)))!.Lines.Single(l => l.Dispatch.Id == dispatch);

        Assert.Equal("Alla kommuner i omgången", line.Dispatch.Rule.Label([], only: null, line.FollowsQuestion));
    }

    private static async Task<string> LetterOf2018(DateOnly day)
    {
        await using var then = await TestApp.Create();
        then.Clock.Now = SwedishTime.At(day, new TimeOnly(9, 0));
        return (await new LetterWordsTests(then).Letter("2018-kunskapsstyrning", Alone)).Replace(Swedish.Nbsp, ' ');
    }

    private async Task<string> Letter(string slug, DispatchRule rule)
    {
        var plan = await app.Plan(slug, await app.Prepares(slug, Question, rule));
        return plan.Recipients.Single(r => r.Place == ContactPlace.Of(new MunicipalityCode("0125"), ContactKind.FunctionAddress)).Body;
    }
}
