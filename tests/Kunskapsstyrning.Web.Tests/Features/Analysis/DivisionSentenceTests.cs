using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Analysis;
using Kunskapsstyrning.Web.Tests.Features.Overview;
using Kunskapsstyrning.Web.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Analysis;

public sealed class DivisionSentenceTests
{
    private static readonly DateOnly May = new(2019, 5, 2);
    private static readonly AsOf July = new(new DateOnly(2019, 7, 4));

    [Fact]
    public void Where_nobody_has_adopted_no_county_is_said_to_have_most()
    {
        var division = Of(i => i < 2 ? [States.Final(Outcome.Declines, May)] : []);

        Assert.Equal(("Ingen kommun har antagit.", "Ingen kommun har antagit."), (division.Counties.CountySentence(Tense.Now), division.Sizes.SizeSentence(Tense.Now)));
        Assert.Equal("Alla 2 kommuner som har beslutat gjorde det i styrelsen.", Plain(division.Bodies.BodySentence(Tense.Now)));
        Assert.Equal("2 kommuner avstår. Ingen har förbehåll.", Plain(division.State.Adoption.GroundsSentence(Tense.Now)));
    }

    [Fact]
    public void Where_nobody_has_answered_nothing_is_said_of_bodies_or_reasons()
    {
        var division = Of(_ => []);

        Assert.Equal("Ingen kommun har beslutat.", division.Bodies.BodySentence(Tense.Now));
        Assert.Equal("Ingen kommun avstår, och ingen har förbehåll.", division.State.Adoption.GroundsSentence(Tense.Now));
    }

    [Fact]
    public void Of_a_day_that_has_been_the_division_is_told_as_it_was()
    {
        var division = Of(i => i switch { < 3 => [States.Final(Outcome.Adopts, May)], 3 => [States.Final(Outcome.Declines, May)], _ => [] });

        string[] told =
        [
            division.Counties.CountySentence(Tense.Then), division.Sizes.SizeSentence(Tense.Then), division.Bodies.BodySentence(Tense.Then), Swedish.NotDecidedSentence(division.Bodies.Outside, Tense.Then),
            division.State.Adoption.GroundsSentence(Tense.Then),
        ];

        Assert.Equal("Alla 4 kommuner som hade beslutat gjorde det i styrelsen.", Plain(told[2]));
        Assert.Equal("1 kommun avstod. Ingen hade förbehåll.", Plain(told[4]));
        Assert.All(told, sentence => Assert.DoesNotMatch(@"\b(har|är|avstår)\b", Plain(sentence)));
    }

    [Fact]
    public void A_single_one_is_spoken_of_in_the_singular()
    {
        var division = Of(At("Ale"));

        Assert.Equal("Störst andel har antagit i Västra Götalands län: 1 av 49. I 20 av 21 län har ingen antagit.", Plain(division.Counties.CountySentence(Tense.Now)));
        Assert.Equal("Den enda kommun som har beslutat gjorde det i styrelsen.", division.Bodies.BodySentence(Tense.Now));
    }

    [Fact]
    public void A_county_of_one_municipality_is_not_said_to_have_all_of_many()
    {
        var division = Of(At("Gotland", "Ale"));

        Assert.Equal("I Gotlands län har den enda kommunen antagit. I 19 av 21 län har ingen antagit.", Plain(division.Counties.CountySentence(Tense.Now)));
    }

