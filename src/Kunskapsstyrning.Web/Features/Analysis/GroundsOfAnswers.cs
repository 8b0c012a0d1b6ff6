using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Analysis;

/// <summary>Why municipalities decline and on what conditions others adopt, in their own words, with the documents. For SKR alone. Null where there is no such recommendation.</summary>
/// <param name="Slug">The recommendation's name in addresses.</param>
/// <param name="AsOf">The day and the question.</param>
[Requires(Permission.ReadDrafts)]
public sealed record GroundsOfAnswers(string Slug, AsOf AsOf) : IQuery<Grounds?>
{
    /// <inheritdoc/>
    public async Task<Grounds?> Answer(Session session, CancellationToken cancellation)
    {
        if (await new StateOfRecommendation(Slug, AsOf).Answer(session, cancellation) is not { } state) return null;

        var rows = state.Rows.Where(r => r.Standing.Status is Status.Declined or Status.AdoptedWithReservation).ToDictionary(r => r.Standing.RestsOn!.Value);
        var decisions = session.Db.Decisions.Where(d => rows.Keys.Contains(d.Id));
        var details = await decisions.Select(d => new { d.Id, Walled = d.Versions.OrderByDescending(v => v.Number).Select(v => v.Walled).First() })
            .ToDictionaryAsync(d => d.Id, d => d.Walled == null ? DecisionDetails.None : d.Walled.Details, cancellation);
        var documents = (await (
            from d in decisions
            from link in d.Documents
            join document in session.Db.Documents on link.DocumentId equals document.Id
            where link.Loosening == null
            select new { d.Id, Document = new AttachedDocument(document.Id, document.FileName, document.Type) })
            .ToListAsync(cancellation)).ToLookup(d => d.Id, d => d.Document);

        return new Grounds([.. rows.OrderBy(r => Ui.Swedish.Key(r.Value.Municipality.Name)).Select(r => new Ground(
            r.Value.Municipality, r.Key, r.Value.Standing.Content!, details.GetValueOrDefault(r.Key, DecisionDetails.None), [.. documents[r.Key]]))]);
    }
}

/// <summary>What one municipality's answer rests on.</summary>
/// <param name="Municipality">Whose.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Content">What it says.</param>
/// <param name="Details">Reasons and conditions.</param>
/// <param name="Documents">What it was read from.</param>
public sealed record Ground(Municipality Municipality, DecisionId Decision, DecisionContent Content, DecisionDetails Details, IReadOnlyList<AttachedDocument> Documents)
{
    /// <summary>The reason; words without one count as another. Null where nothing is said.</summary>
    public DecliningReason? Reason => Details.Reason ?? (Details.ReasonQuote is null ? null : DecliningReason.Other);
}

/// <summary>What the answers rest on that are not a plain yes.</summary>
/// <param name="All">Every ground, by name of municipality.</param>
public sealed record Grounds(IReadOnlyList<Ground> All)
{
    /// <summary>Those who have declined, not those who took part and have left.</summary>
    public IReadOnlyList<Ground> Declining => [.. All.Where(g => g.Content.Outcome is Outcome.Declines)];

    /// <summary>Those who have adopted on conditions.</summary>
    public IReadOnlyList<Ground> Reserving => [.. All.Where(g => g.Content.Outcome is Outcome.AdoptsWithReservation)];

    /// <summary>Those who took part and have left.</summary>
    public IReadOnlyList<Ground> Leaving => [.. All.Where(g => g.Content.Outcome is Outcome.Leaves)];

    /// <summary>Those who decline, by their reason, the commonest first and those who give none last.</summary>
    public IReadOnlyList<IGrouping<DecliningReason?, Ground>> ByReason => [.. Declining.GroupBy(g => g.Reason).OrderBy(g => g.Key is null).ThenByDescending(g => g.Count()).ThenBy(g => g.Key)];
}
