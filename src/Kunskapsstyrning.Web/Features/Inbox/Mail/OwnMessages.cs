using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>Finds ids in what arrives that messages of our own go by. Whether one was ever sent under an id is not told here.</summary>
internal static partial class OwnMessages
{
    /// <summary>The ids that stand in a text.</summary>
    public static IEnumerable<Guid> In(string text) => Id().Matches(text).Select(m => Guid.Parse(m.Groups["id"].ValueSpan));

    /// <summary>The ids of those that a message says it answers, the nearest first.</summary>
    public static IReadOnlyList<Guid> AnsweredBy(ReadOnlyMemory<byte> message)
    {
        var headers = MailHeaders.Read(message).Headers;
        return [.. In(headers["In-Reply-To"] ?? "").Concat(In(headers["References"] ?? "").Reverse()).Distinct()];
    }

    [GeneratedRegex("(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})@", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Id();
}
