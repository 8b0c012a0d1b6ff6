using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Municipalities;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The sentences of a municipality's page, true in every state.</summary>
public static partial class Swedish
{
    // Longer ago than this it says nothing to count the days.
    private const int DaysToCount = 60;

    /// <summary>In place of a number that nobody knows.</summary>
    public const string NotKnown = "inte känt";

    /// <summary>"2017", "2017 och 2018", "2020–2023".</summary>
    public static string InWords(this YearSpan years) => years.Last - years.First == 1 ? $"{years.First} och {years.Last}" : years.Text();

    /// <summary>"per år, 2017 och 2018": what stands after the amount.</summary>
    public static string AfterAmount(this OwnFee fee) => fee.Years.First == fee.Years.Last ? $"för {fee.Years.First}" : $"per år, {fee.Years.InWords()}";

    /// <summary>"publicerad", "fastställd", "beräknad" or "inte fastställd".</summary>
    public static string StateWord(this Fee? fee) => fee switch
    {
        { Published: not null } => "publicerad",
        { IsDecided: true, Computed: not null } => "fastställd",
        { Computed: not null } => "beräknad",
        _ => "inte fastställd",
    };

    /// <summary>What the amount is for, and whether the municipality takes part.</summary>
    public static string Lead(this OwnAnswer own)
    {
        var (name, years) = (own.Recommendation.ShortTitle, own.Recommendation.PayingYearsOn(own.AsOf.Day));
        if (own.IsBeforeTheBoard) return $"Den {own.AsOf.Day.Long()} var {name} inte beslutad.";
        if (own.Fee is not { } fee) return $"{name} {own.Paying(years).Applies} {years.Text()}. {own.Recommendation.CostKnown() ?? "Vad det kostar är inte känt här."}{(own.TakesPart() is { } known ? $" {known}" : "")}";

        var (pays, would, was, @is, wouldBe) = fee.Fee!.IsOnlyComputed
            ? ("beräknas ni betala", "beräknades ni betala", "beräknas avgiften ha varit", "beräknas avgiften vara", "beräknades avgiften bli")
            : ("betalar ni", "skulle ni betala", "var avgiften", "är avgiften", "skulle avgiften vara");
        var time = own.Paying(years);
        return own.Standing switch
        {
            { HasAdopted: true } => $"Så mycket {(time == PayingTense.Now ? pays : time == PayingTense.Ahead ? would : was)} för {name}.{From(own, fee)}",
            _ when years.Last < own.AsOf.Day.Year => $"Så mycket {was} för {name}, för den som antog.",
            { Status: Status.Declined } => $"Så mycket {(time == PayingTense.Now ? @is : time == PayingTense.Ahead ? wouldBe : was)} för {name}. {own.TakesPart()}",
            _ => time == PayingTense.Now ? $"Så mycket {pays} för {name}, om ni antar." : $"Så mycket {would} för {name}, om ni antog.",
        };
    }

    /// <summary>"2,28 kronor per invånare och år. Vad det blir för kommunen är inte låst än.": what is known where no fee is set; null when nothing is.</summary>
    public static string? CostKnown(this Recommendation asked) => asked.Periods.MinBy(p => p.Years.First)?.Terms is { Kind: not (FeeKind.NotSet or FeeKind.PublishedList) } terms
        ? $"{terms.Sentence()} Vad det blir för kommunen är inte låst än."
        : null;

    /// <summary>Whether the municipality takes part; null when it has not said.</summary>
    public static string? TakesPart(this OwnAnswer own) => own.Standing switch
    {
        _ when !own.ShowsStatus => null,
        { HasAdopted: true } => $"Ni {own.Tense().Is} med.",
        { Content.Outcome: Outcome.Leaves, LastPayingYear: { } last } => $"Ni {own.Paying(new YearSpan(last, last)).Pays} till och med {last}.",
        { Status: Status.Declined, LastPayingYear: { } last } when last >= own.AsOf.Day.Year => $"Ni {own.Paying(new YearSpan(last, last)).Pays} till och med {last}.",
        { Status: Status.Declined } => $"Ni {own.Tense().Is} inte med.",
        _ => null,
    };

