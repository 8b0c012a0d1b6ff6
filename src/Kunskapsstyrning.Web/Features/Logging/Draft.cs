using System.Text.Json;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Logging;

/// <summary>Keeps what is being typed in the log form, so that it is there again when the browser has been closed. Never a file.</summary>
/// <param name="Form">The fields as typed.</param>
[Requires(Permission.LogDecisions), LeavesNoHistory("What is being typed is no fact, and is replaced every other second.")]
public sealed record KeepDraft(LogDecisionForm Form) : ICommand
{
    private const int Largest = 20_000;

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (Form.Fields.Values.Sum(v => v.Length) > Largest) return DraftRefusals.TooLong;
        if (!Form.HasAnything)
        {
            await session.Db.EndDraft(session.Actor, Form.Item, cancellation);
            return Result.Done;
        }

        var fields = JsonSerializer.Serialize(Form.Fields);
        var person = session.Actor.Person!.Value;
        if (await session.Db.Drafts.SingleOrDefaultAsync(d => d.PersonId == person && d.ItemId == Form.Item, cancellation) is { } draft) draft.Keep(fields, session.Now);
        else session.Db.Add(new DecisionDraft(person, Form.Item, fields, session.Now));
        return Result.Done;
    }
}

/// <summary>The sentence with which a draft is refused.</summary>
public static class DraftRefusals
{
    /// <summary>More than anybody types.</summary>
    public static readonly Refusal TooLong = new("draft-too-long", "Texten är för lång för att sparas som utkast. Korta den, eller spara beslutet.");
}

/// <summary>Throws away what was being typed.</summary>
/// <param name="Item">The item of the inbox it was typed from; empty for what is logged by hand.</param>
[Requires(Permission.LogDecisions), LeavesNoHistory("What was being typed is no fact.")]
public sealed record DiscardDraft(ArrivedItemId Item = default) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        await session.Db.EndDraft(session.Actor, Item, cancellation);
        return Result.Done;
    }
}

/// <summary>What the person was typing, and when it was kept.</summary>
/// <param name="Form">The fields as typed.</param>
/// <param name="KeptAt">The moment, in UTC.</param>
public sealed record KeptDraft(LogDecisionForm Form, DateTimeOffset KeptAt);

/// <summary>Reads and ends drafts. Each person has one for what is logged by hand and one for each item of the inbox.</summary>
internal static class DraftsInDb
{
    /// <summary>What the actor was typing; null when there is nothing, or when it has been saved since.</summary>
    public static async Task<KeptDraft?> DraftOf(this Db db, Actor actor, ArrivedItemId item, CancellationToken cancellation)
    {
        var person = actor.Person!.Value;
        if (await db.Drafts.SingleOrDefaultAsync(d => d.PersonId == person && d.ItemId == item, cancellation) is not { } draft) return null;

        var form = FormOf(draft);
        return await db.Decisions.AnyAsync(d => d.Id == form.Id, cancellation) ? null : new KeptDraft(form, draft.KeptAt);
    }

    /// <summary>Ends the actor's draft if it is of this form; what is being typed in another tab stays.</summary>
    public static async Task EndDraftOf(this Db db, DecisionId form, Actor actor, CancellationToken cancellation)
    {
        var person = actor.Person!.Value;
        if (await db.Drafts.SingleOrDefaultAsync(d => d.PersonId == person && d.ItemId == default, cancellation) is { } draft && FormOf(draft).Id == form) db.Remove(draft);
    }

    /// <summary>Ends what the actor was typing about an item, or by hand.</summary>
    public static async Task EndDraft(this Db db, Actor actor, ArrivedItemId item, CancellationToken cancellation)
    {
        var person = actor.Person!.Value;
        if (await db.Drafts.SingleOrDefaultAsync(d => d.PersonId == person && d.ItemId == item, cancellation) is { } draft) db.Remove(draft);
    }

    private static LogDecisionForm FormOf(DecisionDraft draft) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(draft.Fields) ?? []);
}
