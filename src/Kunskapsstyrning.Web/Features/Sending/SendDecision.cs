using System.Security.Cryptography;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Sending;

/// <summary>Sends what the actor has begun: it lands in SKR's inbox with its source, and is registered by nobody but a person there. Sent twice it is one.</summary>
/// <param name="Item">The item that it becomes.</param>
[Requires(Permission.AnswerForMunicipality)]
public sealed record SendDecision(ArrivedItemId Item) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        // The draft first: where it is gone because the same was just sent, that is seen afterwards.
        var draft = await session.OwnDraft(cancellation);
        if (await session.Db.SentDecisions.AnyAsync(s => s.ItemId == Item, cancellation)) return Result.Done;
        if (draft is null || draft.ItemId != Item || !draft.IsKeptOn(session.Now)) return SendingRefusals.NoDraft;

        var form = SendDecisionForm.Of(draft.Fields);
        var asked = session.OpenToAnswer().FirstOrDefault(r => r.Slug == form["rekommendation"]);
        if (form.Read(asked, session.Facts.Municipality(draft.MunicipalityCode)!, session.Today, new FieldErrors()) is not { } stated) return SendingRefusals.NotComplete;
        if (draft.FileBytes is null) return SendingRefusals.NeedsDocument;
        if (ReceivedFile.TryTake(draft.FileName!, draft.FileBytes, out var file) is { IsDone: false } refused) return refused;

        var (municipality, sent) = (session.Facts.Municipality(draft.MunicipalityCode)!, new Recorded(draft.PersonId, session.Now));
        var reference = ReceiptReference.Of(RandomNumberGenerator.GetBytes(ReceiptReference.Bytes));
        var document = await session.Db.Store(file!, sent, cancellation, municipality.Code);
        session.Db.Add(new ArrivedItem(
            Item, $"own-page:{Item.Value}", ArrivalOf(municipality, reference, session.Today), document,
            [new ArrivedPart(Item, 1, within: null, PartKind.Attachment, file!.Name, document)], session.Now, municipality.Code));
        session.Db.Add(new SentDecision(Item, reference, municipality.Code, asked!.Id, stated, sent));
        session.Db.Remove(draft);
        return Result.Done;
    }

    private static Arrival ArrivalOf(Municipality municipality, ReceiptReference reference, DateOnly today) =>
        new(ArrivalWay.OwnPage, MessageId: null, $"{municipality.FullName} via webben", $"Beslut, referens {reference}", today, Fault: null);
}
