using System.Text.Json.Serialization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Recommendations;

namespace Kunskapsstyrning.Web.Api;

/// <summary>A recommendation in the list.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">The title in full.</param>
/// <param name="BoardDecidedOn">The day SKR's board decided.</param>
/// <param name="ResponseDeadline">The last day to answer, inclusive; null when none is known.</param>
/// <param name="FundingYears">The years that are paid for, decided extensions included.</param>
/// <param name="Predecessor">The slug of the recommendation it renews; null when it renews none.</param>
public sealed record RecommendationLine(
    string Slug, string Title, DateOnly BoardDecidedOn, DateOnly? ResponseDeadline, IReadOnlyList<int> FundingYears, string? Predecessor);

/// <summary>A recommendation with everything the sources say about it, and how it stands on a day.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">The title in full.</param>
/// <param name="BoardDecidedOn">The day SKR's board decided.</param>
/// <param name="ResponseDeadline">The last day to answer, inclusive; null when none is known.</param>
/// <param name="FundingYears">The years that are paid for, decided extensions included.</param>
/// <param name="Predecessor">The slug of the recommendation it renews; null when it renews none.</param>
/// <param name="StatedCostSek">Kronor a year that it is said to cost; null when not known. The fees may sum to something else.</param>
/// <param name="Points">The board's points, quoted, in order.</param>
/// <param name="Periods">The funding periods, in order.</param>
/// <param name="Terms">The fee terms of each funding period, in the same order.</param>
/// <param name="Rounds">The deadline first, later windows after it.</param>
/// <param name="Corrections">What was printed wrong and what holds instead, from the start.</param>
/// <param name="Extensions">Extensions of the last year, proposed and decided.</param>
/// <param name="Summary">How it stands on the day; null where the answers are not public.</param>
public sealed record RecommendationInFull(
    string Slug, string Title, DateOnly BoardDecidedOn, DateOnly? ResponseDeadline, IReadOnlyList<int> FundingYears, string? Predecessor,
    decimal? StatedCostSek, IReadOnlyList<string> Points, IReadOnlyList<PeriodOfYears> Periods, IReadOnlyList<TermsOfPeriod> Terms,
    IReadOnlyList<RoundLine> Rounds, IReadOnlyList<CorrectionLine> Corrections, IReadOnlyList<ExtensionLine> Extensions, Summary? Summary);

/// <summary>Years with one set of fee terms, both ends included.</summary>
public sealed record PeriodOfYears(int FirstYear, int LastYear);

/// <summary>The terms that give the fees of a funding period.</summary>
/// <param name="FirstYear">The period's first year.</param>
/// <param name="LastYear">The period's last year, inclusive.</param>
/// <param name="Kind">How the fee is set.</param>
/// <param name="RatePerInhabitant">Stated kronor per inhabitant and year before discount; null where none is stated.</param>
/// <param name="TotalSek">Kronor a year that the fees share; null where they do not.</param>
/// <param name="AmountSek">Kronor a year for each municipality where the fee is flat; else null.</param>
/// <param name="CapSek">The most that all fees together may come to in a year; null where there is no cap.</param>
/// <param name="Discount">Who pays less; null when nobody does.</param>
/// <param name="PopulationDate">The day whose inhabitants count; null where the fee does not depend on them.</param>
/// <param name="Rounding">How fees come to whole steps; null where no fee is set.</param>
/// <param name="Assumption">What is assumed or reconstructed rather than stated, in Swedish; null when nothing is.</param>
/// <param name="Source">Where the terms are from, in Swedish.</param>
public sealed record TermsOfPeriod(
    int FirstYear, int LastYear, [property: JsonConverter(typeof(ApiWordConverter<FeeKind>))] FeeKind Kind, decimal? RatePerInhabitant,
    decimal? TotalSek, decimal? AmountSek, decimal? CapSek, DiscountOfTerms? Discount, DateOnly? PopulationDate, RoundingOfTerms? Rounding,
    string? Assumption, string Source);

/// <summary>Who pays less, and how much less.</summary>
/// <param name="Largest">So many of the largest; null where the rule is a number of inhabitants.</param>
/// <param name="InhabitantsAbove">Those with more inhabitants than this; null where the rule is a number of the largest.</param>
/// <param name="Part">The part taken off, 0.10 for ten per cent.</param>
public sealed record DiscountOfTerms(int? Largest, int? InhabitantsAbove, decimal Part);

