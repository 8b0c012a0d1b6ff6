using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>Something that happened between SKR and a municipality.</summary>
/// <param name="Day">The day it stands at: when it was said, arrived or left.</param>
/// <param name="At">When it was registered, in UTC, which orders those of the same day.</param>
/// <param name="About">The recommendation it is about; null when it is about none in particular.</param>
/// <param name="Heading">What happened.</param>
/// <param name="Lines">What there is to say about it.</param>
/// <param name="Quote">Words that somebody said or wrote; null when there are none.</param>
/// <param name="Href">Where there is more; null when there is nothing.</param>
/// <param name="By">Who did it, by name; null where nobody at SKR did.</param>
public sealed record ContactEntry(DateOnly Day, DateTimeOffset At, RecommendationId? About, string Heading, IReadOnlyList<string> Lines, string? Quote, string? Href, string? By)
{
    /// <summary>The status that a decision counts as; null for anything else.</summary>
    public Status? Tile { get; init; }

    /// <summary>What a note said before it was mended, the latest first.</summary>
    public IReadOnlyList<ContactEntry> Before { get; init; } = [];

    /// <summary>Where a note is mended; null for anything else.</summary>
    public string? CorrectAt { get; init; }
}

/// <summary>Puts everything between SKR and a municipality in one order, the latest first.</summary>
internal static class ContactTimeline
{
    /// <summary>What stands in the history alone.</summary>
    private static readonly string[] OfHistory = [nameof(DeadlineExtended), nameof(MunicipalityAssigned), nameof(ContactAdded), nameof(ContactChanged), nameof(ContactVerified), nameof(ContactRemoved)];

    public static async Task<IReadOnlyList<ContactEntry>> Of(Session session, MunicipalityCode code, CancellationToken cancellation)
    {
        var people = await session.Db.People.Where(p => p.MunicipalityCode == null || p.MunicipalityCode == code).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        string? Name(PersonId id) => people.GetValueOrDefault(id);

        IEnumerable<ContactEntry> all =
        [
            .. await Notes(session, code, Name, cancellation),
            .. await Messages(session, code, Name, cancellation),
            .. await Answers(session, code, Name, cancellation),
            .. await Remarks(session, code, Name, cancellation),
            .. await Arrived(session, code, cancellation),
            .. await Plans(session, code, Name, cancellation),
            .. await History(session, code, Name, cancellation),
        ];
        return [.. all.OrderByDescending(e => e.Day).ThenByDescending(e => e.At)];
    }

    private static async Task<IEnumerable<ContactEntry>> Notes(Session session, MunicipalityCode code, Func<PersonId, string?> name, CancellationToken cancellation)
    {
        var notes = await session.Db.ContactNotes.Where(n => n.MunicipalityCode == code).ToListAsync(cancellation);
        var mended = notes.Where(n => n.CorrectsId is not null).ToDictionary(n => n.CorrectsId!.Value);
        var byId = notes.ToDictionary(n => n.Id);

        ContactEntry Entry(ContactNote note) => new(
            note.On, note.WrittenAt, note.RecommendationId, note.Heading(), note.CorrectedBecause is { } why ? [$"Rättat: {why}"] : [], note.Words, null, name(note.WrittenBy));
        IEnumerable<ContactEntry> Earlier(ContactNote note)
        {
            for (var before = note.CorrectsId; before is { } id; before = byId[id].CorrectsId) yield return Entry(byId[id]);
        }

        return notes.Where(n => !mended.ContainsKey(n.Id)).Select(n => Entry(n) with { Before = [.. Earlier(n)], CorrectAt = Urls.ToCorrectNote(code, n.Id) });
    }

    private static async Task<IEnumerable<ContactEntry>> Messages(Session session, MunicipalityCode code, Func<PersonId, string?> name, CancellationToken cancellation)
    {
        var messages = await session.Db.OutgoingMessages.Where(m => m.MunicipalityCode == code).Include(m => m.Answers.OrderBy(a => a.Number)).ToListAsync(cancellation);
        return messages.SelectMany(m => m.Answers
            .Select(a => new ContactEntry(
                SwedishTime.DayOf(a.AnsweredAt), a.AnsweredAt, m.RecommendationId, a.Objection is null ? "Kommunen bekräftade kvittot" : "Kommunen invände mot kvittot",
                a.SettledAt is null || a.Objection is null ? [] : ["Invändningen är sedd över."], a.Objection, Urls.ToMessage(m.Id), null))
            .Prepend(new ContactEntry(
                SwedishTime.DayOf(m.StateSince ?? m.QueuedAt), m.StateSince ?? m.QueuedAt, m.RecommendationId, $"{m.Kind.Label()}: {Swedish.Lower(m.State.Label())}",
                [$"Till {m.Recipient}", m.Subject], null, Urls.ToMessage(m.Id), name(m.QueuedBy))));
    }

