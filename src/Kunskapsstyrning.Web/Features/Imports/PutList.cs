using System.Text.Json;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Puts a list there to be looked through. Takes the place of the person's list before it, if that was never confirmed.</summary>
/// <param name="Id">The identity it gets when it is confirmed.</param>
/// <param name="Name">The name of the file, or that it was pasted.</param>
/// <param name="Table">The list as it was read.</param>
/// <param name="Recommendation">The recommendation's name in addresses.</param>
[Requires(Permission.LogDecisions), LeavesNoHistory("A list that waits to be confirmed is no fact.")]
public sealed record PutList(ImportId Id, string Name, ListTable Table, string Recommendation) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var key = Table.HeadingsKey;
        var remembered = key is null ? null : await session.Db.ColumnMappings.Where(m => m.Headings == key).Select(m => m.Choices).SingleOrDefaultAsync(cancellation);
        var choices = ListChoices.For(Table, Recommendation, remembered, session.Today);
        var person = session.Actor.Person!.Value;
        var draft = new ImportDraft(person, Id, Name, JsonSerializer.Serialize(Table.Rows.Prepend(Table.Headings)), Table.FirstRow, choices.Json, session.Now);
        if (await session.Db.ImportDrafts.SingleOrDefaultAsync(d => d.PersonId == person, cancellation) is { } before) before.Replace(draft);
        else session.Db.Add(draft);
        return Result.Done;
    }
}

/// <summary>Chooses what the columns and words of a list mean, and remembers it for lists with the same headings.</summary>
/// <param name="Id">The list.</param>
/// <param name="Form">What is chosen, by the names of the form.</param>
[Requires(Permission.LogDecisions), LeavesNoHistory("What the columns of a list mean is no fact.")]
public sealed record ChooseForList(ImportId Id, IReadOnlyDictionary<string, string> Form) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ListOf(session.Actor, Id, cancellation) is not { } draft) return ImportRefusals.NotThere;

        if (Form.TryGetValue("inkommet", out var typed) && !(SwedishDay.TryParse(typed, out var arrived) && arrived <= session.Today)) return ImportRefusals.NoSuchArrival;

        var table = draft.AsTable();
        var choices = ListChoices.Of(draft.Choices).With(Form, table);
        draft.Choose(choices.Json, session.Now);
        if (table.HeadingsKey is not { } key) return Result.Done;

        if (await session.Db.ColumnMappings.SingleOrDefaultAsync(m => m.Headings == key, cancellation) is { } mapping) mapping.Choose(choices.JsonToRemember, session.Now);
        else session.Db.Add(new ColumnMapping(key, choices.JsonToRemember, session.Now));
        return Result.Done;
    }
}

/// <summary>Throws away the list that waits to be confirmed.</summary>
/// <param name="Id">The list.</param>
[Requires(Permission.LogDecisions), LeavesNoHistory("A list that waits to be confirmed is no fact.")]
public sealed record DiscardList(ImportId Id) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ListOf(session.Actor, Id, cancellation) is { } draft) session.Db.Remove(draft);
        return Result.Done;
    }
}

/// <summary>Reads lists that wait, and what they are held against.</summary>
internal static class ListsInDb
{
    /// <summary>The actor's list that waits; null when another has taken its place.</summary>
    public static Task<ImportDraft?> ListOf(this Db db, Actor actor, ImportId id, CancellationToken cancellation)
    {
        var person = actor.Person!.Value;
        return db.ImportDrafts.SingleOrDefaultAsync(d => d.PersonId == person && d.ImportId == id, cancellation);
    }

    /// <summary>The list as it was read.</summary>
    public static ListTable AsTable(this ImportDraft draft)
    {
        var lines = JsonSerializer.Deserialize<string[][]>(draft.Table)!;
        return new ListTable(lines[0], lines[1..], draft.FirstRow);
    }

    /// <summary>All answers to a recommendation, whole, in one question.</summary>
    public static Task<List<Response>> WholeAnswersTo(this Db db, RecommendationId recommendation, bool isTracked, CancellationToken cancellation) => db.Responses.AsSingleQuery()
        .AsTracking(isTracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking)
        .Where(r => r.RecommendationId == recommendation)
        .Include(r => r.Decisions).ThenInclude(d => d.Versions).ThenInclude(v => v.Walled)
        .Include(r => r.Decisions).ThenInclude(d => d.Retraction)
        .ToListAsync(cancellation);
}