/// <summary>How fees come to whole steps.</summary>
/// <param name="Step">Kronor that fees are rounded to.</param>
/// <param name="Mode">Each fee rounded on its own, or all apportioned so that they sum exactly.</param>
public sealed record RoundingOfTerms(decimal Step, [property: JsonConverter(typeof(ApiWordConverter<RoundingMode>))] RoundingMode Mode);

/// <summary>A time to answer.</summary>
/// <param name="Deadline">The last day, inclusive.</param>
/// <param name="Words">What the round is, in Swedish.</param>
/// <param name="Source">Where it is said, in Swedish.</param>
public sealed record RoundLine(DateOnly Deadline, string Words, string Source);

/// <summary>What was wrong in what was sent out, and what holds instead, from the start.</summary>
/// <param name="On">The day it was made known.</param>
/// <param name="Wrong">What was printed.</param>
/// <param name="Right">What holds.</param>
/// <param name="Reason">Why.</param>
/// <param name="Source">Where it is said.</param>
public sealed record CorrectionLine(DateOnly On, string Wrong, string Right, string Reason, string Source);

/// <summary>The same terms and adopters, a later last year. A proposed extension gives no years to pay for.</summary>
/// <param name="LastYear">The new last year, inclusive.</param>
/// <param name="State">Only proposed to the board, or decided by it.</param>
/// <param name="Source">Where it is said.</param>
public sealed record ExtensionLine(int LastYear, [property: JsonConverter(typeof(ApiWordConverter<ExtensionState>))] ExtensionState State, string Source);

/// <summary>How a recommendation stands on a day. The five counts exclude each other and add to all municipalities.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Basis">Whether arrival at SKR or the municipality's meeting decides what counts on the day.</param>
/// <param name="Adopted">Municipalities that have adopted.</param>
/// <param name="AdoptedWithReservation">Municipalities that have adopted with reservation.</param>
/// <param name="Declined">Municipalities that have declined or left.</param>
/// <param name="InPreparation">Municipalities whose final decision is still to come.</param>
/// <param name="NoResponse">Municipalities that have not answered.</param>
/// <param name="PopulationShareAdopted">The part of all inhabitants who live where it is adopted, also with reservation: 0 to 1, four decimals.</param>
/// <param name="SecuredSek">Kronor by year from those who pay that year, as of the day; empty where no fee is set.</param>
/// <param name="PossibleSek">Kronor by year if everyone paid; empty where no fee is set.</param>
/// <param name="CapSek">The most that the fees together may come to in a year; null where there is no cap.</param>
public sealed record Summary(
    DateOnly AsOf, [property: JsonConverter(typeof(ApiWordConverter<Basis>))] Basis Basis,
    int Adopted, int AdoptedWithReservation, int Declined, int InPreparation, int NoResponse, decimal PopulationShareAdopted,
    IReadOnlyDictionary<string, decimal> SecuredSek, IReadOnlyDictionary<string, decimal> PossibleSek, decimal? CapSek);

/// <summary>One municipality's answer on a day. Dates and body are those of the decision that the status rests on.</summary>
/// <param name="MunicipalityCode">SCB's four digits.</param>
/// <param name="Municipality">The name.</param>
/// <param name="CountyCode">SCB's two digits.</param>
/// <param name="Status">How far the answer has come.</param>
/// <param name="DecidedOn">The day of the meeting; null where unknown.</param>
/// <param name="DecidingBody">The body as the document writes it; null where unknown.</param>
/// <param name="ArrivedOn">The day it came to SKR; null without answer.</param>
/// <param name="Late">True when it arrived after the last day for that municipality.</param>
/// <param name="FirstPayingYear">The first year it pays; null when it takes no part.</param>
/// <param name="LastPayingYear">The last year it pays, inclusive; null when no end is known.</param>
public sealed record ResponseLine(
    string MunicipalityCode, string Municipality, string CountyCode, [property: JsonConverter(typeof(ApiWordConverter<Status>))] Status Status,
    DateOnly? DecidedOn, string? DecidingBody, DateOnly? ArrivedOn, bool Late, int? FirstPayingYear, int? LastPayingYear);