    [Fact]
    public void The_part_decides_and_not_the_number()
    {
        var division = Of(i => States.Municipalities[i] switch
        {
            { Name: "Gotland" or "Olofström" } => [],
            { CountyCode: "10" } => [States.Final(Outcome.Adopts, May)],
            _ => i % 3 == 0 ? [States.Final(Outcome.Adopts, May)] : [],
        });

        Assert.StartsWith("Störst andel har antagit i Blekinge län: 4 av 5. I Gotlands län har ingen antagit.", Plain(division.Counties.CountySentence(Tense.Now)), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_have_adopted_it_is_said_of_all()
    {
        var division = Of(_ => [States.Final(Outcome.Adopts, May, "Kommunfullmäktige")]);

        Assert.Equal("Alla 290 kommuner har antagit.", Plain(division.Counties.CountySentence(Tense.Now)));
        Assert.Equal("Alla 290 kommuner som har beslutat gjorde det i fullmäktige.", Plain(division.Bodies.BodySentence(Tense.Now)));
    }

    [Fact]
    public void Size_classes_are_told_as_ranges_of_inhabitants()
    {
        var division = Of(i => Inhabitants(i) is >= 50_000 and < 100_000 ? [States.Final(Outcome.Adopts, May)] : Inhabitants(i) >= 10_000 && i % 2 == 0 ? [States.Final(Outcome.Adopts, May)] : []);

        Assert.Equal("Bland kommuner med 50 000–99 999 invånare har alla kommuner antagit. Bland kommuner med under 10 000 invånare har ingen antagit.", Plain(division.Sizes.SizeSentence(Tense.Now)));
    }

    [Fact]
    public void The_commonest_body_is_named_and_the_unknown_ones_are_counted()
    {
        var division = Of(i => i switch
        {
            < 5 => [States.Final(Outcome.Adopts, May, "Kommunstyrelsen")],
            < 8 => [States.Final(Outcome.Declines, May, "Socialnämnden")],
            8 => [States.Final(Outcome.Declines, May, "Torsdagsgruppen")],
            _ => [],
        });

        Assert.Equal("Oftast är det styrelsen som har beslutat: i 5 av 9 kommuner. I 1 är organet okänt.", Plain(division.Bodies.BodySentence(Tense.Now)));
        Assert.Equal("4 kommuner avstår. Ingen har förbehåll.", Plain(division.State.Adoption.GroundsSentence(Tense.Now)));
        Assert.Equal("281 kommuner har inte beslutat slutligt. De räknas inte här.", Plain(Swedish.NotDecidedSentence(division.Bodies.Outside, Tense.Now)));
    }

    [Fact]
    public void Bodies_that_are_as_common_are_named_together()
    {
        var division = Of(i => i < 2 ? [States.Final(Outcome.Adopts, May, "KF")] : i < 4 ? [States.Final(Outcome.Adopts, May, "Arbetsutskottet")] : []);

        Assert.Equal("Lika ofta är det fullmäktige och ett utskott eller en delegat som har beslutat: i 2 kommuner var.", Plain(division.Bodies.BodySentence(Tense.Now)));
    }

    [Theory]
    [InlineData("", "Ingen av 2 kommuner som avstår har sagt varför.", 2)]
    [InlineData("Cost", "Av 3 kommuner som avstår har 1 sagt varför. Inget skäl är vanligare än något annat.", 2)]
    [InlineData("Cost Cost NoNeed", "Alla 3 kommuner som avstår har sagt varför. Vanligast är ”kostnaden”: 2.", 0)]
    [InlineData("Cost Cost Later Later", "Av 5 kommuner som avstår har 4 sagt varför. Vanligast är ”kostnaden” och ”vill vänta”: 2 var.", 1)]
    [InlineData("Cost", "Den enda kommun som avstår har sagt varför.", 0)]
    [InlineData("", "Den enda kommun som avstår har inte sagt varför.", 1)]
    public void Reasons_are_told_in_the_right_number(string reasons, string sentence, int without)
    {
        var said = reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => (DecliningReason?)Enum.Parse<DecliningReason>(r)).Concat(Enumerable.Repeat((DecliningReason?)null, without));

        var grounds = new Grounds([.. said.Select(r => new Ground(States.Municipalities[0], new DecisionId(Guid.NewGuid()), States.Final(Outcome.Declines, May), new DecisionDetails { Reason = r }, []))]);

        Assert.Equal(sentence, Plain(grounds.ReasonSentence(Tense.Now)));
    }

    [Fact]
    public void Words_without_a_reason_are_a_reason_too_and_those_who_left_are_counted_apart()
    {
        Ground Told(Outcome outcome, string? words) => new(States.Municipalities[0], new DecisionId(Guid.NewGuid()), States.Final(outcome, May), new DecisionDetails { ReasonQuote = words }, []);

        Assert.Equal("Av 2 kommuner som avstår har 1 sagt varför. Inget skäl är vanligare än något annat.", Plain(new Grounds([Told(Outcome.Declines, "För dyrt."), Told(Outcome.Declines, null)]).ReasonSentence(Tense.Now)));
        Assert.Equal("Av 2 kommuner som avstod hade 1 sagt varför. Inget skäl var vanligare än något annat.", Plain(new Grounds([Told(Outcome.Declines, "För dyrt."), Told(Outcome.Declines, null)]).ReasonSentence(Tense.Then)));
        Assert.Equal("Den enda kommun som sade nej från början har sagt varför.", Plain(new Grounds([Told(Outcome.Declines, "För dyrt."), Told(Outcome.Leaves, null)]).ReasonSentence(Tense.Now)));
        Assert.Equal([DecliningReason.Other, null], new Grounds([Told(Outcome.Declines, null), Told(Outcome.Declines, "För dyrt.")]).ByReason.Select(g => g.Key));
    }

    private static Division Of(Func<int, IEnumerable<DecisionContent>> decisions) => new(States.Of(States.Recommendation(deadline: States.Deadline), July, decisions));

    private static int Inhabitants(int at) => Counted[at];

    private static readonly List<int> Counted = [.. States.Of(States.Recommendation(deadline: States.Deadline), July, _ => []).Rows.Select(r => r.Inhabitants!.Value)];

    private static Func<int, IEnumerable<DecisionContent>> At(params string[] names) => i => names.Contains(States.Municipalities[i].Name) ? [States.Final(Outcome.Adopts, May)] : [];

    private static string Plain(string text) => text.Replace(Swedish.Nbsp, ' ');
}