    /// <summary>Beside the deadline: how long is left, whose time it is, and the window for late joiners.</summary>
    public static string DeadlineNote(this OwnAnswer own)
    {
        var (day, isPast) = (own.AsOf.Day, own.AsOf.Day < own.Today);
        if (own.Deadline is not { } deadline) return "Ingen sista dag är känd";
        var note = (deadline.DayNumber - day.DayNumber) switch
        {
            0 => isPast ? "Det var den dagen" : "I dag är sista dagen",
            > 0 and var left => $"{Count(left, "dag", "dagar")} kvar",
            >= -DaysToCount and var passed => isPast ? $"{Count(-passed, "dag", "dagar")} tidigare" : $"För {Count(-passed, "dag", "dagar")} sedan",
            _ => isPast ? "Tiden hade gått ut" : "Tiden har gått ut",
        };
        if (deadline != own.Recommendation.ResponseDeadline) note += $". Egen tid, andras var {own.Recommendation.ResponseDeadline?.Long()}";
        if (day <= deadline) return note;

        return own.Recommendation.LaterRoundOn(day) is { } later ? $"{note}. {later.Words} till {later.Deadline.Long()}" : note;
    }

    /// <summary>Beside the status: what it rests on, in plain words.</summary>
    public static string StatusNote(this OwnAnswer own)
    {
        if (own.IsBeforeTheQuestion) return "Frågan var inte ställd";
        var (standing, tense) = (own.Standing, Ui.Tense.On(own.AsOf.Day, own.Today));
        var late = standing.IsLate(own.Deadline) ? $", {own.Recommendation.HowLate(standing.Content!.ArrivedOn)}" : "";
        var note = standing switch
        {
            { Status: Status.NoResponse } => $"Inget {tense.Have} kommit in",
            { Status: Status.InPreparation, Content.Outcome: Outcome.Tabled } => $"Ärendet {tense.Is} bordlagt",
            { Status: Status.InPreparation, Content.Outcome: Outcome.Remitted } => $"Ärendet {tense.Is} återremitterat",
            { Status: Status.InPreparation } => tense.IsPast ? "Slutligt beslut saknades" : "Slutligt beslut saknas",
            { Content.Outcome: Outcome.Leaves } => standing.Content!.LeavesFrom is { } year ? $"Utträtt från och med {year}" : "Utträtt",
            _ => $"Beslutat {standing.Content!.DecidedOn?.Long()}{late}",
        };
        return standing.Beside is null ? note : $"{note}. Ett nytt förslag {tense.Have} kommit in";
    }

    /// <summary>Why what has come is no answer yet; null when it is one, or nothing has come.</summary>
    public static (string Title, string Sentence)? NotYetAnAnswer(this OwnAnswer own)
    {
        if (!own.ShowsStatus || own.Standing is not { Status: Status.InPreparation, Content: { } content }) return null;
        const string Counts = "Det räknas som svar först när kommunens slutliga beslut har kommit in.";
        var tense = Ui.Tense.On(own.AsOf.Day, own.Today);
        return content.Outcome switch
        {
            Outcome.Tabled => ($"Ärendet {tense.Is} bordlagt", $"Beskedet kom in {content.ArrivedOn.Long()}. {Counts}"),
            Outcome.Remitted => ($"Ärendet {tense.Is} återremitterat", $"Beskedet kom in {content.ArrivedOn.Long()}. {Counts}"),
            _ => ($"Det ni {tense.Have} skickat {tense.Is} ett förslag", $"{content.Heading()}. Det kom in {content.ArrivedOn.Long()}. {Counts}"),
        };
    }

