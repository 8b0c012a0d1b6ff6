using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Contacts;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Municipalities;
using Kunskapsstyrning.Web.Features.Sending;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.OwnMunicipality;

/// <summary>
/// What applies to the municipality of the one who asks: what everyone may see of it, and what only it and SKR may. Null when
/// there is no such recommendation. Which municipality comes from the actor and from nowhere else.
/// </summary>
/// <param name="Slug">The recommendation; null for the one that matters most today.</param>
[Requires(Permission.AnswerForMunicipality)]
internal sealed record WhatAppliesToUs(string? Slug) : IQuery<OwnPageView?>
{
    public async Task<OwnPageView?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Actor.Municipality is not { } own) return null;
        if (await new WhatAppliesToMunicipality(own, Slug, new AsOf(session.Today)).Answer(session, cancellation) is not { } view) return null;

        var there = await WhatIsThere(session, own, cancellation);
        var sent = there.Sent ? await session.SentLines(s => s.MunicipalityCode == own, cancellation) : [];
        var documents = there.Documents ? await Documents(session, own, cancellation) : [];
        var registered = there.Remarks || there.Receipts ? await RegisteredAt(session, own, cancellation) : [];
        var remarks = there.Remarks ? await session.Db.DecisionRemarks.Where(r => r.MunicipalityCode == own).OrderBy(r => r.SaidAt).ThenBy(r => r.Number).ToListAsync(cancellation) : [];
        var receipts = there.Receipts
            ? await session.Db.OutgoingMessages.Where(m => m.MunicipalityCode == own && m.Kind == MessageKind.Receipt).Include(m => m.Answers.OrderBy(a => a.Number)).OrderBy(m => m.QueuedAt).ToListAsync(cancellation)
            : [];
        var stands = await session.Db.WhereTheyStand([.. remarks.Select(r => r.DecisionId).Concat(receipts.Select(m => m.DecisionId!.Value)).Distinct()], cancellation);

        // What is asked for goes along when SKR moves the decision; what was confirmed was confirmed where it stood.
        bool IsAbout(DecisionRemark remark, DecisionId decision) => remark.DecisionId == decision
            || (remark.Objection is not null && remark.SaidAt >= registered[remark.DecisionId] && stands.GetValueOrDefault(remark.DecisionId)?.Decision == decision);
        return new OwnPageView(
            view, sent, there.Draft ? await session.Begun(own, cancellation) : null,
            [.. (view.Own?.Decisions ?? []).Select(d => new OurDecision(
                d, registered.GetValueOrDefault(d.Id), [.. documents.Where(l => l.Decision == d.Id).Select(l => l.Document)], [.. remarks.Where(r => IsAbout(r, d.Id))], [.. receipts.Where(m => stands.GetValueOrDefault(m.DecisionId!.Value)?.Decision == d.Id)]))],
            there.Contacts ? (await new OurContacts().Answer(session, cancellation))! : ContactsView.None(session, view.Municipality, view.County));
    }

    /// <summary>What there is to read at all: most municipalities have sent nothing here and have no objections, and need not wait for it.</summary>
    private static Task<Belongings> WhatIsThere(Session session, MunicipalityCode own, CancellationToken cancellation)
    {
        var (drafts, county) = (session.OwnDrafts(own), own.County);
        return session.Db.Municipalities.Where(m => m.Code == own).Select(m => new Belongings(
            session.Db.SentDecisions.Any(s => s.MunicipalityCode == own),
            session.Db.Decisions.Any(d => d.MunicipalityCode == own && d.Documents.Any()),
            session.Db.DecisionRemarks.Any(r => r.MunicipalityCode == own),
            session.Db.OutgoingMessages.Any(r => r.MunicipalityCode == own && r.Kind == MessageKind.Receipt),
            drafts.Any(),
            session.Db.Contacts.Any(c => c.MunicipalityCode == own || c.CountyCode == county))).SingleAsync(cancellation);
    }

    private static Task<List<ReadFrom>> Documents(Session session, MunicipalityCode own, CancellationToken cancellation) => (
        from d in session.Db.Decisions
        where d.MunicipalityCode == own && d.Retraction == null
        from link in d.Documents
        where link.Loosening == null
        join document in session.Db.Documents on link.DocumentId equals document.Id
        select new ReadFrom(d.Id, new AttachedDocument(document.Id, document.FileName, document.Type))).ToListAsync(cancellation);

    /// <summary>When each decision was registered as it holds now; long ago for what was only moved.</summary>
    private static Task<Dictionary<DecisionId, DateTimeOffset>> RegisteredAt(Session session, MunicipalityCode own, CancellationToken cancellation) =>
        session.Db.Decisions.Where(d => d.MunicipalityCode == own)
            .Select(d => new { d.Id, At = d.Versions.Where(v => v.Number > 1 || d.MovedFrom == null).Max(v => (DateTimeOffset?)v.RecordedAt) })
            .ToDictionaryAsync(d => d.Id, d => d.At ?? default, cancellation);

    private sealed record Belongings(bool Sent, bool Documents, bool Remarks, bool Receipts, bool Draft, bool Contacts);

    private sealed record ReadFrom(DecisionId Decision, AttachedDocument Document);
}

