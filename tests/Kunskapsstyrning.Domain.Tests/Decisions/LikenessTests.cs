using Kunskapsstyrning.Domain.Decisions;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Decisions;

public sealed class LikenessTests
{
    private static readonly DateOnly Day = new(2019, 5, 20);

    [Theory]
    [InlineData("§ 67", "§67", true)]
    [InlineData("KS § 67", "§ 67/2019", true)]
    [InlineData("§ 67", "§ 68", false)]
    [InlineData(null, "§ 67", false)]
    [InlineData(" ", " ", false)]
    public void A_paragraph_is_known_however_it_is_written(string? one, string? other, bool same) => Assert.Equal(same, Likeness.SameParagraph(one, other));

    [Theory]
    [InlineData("KS", "Kommunstyrelsen", "§ 67", "§ 67", true)]
    [InlineData("KS", "Kommunstyrelsen", "§ 67", "§ 68", false)]
    [InlineData("KS", "Kommunstyrelsen", "§ 67", null, true)]
    [InlineData("KS", "Kommunfullmäktige", "§ 67", "§ 67", false)]
    [InlineData(null, "Kommunstyrelsen", "§ 67", "§ 67", true)]
    [InlineData(null, null, null, null, false)]
    public void On_the_same_day_what_both_tell_decides(string? body, string? otherBody, string? paragraph, string? other, bool same) =>
        Assert.Equal(same, MayBeSame((body, Day, Stage.Final, paragraph), (otherBody, Day, Stage.Proposal, other)));

    [Fact]
    public void Another_day_is_another_act() => Assert.False(MayBeSame(("KS", Day, Stage.Final, "§ 67"), ("KS", Day.AddDays(1), Stage.Final, "§ 67")));

    [Theory]
    [InlineData(Stage.Proposal, "§ 12", "§ 12", true)]
    [InlineData(Stage.Final, "§ 12", "§ 12", false)]
    [InlineData(Stage.Proposal, null, null, true)]
    public void Without_a_day_the_stage_and_the_paragraph_or_case_number_must_agree(Stage other, string? paragraph, string? otherParagraph, bool same) =>
        Assert.Equal(same, MayBeSame(("Arbetsutskottet", null, Stage.Proposal, paragraph), ("Arbetsutskottet", Day, other, otherParagraph)));

    [Theory]
    [InlineData("KS", "Kommunstyrelsen", Stage.Final, true)]
    [InlineData("KS", "Kommunstyrelsen", Stage.Proposal, true)]
    [InlineData("KS", "Kommunfullmäktige", Stage.Final, false)]
    [InlineData("Hälsa Väst", "Hälsa Öst", Stage.Final, false)]
    [InlineData(null, "Kommunstyrelsen", Stage.Final, true)]
    [InlineData(null, "Kommunstyrelsen", Stage.Proposal, false)]
    public void A_list_tells_of_the_same_act_whatever_paragraph_it_says(string? body, string? otherBody, Stage other, bool same) =>
        Assert.Equal(same, Likeness.SameAct(Content((body, Day, Stage.Final, "§ 67")), Content((otherBody, Day, other, "§ 68"))));

    [Fact]
    public void A_list_without_the_day_tells_of_what_is_otherwise_the_same()
    {
        var (registered, said) = (Content(("KS", Day, Stage.Final, null)), Content(("Kommunstyrelsen", null, Stage.Final, null)));

        Assert.True(Likeness.SameButForTheDay(registered, said));
        Assert.False(Likeness.SameButForTheDay(said, registered));
        Assert.False(Likeness.SameButForTheDay(registered with { Outcome = Outcome.Declines }, said));
    }

    private static bool MayBeSame((string? Body, DateOnly? Day, Stage Stage, string? Paragraph) one, (string? Body, DateOnly? Day, Stage Stage, string? Paragraph) other) =>
        Likeness.MayBeSameAct(Content(one), Details(one.Paragraph), Content(other), Details(other.Paragraph));

    private static DecisionContent Content((string? Body, DateOnly? Day, Stage Stage, string? Paragraph) act) =>
        new() { Outcome = Outcome.Adopts, Stage = act.Stage, Body = act.Body, DecidedOn = act.Day, ArrivedOn = Day };

    private static DecisionDetails Details(string? paragraph) => new() { Paragraph = paragraph, CaseNumber = "KS 2019/12" };
}
