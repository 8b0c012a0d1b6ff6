using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Reading in lists: putting one there, looking it through, registering it, and undoing it.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Lists, async (HttpContext context, string? rekommendation, Runner runner, CancellationToken cancellation) =>
            Pages.Show<ListsPage>(new { Lists = await runner.Ask(new Lists(), context.Actor(), cancellation), Recommendation = rekommendation ?? "", Errors = FieldErrors.None })).For(typeof(PutList));
        app.MapPost(Urls.Lists, Put).For(typeof(PutList)).FromOwnForm();
        app.MapGet(Urls.List, Open).For(typeof(ListAtHand));
        app.MapPost(Urls.List, Choose).For(typeof(ChooseForList)).FromOwnForm();
        app.MapPost(Urls.ConfirmList, Confirm).For(typeof(ConfirmImport)).FromOwnForm();
        app.MapPost(Urls.UndoList, Undo).For(typeof(UndoImport)).FromOwnForm();
        app.MapPost(Urls.DiscardList, async (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
        {
            await runner.Run(new DiscardList(new ImportId(id)), context.Actor(), cancellation);
            return SeeOther.To(context, Urls.Lists);
        }).For(typeof(DiscardList)).FromOwnForm();
        app.MapGet(Urls.ListFailures, async (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
        {
            if (await runner.Ask(new ListAtHand(new ImportId(id)), context.Actor(), cancellation) is { Plan: { } plan } list) return ListSheets.Failures(list, plan);
            return await runner.Ask(new ImportReport(new ImportId(id)), context.Actor(), cancellation) is { } report ? ListSheets.Failures(report) : NotThere();
        }).For(typeof(ListAtHand));
        app.MapGet(Urls.ListReport, async (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
            await runner.Ask(new ImportReport(new ImportId(id)), context.Actor(), cancellation) is { } report ? ListSheets.Report(report) : NotThere()).For(typeof(ImportReport));
    }

    private static async Task<IResult> Put(HttpContext context, Runner runner, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var (text, recommendation, errors) = (form["text"].ToString(), form["rekommendation"].ToString(), new FieldErrors());
        var lists = await runner.Ask(new Lists(), context.Actor(), cancellation);
        if (lists.Recommendations.All(r => r.Slug != recommendation)) errors.Add("rekommendation", "Välj vilken rekommendation listan gäller.");
        var (name, table, refused) = await Take(form.Files["lista"], text, cancellation);
        if (refused is not null) errors.Add(refused);
        if (errors.Any || table is null)
            return Pages.Show<ListsPage>(new { Lists = lists, Recommendation = recommendation, Text = text, Errors = errors }, StatusCodes.Status422UnprocessableEntity);

        var id = new ImportId(Guid.CreateVersion7());
        await runner.Run(new PutList(id, name, table, recommendation), context.Actor(), cancellation);
        return SeeOther.To(context, Urls.ToList(id));
    }

    private static async Task<(string Name, ListTable? Table, Refusal? Refused)> Take(IFormFile? file, string text, CancellationToken cancellation)
    {
        if (file is null or { Length: 0, FileName: "" })
        {
            if (string.IsNullOrWhiteSpace(text)) return ("", null, ListRefusals.Nothing);
            var pasted = ListReader.TryRead(text, out var read);
            return ("Inklistrad lista", read, pasted.Refusal is { } no ? no with { Field = "text" } : null);
        }

        if (file.Length > ReceivedFile.Largest) return ("", null, ListRefusals.TooLarge);
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        var result = ListReader.TryRead(bytes.ToArray(), out var table);
        return (ReceivedFile.Clean(file.FileName), table, result.Refusal);
    }

    private static async Task<IResult> Open(HttpContext context, Guid id, Runner runner, CancellationToken cancellation)
    {
        if (await runner.Ask(new ListAtHand(new ImportId(id)), context.Actor(), cancellation) is { } list) return Pages.Show<ListAtHandPage>(new { List = list });
        return await runner.Ask(new ImportReport(new ImportId(id)), context.Actor(), cancellation) is { } report
            ? Pages.Show<ImportPage>(new { Report = report, Errors = FieldErrors.None })
            : NotThere();
    }

    private static async Task<IResult> Choose(HttpContext context, Guid id, Runner runner, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var chosen = form.Where(f => !f.Key.StartsWith('_')).ToDictionary(f => f.Key, f => f.Value.ToString());
        var result = await runner.Run(new ChooseForList(new ImportId(id), chosen), context.Actor(), cancellation);
        return result.IsDone ? SeeOther.To(context, Urls.ToList(new ImportId(id))) : await Again(context, id, result.Refusal!, StatusCodes.Status422UnprocessableEntity, null, runner, cancellation);
    }

    private static async Task<IResult> Confirm(HttpContext context, Guid id, Runner runner, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var rows = form["rad"].Select(r => int.TryParse(r, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToHashSet();
        var result = await runner.Run(new ConfirmImport(new ImportId(id), form["sedd"].ToString(), rows), context.Actor(), cancellation);
        if (result.IsDone) return SeeOther.To(context, Urls.ToList(new ImportId(id)));

        return await Again(context, id, result.Refusal!, StatusCodes.Status409Conflict, rows, runner, cancellation);
    }

    /// <summary>The list as it is now, with why something was not done.</summary>
    private static async Task<IResult> Again(HttpContext context, Guid id, Refusal refusal, int status, IReadOnlySet<int>? chosen, Runner runner, CancellationToken cancellation)
    {
        if (await runner.Ask(new ListAtHand(new ImportId(id)), context.Actor(), cancellation) is not { } list) return NotThere();
        var errors = new FieldErrors();
        errors.Add(refusal.Field is "inkommet" ? refusal : refusal with { Field = null });
        return Pages.Show<ListAtHandPage>(new { List = list, Errors = errors, Chosen = chosen }, status);
    }

    private static async Task<IResult> Undo(HttpContext context, Guid id, Runner runner, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var reason = string.Concat(form["skal-till-andring"].ToString().Where(c => !char.IsControl(c) || char.IsWhiteSpace(c)));
        var result = await runner.Run(new UndoImport(new ImportId(id), reason), context.Actor(), cancellation);
        if (result.IsDone) return SeeOther.To(context, Urls.ToList(new ImportId(id)));

        var errors = new FieldErrors();
        errors.Add(result.Refusal!);
        return await runner.Ask(new ImportReport(new ImportId(id)), context.Actor(), cancellation) is { } report
            ? Pages.Show<ImportPage>(new { Report = report, Reason = reason, Errors = errors }, StatusCodes.Status422UnprocessableEntity)
            : NotThere();
    }

    private static IResult NotThere() => Pages.NotThere(ImportRefusals.NotThere.Sentence, Urls.Lists, "Läs in en lista");
}
