using Kunskapsstyrning.Domain.Municipalities.Boundaries;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Boundaries;

/// <summary>Boundaries of municipalities: a file is chosen, looked at, and read in.</summary>
internal static class BoundaryEndpoints
{
    public static void MapBoundaries(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Boundaries, (HttpContext context, string? klart, Runner runner, CancellationToken cancellation) => Show(context, FieldErrors.None, klart is "ja", runner, cancellation)).For(typeof(BoundarySets));
        app.MapPost(Urls.Boundaries, Try).For(typeof(TryBoundaries)).FromOwnForm();
        app.MapPost(Urls.ReadInBoundaries, ReadIn).For(typeof(ReadInBoundaries)).FromOwnForm(Urls.Boundaries);
    }

    private static async Task<IResult> Try(HttpContext context, Runner runner, FileScanner scanner, SealedBoundaries seal, CancellationToken cancellation)
    {
        var posted = (await context.Request.ReadFormAsync(cancellation)).Files["fil"];
        if (posted is null or { Length: 0 }) return await Refuse(context, BoundaryRefusals.Nothing, runner, cancellation);
        if (posted.Length > GeoJson.Largest) return await Refuse(context, BoundaryRefusals.TooLarge, runner, cancellation);

        using var content = new MemoryStream((int)posted.Length);
        await posted.CopyToAsync(content, cancellation);
        var bytes = content.ToArray();
        if (await scanner.RefusalOf(bytes, cancellation) is { } found) return await Refuse(context, found with { Field = "fil" }, runner, cancellation);

        var trial = await runner.Ask(new TryBoundaries(ReceivedFile.Clean(posted.FileName), bytes), context.Actor(), cancellation);
        if (trial.Refusal is { } refusal) return await Refuse(context, refusal, runner, cancellation);
        return AtHand(trial, seal.Seal(trial), new TypedBoundaries("", ""), FieldErrors.None);
    }

    private static async Task<IResult> ReadIn(HttpContext context, Runner runner, SealedBoundaries seal, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (seal.Open(form["granser"]) is not { File: { } file } trial) return await Refuse(context, BoundaryRefusals.NotWaiting, runner, cancellation);

        var (typed, errors) = (TypedBoundaries.Of(form), new FieldErrors());
        if (typed.Command(file, errors) is not { } command) return AtHand(trial, form["granser"].ToString(), typed, errors);
        if ((await runner.Run(command, context.Actor(), cancellation)).Refusal is { } refusal)
        {
            errors.Add(refusal);
            return AtHand(trial, form["granser"].ToString(), typed, errors);
        }

        return SeeOther.To(context, Urls.Boundaries + Urls.Query(("klart", "ja")));
    }

    private static async Task<IResult> Refuse(HttpContext context, Refusal refusal, Runner runner, CancellationToken cancellation)
    {
        RefusedFile.Log(context, refusal);
        var errors = new FieldErrors();
        errors.Add(refusal);
        return await Show(context, errors, isDone: false, runner, cancellation);
    }

    private static async Task<IResult> Show(HttpContext context, FieldErrors errors, bool isDone, Runner runner, CancellationToken cancellation) =>
        Pages.Show<BoundariesPage>(new { View = await runner.Ask(new BoundarySets(), context.Actor(), cancellation), Errors = errors, IsDone = isDone }, errors);

    private static RazorComponentResult<BoundariesAtHandPage> AtHand(BoundaryTrial trial, string sealedFile, TypedBoundaries typed, FieldErrors errors) =>
        Pages.Show<BoundariesAtHandPage>(new { Trial = trial, Sealed = sealedFile, Typed = typed, Errors = errors }, errors);
}
