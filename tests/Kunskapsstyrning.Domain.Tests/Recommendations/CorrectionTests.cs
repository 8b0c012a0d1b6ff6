using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Recommendations;

public sealed class CorrectionTests
{
    private static readonly DateOnly Today = new(2019, 3, 7);
    private static readonly FundingPeriodId Period = new(Guid.Parse("00000000-0000-0000-0000-000000000001"));
    private static readonly FundingPeriodId Later = new(Guid.Parse("00000000-0000-0000-0000-000000000002"));
    private static readonly HashSet<FundingPeriodId> NoneFrozen = [];

    private readonly Recommendation _asked = Sent();

    [Fact]
    public void The_years_of_2019_hold_from_the_start_and_the_printed_ones_stay_to_be_seen()
    {
        Assert.Null(_asked.Correct(Years(2020, 2024, 2020, 2023), NoneFrozen, Today).Refusal);

        Assert.Equal(new YearSpan(2020, 2023), _asked.FundingYears);
        Assert.Equal(2023, _asked.PayingYearsOn(new DateOnly(2018, 12, 14)).Last);
        var made = Assert.Single(_asked.Corrections);
        Assert.Equal(("2020–2024", "2020–2023", CorrectedPart.Years, WrongTextReached.Everyone), (made.Wrong, made.Right, made.Part, made.Reached));
        var told = Assert.IsType<RecommendationCorrected>(Assert.Single(_asked.TakeEvents()));
        Assert.Equal((new YearSpan(2020, 2024), new YearSpan(2020, 2023), "Fel i underlaget."), (told.Stood, told.Holds, told.Why));
    }

    [Fact]
    public void What_was_never_printed_cannot_be_corrected()
    {
        Assert.Equal(CorrectionRefusals.NeverPrinted, _asked.Correct(Years(2020, 2025, 2020, 2023), NoneFrozen, Today).Refusal);
        Assert.Equal(CorrectionRefusals.NeverPrinted, _asked.Correct(Text(CorrectedPart.Words, "sex år", "fyra år"), NoneFrozen, Today).Refusal);
        Assert.Equal(CorrectionRefusals.NeverPrinted, _asked.Correct(Text(CorrectedPart.CaseNumber, "18/00295", "18/00296"), NoneFrozen, Today).Refusal);
        Assert.Equal(new YearSpan(2020, 2024), _asked.FundingYears);
        Assert.Empty(_asked.Corrections);
        Assert.Empty(_asked.TakeEvents());
    }

    [Fact]
    public void What_stood_before_an_earlier_correction_was_printed_too()
    {
        _asked.Correct(Years(2020, 2024, 2020, 2023), NoneFrozen, Today);

        Assert.Null(_asked.Correct(Years(2020, 2024, 2020, 2022), NoneFrozen, Today).Refusal);

        Assert.Equal(2022, _asked.FundingYears.Last);
    }

    [Fact]
    public void Words_are_corrected_without_changing_anything_that_the_program_uses()
    {
        var points = _asked.Points.Select(p => p.Text).ToList();

        Assert.Null(_asked.Correct(Text(CorrectedPart.Words, "fem  år", "fyra år"), NoneFrozen, Today).Refusal);

        Assert.Equal(points, _asked.Points.Select(p => p.Text));
        Assert.Equal(new YearSpan(2020, 2024), _asked.FundingYears);
    }

    [Fact]
    public void A_correction_that_changes_nothing_is_refused()
    {
        Assert.Equal(CorrectionRefusals.NothingChanged, _asked.Correct(Years(2020, 2024, 2020, 2024), NoneFrozen, Today).Refusal);

        _asked.Correct(Years(2020, 2024, 2020, 2023), NoneFrozen, Today);
        Assert.Equal(CorrectionRefusals.NothingChanged, _asked.Correct(Years(2020, 2024, 2020, 2023), NoneFrozen, Today).Refusal);
    }

