namespace Kunskapsstyrning.Domain.Intake;

/// <summary>Where a fact was read: the words of the document that say it.</summary>
/// <param name="Page">The page's number, from 1.</param>
/// <param name="Text">The words as they stand, on one line.</param>
/// <param name="Boxes">Where they stand, one box a line; empty where the file has no places.</param>
public sealed record Passage(int Page, string Text, IReadOnlyList<PageBox> Boxes);

/// <summary>How far a suggestion may be relied on. Less than probable is no suggestion at all.</summary>
public enum Confidence
{
    /// <summary>Trolig: look at the passage.</summary>
    Probable = 1,
    /// <summary>Säker: never wrong in the project's own set of documents.</summary>
    Certain,
}

/// <summary>A fact that software read and a person may take or leave.</summary>
/// <param name="Value">The fact.</param>
/// <param name="Passage">Where it was read.</param>
/// <param name="Why">Why it was taken for that, in a few Swedish words.</param>
/// <param name="Confidence">How far it may be relied on.</param>
public sealed record Suggestion<T>(T Value, Passage Passage, string Why, Confidence Confidence);

/// <summary>What kind of act a document is.</summary>
public enum ReadStage
{
    /// <summary>A proposal to somebody else: an official's opinion, a committee's proposal, a notice of a meeting.</summary>
    Proposal = 1,
    /// <summary>The body's own decision.</summary>
    Final,
    /// <summary>No act at all: a question, an acknowledgement, an advertisement.</summary>
    None,
}

/// <summary>What was read in a document. Never an outcome: that is a person's choice.</summary>
public sealed record Suggestions
{
    /// <summary>Nothing was read.</summary>
    public static readonly Suggestions Empty = new();

    /// <summary>The municipality; several when one body decided for several.</summary>
    public IReadOnlyList<Suggestion<MunicipalityCode>> Municipalities { get; init; } = [];

    /// <summary>The recommendation that is answered.</summary>
    public Suggestion<RecommendationId>? Recommendation { get; init; }

    /// <summary>Proposal, final decision or neither.</summary>
    public Suggestion<ReadStage>? Stage { get; init; }

    /// <summary>The body whose act it is, as it calls itself.</summary>
    public Suggestion<string>? Body { get; init; }

    /// <summary>The day the body met.</summary>
    public Suggestion<DateOnly>? MeetingDate { get; init; }

    /// <summary>The paragraph of the minutes.</summary>
    public Suggestion<string>? Paragraph { get; init; }

    /// <summary>The municipality's own case number.</summary>
    public Suggestion<string>? CaseNumber { get; init; }

    /// <summary>What the document says that the municipality pays, kronor a year.</summary>
    public Suggestion<Kronor>? AmountAYear { get; init; }

    /// <summary>Years to pay for that the document tells and the recommendation does not have, "2020–2024"; null when they agree or none are told.</summary>
    public Suggestion<string>? OtherYears { get; init; }

    /// <summary>The municipality whose address it was sent from, where that is another than those that were read; null otherwise, and for addresses that are nobody's.</summary>
    public MunicipalityCode? OtherSender { get; init; }

    /// <summary>The passage that carries the outcome, to read and decide by; null when none was found.</summary>
    public Passage? OutcomePassage { get; init; }

    /// <summary>The passage that gives reasons; null when none was found.</summary>
    public Passage? ReasonsPassage { get; init; }

    /// <summary>The same with none of it to be relied on.</summary>
    public Suggestions Doubted() => this with
    {
        Municipalities = [.. Municipalities.Select(m => Less(m)!)],
        Recommendation = Less(Recommendation),
        Stage = Less(Stage),
        Body = Less(Body),
        MeetingDate = Less(MeetingDate),
        Paragraph = Less(Paragraph),
        CaseNumber = Less(CaseNumber),
        AmountAYear = Less(AmountAYear),
    };

    private static Suggestion<T>? Less<T>(Suggestion<T>? suggestion) => suggestion is null ? null : suggestion with { Confidence = Confidence.Probable };
}

/// <summary>What is known of how a document came: of the message that it lay in.</summary>
/// <param name="Sender">The sender's address; null when not known.</param>
/// <param name="Subject">The subject; null when there is none.</param>
/// <param name="SentOn">The day it was sent, in Sweden; null when not known.</param>
public sealed record Envelope(string? Sender, string? Subject, DateOnly? SentOn);
