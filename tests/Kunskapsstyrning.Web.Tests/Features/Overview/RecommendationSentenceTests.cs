using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Overview;

public sealed class RecommendationSentenceTests
{
    private static readonly DateOnly May = new(2019, 5, 2);

    [Fact]
    public void Those_with_reservation_have_adopted_too()
    {
        var state = State(AsOfJuly, i => i < 3 ? [States.Final(Outcome.Adopts, May)] : i == 3 ? [States.Final(Outcome.AdoptsWithReservation, May)] : []);

        Assert.Equal("4 av 290 kommuner har antagit.", Plain(state.Headline().Text()));
    }

    [Fact]
    public void Of_a_day_that_has_been_everything_is_said_as_it_was()
    {
        var threshold = new Threshold(10, "tillräckligt många", "Exempel");
        var past = States.Of(Asked(threshold), AsOfJuly, i => i < 5 ? [States.Final(Outcome.Adopts, May)] : i < 7 ? [States.Final(Outcome.Adopts, new DateOnly(2019, 6, 20))] : []);
        var before = States.Of(Asked(threshold), new AsOf(new DateOnly(2019, 6, 1)), i => i < 5 ? [States.Final(Outcome.Adopts, May)] : []);
        var silent = States.Of(Asked(null), AsOfJuly, _ => []);

        Assert.Equal("7 av 290 kommuner hade antagit.", Plain(past.Headline().Text()));
        Assert.Matches(@"^De hade \d+ % av invånarna och skulle betala \d,\d av högst 19,5 miljoner kronor per år\. Gränsen på 10 kommuner var inte nådd: 3 till behövdes\.$", Plain(past.Lead()));
        Assert.Equal("5 kommuner hade antagit på sista svarsdagen 15 juni. 2 hade kommit till sedan dess.", Plain(past.CurveSentence()));
        Assert.Equal("5 kommuner hade antagit. Sista svarsdag var 15 juni.", Plain(before.CurveSentence()));
        Assert.Equal("Inget svar var registrerat.", silent.Headline().Text());
        Assert.StartsWith("7 av 290 kommuner hade antagit (2 %). De hade", Plain(past.SentenceInShort()), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_has_arrived_nothing_is_said_about_adopting()
    {
        var state = State(new AsOf(new DateOnly(2020, 3, 2)), _ => []);

        Assert.Equal("Inget svar är registrerat.", state.Headline().Text());
        Assert.Equal("Alla 290 kommuner står som ej svarat.", Plain(state.Lead()));
        Assert.Equal(
            "Den 2 mars 2020 är inget svar registrerat på SKR:s rekommendation Samlat system för kunskapsstyrning 2020–2023. Räknat efter den dag svaret kom in till SKR. Källa: Kunskapsstyrning; invånare SCB.",
            Plain(state.SentenceToCopy()));
    }

    [Fact]
    public void Where_all_have_adopted_it_is_said_of_all()
    {
        var state = State(AsOfJuly, _ => [States.Final(Outcome.Adopts, May)]);

        Assert.Equal("Alla 290 kommuner har antagit.", state.Headline().Text());
        Assert.Equal("De har 100 % av invånarna och betalar 19,5 av högst 19,5 miljoner kronor per år.", Plain(state.Lead()));
    }

    [Fact]
    public void A_single_one_is_spoken_of_in_the_singular()
    {
        var bjurholm = States.Municipalities.ToList().FindIndex(m => m.Name == "Bjurholm");

        var state = State(AsOfJuly, i => i == bjurholm ? [States.Final(Outcome.Adopts, May)] : []);

        Assert.Equal("Den har under 1 % av invånarna och betalar mindre än 0,1 av högst 19,5 miljoner kronor per år.", Plain(state.Lead()));
    }

    [Fact]
    public void Where_some_have_answered_and_none_adopted_no_money_is_spoken_of()
    {
        var state = State(AsOfJuly, i => i < 2 ? [States.Final(Outcome.Declines, May)] : []);

        Assert.Equal("0 av 290 kommuner har antagit.", Plain(state.Headline().Text()));
        Assert.Equal("", state.Lead());
        Assert.StartsWith("Den 4 juli 2019 har 0 av 290 kommuner antagit SKL:s rekommendation Samlat system för kunskapsstyrning 2020–2023. 2 avstår och 288 har inte svarat. Räknat", Plain(state.SentenceToCopy()), StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_board_decided_the_question_was_not_put()
    {
        var state = State(new AsOf(new DateOnly(2018, 5, 1)), _ => []);

        Assert.Equal("Den 1 maj 2018 är frågan inte ställd.", Plain(state.Headline().Text()));
        Assert.Equal("Frågan ställs 6 mars 2019, i brevet. Styrelsen beslutar 14 december 2018.", Plain(state.Lead()));
    }

    [Fact]
    public void Between_the_boards_decision_and_the_letter_the_question_was_not_put()
    {
        var state = States.Of(States.Recommendation(cost: States.AtMost, deadline: States.Deadline), new AsOf(new DateOnly(2019, 3, 5)), _ => []);

        Assert.Equal("Den 5 mars 2019 var frågan inte ställd.", Plain(state.Headline().Text()));
        Assert.Equal("Frågan ställdes 6 mars 2019, i brevet. Styrelsen beslutade 14 december 2018.", Plain(state.Lead()));
        Assert.StartsWith("Den 5 mars 2019 hade kommunerna inte fått SKL:s rekommendation Samlat system för kunskapsstyrning 2020–2023. Frågan ställdes 6 mars 2019, i brevet.", Plain(state.SentenceToCopy()), StringComparison.Ordinal);
    }

    [Fact]
    public void On_the_day_of_the_letter_the_question_is_put() =>
        Assert.Equal("Inget svar är registrerat.", Plain(State(new AsOf(new DateOnly(2019, 3, 6)), _ => []).Headline().Text()));

    [Fact]
    public void Where_there_is_no_letter_the_board_put_the_question()
    {
        var state = States.Of(WithoutLetter(), new AsOf(new DateOnly(2018, 12, 13)), _ => []);

        Assert.Equal("Frågan ställdes 14 december 2018, när styrelsen beslutade.", Plain(state.Lead()));
        Assert.False(States.Of(WithoutLetter(), new AsOf(new DateOnly(2018, 12, 14)), _ => []).IsBeforeTheQuestion);
    }

    [Fact]
    public void Who_answers_ahead_of_the_letter_is_told_of()
    {
        var state = State(new AsOf(new DateOnly(2018, 12, 22)), i => i == 0 ? [States.Final(Outcome.Adopts, new DateOnly(2018, 12, 18))] : []);

        Assert.Equal("1 av 290 kommuner har antagit.", Plain(state.Headline().Text()));
    }

    [Fact]
    public void Money_is_not_called_at_most_where_the_cost_is_not_stated_so()
    {
        var recommendation = States.Recommendation(cost: new StatedCost(new Kronor(3_400_000m), AtMost: false, "Brevet"), deadline: States.Deadline);

        var state = Seen(recommendation, AsOfJuly, _ => [States.Final(Outcome.Adopts, May)]);

        Assert.Equal("De har 100 % av invånarna och betalar 19,5 av 3,4 miljoner kronor per år.", Plain(state.Lead()));
    }

    [Fact]
    public void Money_that_grows_with_late_joiners_is_said_for_its_years()
    {
        var state = State(AsOfJuly, i => i % 2 == 0 ? [States.Final(Outcome.Adopts, May)] : [States.Final(Outcome.Adopts, May) with { FirstPayingYear = 2022 }]);

        Assert.Matches(@"^De har 100 % av invånarna och betalar \d+,\d av högst 19,5 miljoner kronor 2020 och 19,5 miljoner 2023\.$", Plain(state.Lead()));
    }

    [Fact]
    public void Where_the_numbers_of_the_groups_are_others_than_what_is_paid_it_is_said_of_which_year_they_are()
    {
        var grows = State(AsOfJuly, i => i % 2 == 0 ? [States.Final(Outcome.Adopts, May)] : [States.Final(Outcome.Adopts, May) with { FirstPayingYear = 2022 }]);
        var even = State(AsOfJuly, i => i % 2 == 0 ? [States.Final(Outcome.Adopts, May)] : [States.Final(Outcome.AdoptsWithReservation, May)]);

        Assert.Equal("Kronor per år är 2020 års avgift om alla i gruppen betalar.", grows.YearlyFeesSentence());
        Assert.Null(even.YearlyFeesSentence());
    }

    [Fact]
    public void Money_that_is_the_same_in_every_year_as_far_as_it_is_told_is_said_once()
    {
        var bjurholm = States.Municipalities.ToList().FindIndex(m => m.Name == "Bjurholm");

        var state = State(AsOfJuly, i => [States.Final(Outcome.Adopts, May) with { FirstPayingYear = i == bjurholm ? 2022 : null }]);

        Assert.True(state.Adoption.Secured[2020] < state.Adoption.Secured[2023]);
        Assert.EndsWith("betalar 19,5 av högst 19,5 miljoner kronor per år.", Plain(state.Lead()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fee_that_is_not_set_is_said()
    {
        var recommendation = States.Recommendation(terms: new FeeTerms { Kind = FeeKind.NotSet }, deadline: States.Deadline);

        var state = Seen(recommendation, AsOfJuly, _ => [States.Final(Outcome.Adopts, May)]);

        Assert.Equal("De har 100 % av invånarna. Avgiften är inte fastställd.", Plain(state.Lead()));
    }

    [Theory]
    [InlineData(4, "Gränsen på 4 kommuner nåddes 5 maj.")]
    [InlineData(10, "Gränsen på 10 kommuner är inte nådd: 5 till behövs.")]
    [InlineData(1, "Gränsen på 1 kommun nåddes 5 maj.")]
    public void The_threshold_is_reached_or_says_how_many_are_missing(int threshold, string sentence)
    {
        var recommendation = States.Recommendation(cost: States.AtMost, threshold: new Threshold(threshold, "tillräckligt många", "Exempel"), deadline: States.Deadline);

        var state = Seen(recommendation, AsOfJuly, i => i < 5 ? [States.Final(Outcome.Adopts, May)] : []);

        Assert.EndsWith(sentence, Plain(state.Lead()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_that_is_a_part_of_the_municipalities_says_how_many_that_is()
    {
        var state = Seen(Asked(new Threshold(null, "", "Exempel") { ShareOfMunicipalities = 0.6m }), AsOfJuly, i => i < 170 ? [States.Final(Outcome.Adopts, May)] : []);

        Assert.EndsWith("Gränsen på 60 % av kommunerna (174 kommuner) är inte nådd: 4 till behövs.", Plain(state.Lead()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_in_inhabitants_is_reached_the_day_that_enough_live_where_it_is_adopted()
    {
        var stockholm = States.Municipalities.ToList().FindIndex(m => m.Name == "Stockholm");
        IEnumerable<DecisionContent> Decided(int i) => i == stockholm ? [States.Final(Outcome.Adopts, May.AddDays(20))] : i < 3 ? [States.Final(Outcome.Adopts, May)] : [];

        var state = Seen(Asked(new Threshold(null, "", "Exempel") { ShareOfInhabitants = 0.08m }), AsOfJuly, Decided);

        Assert.EndsWith("Gränsen på 8 % av invånarna nåddes 25 maj.", Plain(state.Lead()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_in_kronor_says_what_is_lacking()
    {
        var state = Seen(Asked(new Threshold(null, "", "Exempel") { Secured = new Kronor(12_000_000m) }), AsOfJuly, i => i < 3 ? [States.Final(Outcome.Adopts, May)] : []);

        var lacking = 12_000_000m - state.Rows.Take(3).Sum(r => r.FirstYearFee!.Value.Amount);
        Assert.EndsWith($"Gränsen på 12 000 000 kr per år är inte nådd: {Plain(new Kronor(lacking).Text())} till behövs.", Plain(state.Lead()), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_thing_that_a_threshold_states_is_spoken_of()
    {
        var state = Seen(Asked(new Threshold(2, "", "Exempel") { ShareOfInhabitants = 0.5m }), AsOfJuly, i => i < 3 ? [States.Final(Outcome.Adopts, May)] : []);

        Assert.Contains("Gränsen på 2 kommuner nåddes 5 maj. Gränsen på 50 % av invånarna är inte nådd:", Plain(state.Lead()), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_threshold_is_only_words_the_decision_of_a_person_stands_there()
    {
        var asked = Asked(new Threshold(null, "tillräckligt många", "Brevet"));
        Assert.True(asked.Decide(goesAhead: true, new DateOnly(2019, 7, 1), "228 har antagit.", new Domain.People.PersonId(Guid.NewGuid()), States.Today).IsDone);

        var (after, before) = (States.Of(asked, AsOfJuly, Three), States.Of(asked, new AsOf(new DateOnly(2019, 6, 30)), Three));

        Assert.EndsWith("”Tillräckligt många”: SKL beslutade 1 juli att gå vidare.", Plain(after.Lead()), StringComparison.Ordinal);
        Assert.EndsWith("bara ”tillräckligt många”.", Plain(before.Lead()), StringComparison.Ordinal);
        static IEnumerable<DecisionContent> Three(int i) => i < 3 ? [States.Final(Outcome.Adopts, May)] : [];
    }

    [Fact]
    public void The_state_can_be_said_in_one_line()
    {
        var state = Seen(Asked(null), AsOfJuly, i => i < 212 ? [States.Final(Outcome.Adopts, May)] : []);

        Assert.Matches(@"^212 av 290 kommuner har antagit \(73 %\)\. De har \d+ % av invånarna och betalar \d+,\d av högst 19,5 mkr per år\. Samlat system för kunskapsstyrning 2020–2023, läget 4 juli 2019\.$", Plain(state.SentenceInShort()));
        Assert.Equal("Inget svar är registrerat. Samlat system för kunskapsstyrning 2020–2023, läget 4 juli 2019.", Plain(Seen(Asked(null), AsOfJuly, _ => []).SentenceInShort()));
    }

    [Theory]
    [InlineData("2019-07-04", Basis.Arrived, "per år. Samlat system för kunskapsstyrning 2020–2023, läget 4 juli 2019.")]
    [InlineData("2019-07-04", Basis.Held, "per år. Samlat system för kunskapsstyrning 2020–2023, läget 4 juli 2019, räknat efter den dag beslutet togs.")]
    [InlineData(null, Basis.Held, "per år. Samlat system för kunskapsstyrning 2020–2023, läget 2 september 2019, räknat efter den dag beslutet togs.")]
    [InlineData(null, Basis.Arrived, "per år. Samlat system för kunskapsstyrning 2020–2023, läget 2 september 2019.")]
    public void The_line_says_what_is_asked_and_the_day_and_the_question_where_it_is_not_the_usual(string? day, Basis basis, string end)
    {
        var today = new DateOnly(2019, 9, 2);

        var state = States.Of(Asked(null), new AsOf(day is null ? today : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), basis), i => i < 212 ? [States.Final(Outcome.Adopts, May)] : []) with { Today = today };

        Assert.EndsWith(end, Plain(state.SentenceInShort()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, 0, "+12 sedan 4 juli")]
    [InlineData(3, 6, "−3 sedan 4 juli")]
    [InlineData(6, 6, "oförändrat sedan 4 juli")]
    public void A_change_is_said_with_its_sign_and_its_day(int now, int then, string words) =>
        Assert.Equal(words, Plain(Swedish.Change(now, then, new DateOnly(2019, 7, 4), new DateOnly(2019, 9, 1))));

    [Fact]
    public void A_threshold_in_words_only_is_quoted()
    {
        var recommendation = States.Recommendation(cost: States.AtMost, threshold: new Threshold(null, "tillräckligt många", "Brevet"), deadline: States.Deadline);

        var state = Seen(recommendation, AsOfJuly, i => i < 5 ? [States.Final(Outcome.Adopts, May)] : []);

        Assert.EndsWith("Hur många som behövs är inte sagt i tal, bara ”tillräckligt många”.", Plain(state.Lead()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_to_copy_carries_day_basis_and_source()
    {
        var state = States.Of(Asked(null), new AsOf(new DateOnly(2019, 7, 4), Basis.Held), i => i < 230 ? [States.Final(i < 10 ? Outcome.AdoptsWithReservation : Outcome.Adopts, May)] : i == 230 ? [States.Final(Outcome.Declines, May)] : []);

        Assert.Matches(
            @"^Den 4 juli 2019 hade 230 av 290 kommuner antagit SKL:s rekommendation Samlat system för kunskapsstyrning 2020–2023, 10 av dem med förbehåll\. De hade \d+ % av invånarna och skulle betala \d+,\d av högst 19,5 miljoner kronor per år\. 1 hade avstått och 59 hade inte svarat\. Räknat efter den dag beslutet togs\. Källa: Kunskapsstyrning; invånare SCB\.$",
            Plain(state.SentenceToCopy()));
    }

    [Fact]
    public void A_sentence_from_example_data_says_so_wherever_it_is_pasted() =>
        Assert.All(
            (string[])[States.Busy().SentenceToCopy(), States.Busy().SentenceInShort(), States.Busy().SourceSentence()],
            sentence => Assert.EndsWith("Exempeldata: svaren och gränsen är påhittade.", sentence, StringComparison.Ordinal));

    [Theory]
    [InlineData("2019-11-26", "det som hade kommit in till SKL.", "Källa: Kunskapsstyrning, SKR, som till 27 november 2019 hette SKL;")]
    [InlineData("2019-11-27", "det som hade kommit in till SKR.", "Källa: Kunskapsstyrning, SKR;")]
    public void The_association_is_called_what_it_was_called_on_the_day_and_a_file_says_that_it_is_the_same(string day, string asked, string source)
    {
        var state = States.Busy(new AsOf(Day(day)));

        Assert.EndsWith(asked, state.DayAndQuestion(), StringComparison.Ordinal);
        Assert.StartsWith(source, Plain(state.SourceSentence()), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_threshold_is_counted_only_the_answers_are_said_to_be_invented() =>
        Assert.EndsWith("Exempeldata: svaren är påhittade.", States.Busy(recommendation: Asked(new Threshold(null, "tillräckligt många", "Brevet"))).SentenceToCopy(), StringComparison.Ordinal);

    [Theory]
    [InlineData("2019-06-14", "Sista svarsdag är 15 juni 2019, om 1 dag.", "Sista svarsdag var 15 juni 2019, 1 dag senare.")]
    [InlineData("2019-04-01", "Sista svarsdag är 15 juni 2019, om 75 dagar.", "Sista svarsdag var 15 juni 2019, 75 dagar senare.")]
    [InlineData("2019-06-15", "Sista svarsdag är 15 juni 2019, i dag.", "Sista svarsdag var 15 juni 2019, samma dag.")]
    [InlineData("2019-06-16", "Sista svarsdag var 15 juni 2019, för 1 dag sedan.", "Sista svarsdag var 15 juni 2019, 1 dag tidigare.")]
    [InlineData("2026-03-02", "Sista svarsdag var 15 juni 2019.", "Sista svarsdag var 15 juni 2019.")]
    public void The_deadline_tells_the_days_left_or_passed_and_of_a_day_that_has_been_how_far_off_it_was(string day, string now, string then)
    {
        string Said(Tense tense) => Plain(States.Recommendation(deadline: States.Deadline).DeadlineSentence(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), tense)!);

        Assert.Equal((now, then), (Said(Tense.Now), Said(Tense.Then)));
    }

    [Fact]
    public void No_deadline_is_spoken_of_where_none_is_known() => Assert.Null(States.Recommendation().DeadlineSentence(States.Today, Tense.Now));

    [Fact]
    public void No_deadline_is_spoken_of_before_the_question_was_put() =>
        Assert.Null(States.Recommendation(deadline: States.Deadline).DeadlineSentence(new DateOnly(2019, 3, 5), Tense.Then));

    [Fact]
    public void What_is_dated_today_is_told_as_it_is()
    {
        var state = Seen(States.Recommendation(cost: States.AtMost), AsOfJuly, i => i switch { < 200 => [States.Final(Outcome.Adopts, May)], 200 => [States.Final(Outcome.Declines, May)], _ => [] });

        Assert.Matches(@"^Den 4 juli 2019 har 200 av 290 kommuner antagit .*\. De har \d+ % av invånarna och betalar .* 1 avstår och 89 har inte svarat\.", Plain(state.SentenceToCopy()));
        Assert.DoesNotMatch(@"\b(hade|skulle)\b", state.SentenceToCopy());
    }

    [Fact]
    public void Of_a_day_that_has_been_nothing_is_told_as_it_is()
    {
        var state = States.Busy();

        Assert.All(
            (string[])[state.Headline().Text(), state.Lead(), state.CurveSentence(), state.StillMissing()!, state.SentenceInShort(), state.SentenceToCopy(), States.Recommendation(deadline: States.Deadline).DeadlineSentence(state.AsOf.Day, state.Tense())!],
            sentence => Assert.DoesNotMatch(@"\b(har|är|betalar|avstår|behövs|sedan 1)\b", Plain(sentence).Replace("svaren och gränsen är påhittade", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_has_ended_is_told_as_it_was_and_that_it_has_ended()
    {
        var state = States.Of(Asked(new Threshold(200, "tillräckligt många", "Exempel")), new AsOf(States.Today), i => i < 230 ? [States.Final(Outcome.Adopts, May)] : i < 235 ? [States.Final(Outcome.Declines, May)] : []);

        Assert.Equal("230 av 290 kommuner hade antagit.", Plain(state.Headline().Text()));
        Assert.Matches(@"^De hade \d+ % av invånarna och betalade \d+,\d av högst 19,5 miljoner kronor per år\. Gränsen på 200 kommuner nåddes 5 maj 2019\.$", Plain(state.Lead()));
        Assert.Equal("Avslutad: avgiftsåren var 2020–2023. En förlängning till och med 2024 föreslogs.", state.EndedSentence());
        Assert.Equal("avslutad", state.BesideTitle());
        Assert.All(
            (string[])[state.Headline().Text(), state.Lead(), state.CurveSentence(), state.BarSentence(), state.StillMissing()!, state.SentenceInShort(), state.SentenceToCopy(), state.DayAndQuestion()],
            sentence => Assert.DoesNotMatch(@"\b(har|är|betalar|ger|avstår|behövs)\b", Plain(sentence).Replace("5 avstår och 55 ej svarat", "", StringComparison.Ordinal)));
        Assert.All((string[])[state.SentenceInShort(), state.SentenceToCopy(), state.DayAndQuestion()], sentence => Assert.Contains("Avslutad: avgiftsåren var 2020–2023.", sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2019-12-31", "2019-12-31", "betalar")]
    [InlineData("2019-12-31", "2026-03-02", "skulle betala")]
    [InlineData("2020-01-01", "2026-03-02", "betalade")]
    [InlineData("2023-12-31", "2023-12-31", "betalar")]
    [InlineData("2024-01-01", "2024-01-01", "betalade")]
    [InlineData("2024-06-30", "2026-03-02", "betalade")]
    public void Years_that_have_been_were_paid_for_and_only_those_to_come_would_be(string day, string today, string verb)
    {
        var state = States.Of(Asked(null), new AsOf(Day(day)), i => i < 230 ? [States.Final(Outcome.Adopts, May)] : []) with { Today = Day(today) };

        Assert.Contains($"av invånarna och {verb} ", Plain(state.Lead()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_that_has_been_and_one_to_come_are_told_each_in_its_tense()
    {
        IEnumerable<DecisionContent> Decided(int i) => i % 2 == 0 ? [States.Final(Outcome.Adopts, May)] : [States.Final(Outcome.Adopts, May) with { FirstPayingYear = 2022 }];

        var (then, now) = (States.Of(Asked(null), new AsOf(new DateOnly(2021, 6, 1)), Decided), Seen(Asked(null), new AsOf(new DateOnly(2021, 6, 1)), Decided));

        Assert.Matches(@"och betalade \d+,\d av högst 19,5 miljoner kronor 2020 och skulle betala 19,5 miljoner 2023\.", Plain(then.Lead()));
        Assert.Matches(@"och betalade \d+,\d av högst 19,5 miljoner kronor 2020 och betalar 19,5 miljoner 2023\.", Plain(now.Lead()));
    }

    [Fact]
    public void While_a_proposed_extension_may_give_another_year_nothing_is_said_to_have_ended()
    {
        var state = Seen(Asked(null), new AsOf(new DateOnly(2024, 6, 30)), i => i < 230 ? [States.Final(Outcome.Adopts, May)] : []);

        Assert.Null(state.EndedSentence());
        Assert.Equal("230 av 290 kommuner har antagit.", Plain(state.Headline().Text()));
    }

    [Fact]
    public void The_curve_says_what_stood_on_the_deadline_and_what_came_after()
    {
        var state = State(AsOfJuly, i => i < 5 ? [States.Final(Outcome.Adopts, May)] : i < 7 ? [States.Final(Outcome.Adopts, new DateOnly(2019, 6, 20))] : []);

        Assert.Equal("5 kommuner hade antagit på sista svarsdagen 15 juni. 2 har kommit till sedan dess.", Plain(state.CurveSentence()));
    }

    [Fact]
    public void The_curve_says_when_some_have_fallen_away()
    {
        var state = State(AsOfJuly, i => i < 5 ? [States.Final(Outcome.Adopts, May)] : i == 5 ? [States.Final(Outcome.Adopts, May), States.Final(Outcome.Declines, new DateOnly(2019, 6, 20))] : []);

        Assert.Equal("6 kommuner hade antagit på sista svarsdagen 15 juni. 1 har fallit ifrån sedan dess.", Plain(state.CurveSentence()));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static Recommendation WithoutLetter()
    {
        var recommendation = new Recommendation(new RecommendationId(Guid.NewGuid()), "utan-brev", "Utan brev", "Utan brev", new BoardDecision(new DateOnly(2018, 12, 14), null, "Protokollet"));
        recommendation.Fund(new FundingPeriodId(Guid.NewGuid()), new Domain.Shared.YearSpan(2020, 2023), States.Total);
        return recommendation;
    }

    private static Recommendation Asked(Threshold? threshold) => States.Recommendation(cost: States.AtMost, threshold: threshold, deadline: States.Deadline);

    private static AsOf AsOfJuly => new(new DateOnly(2019, 7, 4));

    /// <summary>A state as it was seen on its own day.</summary>
    private static RecommendationState Seen(Recommendation recommendation, AsOf asOf, Func<int, IEnumerable<DecisionContent>> decisions) =>
        States.Of(recommendation, asOf, decisions) with { Today = asOf.Day };

    private static RecommendationState State(AsOf asOf, Func<int, IEnumerable<DecisionContent>> decisions) =>
        Seen(States.Recommendation(cost: States.AtMost, deadline: States.Deadline), asOf, decisions);

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
