using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Municipalities;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The sentences of a municipality's page, true in every state.</summary>
public static partial class Swedish
{
    // Longer ago than this it says nothing to count the days.
    private const int DaysToCount = 60;

    /// <summary>"2017", "2017 och 2018", "2020–2023".</summary>
    public static string InWords(this YearSpan years) => years.Last - years.First == 1 ? $"{years.First} och {years.Last}" : years.Text();

    /// <summary>"per år, 2017 och 2018": what stands after the amount. A computed amount says so at once.</summary>
    public static string AfterAmount(this OwnFee fee)
    {
        var years = fee.Years.First == fee.Years.Last ? $"för {fee.Years.First}" : $"per år, {fee.Years.InWords()}";
        return fee.Fee?.Published is null ? $"{years}, beräknad" : years;
    }

    /// <summary>"publicerad", "beräknad" or "inte fastställd".</summary>
    public static string StateWord(this Fee? fee) => fee switch
    {
        { Published: not null } => "publicerad",
        { Computed: not null } => "beräknad",
        _ => "inte fastställd",
    };

    /// <summary>What the amount is for, and whether the municipality takes part.</summary>
    public static string Lead(this OwnAnswer own)
    {
        var name = own.Recommendation.ShortTitle;
        if (own.IsBeforeTheQuestion) return $"Den {own.AsOf.Day.Long()} var {name} inte beslutad.";
        if (own.Fee is not { } fee) return $"{name} gäller {own.Recommendation.PayingYears.Text()}. Vad det kostar är inte känt här.{(own.TakesPart() is { } known ? $" {known}" : "")}";
        var past = own.AsOf.Day.Year > own.Recommendation.PayingYears.Last;
        if (!own.ShowsStatus) return past ? $"Så mycket var avgiften för {name}, för den som antog." : $"Så mycket betalar ni för {name}, om ni antar.";
        return own.Standing.Status switch
        {
            Status.Adopted or Status.AdoptedWithReservation when past => $"Så mycket var avgiften för {name}.{From(own, fee)}",
            Status.Adopted or Status.AdoptedWithReservation => $"Så mycket betalar ni för {name}.{From(own, fee)}",
            Status.Declined => $"Så mycket är avgiften för {name}. {own.TakesPart()}",
            _ when past => $"Så mycket var avgiften för {name}, för den som antog.",
            _ => $"Så mycket betalar ni för {name}, om ni antar.",
        };
    }

    /// <summary>Whether the municipality takes part; null when it has not said.</summary>
    public static string? TakesPart(this OwnAnswer own) => own.Standing switch
    {
        _ when !own.ShowsStatus => null,
        { HasAdopted: true } => "Ni är med.",
        { Content.Outcome: Outcome.Leaves, LastPayingYear: { } last } => $"Ni betalar till och med {last}.",
        { Status: Status.Declined } => "Ni är inte med.",
        _ => null,
    };

    /// <summary>Beside the deadline: how long is left, whose time it is, and the window for late joiners.</summary>
    public static string DeadlineNote(this OwnAnswer own)
    {
        var day = own.AsOf.Day;
        if (own.Deadline is not { } deadline) return "Ingen sista dag är känd";
        var note = (deadline.DayNumber - day.DayNumber) switch
        {
            0 => "I dag är sista dagen",
            > 0 and var left => $"{Count(left, "dag", "dagar")} kvar",
            >= -DaysToCount and var passed => $"För {Count(-passed, "dag", "dagar")} sedan",
            _ => "Tiden har gått ut",
        };
        if (deadline != own.Recommendation.ResponseDeadline) note += $". Egen tid, andras var {own.Recommendation.ResponseDeadline?.Long()}";
        if (day <= deadline) return note;

        var later = own.Recommendation.Rounds.Where(r => r.Number > 1 && r.Deadline >= day).MinBy(r => r.Deadline);
        return later is null ? note : $"{note}. {later.Words} till {later.Deadline.Long()}";
    }