    private static async Task<IEnumerable<ContactEntry>> Answers(Session session, MunicipalityCode code, Func<PersonId, string?> name, CancellationToken cancellation)
    {
        var decisions = await session.Db.Decisions.AsSplitQuery().Where(d => d.MunicipalityCode == code)
            .Include(d => d.Versions).ThenInclude(v => v.Walled).Include(d => d.Retraction).Include(d => d.Documents).ThenInclude(l => l.Loosening).ToListAsync(cancellation);
        var ids = decisions.SelectMany(d => d.Documents).Where(l => l.Loosening is null).Select(l => l.DocumentId).Distinct().ToList();
        var files = await session.Db.Documents.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.FileName, cancellation);
        return decisions.Select(d => Answer(d, [.. d.Documents.Where(l => l.Loosening is null).Select(l => files.GetValueOrDefault(l.DocumentId)).OfType<string>().Distinct()], name));
    }

    private static ContactEntry Answer(Decision decision, IReadOnlyList<string> files, Func<PersonId, string?> name)
    {
        var (content, details, first) = (decision.Current.Content, decision.Current.Details, decision.Versions.MinBy(v => v.Number)!);
        IEnumerable<string?> lines =
        [
            decision.Retraction is null ? null : "Taget tillbaka. Räknas inte.",
            decision.Retraction is null && decision.Versions.Count > 1 ? "Registreringen är rättad." : null,
            content.DecidedOn is { } day ? $"Sammanträde {day.Long()}." : null,
            details.Conditions is { } conditions ? $"Villkor: {conditions}" : null,
            files.Count > 0 ? $"Handlingar: {string.Join(", ", files)}" : null,
        ];
        return new ContactEntry(content.ArrivedOn, first.RecordedAt, decision.RecommendationId, content.Heading(), [.. lines.OfType<string>()], details.ReasonQuote, Urls.ToDecision(decision.Id), name(first.RecordedBy))
        {
            Tile = decision.Retraction is null ? Counting.StatusOf(content) : null,
        };
    }

    private static async Task<IEnumerable<ContactEntry>> Remarks(Session session, MunicipalityCode code, Func<PersonId, string?> name, CancellationToken cancellation) =>
        (await session.Db.DecisionRemarks.Where(r => r.MunicipalityCode == code).ToListAsync(cancellation)).Select(r => new ContactEntry(
            SwedishTime.DayOf(r.SaidAt), r.SaidAt, r.RecommendationId, r.Objection is null ? "Kommunen bekräftade det som är registrerat" : "Kommunen begärde rättelse",
            r.SettledAt is null || r.Objection is null ? [] : ["Begäran är sedd över."], r.Objection, Urls.ToDecision(r.DecisionId), name(r.SaidBy)));

    private static async Task<IEnumerable<ContactEntry>> Arrived(Session session, MunicipalityCode code, CancellationToken cancellation) =>
        (await session.Db.ArrivedItems
            .Where(i => i.MunicipalityCode == code || i.Decisions.Any(link => link.Loosening == null && session.Db.Decisions.Any(d => d.Id == link.DecisionId && d.MunicipalityCode == code)))
            .Select(i => new { i.Id, i.Arrival, i.TakenInAt, i.State }).ToListAsync(cancellation)).Select(i => new ContactEntry(
            i.Arrival.ArrivedOn, i.TakenInAt, null, i.Arrival.Way is Domain.Intake.ArrivalWay.OwnPage ? "Kommunen skickade in på sin sida" : "Kom in",
            [i.Arrival.Subject, .. i.Arrival.Sender is { } sender ? (string[])[$"Från {sender}"] : [], i.State is Domain.Intake.ItemState.ToRegister ? "Att registrera." : "Klart."], null, Urls.ToItem(i.Id), null));

    private static async Task<IEnumerable<ContactEntry>> Plans(Session session, MunicipalityCode code, Func<PersonId, string?> name, CancellationToken cancellation) =>
        (await session.Db.FollowUps.Where(f => f.MunicipalityCode == code).ToListAsync(cancellation)).Select(f => new ContactEntry(
            SwedishTime.DayOf(f.PlannedAt), f.PlannedAt, f.RecommendationId, f.PlanHeading(),
            [.. f.Why.Length > 0 ? (string[])[f.Why] : [], .. f.DoneAt is { } done ? (string[])[$"Avslutad {SwedishTime.DayOf(done).Long()}."] : []], null, null, name(f.PlannedBy)));

    private static async Task<IEnumerable<ContactEntry>> History(Session session, MunicipalityCode code, Func<PersonId, string?> name, CancellationToken cancellation) =>
        (await session.Db.History.Where(h => h.MunicipalityCode == code && OfHistory.Contains(h.Kind)).ToListAsync(cancellation)).Select(h => new ContactEntry(
            SwedishTime.DayOf(h.At), h.At, h.RecommendationId, Swedish.HistoryHeading(h.Kind), h.Reason is { } why ? [why] : [], null, null, name(h.Actor)));
}
