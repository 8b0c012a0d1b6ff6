using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Imports;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Contacts;

/// <summary>What a list of contacts would do. Nothing of it is kept: the page carries it until it is read in.</summary>
/// <param name="Text">The list, as columns of text.</param>
/// <param name="Otherwise">What its contacts are where the list does not say.</param>
[Requires(Permission.KeepContacts)]
public sealed record TryContacts(string Text, ContactKind Otherwise) : IQuery<ContactTrial>
{
    /// <summary>The day on which its contacts were checked where the list does not say; null for today.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <inheritdoc/>
    public async Task<ContactTrial> Answer(Session session, CancellationToken cancellation) => await session.Plan(Text, Otherwise, CheckedOn ?? session.Today, cancellation);
}

/// <summary>What came of looking a list through.</summary>
/// <param name="Refusal">Why it cannot be read in; null when it can.</param>
/// <param name="Plan">What it would do; null when it cannot be read in.</param>
public sealed record ContactTrial(Refusal? Refusal, ContactPlan? Plan);

/// <summary>Reads in a list of contacts as it was shown: all of its rows that can be, in one transaction.</summary>
/// <param name="Text">The list, as columns of text.</param>
/// <param name="Otherwise">What its contacts are where the list does not say.</param>
/// <param name="Seen">The plan that the person saw.</param>
[Requires(Permission.KeepContacts)]
public sealed record ReadInContacts(string Text, ContactKind Otherwise, string Seen) : ICommand
{
    /// <summary>The day on which its contacts were checked where the list does not say; null for today.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var (refusal, plan) = await session.Plan(Text, Otherwise, CheckedOn ?? session.Today, cancellation);
        if (refusal is not null) return refusal;
        if (plan!.Seen != Seen) return ContactListRefusals.ChangedMeanwhile;
        if (!plan.DoesAnything) return ContactListRefusals.NothingToDo;

        foreach (var row in plan.Rows.Where(r => r.Kind is not (ContactRowKind.Wrong or ContactRowKind.Same)))
            if (Keep(session, row) is { IsDone: false } refused) return refused;
        return Result.Done;
    }

    private static Result Keep(Session session, PlannedContact row)
    {
        var by = session.Actor.Person!.Value;
        if (row.Stands is { } stands) return row.Kind is ContactRowKind.Confirmed ? stands.Verify(by, row.CheckedOn) : stands.Change(row.Details!, by, row.CheckedOn);

        var result = Contact.Add(new ContactId(Guid.CreateVersion7(session.Now)), row.Place!, row.Details!, by, row.CheckedOn, out var contact);
        if (contact is not null) session.Db.Add(contact);
        return result;
    }
}

/// <summary>Holds a list of contacts against what stands.</summary>
internal static class ContactPlanInDb
{
    public static async Task<ContactTrial> Plan(this Session session, string text, ContactKind otherwise, DateOnly checkedOn, CancellationToken cancellation)
    {
        if (ListReader.TryRead(text, out var table) is { Refusal: { } unreadable }) return new ContactTrial(unreadable, null);

        var standing = (await session.Db.Contacts.ToListAsync(cancellation)).ToDictionary(c => c.Place);
        var list = new ContactList(session.Facts.Municipalities, [.. session.Facts.Counties], otherwise, checkedOn, session.Today);
        var result = list.TryPlan(table!, standing, out var plan);
        return new ContactTrial(result.Refusal, plan);
    }
}
