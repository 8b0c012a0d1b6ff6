using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>Tells that the words of a template are being tried, before they leave. They need not be saved.</summary>
/// <param name="Kind">Which template.</param>
/// <param name="Subject">The subject, with variables.</param>
/// <param name="Body">The words, with variables.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record TryTemplate(MessageKind Kind, string Subject, string Body) : ICommand
{
    /// <summary>More trials than anybody needs: whoever sends on is no longer trying.</summary>
    public static readonly Refusal TriedTooOften = new("tried-too-often", "Du har skickat tio prov på tio minuter. Vänta en stund och försök igen.", "prov-till");

    private const int MostInWindow = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (MessageTemplate.RefusalOf(Kind, Subject, Body) is { } refusal) return refusal;

        var (by, since) = (session.Actor.Person!.Value, session.Now - Window);
        if (await session.Db.History.CountAsync(h => h.Kind == nameof(TemplateTried) && h.Actor == by && h.At > since, cancellation) >= MostInWindow) return TriedTooOften;

        session.Record(new TemplateTried(Kind, Subject));
        return Result.Done;
    }
}

/// <summary>The words of a template as somebody has written them on its page.</summary>
/// <param name="View">The template.</param>
/// <param name="Seen">The version that they were changed from.</param>
/// <param name="Subject">The subject, with variables.</param>
/// <param name="Body">The words, with variables.</param>
public sealed record WrittenTemplate(TemplateView View, int Seen, string Subject, string Body)
{
    /// <summary>The address that they are to be tried at, as typed.</summary>
    public string TryAt { get; init; } = "";

    /// <summary>The words with the values of an invented municipality.</summary>
    public (string Subject, string Body) Filled => MessageTemplate.Fill(Subject, Body, View.Example);
}

/// <summary>A trial of a template: marked as one, so that nobody takes it for real.</summary>
internal static class Trial
{
    /// <summary>What is handed over.</summary>
    public static MailToSubmit Of(WrittenTemplate written, EmailAddress to)
    {
        var (subject, body) = written.Filled;
        return new MailToSubmit(new OutgoingMessageId(Guid.CreateVersion7()), to, $"[Prov] {subject}", $"Det här är ett prov av en mall. Kommunen och uppgifterna är påhittade.\n\n{body}", Attempt: 1);
    }
}
