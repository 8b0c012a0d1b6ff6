using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Logging;

/// <summary>A registered decision as a line in a list.</summary>
/// <param name="Id">The decision.</param>
/// <param name="Municipality">Whose.</param>
/// <param name="Recommendation">What it answers.</param>
/// <param name="Content">What counts, as it holds.</param>
/// <param name="Details">What is walled, as it holds.</param>
/// <param name="Version">The number of the version that holds.</param>
/// <param name="IsRetracted">True when it has been taken back.</param>
/// <param name="By">Who registered it.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="MayBeUndone">True when the one who asks registered it today.</param>
public sealed record Registration(
    DecisionId Id, Municipality Municipality, Recommendation Recommendation, DecisionContent Content, DecisionDetails Details, int Version,
    bool IsRetracted, string By, DateTimeOffset At, bool MayBeUndone);

/// <summary>Lists and finds registered decisions.</summary>
internal static class Registrations
{
    private const int Most = 50;

    /// <summary>Longer than any case number or name.</summary>
    private const int LongestSearch = 100;

    /// <summary>The decisions, the latest registered first.</summary>
    public static async Task<IReadOnlyList<Registration>> RegistrationsOn(this Session session, Func<Db, IQueryable<Decision>> which, CancellationToken cancellation)
    {
        var rows = await (
            from d in which(session.Db)
            from first in d.Versions
            where first.Number == 1
            join p in session.Db.People on first.RecordedBy equals p.Id
            orderby first.RecordedAt descending, d.Id descending
            select new
            {
                d.Id, d.MunicipalityCode, d.RecommendationId, Current = d.Versions.OrderByDescending(v => v.Number).First(), d.Versions.OrderByDescending(v => v.Number).First().Walled,
                IsRetracted = d.Retraction != null, By = p.Name, ById = p.Id, first.RecordedAt,
            }).Take(Most).ToListAsync(cancellation);

        return [.. rows.Select(r => new Registration(
            r.Id, session.Facts.Municipality(r.MunicipalityCode)!, session.Facts.Recommendation(r.RecommendationId)!, r.Current.Content, r.Walled?.Details ?? DecisionDetails.None,
            r.Current.Number, r.IsRetracted, r.By, r.RecordedAt,
            !r.IsRetracted && r.ById == session.Actor.Person && SwedishTime.DayOf(r.RecordedAt) == session.Today))];
    }

    /// <summary>Decisions by case number, paragraph, sender or municipality; spaces and capitals mean nothing.</summary>
    public static Task<IReadOnlyList<Registration>> Found(this Session session, string search, CancellationToken cancellation)
    {
        var words = search.Trim();
        if (words.Length > LongestSearch) words = words[..LongestSearch];
        var tight = string.Concat(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var pattern = $"%{tight.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
        var meant = MunicipalityTyped.Find(words, session.Facts.Municipalities);
        var named = session.Facts.Municipalities
            .Where(m => m.Code.Digits == words || m.Name.StartsWith(words, StringComparison.CurrentCultureIgnoreCase) || m == meant)
            .Select(m => m.Code).ToList();
        return session.RegistrationsOn(
            db => db.Decisions.Where(d => named.Contains(d.MunicipalityCode) || d.Versions.Any(v =>
                EF.Functions.ILike(v.Walled!.Details.CaseNumber!.Replace(" ", ""), pattern, "\\")
                || EF.Functions.ILike(v.Walled.Details.Paragraph!.Replace(" ", ""), pattern, "\\")
                || EF.Functions.ILike(v.Walled.Details.Sender!.Replace(" ", ""), pattern, "\\"))),
            cancellation);
    }
}
