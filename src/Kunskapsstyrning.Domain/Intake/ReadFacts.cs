using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Intake.Reading;

namespace Kunskapsstyrning.Domain.Intake;

/// <summary>Reads out of a document's text what a person would otherwise type. It suggests facts and never the outcome.</summary>
public static class ReadFacts
{
    /// <summary>A matter has said what it is called within so many lines.</summary>
    private const int TitleWithin = 8;

    /// <summary>Reads the text, with what is known of how it came.</summary>
    public static Suggestions Of(DocumentText text, Envelope? envelope, KnownFacts known)
    {
        var paper = Paper.Of(text);
        if (paper.IsEmpty) return Suggestions.Empty;

        try
        {
            return Read(paper, envelope, known);
        }
        catch (RegexMatchTimeoutException)
        {
            return Suggestions.Empty;
        }
    }

    private static Suggestions Read(Paper paper, Envelope? envelope, KnownFacts known)
    {
        var matter = Matter.Of(paper, envelope, known);
        var days = DaysInText.In(matter);
        var (municipalities, recommendation) = (MunicipalityReading.Of(matter), RecommendationReading.Of(matter, days));
        var body = BodyReading.Of(matter);
        var stage = StageReading.Of(matter, body?.Body);
        var facts = new Suggestions
        {
            Municipalities = municipalities,
            Recommendation = recommendation,
            Stage = stage,
            Body = stage?.Value is ReadStage.None ? null : body?.Suggestion,
            MeetingDate = DayReading.Of(matter, days, stage?.Value, body?.Body, [.. municipalities.Select(m => m.Value)]),
            Paragraph = ParagraphReading.Of(matter, stage?.Value, body?.Body),
            CaseNumber = CaseNumberReading.Of(matter, stage?.Value),
            AmountAYear = AmountReading.Of(matter, stage?.Value, recommendation?.Value, [.. municipalities.Select(m => m.Value)]),
            OtherYears = YearsReading.Others(matter, recommendation?.Value),
            OtherSender = known.Addresses.OwnerOf(envelope?.Sender) is { } sender && municipalities.Count > 0 && municipalities.All(m => m.Value != sender) ? sender : null,
            OutcomePassage = PassageReading.Outcome(matter, stage?.Value),
            ReasonsPassage = PassageReading.Reasons(matter),
        };
        if (recommendation is null) return OfUnknownQuestion(facts, matter);
        return recommendation.Confidence is Confidence.Certain || IsAbout(matter) ? facts : OnTheSide(facts);
    }

    /// <summary>Whether the question is named where it is told what the paper is about and what is decided or proposed, and not only in what has gone before.</summary>
    private static bool IsAbout(Matter matter) =>
        matter.Known.Signs.Names(matter.Envelope?.Subject?.ToLowerInvariant() ?? "")
        || matter.Own.Take(TitleWithin).Concat(matter.Head).Concat(matter.Own.Where(row => row.Part is Part.Head or Part.Decision or Part.Proposal)).Any(row => matter.Known.Signs.Names(row.Lower));

    /// <summary>A decision on something else that mentions the recommendation in passing is no answer to it.</summary>
    private static Suggestions OnTheSide(Suggestions facts) => facts.Doubted() with
    {
        Municipalities = facts.Municipalities,
        Stage = facts.Stage is { Value: ReadStage.Final } ? null : facts.Doubted().Stage,
    };

    /// <summary>A decision on something that is not even called a recommendation is no answer, and the rest may be about something else.</summary>
    private static Suggestions OfUnknownQuestion(Suggestions facts, Matter matter) => facts.Doubted() with
    {
        Municipalities = facts.Municipalities,
        Stage = facts.Stage is { Value: ReadStage.Final } && !matter.Paper.Lower.Contains("rekommendation", StringComparison.Ordinal) ? null : facts.Doubted().Stage,
    };
}
