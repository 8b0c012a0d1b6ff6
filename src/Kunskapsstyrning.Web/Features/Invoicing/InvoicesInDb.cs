using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Invoicing;

/// <summary>What the next run of a recommendation and year would hold, or why there can be none; and the runs before it.</summary>
internal sealed record InvoicesAsTheyStand(InvoiceProposal? Proposal, Refusal? Refusal, IReadOnlyList<InvoiceRun> Runs, InvoiceSettings? Settings);

/// <summary>Reads what is invoiced and what is to be.</summary>
internal static class InvoicesInDb
{
    /// <summary>How it stands with a recommendation and year today, with the invoices that somebody has chosen to credit and make again.</summary>
    public static async Task<InvoicesAsTheyStand> Invoices(this Session session, Recommendation asked, int year, IEnumerable<long> anew, CancellationToken cancellation)
    {
        var runs = await session.Db.InvoiceRuns.Include(r => r.Invoices.OrderBy(i => i.Serial)).Where(r => r.RecommendationId == asked.Id && r.Year == year).OrderBy(r => r.Number).ToListAsync(cancellation);
        var settings = await session.Db.SettingsThatHold(cancellation);
        var (basis, refusal) = await session.Basis(asked, year, cancellation);
        return new InvoicesAsTheyStand(basis is null ? null : new InvoiceProposal(basis, [.. runs.SelectMany(r => r.Invoices)], runs.Count, settings?.Number ?? 0, anew.ToHashSet()), refusal, runs, settings);
    }

    /// <summary>What is said about invoices now; null when nothing is.</summary>
    public static Task<InvoiceSettings?> SettingsThatHold(this Db db, CancellationToken cancellation) => db.InvoiceSettings.OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>The buyer reference that holds for a municipality; null when none is stated.</summary>
    public static Task<StatedBuyerReference?> ReferenceOf(this Db db, MunicipalityCode municipality, CancellationToken cancellation) =>
        db.BuyerReferences.Where(r => r.MunicipalityCode == municipality).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation);

    private static async Task<(InvoiceBasis? Basis, Refusal? Refusal)> Basis(this Session session, Recommendation asked, int year, CancellationToken cancellation)
    {
        if (!asked.PayingYearsOn(session.Today).Contains(year)) return (null, InvoiceRefusals.NotCovered);
        if (session.Facts.FeesIn(asked, year) is not { IsSet: true } fees) return (null, InvoiceRefusals.FeesNotSet);

        // Another node may have frozen a later version a moment ago; what is kept here is then about to be dropped.
        var frozen = await session.Db.Allocations.Where(a => a.PeriodId == fees.Period.Id).OrderByDescending(a => a.Number).Select(a => new { a.Id, a.Number }).FirstAsync(cancellation);
        if (frozen.Number != fees.Version) return (null, InvoiceRefusals.ChangedMeanwhile);

        var answers = await session.Db.AnswersTo(asked.Id, cancellation);
        var payers = session.Facts.MunicipalitiesOn(new DateOnly(year, 1, 1))
            .Select(m => (Municipality: m, Standing: asked.StandingOf(answers.Of(m.Code), new AsOf(session.Today))))
            .Where(m => m.Standing.PaysIn(year) && !asked.IsCalledOffIn(year, session.Today)).ToList();
        var stated = await session.Stated(cancellation);
        var inDecision = await session.InDecisions(asked.Id, cancellation);
        return (new InvoiceBasis(asked.Id, year, frozen.Id, frozen.Number, [.. payers.Select(p => new InvoiceRow(
            p.Municipality.Code, p.Municipality.FullName, p.Municipality.OrganisationNumber,
            stated.GetValueOrDefault(p.Municipality.Code) ?? (p.Standing.RestsOn is { } decision ? inDecision.GetValueOrDefault(decision) : null),
            fees.List.Of(p.Municipality.Code)?.Amount))]), null);
    }

    private static async Task<Dictionary<MunicipalityCode, BuyerReference>> Stated(this Session session, CancellationToken cancellation) =>
        (await session.Db.BuyerReferences.AsNoTracking().ToListAsync(cancellation)).GroupBy(r => r.MunicipalityCode).ToDictionary(r => r.Key, r => r.MaxBy(s => s.Number)!.Reference);

    /// <summary>Where a municipality has stated none, the one in the decision that its status rests on counts.</summary>
    private static async Task<Dictionary<DecisionId, BuyerReference?>> InDecisions(this Session session, RecommendationId asked, CancellationToken cancellation)
    {
        var versions = await session.Db.Decisions.Where(d => d.RecommendationId == asked)
            .SelectMany(d => d.Versions, (d, v) => new { d.Id, v.Number, Reference = v.Walled == null ? null : v.Walled.Details.BuyerReference }).ToListAsync(cancellation);
        return versions.GroupBy(v => v.Id).ToDictionary(d => d.Key, d => BuyerReference.TryParse(d.MaxBy(v => v.Number)!.Reference, out var reference) ? reference : null);
    }
}
