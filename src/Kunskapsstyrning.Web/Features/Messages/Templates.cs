using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>Every template in every version, the latest first.</summary>
[Requires(Permission.ManageRecommendations)]
public sealed record Templates : IQuery<IReadOnlyList<TemplateView>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TemplateView>> Answer(Session session, CancellationToken cancellation)
    {
        var all = await (
            from t in session.Db.MessageTemplates
            join p in session.Db.People on t.WrittenBy equals p.Id
            orderby t.Number descending
            select new { t.Kind, Version = new TemplateVersion(t.Number, t.Subject, t.Body, p.Name, t.WrittenAt) }).ToListAsync(cancellation);
        var person = session.Actor.Person;
        var own = await session.Db.Accounts.Where(a => a.PersonId == person).Select(a => a.Email).SingleOrDefaultAsync(cancellation);
        return [.. Enum.GetValues<MessageKind>().Select(kind => new TemplateView(
            kind, [.. all.Where(t => t.Kind == kind).Select(t => t.Version)], MessageWords.OfExample(session.Facts, kind, session.Today), session.Today) { OwnAddress = own?.Text ?? "" })];
    }
}

/// <summary>A template with its versions.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Versions">The latest first.</param>
/// <param name="Example">What the variables are replaced by in a preview: an invented municipality.</param>
/// <param name="Today">Today in Sweden.</param>
public sealed record TemplateView(MessageKind Kind, IReadOnlyList<TemplateVersion> Versions, IReadOnlyDictionary<string, string> Example, DateOnly Today)
{
    /// <summary>The version in use.</summary>
    public TemplateVersion Current => Versions[0];

    /// <summary>The address of the one who looks; empty when none is known.</summary>
    public string OwnAddress { get; init; } = "";
}

/// <summary>A version of a template.</summary>
public sealed record TemplateVersion(int Number, string Subject, string Body, string By, DateTimeOffset At);

/// <summary>Writes a new version of a template. Messages that are queued already keep their words.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Seen">The number of the version that the person changed from.</param>
/// <param name="Subject">The subject, with variables.</param>
/// <param name="Body">The words, with variables.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record WriteTemplate(MessageKind Kind, int Seen, string Subject, string Body) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var latest = await session.Db.MessageTemplates.Where(t => t.Kind == Kind).OrderByDescending(t => t.Number).FirstAsync(cancellation);
        if (latest.Number != Seen) return TemplateRefusals.ChangedMeanwhile;

        var written = MessageTemplate.Write(Kind, latest, Subject, Body, session.Actor.Person!.Value, session.Now, out var next);
        if (written.IsDone) session.Db.Add(next!);
        return written;
    }
}
