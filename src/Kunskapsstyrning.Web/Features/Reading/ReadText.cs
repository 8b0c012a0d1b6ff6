using Kunskapsstyrning.Domain.Intake;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>What could be read of a file.</summary>
/// <param name="Text">Its text; without pages when there is none.</param>
/// <param name="PageCount">How many pages the file has, also those that are not read.</param>
/// <param name="Fault">What could not be read, or ought to be known about the file, in Swedish; null when there is nothing to say.</param>
public sealed record ReadText(DocumentText Text, int PageCount, string? Fault)
{
    /// <summary>Pages that are read; an extract of minutes has a handful.</summary>
    internal const int MostPages = 60;

    /// <summary>Characters that are read of a file without pages.</summary>
    internal const int MostLetters = 500_000;

    /// <summary>Whether the text was made out in a picture, so that letters and figures may be wrong.</summary>
    public bool IsFromPicture { get; init; }

    internal static ReadText Nothing(string? fault, int pages = 0) => new(new DocumentText([]), pages, fault);

    internal static ReadText Plain(string text, string? fault)
    {
        var end = EndOfLastPage(text);
        return new ReadText(DocumentText.Of(PlainText.Of(text[..end])), text.Count(c => c == '\f') + 1, end < text.Length ? Sentences(fault, "Texten är lång; bara början är läst.") : fault);
    }

    internal static string? Sentences(params IEnumerable<string?> sentences) => string.Join(' ', sentences.Where(s => s is not null)) is { Length: > 0 } joined ? joined : null;

    private static int EndOfLastPage(string text)
    {
        var most = Math.Min(text.Length, MostLetters);
        for (var (at, pages) = (0, 0); at < most; at++)
            if (text[at] == '\f' && ++pages == MostPages) return at;
        return most;
    }
}
