using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>What a list said, what was registered before, and what changed. Null when there is no such list.</summary>
/// <param name="Id">The list.</param>
[Requires(Permission.LogDecisions)]
public sealed record ImportReport(ImportId Id) : IQuery<ImportReportView?>
{
    /// <inheritdoc/>
    public async Task<ImportReportView?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Imports.Include(i => i.Undoing).SingleOrDefaultAsync(i => i.Id == Id, cancellation) is not { } import) return null;

        PersonId[] people = [import.RecordedBy, import.Undoing?.RecordedBy ?? import.RecordedBy];
        var names = await session.Db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var asked = session.Facts.Recommendation(import.RecommendationId)!;
        var silent = session.Facts.MunicipalitiesOf(asked, session.Today).Select(m => m.Code).Except(import.Rows.Select(r => r.Municipality).OfType<MunicipalityCode>()).Select(c => session.Facts.Municipality(c)!).ToList();
        return new ImportReportView(import, asked, code => session.Facts.Municipality(code)?.Name ?? code.Digits, id => names[id], silent, session.Today, session.Facts.ExampleNotice(asked.Id));
    }
}

/// <summary>The reconciliation of a list.</summary>
/// <param name="Import">The list, with its rows.</param>
/// <param name="Recommendation">What it answered.</param>
/// <param name="NameOf">The name of a municipality.</param>
/// <param name="PersonOf">The name of a person.</param>
/// <param name="NotInList">The municipalities that the list does not name.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="ExampleNotice">What is invented; null when nothing is.</param>
public sealed record ImportReportView(
    Import Import, Recommendation Recommendation, Func<MunicipalityCode, string> NameOf, Func<PersonId, string> PersonOf,
    IReadOnlyList<Municipality> NotInList, DateOnly Today, string? ExampleNotice)
{
    /// <summary>The rows that were not registered, with what stood in them.</summary>
    public IEnumerable<ImportRow> NotRegistered => Import.Rows.Where(r => r.Result is RowResult.Failed or RowResult.Left);
}

/// <summary>The lists that have been read in, the latest first, and the one that waits.</summary>
[Requires(Permission.LogDecisions)]
public sealed record Lists : IQuery<ListsView>
{
    private const int Most = 20;

    /// <inheritdoc/>
    public async Task<ListsView> Answer(Session session, CancellationToken cancellation)
    {
        var person = session.Actor.Person!.Value;
        var waiting = await session.Db.ImportDrafts.Where(d => d.PersonId == person).Select(d => new WaitingList(d.ImportId, d.Name, d.KeptAt)).SingleOrDefaultAsync(cancellation);
        var earlier = await (
            from i in session.Db.Imports
            join p in session.Db.People on i.RecordedBy equals p.Id
            orderby i.RecordedAt descending
            select new EarlierList(i.Id, i.Name, i.RecommendationId, p.Name, i.RecordedAt, i.Undoing != null)).Take(Most).ToListAsync(cancellation);
        return new ListsView(session.Facts.Recommendations, waiting, earlier, session.Today);
    }
}

/// <summary>What can be done with lists.</summary>
/// <param name="Recommendations">What a list may answer, the latest first.</param>
/// <param name="Waiting">The actor's list that waits; null when there is none.</param>
/// <param name="Earlier">The lists that have been read in.</param>
/// <param name="Today">Today in Sweden.</param>
public sealed record ListsView(IReadOnlyList<Recommendation> Recommendations, WaitingList? Waiting, IReadOnlyList<EarlierList> Earlier, DateOnly Today);

/// <summary>A list that waits to be confirmed.</summary>
public sealed record WaitingList(ImportId Id, string Name, DateTimeOffset KeptAt);

/// <summary>A list that has been read in.</summary>
public sealed record EarlierList(ImportId Id, string Name, RecommendationId Recommendation, string By, DateTimeOffset At, bool IsUndone);