/// <summary>What the page of the own municipality shows.</summary>
/// <param name="Page">What everyone may see of it, and its own status.</param>
/// <param name="Sent">What it has sent here, the latest first.</param>
/// <param name="Draft">What the person has begun to send; null when nothing is.</param>
/// <param name="Decisions">What is registered in the recommendation that is shown, the latest first.</param>
/// <param name="Contacts">Where SKR reaches it.</param>
public sealed record OwnPageView(MunicipalityView Page, IReadOnlyList<SentLine> Sent, BegunAnswer? Draft, IReadOnlyList<OurDecision> Decisions, ContactsView Contacts)
{
    /// <summary>The latest that was sent in the recommendation that is shown and lies at SKR; null when nothing does.</summary>
    public SentLine? UnderReview => Sent.FirstOrDefault(s => s.State is ItemState.ToRegister && s.Recommendation == Page.Own?.Recommendation);
}

/// <summary>A decision that is registered for the own municipality.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="RegisteredAt">When it was registered as it holds now, in UTC; long ago for what was only moved.</param>
/// <param name="Documents">What it was read from.</param>
/// <param name="Remarks">What the municipality has said about it on its own page, in order.</param>
/// <param name="Receipts">The receipts that were mailed about it, with what was answered to them, in order.</param>
public sealed record OurDecision(
    OwnDecision Decision, DateTimeOffset RegisteredAt, IReadOnlyList<AttachedDocument> Documents, IReadOnlyList<DecisionRemark> Remarks, IReadOnlyList<OutgoingMessage> Receipts)
{
    /// <summary>What has been said about it, here or as an answer to a receipt, in order.</summary>
    public IReadOnlyList<Said> Said =>
        [.. Remarks.Select(r => new Said(r.Objection, r.SaidAt, r.SettledAt is not null)).Concat(Receipts.SelectMany(m => m.Answers).Select(a => new Said(a.Objection, a.AnsweredAt, a.SettledAt is not null))).OrderBy(s => s.At)];

    /// <summary>What was said last about the decision as it holds now; null when nothing has been.</summary>
    public Said? Last => Said is [.., var last] && last.At >= RegisteredAt ? last : null;

    /// <summary>True while something more can be said.</summary>
    public bool TakesRemarks => Remarks.Count < DecisionRemark.Most;
}

/// <summary>Something that the municipality has said about a decision.</summary>
/// <param name="Objection">What is to be corrected; null when it was confirmed.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="IsSettled">True when somebody at SKR has dealt with it.</param>
public sealed record Said(string? Objection, DateTimeOffset At, bool IsSettled);
