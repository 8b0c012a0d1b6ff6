using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Tells that a dispatch is being tried, before one of its messages goes to the one who looks at it.</summary>
/// <param name="Id">The dispatch.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record TryDispatch(DispatchId Id) : ICommand
{
    private const int MostInWindow = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Dispatches.SingleOrDefaultAsync(d => d.Id == Id && d.State == DispatchState.Prepared, cancellation) is not { } dispatch) return DispatchRefusals.NotThere;

        if (await session.AreTooLarge(dispatch, cancellation)) return DispatchRefusals.TooLarge;

        var (by, since) = (session.Actor.Person!.Value, session.Now - Window);
        if (await session.Db.History.CountAsync(h => h.Kind == nameof(DispatchTried) && h.Actor == by && h.At > since, cancellation) >= MostInWindow) return TryTemplate.TriedTooOften;

        session.Record(new DispatchTried(Id, dispatch.RecommendationId, dispatch.Revision));
        return Result.Done;
    }

    /// <summary>One message as it would be with the files that go with it, marked as a trial.</summary>
    internal static MailToSubmit MailOf(PlannedRecipient shown, IReadOnlyList<MailFile> files, EmailAddress to) => new(
        new OutgoingMessageId(Guid.CreateVersion7()), to, $"[Prov] {shown.Subject}", $"Det här är ett prov. Så här blir meddelandet till {shown.Name}.\n\n{shown.Body}", Attempt: 1)
    {
        Files = files,
    };
}

/// <summary>The files that would go with each message of a dispatch if it were released now.</summary>
/// <param name="Id">The dispatch.</param>
[Requires(Permission.ManageRecommendations)]
internal sealed record FilesToTry(DispatchId Id) : IQuery<IReadOnlyList<MailFile>>
{
    public async Task<IReadOnlyList<MailFile>> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Dispatches.SingleOrDefaultAsync(d => d.Id == Id, cancellation) is not { } dispatch) return [];

        var ids = (await session.FilesWith(dispatch, cancellation)).Select(f => f.Document).ToList();
        var files = await session.Db.Documents.Where(d => ids.Contains(d.Id)).OrderBy(d => d.FileName).Select(d => new { d.FileName, d.Type, d.Content!.Bytes }).ToListAsync(cancellation);
        return files.ConvertAll(f => new MailFile(f.FileName, FileContent.MediaTypeOf(f.Type, f.Bytes), f.Bytes));
    }
}
