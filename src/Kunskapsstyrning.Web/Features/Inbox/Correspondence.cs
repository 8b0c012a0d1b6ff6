using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>Proposes whose something is by the letter of ours that it answers, or by the address it comes from, where nothing in it tells. A person decides.</summary>
internal static class Correspondence
{
    private static readonly Passage Nowhere = new(0, "", []);

    public static async Task<Suggestions> WithCorrespondence(this Session session, ArrivedItemId item, IReadOnlyList<Guid> answers, Suggestions read, CancellationToken cancellation)
    {
        if (read.Municipalities.Count > 0) return read;

        if (await session.LetterBehind(answers, cancellation) is var (municipality, about)) return Proposed(read, municipality, Swedish.AnswersOurLetter) with { Recommendation = read.Recommendation ?? new(about, Nowhere, Swedish.AnswersOurLetter, Confidence.Probable) };
        return await session.OwnerOfSender(item, cancellation) is { } owner ? Proposed(read, owner, Swedish.ComesFromItsContact) : read;
    }

    private static Suggestions Proposed(Suggestions read, MunicipalityCode municipality, string why) => read with { Municipalities = [new(municipality, Nowhere, why, Confidence.Probable)] };

    /// <summary>Whose letter it answers, and about what: the nearest that went to a municipality.</summary>
    private static async Task<(MunicipalityCode, RecommendationId)?> LetterBehind(this Session session, IReadOnlyList<Guid> answers, CancellationToken cancellation)
    {
        var ids = answers.Select(id => new OutgoingMessageId(id)).ToList();
        var letters = await session.Db.OutgoingMessages.Where(m => ids.Contains(m.Id) && m.Attempts > 0 && m.MunicipalityCode != null).Select(m => new { m.Id, m.MunicipalityCode, m.RecommendationId }).ToListAsync(cancellation);
        return letters.MinBy(l => ids.IndexOf(l.Id)) is { } nearest ? (nearest.MunicipalityCode!.Value, nearest.RecommendationId) : null;
    }

    /// <summary>The one municipality that has the sender's address among its contacts; null where none or several do.</summary>
    private static async Task<MunicipalityCode?> OwnerOfSender(this Session session, ArrivedItemId item, CancellationToken cancellation)
    {
        if (!EmailAddress.TryParse(await session.Db.ArrivedItems.Where(i => i.Id == item).Select(i => i.Arrival.Sender).SingleOrDefaultAsync(cancellation), out var sender)) return null;

        var contacts = await session.Db.Contacts.Where(c => c.MunicipalityCode != null).Select(c => new { c.Email, c.MunicipalityCode }).ToListAsync(cancellation);
        return contacts.Where(c => c.Email.IsSameAs(sender)).Select(c => c.MunicipalityCode).Distinct().ToList() is [var only] ? only : null;
    }
}