    [Fact]
    public void Years_that_overlap_another_period_or_a_decided_extension_are_refused()
    {
        _asked.Fund(Later, new YearSpan(2025, 2026), new FeeTerms { Kind = FeeKind.NotSet });
        Assert.Equal(CorrectionRefusals.YearsOverlap, _asked.Correct(Years(2020, 2024, 2020, 2025), NoneFrozen, Today).Refusal);

        var extended = Sent();
        Assert.Null(extended.DecideExtension(new ExtensionId(Guid.NewGuid()), 2026, ExtensionMode.RollsForward, new DateOnly(2019, 1, 5), "protokoll", Today).Refusal);
        Assert.Equal(CorrectionRefusals.YearsOverlap, extended.Correct(Years(2020, 2024, 2020, 2025), NoneFrozen, Today).Refusal);
    }

    [Fact]
    public void Years_whose_fees_are_frozen_are_not_corrected() =>
        Assert.Equal(CorrectionRefusals.YearsAreFrozen, _asked.Correct(Years(2020, 2024, 2020, 2023), new HashSet<FundingPeriodId> { Period }, Today).Refusal);

    [Fact]
    public void A_correction_says_why_from_which_document_when_and_who_got_the_wrong_text()
    {
        var right = Years(2020, 2024, 2020, 2023);

        Assert.Equal(CorrectionRefusals.NeedsReason, _asked.Correct(right with { Reason = " " }, NoneFrozen, Today).Refusal);
        Assert.Equal(CorrectionRefusals.NeedsSource, _asked.Correct(right with { Source = "" }, NoneFrozen, Today).Refusal);
        Assert.Equal(CorrectionRefusals.NeedsRecipients, _asked.Correct(right with { Reached = WrongTextReached.Some }, NoneFrozen, Today).Refusal);
        Assert.Equal(CorrectionRefusals.NeedsRecipients, _asked.Correct(right with { Reached = WrongTextReached.NotKnown }, NoneFrozen, Today).Refusal);
        Assert.Equal(CorrectionRefusals.InTheFuture, _asked.Correct(right with { MadeKnownOn = Today.AddDays(1) }, NoneFrozen, Today).Refusal);
        Assert.Equal(CorrectionRefusals.BeforeTheDecision, _asked.Correct(right with { MadeKnownOn = new DateOnly(2018, 12, 13) }, NoneFrozen, Today).Refusal);
        Assert.Equal(CorrectionRefusals.WhatHoldsIsMissing, _asked.Correct(right with { Right = "" }, NoneFrozen, Today).Refusal);
    }

    [Fact]
    public void The_municipalities_that_got_the_wrong_text_are_kept_once_each()
    {
        MunicipalityCode ekerö = new("0125"), salem = new("0128");

        _asked.Correct(Years(2020, 2024, 2020, 2023) with { Reached = WrongTextReached.Some, Municipalities = [ekerö, salem, ekerö] }, NoneFrozen, Today);

        Assert.Equal([ekerö, salem], _asked.Corrections[0].Recipients.Select(r => r.MunicipalityCode));
    }

    [Fact]
    public void A_corrected_deadline_stands_in_the_timetable_too_and_moves_what_is_late()
    {
        var fact = new CorrectedDeadline(1, new DateOnly(2019, 6, 15), new DateOnly(2019, 6, 30));

        Assert.Null(_asked.Correct(Of(fact, "15 juni", "30 juni"), NoneFrozen, Today).Refusal);

        Assert.Equal(new DateOnly(2019, 6, 30), _asked.ResponseDeadline);
        Assert.Equal(new DateOnly(2019, 6, 30), Assert.Single(_asked.Timetable).Day);
        Assert.Equal(new DateOnly(2019, 6, 30), _asked.DeadlineFor(new MunicipalityCode("0125")));
    }

    [Fact]
    public void A_deadline_comes_after_the_question_and_before_later_windows()
    {
        Assert.Equal(CorrectionRefusals.DeadlineBeforeTheQuestion, _asked.Correct(Of(new CorrectedDeadline(1, new DateOnly(2019, 6, 15), new DateOnly(2019, 3, 5)), "15 juni", "5 mars"), NoneFrozen, Today).Refusal);
        Assert.Equal(CorrectionRefusals.RoundsOutOfOrder, _asked.Correct(Of(new CorrectedDeadline(1, new DateOnly(2019, 6, 15), new DateOnly(2019, 12, 15)), "15 juni", "15 december"), NoneFrozen, Today).Refusal);
        Assert.Equal(CorrectionRefusals.RoundsOutOfOrder, _asked.Correct(Of(new CorrectedDeadline(2, new DateOnly(2019, 12, 15), new DateOnly(2019, 6, 15)), "15 december", "15 juni"), NoneFrozen, Today).Refusal);
    }

