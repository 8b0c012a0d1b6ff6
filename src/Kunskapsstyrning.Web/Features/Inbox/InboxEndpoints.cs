using System.Globalization;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>The inbox: what has arrived, and files that are put there.</summary>
internal static class InboxEndpoints
{
    /// <summary>As many files as anybody drops at once.</summary>
    private const int MostFiles = 100;

    public static void MapInbox(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Inbox, (HttpContext context, string? mapp, string? sida, string? sok, string? gjort, string? fran, Runner runner, MailboxProgress progress, CancellationToken cancellation) =>
            List(context, mapp, sida, sok, DoneNote.Of(gjort, fran), FieldErrors.None, runner, progress, cancellation)).For(typeof(InboxList));
        app.MapPost(Urls.Inbox, Drop).For(typeof(TakeIn)).FromOwnForm();
        app.MapItems();

        // The framework's script asks for its own addresses beside the page; they are at the root.
        app.Map(Urls.Inbox + "/_blazor/{**rest}", (HttpContext context, string rest) => Results.Redirect($"/_blazor/{rest}{context.Request.QueryString}", permanent: false, preserveMethod: true)).For(typeof(ItemDesk));
    }

    private static async Task<IResult> List(
        HttpContext context, string? folder, string? page, string? search, DoneNote? done, FieldErrors errors, Runner runner, MailboxProgress progress, CancellationToken cancellation)
    {
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is > 0 and < 10_000 ? asked : 1;
        var words = string.Concat((search ?? "").Where(c => !char.IsControl(c))).Trim();
        var view = await runner.Ask(new InboxList(InboxText.FolderNamed(folder), number, words.Length > 100 ? words[..100] : words), context.Actor(), cancellation);
        var refused = await runner.Ask(new FilesRefused(), context.Actor(), cancellation);
        return Pages.Show<InboxPage>(new { View = view, Errors = errors, Done = done, Progress = progress.Sentence, Refused = refused }, errors);
    }

    private static async Task<IResult> Drop(HttpContext context, Runner runner, FileScanner scanner, MailboxProgress progress, Arrivals arrivals, CancellationToken cancellation)
    {
        var posted = await context.Request.ReadFormAsync(cancellation);
        var files = posted.Files.GetFiles("filer").Where(f => f is not { Length: 0, FileName: "" }).ToList();
        var errors = new FieldErrors();
        if (files.Count == 0) errors.Add("filer", "Välj minst en fil.");
        if (files.Count > MostFiles) errors.Add("filer", $"Lägg till högst {MostFiles} filer åt gången.");
        var taken = 0;
        foreach (var file in files.Take(MostFiles))
        {
            var result = await Take(file, runner, scanner, context.Actor(), cancellation);
            if (result.IsDone)
            {
                taken++;
                continue;
            }

            RefusedFile.Log(context, result.Refusal!);
            errors.Add("filer", $"{ReceivedFile.Clean(file.FileName)}: {result.Refusal!.Sentence}");
        }

        arrivals.Tell();
        return errors.Any ? await List(context, null, null, null, taken > 0 ? DoneNote.Of($"{taken}-filer", null) : null, errors, runner, progress, cancellation) : SeeOther.To(context, $"{Urls.Inbox}?gjort={taken}-filer");
    }

    private static async Task<Result> Take(IFormFile file, Runner runner, FileScanner scanner, Actor actor, CancellationToken cancellation)
    {
        if (ReceivedFile.RefusalOf(file.Length) is { } refusal) return refusal;
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        if (await scanner.RefusalOf(bytes.ToArray(), cancellation) is { } notLetThrough) return notLetThrough;
        return await runner.Run(new TakeIn(file.FileName, bytes.ToArray(), ArrivalWay.Dropped), actor, cancellation);
    }
}
