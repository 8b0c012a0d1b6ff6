using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Exports;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Snapshots;

/// <summary>Saved states: save one, open it as it was, take it along again, and see what has happened since.</summary>
internal static class SnapshotEndpoints
{
    public static void MapSnapshots(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Snapshots, (HttpContext context, string slug, string? per, string? fraga, Runner runner) =>
            Form(context, slug, new TypedSnapshot("", "", per ?? "", fraga ?? ""), FieldErrors.None, runner)).For(typeof(SnapshotsOf));
        app.MapPost(Urls.Snapshots, Take).For(typeof(TakeSnapshot)).FromOwnForm();
        app.MapGet(Urls.Snapshot, (HttpContext context, string slug, Guid id, string? mot, Runner runner) => Of(context, slug, id, mot, runner, async (shown, export) =>
            Pages.Show<SnapshotPage>(new { Export = export, shown.Snapshot, shown.Agrees, shown.Since, shown.Difference, Others = (await runner.Ask(new SnapshotsOf(slug), context.Actor(), context.RequestAborted))!.Lines }))).For(typeof(SnapshotInFull));
        foreach (var ending in ExportFiles.Endings)
        {
            app.MapGet(Urls.SnapshotExport + ending, (HttpContext context, string slug, Guid id, Runner runner, ExportFiles files) =>
                Of(context, slug, id, null, runner, (_, export) => files.Make(export, ending, context))).For(typeof(SnapshotInFull));
        }
    }

    private static async Task<IResult> Take(HttpContext context, string slug, Runner runner, TimeProvider clock)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = new TypedSnapshot(form["namn"].ToString(), form["syfte"].ToString(), form["per"].ToString(), form["fraga"].ToString());
        var errors = new FieldErrors();
        if (AsOfInAddress.Read(typed.Day, typed.Question, SwedishTime.DayOf(clock.GetUtcNow()), out var asOf) is { } noDay) errors.Add(noDay);
        else
        {
            var id = new SnapshotId(Guid.CreateVersion7());
            var result = await runner.Run(new TakeSnapshot(id, slug, asOf, typed.Name, typed.Purpose), context.Actor(), context.RequestAborted);
            if (result.IsDone) return SeeOther.To(context, Urls.ToSnapshot(slug, id));
            errors.Add(result.Refusal!);
        }

        return await Form(context, slug, typed, errors, runner);
    }

    private static async Task<IResult> Form(HttpContext context, string slug, TypedSnapshot typed, FieldErrors errors, Runner runner) =>
        await runner.Ask(new SnapshotsOf(slug), context.Actor(), context.RequestAborted) is { } shown
            ? Pages.Show<SnapshotsPage>(new { shown.Recommendation, shown.Today, shown.Lines, Typed = typed, Errors = errors }, errors)
            : Pages.NotThere("Det finns ingen rekommendation med den adressen.");

    private static async Task<IResult> Of(HttpContext context, string slug, Guid id, string? against, Runner runner, Func<SnapshotInFull.Shown, Export, Task<IResult>> make)
    {
        SnapshotId? other = Guid.TryParse(against, out var parsed) ? new SnapshotId(parsed) : null;
        if (await runner.Ask(new SnapshotInFull(slug, new SnapshotId(id), other), context.Actor(), context.RequestAborted) is not { } shown)
            return Pages.NotThere("Det finns inget sparat läge med den adressen.");

        return await make(shown, ExportOf(shown, ViewInAddress.Of(slug, context.Request.Query)));
    }

    /// <summary>What is taken along of a saved state: the same each time, whoever takes it and whenever.</summary>
    internal static Export ExportOf(SnapshotInFull.Shown shown, RecommendationView view)
    {
        var snapshot = shown.Snapshot;
        return new Export(shown.State, view with { Day = null, Basis = Basis.Arrived, Since = null, OnlyChanged = false }, "SKR, som sparat läge", snapshot.TakenAt, null) { Kept = new KeptState(snapshot.Id, snapshot.Name, snapshot.Purpose) };
    }
}

/// <summary>What is typed to save a state.</summary>
public sealed record TypedSnapshot(string Name, string Purpose, string Day, string Question);
