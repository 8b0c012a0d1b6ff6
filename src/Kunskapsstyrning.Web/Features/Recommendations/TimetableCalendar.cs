using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>A recommendation whose timetable somebody wants in a calendar; null when there is none that may be seen.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record TimetableToKeep(string Slug) : IQuery<Recommendation?>
{
    public Task<Recommendation?> Answer(Session session, CancellationToken cancellation) =>
        Task.FromResult(session.Facts.Recommendation(Slug) is { } recommendation && session.MaySee(recommendation) ? recommendation : null);
}

/// <summary>A recommendation's timetable as a file for calendars (RFC 5545): whole days, the same file until the timetable changes.</summary>
internal static class TimetableCalendar
{
    /// <summary>The longest line in octets, without its end.</summary>
    private const int LongestLine = 75;

    public static void MapTimetable(this IEndpointRouteBuilder app) =>
        app.MapGet(Urls.TimetableFile, async (HttpContext context, string slug, SiteAddress site, Runner runner, CancellationToken cancellation) =>
        {
            if (await runner.Ask(new TimetableToKeep(slug), context.Actor(), cancellation) is not { } recommendation) return DraftEndpoints.NotThere();

            var root = site.Root ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}/");
            return Results.File(Encoding.UTF8.GetBytes(Of(recommendation, root)), "text/calendar; charset=utf-8", $"{slug}-tidplan.ics");
        }).For(typeof(TimetableToKeep)).CacheOutput(PublicPages.Name);

    /// <summary>The file.</summary>
    public static string Of(Recommendation recommendation, Uri root)
    {
        var lines = new StringBuilder();
        Add(lines, "BEGIN:VCALENDAR");
        Add(lines, "VERSION:2.0");
        Add(lines, "PRODID:-//Sveriges Kommuner och Regioner//Kunskapsstyrning//SV");
        Add(lines, "CALSCALE:GREGORIAN");
        Add(lines, "METHOD:PUBLISH");
        foreach (var entry in recommendation.Timetable.OrderBy(t => t.Day).ThenBy(t => t.Number)) AddEntry(lines, recommendation, entry, root);
        Add(lines, "END:VCALENDAR");
        return lines.ToString();
    }

    private static void AddEntry(StringBuilder lines, Recommendation recommendation, TimetableEntry entry, Uri root)
    {
        Add(lines, "BEGIN:VEVENT");
        Add(lines, string.Create(CultureInfo.InvariantCulture, $"UID:{recommendation.Id.Value}-{entry.Number}@kunskapsstyrning"));
        Add(lines, string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{(recommendation.SentAt ?? default).UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));
        Add(lines, string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{entry.Day:yyyyMMdd}"));
        Add(lines, string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{entry.Day.AddDays(1):yyyyMMdd}"));
        Add(lines, $"SUMMARY:{Escaped($"{recommendation.ShortTitle}: {entry.What}")}");
        if (entry.Source.Length > 0) Add(lines, $"DESCRIPTION:{Escaped($"Källa: {entry.Source}")}");
        Add(lines, $"URL:{new Uri(root, Urls.ToRecommendation(recommendation.Slug)).AbsoluteUri}");
        Add(lines, "TRANSP:TRANSPARENT");
        Add(lines, "END:VEVENT");
    }

    private static string Escaped(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal).ReplaceLineEndings(@"\n");

    /// <summary>A line, folded where it is too long: never within a letter, however many octets it takes.</summary>
    private static void Add(StringBuilder lines, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                lines.Append("\r\n ");
                octets = 1;
            }

            lines.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        lines.Append("\r\n");
    }
}
