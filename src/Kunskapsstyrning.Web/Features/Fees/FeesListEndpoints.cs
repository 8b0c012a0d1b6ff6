using System.Globalization;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Imports;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Fees;

/// <summary>A published list is looked through, and proposed as what holds. Nothing of it is kept until it is proposed.</summary>
internal static class FeesListEndpoints
{
    public static void MapFeesList(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.FeesOfList, async (HttpContext context, string slug, string years, Runner runner, CancellationToken cancellation) =>
            await FeesEndpoints.Ground(context, slug, years, runner, cancellation) is { } ground ? (IResult)Page(ground, null, new TypedList(), FieldErrors.None) : FeesEndpoints.NotThere()).For(typeof(ProposeAllocation));
        app.MapPost(Urls.FeesOfList, Post).For(typeof(ProposeAllocation)).FromOwnForm();
    }

    private static async Task<IResult> Post(HttpContext context, string slug, string years, Runner runner, CancellationToken cancellation)
    {
        if (await FeesEndpoints.Ground(context, slug, years, runner, cancellation) is not { } ground) return FeesEndpoints.NotThere();

        var form = await context.Request.ReadFormAsync(cancellation);
        var (typed, errors) = (TypedList.Of(form), new FieldErrors());
        var (name, table) = await Take(form, errors, cancellation);
        if (table is null) return Page(ground, null, typed, errors);

        typed = typed with { Name = name };
        var known = await runner.Ask(new EveryMunicipality(), context.Actor(), cancellation);
        var list = PublishedList.Of(table, typed.MunicipalityColumn, typed.AmountColumn, [.. ground.Country().Select(p => p.Municipality)], known);
        if (list.Amounts is not { } amounts || !form.ContainsKey("foresla")) return Page(ground, list, typed, errors);

        var id = new AllocationProposalId(Guid.CreateVersion7());
        var result = await runner.Run(new ProposeAllocation(id, slug, ground.Period.Years, ground.TermsOfList(typed.Source), typed.Seen, typed.Reason, amounts, name), context.Actor(), cancellation);
        if (result.IsDone) return SeeOther.To(context, Urls.ToFeeProposal(slug, ground.Period.Years, id));

        errors.Add(result.Refusal!.Field is "skal" or "kalla" ? result.Refusal : result.Refusal with { Field = null });
        return Page(ground, list, typed, errors);
    }

    private static async Task<(string Name, ListTable? Table)> Take(IFormCollection form, FieldErrors errors, CancellationToken cancellation)
    {
        var text = form["text"].ToString();
        if (form.Files["lista"] is not { Length: > 0 } file)
        {
            var name = form["namn"].ToString() is { Length: > 0 } named ? ReceivedFile.Clean(named) : "Inklistrad lista";
            if (int.TryParse(form["forsta-rad"], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && PublishedList.ReadAgain(text, first) is { } again) return (name, again);
            if (string.IsNullOrWhiteSpace(text)) errors.Add("lista", "Välj en fil eller klistra in listan.");
            else if (ListReader.TryRead(text, out var pasted).Refusal is { } refused) errors.Add("text", refused.Sentence);
            else return (name, pasted);
            return ("", null);
        }

        if (file.Length > ReceivedFile.Largest)
        {
            errors.Add(ListRefusals.TooLarge);
            return ("", null);
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        if (ListReader.TryRead(bytes.ToArray(), out var table).Refusal is { } no) errors.Add("lista", no.Sentence);
        return (ReceivedFile.Clean(file.FileName), table);
    }

    private static RazorComponentResult<FeesListPage> Page(TrialGround ground, PublishedList? list, TypedList typed, FieldErrors errors) => Pages.Show<FeesListPage>(
        new { Ground = ground, List = list, Typed = typed, Errors = errors, Fees = list?.Amounts is { } amounts ? ground.FeesOfList(ground.TermsOfList(typed.Source), amounts) : null },
        errors.Any || list is { Amounts: null } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}

/// <summary>What is typed beside a published list.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="MunicipalityColumn">The column that says which municipality; null to find it.</param>
/// <param name="AmountColumn">The column with the amounts; null to find it.</param>
/// <param name="Source">Where the list was published.</param>
/// <param name="Reason">Why there is a new version.</param>
/// <param name="Seen">The fingerprint of the fees that were seen.</param>
public sealed record TypedList(string Name = "", int? MunicipalityColumn = null, int? AmountColumn = null, string Source = "", string Reason = "", string Seen = "")
{
    /// <summary>What was posted.</summary>
    public static TypedList Of(IFormCollection form) => new(
        form["namn"].ToString(), Column(form["kommunkolumn"].ToString()), Column(form["beloppskolumn"].ToString()),
        TypedText.Printed(form["kalla"].ToString()).Trim(), TypedText.Printed(form["skal"].ToString()).Trim(), form["sedd"].ToString());

    private static int? Column(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var column) ? column : null;
}

/// <summary>Every municipality that is, has been or will be, to find them by name or code.</summary>
[Requires(Permission.ReadPublic)]
public sealed record EveryMunicipality : IQuery<IReadOnlyList<Municipality>>
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Municipality>> Answer(Session session, CancellationToken cancellation) => Task.FromResult(session.Facts.Municipalities);
}
