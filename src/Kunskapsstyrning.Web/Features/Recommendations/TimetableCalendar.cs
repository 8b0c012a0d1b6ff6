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

/// <summary>Every recommendation that may be seen, for one calendar that follows them all.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record TimetablesToKeep : IQuery<IReadOnlyList<Recommendation>>
{
    public Task<IReadOnlyList<Recommendation>> Answer(Session session, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Recommendation>>([.. session.Facts.Recommendations.Where(session.MaySee)]);
}

/// <summary>
/// Timetables as files for calendars (RFC 5545), to keep once or to subscribe to: whole days, the same file until a timetable changes. A step
/// keeps its UID whatever day it is moved to, and SEQUENCE goes up with each correction, so that a calendar moves it instead of adding another.
/// </summary>
internal static class TimetableCalendar
{
    /// <summary>The longest line in octets, without its end.</summary>
    private const int LongestLine = 75;

    public static void MapTimetable(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.TimetableFile, async (HttpContext context, string slug, SiteAddress site, Runner runner, CancellationToken cancellation) =>
            await runner.Ask(new TimetableToKeep(slug), context.Actor(), cancellation) is { } recommendation
                ? File(context, site, [recommendation], recommendation.ShortTitle, $"{slug}-tidplan.ics")
                : DraftEndpoints.NotThere()).For(typeof(TimetableToKeep)).CacheOutput(PublicPages.Name);
        app.MapGet(Urls.AllTimetables, async (HttpContext context, SiteAddress site, Runner runner, CancellationToken cancellation) =>
            File(context, site, await runner.Ask(new TimetablesToKeep(), context.Actor(), cancellation), "SKR:s rekommendationer", "tidplan.ics")).For(typeof(TimetablesToKeep)).CacheOutput(PublicPages.Name);
    }

    /// <summary>The file.</summary>
    public static string Of(IReadOnlyList<Recommendation> recommendations, string name, Uri root)
    {
        var lines = new StringBuilder();
        Add(lines, "BEGIN:VCALENDAR");
        Add(lines, "VERSION:2.0");
        Add(lines, "PRODID:-//Sveriges Kommuner och Regioner//Kunskapsstyrning//SV");
        Add(lines, "CALSCALE:GREGORIAN");
        Add(lines, "METHOD:PUBLISH");
        Add(lines, $"X-WR-CALNAME:{Escaped(name)}");
        Add(lines, "REFRESH-INTERVAL;VALUE=DURATION:P1D");
        Add(lines, "X-PUBLISHED-TTL:P1D");
        foreach (var recommendation in recommendations)
            foreach (var step in RoundStep.Of(recommendation)) AddStep(lines, recommendation, step, root);
        Add(lines, "END:VCALENDAR");
        return lines.ToString();
    }

    private static IResult File(HttpContext context, SiteAddress site, IReadOnlyList<Recommendation> recommendations, string name, string fileName)
    {
        var root = site.Root ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}/");
        return Results.File(Encoding.UTF8.GetBytes(Of(recommendations, name, root)), "text/calendar; charset=utf-8", fileName);
    }

    private static void AddStep(StringBuilder lines, Recommendation recommendation, RoundStep step, Uri root)
    {
        var corrected = recommendation.Corrections.Select(c => new DateTimeOffset(c.On, TimeOnly.MinValue, TimeSpan.Zero));
        var stamp = corrected.Append(recommendation.SentAt ?? default).Max();
        Add(lines, "BEGIN:VEVENT");
        Add(lines, $"UID:{recommendation.Id.Value}-{step.Key}@kunskapsstyrning");
        Add(lines, string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{stamp.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));
        Add(lines, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{recommendation.Corrections.Count}"));
        Add(lines, string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{step.Day:yyyyMMdd}"));
        Add(lines, string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{step.Day.AddDays(1):yyyyMMdd}"));
        Add(lines, $"SUMMARY:{Escaped($"{recommendation.ShortTitle}: {step.What}")}");
        if (step.Source.Length > 0) Add(lines, $"DESCRIPTION:{Escaped($"Källa: {step.Source}")}");
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
