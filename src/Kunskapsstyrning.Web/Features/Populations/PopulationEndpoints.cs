using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Populations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Populations;

/// <summary>Population sets: looked at, fetched or taken from a file, looked through and read in.</summary>
internal static class PopulationEndpoints
{
    public static void MapPopulations(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Populations, async (HttpContext context, Runner runner, CancellationToken cancellation) =>
            await runner.Ask(new PopulationSets(), context.Actor(), cancellation) is { } view ? Pages.Show<PopulationsPage>(new { View = view }) : NoSet()).For(typeof(PopulationSets));
        app.MapGet(Urls.Population, async (HttpContext context, Guid id, string? klart, Runner runner, CancellationToken cancellation) =>
            await runner.Ask(new OnePopulationSet(new PopulationSetId(id)), context.Actor(), cancellation) is { } view
                ? Pages.Show<PopulationPage>(new { View = view, IsDone = klart is "ja" }) : NoSet()).For(typeof(OnePopulationSet));
        app.MapGet(Urls.ReadInPopulation, (HttpContext context, Runner runner, CancellationToken cancellation) => Begin(context, FieldErrors.None, null, runner, cancellation)).For(typeof(PopulationsToReadIn));
        app.MapPost(Urls.ReadInPopulation, Put).For(typeof(PutPopulation)).FromOwnForm();
        app.MapPost(Urls.FetchPopulation, Fetch).For(typeof(PutPopulation)).FromOwnForm(Urls.ReadInPopulation);
        app.MapGet(Urls.PopulationAtHand, (HttpContext context, Guid id, string? ar, Runner runner, CancellationToken cancellation) =>
            Show(context, id, ar, FieldErrors.None, StatusCodes.Status200OK, runner, cancellation)).For(typeof(PopulationAtHand));
        app.MapPost(Urls.ConfirmPopulation, Confirm).For(typeof(ReadInPopulation)).FromOwnForm(Urls.ReadInPopulation);
        app.MapPost(Urls.DiscardPopulation, async (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
        {
            await runner.Run(new DiscardPopulation(new PopulationSetId(id)), context.Actor(), cancellation);
            return SeeOther.To(context, Urls.ReadInPopulation);
        }).For(typeof(DiscardPopulation)).FromOwnForm(Urls.ReadInPopulation);
    }

    private static async Task<IResult> Begin(HttpContext context, FieldErrors errors, string? year, Runner runner, CancellationToken cancellation) => Pages.Show<ReadInPopulationPage>(
        new { View = await runner.Ask(new PopulationsToReadIn(), context.Actor(), cancellation), Errors = errors, Year = year }, errors);

    private static async Task<IResult> Put(HttpContext context, Runner runner, FileScanner scanner, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var (name, bytes, refused) = await Take(form.Files["fil"], scanner, cancellation);
        if (bytes is not null) return await Wait(context, name, name, bytes, null, runner, cancellation);

        RefusedFile.Log(context, refused!);
        return await Refuse(context, refused!, null, runner, cancellation);
    }

    private static async Task<IResult> Fetch(HttpContext context, Runner runner, ScbTables scb, FileScanner scanner, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var typed = form["ar"].ToString().Trim();
        if (CountedPeriod.Of(typed) is not { Month: null } period) return await Refuse(context, ScbRefusals.NoYear, typed, runner, cancellation);

        var answer = await scb.Fetch(period.Year, cancellation);
        if (answer.Bytes is not { } bytes) return await Refuse(context, answer.Refusal!, typed, runner, cancellation);
        if (await scanner.RefusalOf(bytes, cancellation) is { } found) return await Refuse(context, found with { Field = "ar" }, typed, runner, cancellation);
        return await Wait(context, answer.Name, answer.Address, bytes, typed, runner, cancellation);
    }

    private static async Task<IResult> Wait(HttpContext context, string name, string from, byte[] bytes, string? year, Runner runner, CancellationToken cancellation)
    {
        var id = new PopulationSetId(Guid.CreateVersion7());
        var result = await runner.Run(new PutPopulation(id, name, from, bytes), context.Actor(), cancellation);
        if (result.IsDone) return SeeOther.To(context, Urls.ToPopulationAtHand(id));

        RefusedFile.Log(context, result.Refusal!);
        return await Refuse(context, year is null ? result.Refusal! : ScbRefusals.NotFigures(result.Refusal!.Sentence), year, runner, cancellation);
    }

    private static async Task<(string Name, byte[]? Bytes, Refusal? Refused)> Take(IFormFile? posted, FileScanner scanner, CancellationToken cancellation)
    {
        if (posted is null or { Length: 0, FileName: "" }) return ("", null, PopulationFileRefusals.Nothing);
        if (posted.Length > ReceivedFile.Largest) return ("", null, PopulationFileRefusals.TooLarge);

        using var bytes = new MemoryStream((int)posted.Length);
        await posted.CopyToAsync(bytes, cancellation);
        var all = bytes.ToArray();
        if (await scanner.RefusalOf(all, cancellation) is { } found) return ("", null, found with { Field = "fil" });
        return (ReceivedFile.Clean(posted.FileName), all, null);
    }

    private static Task<IResult> Refuse(HttpContext context, Refusal refusal, string? year, Runner runner, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        errors.Add(refusal);
        return Begin(context, errors, year, runner, cancellation);
    }

    private static async Task<IResult> Confirm(HttpContext context, Guid id, Runner runner, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var (set, period) = (new PopulationSetId(id), form["ar"].ToString());
        var result = await runner.Run(new ReadInPopulation(set, period, form["sedd"].ToString(), form["stammer"] == "ja"), context.Actor(), cancellation);
        if (result.IsDone) return SeeOther.To(context, Urls.ToPopulation(set, readIn: true));

        var errors = new FieldErrors();
        errors.Add(result.Refusal!);
        var status = result.Refusal == PopulationRefusals.ChangedMeanwhile ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return await Show(context, id, period, errors, status, runner, cancellation);
    }

    private static async Task<IResult> Show(HttpContext context, Guid id, string? period, FieldErrors errors, int status, Runner runner, CancellationToken cancellation) =>
        await runner.Ask(new PopulationAtHand(new PopulationSetId(id), period), context.Actor(), cancellation) is { } view
            ? Pages.Show<PopulationAtHandPage>(new { View = view, Errors = errors }, status)
            : Pages.NotThere(PopulationRefusals.NotThere.Sentence, Urls.ReadInPopulation, "Läs in folkmängd");

    private static IResult NoSet() => Pages.NotThere("Det finns ingen sådan uppsättning av folkmängd.");
}