    [Fact]
    public void Cost_address_point_and_title_are_facts_that_change_with_their_correction()
    {
        Assert.Equal(CorrectionRefusals.CostTooLow, _asked.Correct(Of(new CorrectedCost(new Kronor(19_000_000), Kronor.Zero), "19 mkr", "0"), NoneFrozen, Today).Refusal);
        Assert.Null(_asked.Correct(Of(new CorrectedCost(new Kronor(19_000_000), new Kronor(19_500_000)), "19 mkr", "19,5 mkr"), NoneFrozen, Today).Refusal);
        Assert.Null(_asked.Correct(Text(CorrectedPart.AnswerAddress, "registratorn", "registrator@skl.se"), NoneFrozen, Today).Refusal);
        Assert.Null(_asked.Correct(new Correction(new CorrectedText(CorrectedPart.Point, 1, "Finansieringen gäller för fem år.", "Finansieringen gäller för fyra år."), "fem", "fyra", Today, "Fel.", "Brev", WrongTextReached.Everyone, []), NoneFrozen, Today).Refusal);
        Assert.Null(_asked.Correct(Text(CorrectedPart.Title, "Prov", "Ett prov"), NoneFrozen, Today).Refusal);

        Assert.Equal((new Kronor(19_500_000), "registrator@skl.se", "Ett prov"), (_asked.StatedCost!.Yearly, _asked.Letter!.AnswerTo, _asked.Title));
        Assert.Equal("Finansieringen gäller för fyra år.", _asked.Points[0].Text);
        Assert.Equal([1, 2, 3, 4], _asked.Corrections.Select(c => c.Number));
    }

    [Fact]
    public void A_title_is_no_longer_when_it_is_corrected_than_when_it_is_written() => Assert.Equal(
        RecommendationRefusals.NoTitle with { Field = "galler" }, _asked.Correct(Text(CorrectedPart.Title, "Prov", new string('P', NewDraft.LongestTitle + 1)), NoneFrozen, Today).Refusal);

    private static Correction Years(int first, int last, int rightFirst, int rightLast) =>
        Of(new CorrectedYears(Period, new YearSpan(first, last), new YearSpan(rightFirst, rightLast)), $"{first}–{last}", $"{rightFirst}–{rightLast}");

    private static Correction Text(CorrectedPart part, string wrong, string right) => Of(new CorrectedText(part, 0, wrong, right), wrong, right);

    private static Correction Of(CorrectedFact fact, string wrong, string right) =>
        new(fact, wrong, right, new DateOnly(2019, 3, 6), "Fel i underlaget.", "Följebrev 6 mars 2019", WrongTextReached.Everyone, []);

    private static Recommendation Sent()
    {
        var recommendation = new Recommendation(new RecommendationId(Guid.NewGuid()), "prov", "Prov", "Prov", new BoardDecision(new DateOnly(2018, 12, 14), null, "protokoll"));
        recommendation.Describe(new Description
        {
            Letter = new CoverLetter(new DateOnly(2019, 3, 6), "kommunstyrelserna", "registratorn", "brev"),
            StatedCost = new StatedCost(new Kronor(19_000_000), true, "brev"),
            Points = ["Finansieringen gäller för fem år."],
            Rounds = [(new DateOnly(2019, 6, 15), "Sista svarsdag", "brev"), (new DateOnly(2019, 12, 15), "Sen anslutning", "webb")],
            Timetable = [(new DateOnly(2019, 6, 15), "Sista svarsdag", "brev")],
        });
        recommendation.Fund(Period, new YearSpan(2020, 2024), new FeeTerms { Kind = FeeKind.NotSet });
        recommendation.TakeEvents();
        return recommendation;
    }
}
