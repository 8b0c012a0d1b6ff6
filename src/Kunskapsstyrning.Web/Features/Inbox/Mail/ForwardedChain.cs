using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>A message that lies within the text of another one, as far as its heading tells.</summary>
/// <param name="From">The sender's address; null when only a name stands there.</param>
/// <param name="FromName">The sender as the heading writes it.</param>
/// <param name="Subject">The subject; null when it is not told.</param>
/// <param name="SentOn">The day it was sent; null when it is not told.</param>
/// <param name="Text">Its heading and its own text, without what is forwarded within it and without the marks of quoting.</param>
internal sealed record ForwardedMessage(string? From, string FromName, string? Subject, DateOnly? SentOn, string Text);

/// <summary>Takes a forwarded chain apart: the messages that a mail program has put into a text, each below the heading of who sent it, when and about what.</summary>
internal static partial class ForwardedChain
{
    private const int LongestHeading = 14;

    /// <summary>The messages within a text, each forwarded within the one before it; none when nothing is.</summary>
    public static IReadOnlyList<ForwardedMessage> In(string text, int most)
    {
        var lines = text.Split('\n');
        var headings = new List<Heading>();
        for (var at = 0; at < lines.Length && headings.Count < most; at++)
        {
            if (HeadingAt(lines, at) is not { } heading) continue;
            headings.Add(heading);
            at = heading.End;
        }

        return [.. headings.Select((heading, n) => Made(heading, lines[heading.Start..(n + 1 < headings.Count ? headings[n + 1].Start : n + 1 == most ? NextHeading(lines, heading.End) : lines.Length)]))];
    }

    private static int NextHeading(string[] lines, int from)
    {
        for (var at = from; at < lines.Length; at++)
            if (HeadingAt(lines, at) is not null) return at;
        return lines.Length;
    }

    /// <summary>A sender together with a moment, a subject or a recipient. First in the text, and without an address, it is the head of a letter and nothing forwarded.</summary>
    private static Heading? HeadingAt(string[] lines, int at)
    {
        if (FieldOf(lines[at]) is null) return null;

        var (fields, last, end) = (new Dictionary<string, string>(StringComparer.Ordinal), "", at);
        for (; end < lines.Length && end - at < LongestHeading; end++)
        {
            if (FieldOf(lines[end]) is { } field)
            {
                last = field.Name;
                fields.TryAdd(last, field.Value);
                continue;
            }
            var more = ForwardedMail.Plain(lines[end]);
            var goesOn = more.Length == 0 ? end + 1 < lines.Length && FieldOf(lines[end + 1]) is not null : more.Contains('@', StringComparison.Ordinal) && last is From or To;
            if (!goesOn) break;
            if (more.Length > 0) fields[last] += " " + more;
        }

        if (!fields.TryGetValue(From, out var from) || fields.Count < 2) return null;
        return from.Contains('@', StringComparison.Ordinal) || lines[..at].Any(l => ForwardedMail.Plain(l).Length > 0) ? new Heading(at, end, fields) : null;
    }

    private static ForwardedMessage Made(Heading heading, string[] lines)
    {
        var isQuoted = lines[0].TrimStart().StartsWith('>');
        var own = lines.Select(line => isQuoted ? Quote().Replace(line, "", 1) : line).ToList();
        while (own.Count > 0 && (own[^1].Trim().Length == 0 || Divider().IsMatch(ForwardedMail.Plain(own[^1])))) own.RemoveAt(own.Count - 1);

        var from = EncodedWords.OneLine(heading.Fields[From]);
        var subject = heading.Fields.TryGetValue(Subject, out var about) && EncodedWords.OneLine(about) is { Length: > 0 } text ? text : null;
        return new ForwardedMessage(MailAddresses.Of(from).Address, from, subject, heading.Fields.TryGetValue(Sent, out var sent) ? DayIn(sent) : null, string.Join('\n', own));
    }

    private static DateOnly? DayIn(string sent)
    {
        var match = Day().Match(sent.ToLowerInvariant());
        var written = match.Groups["month"].Success ? $"{match.Groups["day"].Value} {match.Groups["month"].Value[..3].Replace("may", "maj", StringComparison.Ordinal).Replace("oct", "okt", StringComparison.Ordinal)} {match.Groups["year"].Value}" : match.Value;
        return match.Success && SwedishDay.TryParse(written, out var day) ? day : null;
    }

    private static (string Name, string Value)? FieldOf(string line)
    {
        if (!line.Contains(':', StringComparison.Ordinal)) return null;

        foreach (var (words, name) in Kinds)
            if (ForwardedMail.After(words, line) is { } value) return (name, value.Trim());
        return null;
    }

    private const string From = "from";
    private const string Sent = "sent";
    private const string Subject = "subject";
    private const string To = "to";

    private static readonly (string[] Words, string Name)[] Kinds = [(ForwardedMail.Senders, From), (ForwardedMail.Moments, Sent), (ForwardedMail.Subjects, Subject), (ForwardedMail.Recipients, To)];

    private sealed record Heading(int Start, int End, Dictionary<string, string> Fields);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("^ *> ?", Options, 5000)]
    private static partial Regex Quote();

    /// <summary>What mail programs draw above a heading.</summary>
    [GeneratedRegex("^([-_=*]{3,}.*|(begin forwarded message|vidarebefordrat (brev|meddelande|mejl)|ursprungligt meddelande|original message|forwarded message):?)$", Options | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Divider();

    [GeneratedRegex(@"(?<year>20[0-9]{2})-[0-9]{2}-[0-9]{2}|(?<day>[0-9]{1,2})\.? (?<month>jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)\p{L}*\.?,? (?<year>20[0-9]{2})|(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}* (?<day>[0-9]{1,2}),? (?<year>20[0-9]{2})", Options, 5000)]
    private static partial Regex Day();
}
