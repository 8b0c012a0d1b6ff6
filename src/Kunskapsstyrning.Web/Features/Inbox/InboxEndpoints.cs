using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>The inbox: what has arrived, one thing at a time, and what is done with it.</summary>
internal static class InboxEndpoints
{
    /// <summary>As many files as anybody drops at once.</summary>
    private const int MostFiles = 100;

    public static void MapInbox(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Inbox, (HttpContext context, string? mapp, string? sida, string? sok, string? gjort, Runner runner, MailboxProgress progress, CancellationToken cancellation) =>
            List(context, mapp, sida, sok, Done(gjort), FieldErrors.None, runner, progress, cancellation)).For(typeof(InboxList));
        app.MapPost(Urls.Inbox, Drop).For(typeof(TakeIn)).FromOwnForm();
        app.MapGet(Urls.Item, Open).For(typeof(ItemDesk));
        app.MapPost(Urls.Item, Save).For(typeof(RegisterItem)).FromOwnForm();
        app.MapPost(Urls.SetAside, (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
            Do(context, id, runner, form => new SetItemAside(new ArrivedItemId(id), form["skal-at-sidan"].ToString()), goesOn: true, cancellation)).For(typeof(SetItemAside)).FromOwnForm();
        app.MapPost(Urls.Reopen, (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
            Do(context, id, runner, _ => new ReopenItem(new ArrivedItemId(id)), goesOn: false, cancellation)).For(typeof(ReopenItem)).FromOwnForm();
        app.MapPost(Urls.PutWith, (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
            Do(context, id, runner, form => new PutWithDecision(new ArrivedItemId(id), new DecisionId(Guid.TryParse(form["beslut"], out var decision) ? decision : default)), goesOn: true, cancellation))
            .For(typeof(PutWithDecision)).FromOwnForm();

        // The framework's script asks for its own addresses beside the page; they are at the root.
        app.Map(Urls.Inbox + "/_blazor/{**rest}", (HttpContext context, string rest) => Results.Redirect($"/_blazor/{rest}{context.Request.QueryString}", permanent: false, preserveMethod: true));
        app.MapPost(Urls.Presence, async (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
        {
            await runner.Run(new BePresent(new ArrivedItemId(id)), context.Actor(), cancellation);
            return Results.Json(await runner.Ask(new OthersPresent(new ArrivedItemId(id)), context.Actor(), cancellation));
        }).For(typeof(BePresent)).FromOwnForm();
    }

    private static async Task<IResult> List(
        HttpContext context, string? folder, string? page, string? search, string? done, FieldErrors errors, Runner runner, MailboxProgress progress, CancellationToken cancellation)
    {
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is > 0 and < 10_000 ? asked : 1;
        var words = string.Concat((search ?? "").Where(c => !char.IsControl(c))).Trim();
        var view = await runner.Ask(new InboxList(InboxText.FolderNamed(folder), number, words.Length > 100 ? words[..100] : words), context.Actor(), cancellation);
        return Pages.Show<InboxPage>(new { View = view, Errors = errors, Added = done, Progress = progress.Sentence }, errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
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
            if (result.IsDone) taken++;
            else errors.Add("filer", $"{ReceivedFile.Clean(file.FileName)}: {result.Refusal!.Sentence}");
        }

        arrivals.Tell();
        return errors.Any ? await List(context, null, null, null, taken > 0 ? Done($"{taken}-filer") : null, errors, runner, progress, cancellation) : SeeOther.To(context, $"{Urls.Inbox}?gjort={taken}-filer");
    }

    private static async Task<Result> Take(IFormFile file, Runner runner, FileScanner scanner, Actor actor, CancellationToken cancellation)
    {
        if (ReceivedFile.RefusalOf(file.Length) is { } refusal) return refusal;
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        if (await scanner.RefusalOf(bytes.ToArray(), cancellation) is { } notLetThrough) return notLetThrough;
        return await runner.Run(new TakeIn(file.FileName, bytes.ToArray(), ArrivalWay.Dropped), actor, cancellation);
    }

    private static async Task<IResult> Open(HttpContext context, Guid id, string? del, string? sparat, Runner runner, CancellationToken cancellation)
    {
        var item = new ArrivedItemId(id);
        await runner.Run(new BePresent(item), context.Actor(), cancellation);
        int? part = int.TryParse(del, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (await runner.Ask(new ItemDesk(item, part, Guid.TryParse(sparat, out var saved) ? new DecisionId(saved) : null), context.Actor(), cancellation) is not { } desk) return NotThere();

        var form = desk.Draft?.Form ?? SuggestedForm.Of(desk);
        return Pages.Show<ItemPage>(new { Desk = desk, Form = form, Attached = desk.Draft is null ? SuggestedForm.PartsOf(desk) : form.Parts, Restored = desk.Draft is not null });
    }

    private static async Task<IResult> Save(HttpContext context, Guid id, Runner runner, CancellationToken cancellation)
    {
        var posted = await context.Request.ReadFormAsync(cancellation);
        var form = LogDecisionForm.Of(posted);
        if (await runner.Ask(new ItemDesk(new ArrivedItemId(id)), context.Actor(), cancellation) is not { } desk) return NotThere();

        var errors = new FieldErrors();
        var asked = desk.Recommendations.FirstOrDefault(r => r.Slug == form.Recommendation.Trim());
        var first = form.ToCommand(desk.Municipalities, asked, desk.Today, errors);
        var others = Others(form, desk, errors);
        var (receipt, question) = Letters(form, asksForFinal: posted.ContainsKey("be"), errors);
        var documents = desk.Documents.Count == 0 ? [desk.Item.OriginalId] : desk.Documents.Where(d => form.Parts.Contains(d.Number)).Select(d => d.Id).Distinct().ToList();
        if (documents.Count == 0) errors.Add("del", "Välj minst en handling som beslutet är läst ur.");
        if (first is not null && !errors.Any)
        {
            first = first with { Documents = documents, EndsDraft = false, Receipt = receipt, AskForFinal = question };
            var all = others.Where(m => m != first.Municipality).Select(m => first with { Id = IdFor(first.Id, m.Digits), Municipality = m }).Prepend(first);
            var result = await runner.Run(new RegisterItem(desk.Item.Id, [.. all]), context.Actor(), cancellation);
            if (result.IsDone) return SeeOther.To(context, desk.Place.Next is { } next ? Urls.ToItemAfter(next, form.Id) : $"{Urls.Inbox}?gjort=tomt");
            errors.Add(result.Refusal!);
        }

        return Pages.Show<ItemPage>(new { Desk = desk with { Draft = null }, Form = form, Errors = errors, Attached = form.Parts }, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Who gets a receipt, and who is asked for the final decision; the sender where either is wanted.</summary>
    private static (EmailAddress? Receipt, AskForFinal? Question) Letters(LogDecisionForm form, bool asksForFinal, FieldErrors errors)
    {
        if (!form.WantsReceipt && !asksForFinal) return default;
        if (!EmailAddress.TryParse(form.Decision["avsandare"].Trim(), out var sender))
        {
            errors.Add("avsandare", asksForFinal ? "Skriv e-postadressen som frågan ska gå till." : "Skriv avsändarens e-postadress, eller välj bort kvittot.");
            return default;
        }

        if (!asksForFinal) return (sender, null);
        if (SwedishDay.TryParse(form.FollowUp, out var day)) return (form.WantsReceipt ? sender : null, new AskForFinal(sender, day));

        errors.Add(FollowUpRefusals.NoDay);
        return default;
    }

    /// <summary>The other municipalities that a joint body decided for.</summary>
    private static List<Domain.Municipalities.MunicipalityCode> Others(LogDecisionForm form, ItemDeskView desk, FieldErrors errors)
    {
        var found = new List<Domain.Municipalities.MunicipalityCode>();
        foreach (var name in form.Others.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (MunicipalityTyped.Find(name, desk.Municipalities) is { } municipality) found.Add(municipality.Code);
            else errors.Add("aven", $"Det finns ingen kommun som heter ”{(name.Length > 60 ? name[..60] : name)}”. Skilj kommunerna med komma.");
        }

        return [.. found.Distinct()];
    }

    /// <summary>The decision of another municipality out of the same form: the same every time the form is sent.</summary>
    private static DecisionId IdFor(DecisionId form, string municipality) => new(new Guid(SHA256.HashData(Encoding.ASCII.GetBytes($"{form.Value} {municipality}")).AsSpan(0, 16)));

    private static async Task<IResult> Do(HttpContext context, Guid id, Runner runner, Func<IFormCollection, ICommand> command, bool goesOn, CancellationToken cancellation)
    {
        var posted = await context.Request.ReadFormAsync(cancellation);
        var next = goesOn ? (await runner.Ask(new ItemDesk(new ArrivedItemId(id)), context.Actor(), cancellation))?.Place.Next : null;
        var result = await runner.Run(command(posted), context.Actor(), cancellation);
        if (result.IsDone) return SeeOther.To(context, !goesOn ? Urls.ToItem(new ArrivedItemId(id)) : next is { } on ? Urls.ToItem(on) : $"{Urls.Inbox}?gjort=tomt");
        if (result.Refusal == IntakeRefusals.NotThere) return NotThere();
        return Pages.Problem(StatusCodes.Status422UnprocessableEntity, "Det gick inte att göra.", result.Refusal!.Sentence, Urls.ToItem(new ArrivedItemId(id)), "Tillbaka till meddelandet");
    }

    private static IResult NotThere() => Pages.NotThere("Det finns inget i inkorgen med den adressen.", Urls.Inbox, "Till inkorgen");

    private static string? Done(string? word) => word switch
    {
        "tomt" => "Sparat. Inget mer väntar.",
        _ when word is not null && word.EndsWith("-filer", StringComparison.Ordinal) && int.TryParse(word[..^6], NumberStyles.None, CultureInfo.InvariantCulture, out var count) =>
            $"{Swedish.Count(count, "fil", "filer")} togs emot. Det som redan fanns lades inte in igen.",
        _ => null,
    };
}
