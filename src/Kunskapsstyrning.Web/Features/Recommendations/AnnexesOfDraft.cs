using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>An annex of a draft.</summary>
public sealed record DraftAnnex(DocumentId Document, string Title, string FileName);

/// <summary>Puts a letter or an annex with a draft.</summary>
/// <param name="Slug">The draft.</param>
/// <param name="Title">What the annex is called.</param>
/// <param name="File">The file.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record AddAnnex(string Slug, string Title, ReceivedFile File) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { } draft) return DraftRefusals.NotThere;
        if (!draft.IsDraft) return RecommendationRefusals.AlreadySent;

        var document = await session.Db.Store(File, new Recorded(session.Actor.Person!.Value, session.Now), cancellation);
        if (await session.Db.Annexes.AnyAsync(a => a.RecommendationId == draft.Id && a.DocumentId == document, cancellation)) return Result.Done;

        draft.AnnexesChanged();
        session.Db.Add(new Annex(draft.Id, document, Title));
        session.Record(new AnnexAdded(draft.Id, document, Title));
        return Result.Done;
    }
}

/// <summary>Takes an annex away from a draft. The document itself is kept.</summary>
[Requires(Permission.ManageRecommendations)]
public sealed record RemoveAnnex(string Slug, DocumentId Document) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { } draft) return DraftRefusals.NotThere;
        if (!draft.IsDraft) return RecommendationRefusals.AlreadySent;
        if (await session.Db.Annexes.SingleOrDefaultAsync(a => a.RecommendationId == draft.Id && a.DocumentId == Document, cancellation) is not { } annex) return Result.Done;

        draft.AnnexesChanged();
        session.Db.Remove(annex);
        session.Record(new AnnexRemoved(draft.Id, Document, annex.Title));
        return Result.Done;
    }
}

/// <summary>An annex was put with a draft.</summary>
internal sealed record AnnexAdded(RecommendationId RecommendationId, DocumentId Document, string Title) : IEvent
{
    public Guid Subject => RecommendationId.Value;

    public RecommendationId? Recommendation => RecommendationId;

    public object? After => new { Document, Title };
}

/// <summary>An annex was taken away from a draft.</summary>
internal sealed record AnnexRemoved(RecommendationId RecommendationId, DocumentId Document, string Title) : IEvent
{
    public Guid Subject => RecommendationId.Value;

    public RecommendationId? Recommendation => RecommendationId;

    public object? Before => new { Document, Title };
}