    /// <summary>Whether the amount is published or decided, and what the lines cannot say about it.</summary>
    public static IReadOnlyList<string> AboutAmount(this OwnFee fee, FeeExplanation explanation, string association) =>
        fee.Fee! switch
        {
            { Published: not null } => explanation.Notes,
            { IsDecided: true } => [$"Avgiften är fastställd av {association}.", .. explanation.Notes],
            _ => [$"Avgiften är beräknad, inte publicerad av {association}.", .. explanation.Notes],
        };

    /// <summary>Where the rate comes from, who has the discount, and what is assumed.</summary>
    public static IReadOnlyList<string> AboutTerms(this OwnFee fee, Municipality municipality)
    {
        var sentences = FeeExplanation.Describe(fee.List!).ToList();
        if (fee.List!.Terms.Discount is not null) sentences.Add(fee.Fee!.Discounted ? $"Rabatten gäller {municipality.Name}." : $"Rabatten gäller inte {municipality.Name}.");
        if (fee.List.Terms.Assumption is { } assumption) sentences.Add(assumption);
        if (fee.List.Terms.PopulationDate is not null) sentences.Add("Invånare: SCB.");
        return sentences;
    }

    /// <summary>"Ekerö kommun: 9 500 kr per år".</summary>
    public static string Title(this MunicipalityView view) => view.Own switch
    {
        null => view.Municipality.FullName,
        { Fee: { } fee } => $"{view.Municipality.FullName}: {fee.Fee!.Amount!.Value.Text()} {(fee.Years.First == fee.Years.Last ? $"för {fee.Years.First}" : "per år")}",
        _ => $"{view.Municipality.FullName}: avgiften är inte fastställd",
    };

    /// <summary>"18 dagar före sista svarsdag": where the shown day lies; null when no deadline is known, or it is long past.</summary>
    public static string? Beside(this OwnAnswer own)
    {
        if (own.Deadline is not { } deadline) return null;
        return (deadline.DayNumber - own.AsOf.Day.DayNumber) switch
        {
            0 => "sista svarsdagen",
            > 0 and var left => $"{Count(left, "dag", "dagar")} före sista svarsdag",
            >= -DaysToCount and var passed => $"{Count(-passed, "dag", "dagar")} efter sista svarsdag",
            _ => null,
        };
    }

    /// <summary>Whom to tell that something is wrong: the contact, else the address for answers, else the sender of the letter.</summary>
    public static string WhomToAsk(this OwnAnswer own)
    {
        var association = Association(own.AsOf.Day);
        if (own.Recommendation.Contact is { } contact) return $"Hör av er till {association}: {contact}.";
        if (own.Recommendation.Letter is { } letter && letter.AnswerTo.Contains('@', StringComparison.Ordinal))
        {
            return Association(letter.SentOn) == association
                ? $"Hör av er till {association}: {letter.AnswerTo}."
                : $"Hör av er till {association}. Brevet {letter.SentOn.Long()} angav {letter.AnswerTo}.";
        }

        return own.Recommendation.Letter is { } sent
            ? $"Hör av er till {association} på den adress som står i brevet {sent.SentOn.Long()}."
            : $"Hör av er till {association} på den adress som rekommendationen kom från.";
    }

    /// <summary>The tile that a decision would give by itself.</summary>
    public static Status Mark(this DecisionContent content) => content switch
    {
        { IsAnswer: false } => Status.InPreparation,
        { Outcome: Outcome.Adopts } => Status.Adopted,
        { Outcome: Outcome.AdoptsWithReservation } => Status.AdoptedWithReservation,
        _ => Status.Declined,
    };

    private static string From(OwnAnswer own, OwnFee fee) =>
        own.Standing.FirstPayingYear is { } first && first > fee.Years.First ? $" Ni {own.Paying(new YearSpan(first, fee.Years.Last)).Pays} från och med {first}." : "";
}