    /// <summary>Beside the status: what it rests on, in plain words.</summary>
    public static string StatusNote(this OwnAnswer own)
    {
        if (own.IsBeforeTheQuestion) return "Frågan var inte ställd";
        var standing = own.Standing;
        var late = standing.IsLate(own.Deadline) ? ", kom in sent" : "";
        var note = standing switch
        {
            { Status: Status.NoResponse } => "Inget har kommit in",
            { Status: Status.InPreparation, Content.Outcome: Outcome.Tabled } => "Ärendet är bordlagt",
            { Status: Status.InPreparation, Content.Outcome: Outcome.Remitted } => "Ärendet är återremitterat",
            { Status: Status.InPreparation } => "Slutligt beslut saknas",
            { Content.Outcome: Outcome.Leaves } => standing.Content!.LeavesFrom is { } year ? $"Utträtt från och med {year}" : "Utträtt",
            _ => $"Beslutat {standing.Content!.DecidedOn?.Long()}{late}",
        };
        return standing.Beside is null ? note : $"{note}. Ett nytt förslag har kommit in";
    }

    /// <summary>Why what has come is no answer yet; null when it is one, or nothing has come.</summary>
    public static (string Title, string Sentence)? NotYetAnAnswer(this OwnAnswer own)
    {
        if (!own.ShowsStatus || own.Standing is not { Status: Status.InPreparation, Content: { } content }) return null;
        var body = content.Body ?? "Kommunen";
        const string Counts = "Det räknas som svar först när kommunens slutliga beslut har kommit in.";
        return content.Outcome switch
        {
            Outcome.Tabled => ("Ärendet är bordlagt", $"{body} har skjutit upp ärendet; beskedet kom in {content.ArrivedOn.Long()}. {Counts}"),
            Outcome.Remitted => ("Ärendet är återremitterat", $"{body} har skickat tillbaka ärendet; beskedet kom in {content.ArrivedOn.Long()}. {Counts}"),
            _ => ("Det ni har skickat är ett förslag", $"{body} föreslår ”{Lower(content.Outcome.Label())}”; det kom in {content.ArrivedOn.Long()}. {Counts}"),
        };
    }

    /// <summary>What is said about the calculation besides its lines, first whether the amount is published.</summary>
    public static IReadOnlyList<string> AboutCalculation(this OwnFee fee, Municipality municipality, FeeExplanation explanation, string association)
    {
        var sentences = new List<string>();
        if (fee.Fee!.Published is null) sentences.Add($"Avgiften är beräknad, inte publicerad av {association}.");
        sentences.AddRange(explanation.Notes);
        sentences.AddRange(FeeExplanation.Describe(fee.List!));
        if (fee.List!.Terms.Discount is not null) sentences.Add(fee.Fee.Discounted ? $"Den gäller {municipality.Name}." : $"Den gäller inte {municipality.Name}.");
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

    /// <summary>"18 dagar före sista svarsdag": where the shown day lies; null when no deadline is known.</summary>
    public static string? Beside(this OwnAnswer own)
    {
        if (own.Deadline is not { } deadline) return null;
        return (deadline.DayNumber - own.AsOf.Day.DayNumber) switch
        {
            0 => "sista svarsdagen",
            > 0 and var left => $"{Count(left, "dag", "dagar")} före sista svarsdag",
            var passed => $"{Count(-passed, "dag", "dagar")} efter sista svarsdag",
        };
    }

    /// <summary>Whom to tell that something is wrong: the contact, else the address for answers, else the sender of the letter.</summary>
    public static string WhomToAsk(this OwnAnswer own)
    {
        var association = Association(own.AsOf.Day);
        if (own.Recommendation.Contact is { } contact) return $"Hör av er till {association}: {contact}.";
        if (own.Recommendation.Letter is { } letter && letter.AnswerTo.Contains('@', StringComparison.Ordinal)) return $"Hör av er till {association}: {letter.AnswerTo}.";
        return own.Recommendation.Letter is { } sent
            ? $"Hör av er till {association} på den adress som står i brevet {sent.SentOn.Long()}."
            : $"Hör av er till {association} på den adress som rekommendationen kom från.";
    }

    /// <summary>"Antar – förslag": what a decision says, with its stage.</summary>
    public static string Heading(this DecisionContent content) => content.Stage is Stage.Final ? content.Outcome.Label() : $"{content.Outcome.Label()} – förslag";

    /// <summary>The tile that a decision would give by itself.</summary>
    public static Status Mark(this DecisionContent content) => content switch
    {
        { IsAnswer: false } => Status.InPreparation,
        { Outcome: Outcome.Adopts } => Status.Adopted,
        { Outcome: Outcome.AdoptsWithReservation } => Status.AdoptedWithReservation,
        _ => Status.Declined,
    };

    private static string From(OwnAnswer own, OwnFee fee) =>
        own.Standing.FirstPayingYear is { } first && first > fee.Years.First ? $" Ni betalar från och med {first}." : "";
}
