using Kunskapsstyrning.Domain.Intake;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>A passage marked in a document, with the number that stands beside the field it was read for.</summary>
/// <param name="Number">From 1, in the order they stand in the document.</param>
/// <param name="Field">The field's name in the form; null for what has no field.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Why">Why it was taken for that.</param>
/// <param name="IsCertain">True when it may be relied on.</param>
public sealed record Mark(int Number, string? Field, Passage Passage, string Why, bool IsCertain);

/// <summary>The passages that are marked in a document.</summary>
public sealed class Marks
{
    private Marks(IReadOnlyList<Mark> all) => All = all;

    /// <summary>No passages.</summary>
    public static Marks None { get; } = new([]);

    /// <summary>Every mark, in the order they stand in the document.</summary>
    public IReadOnlyList<Mark> All { get; }

    /// <summary>The mark of a field; null when it was not read.</summary>
    public Mark? this[string field] => All.FirstOrDefault(m => m.Field == field);

    /// <summary>Where each fact was read, numbered from the top of the document.</summary>
    public static Marks Of(Suggestions found)
    {
        IEnumerable<(string Field, Passage Passage, string Why, bool Certain)?> read =
        [
            .. found.Municipalities.Select((m, index) => Read(index == 0 ? "kommun" : "aven", m)),
            Read("rekommendation", found.Recommendation), Read("niva", found.Stage?.Value is ReadStage.None ? null : found.Stage), Read("organ", found.Body), Read("sammantradesdag", found.MeetingDate),
            Read("paragraf", found.Paragraph), Read("dnr", found.CaseNumber), Read("belopp", found.AmountAYear),
            found.OutcomePassage is { } outcome ? ("utfall", outcome, "Här står vad kommunen tar ställning till.", false) : null,
            found.ReasonsPassage is { } reasons ? ("skal", reasons, "Här ges skäl.", false) : null,
        ];
        return new Marks([.. read.OfType<(string Field, Passage Passage, string Why, bool Certain)>()
            .OrderBy(m => m.Passage.Page).ThenBy(m => m.Passage.Boxes.Count > 0 ? m.Passage.Boxes[0].Top : 0).ThenBy(m => m.Passage.Boxes.Count > 0 ? m.Passage.Boxes[0].Left : 0)
            .Select((m, index) => new Mark(index + 1, m.Field, m.Passage, m.Why, m.Certain))]);
    }

    private static (string, Passage, string, bool)? Read<T>(string field, Suggestion<T>? read) => read is null || read.Passage.Page == 0 ? null : (field, read.Passage, read.Why, read.Confidence is Confidence.Certain);
}
