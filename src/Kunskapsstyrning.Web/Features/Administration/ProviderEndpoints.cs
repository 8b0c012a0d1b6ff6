using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.SignIn;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>The identity providers: list, add, change, turn off. What the configuration sets is shown and not changed.</summary>
internal static class ProviderEndpoints
{
    public static void MapProviderPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Providers, async (HttpContext context, string? gjort, Runner runner, SignInSettings settings, CancellationToken cancellation) =>
            Pages.Show<ProvidersPage>(new { All = await All(context, runner, cancellation), FromConfiguration = Configured(settings), Done = gjort })).For(typeof(Providers));
        app.MapGet(Urls.NewProvider, (HttpContext context, Runner runner, CancellationToken cancellation) => Form(context, null, new TypedProvider(), FieldErrors.None, runner, cancellation)).For(typeof(AddProvider));
        app.MapPost(Urls.NewProvider, Add).For(typeof(AddProvider)).FromOwnForm().TakesOnly(Urls.NewProvider, TypedProvider.Fields("kommun"));
        app.MapGet(Urls.Provider, async (HttpContext context, Guid id, string? gjort, Runner runner, CancellationToken cancellation) =>
            await Find(context, id, runner, cancellation) is { } line ? await Form(context, line, TypedProvider.Of(line), FieldErrors.None, runner, cancellation, gjort) : NotThere()).For(typeof(ChangeProvider));
        app.MapPost(Urls.Provider, (HttpContext context, Guid id, Runner runner, SignInSettings settings, CancellationToken cancellation) =>
            Change(context, id, runner, settings, cancellation)).For(typeof(ChangeProvider)).FromOwnForm().TakesOnly(Urls.Providers, TypedProvider.Fields());
        foreach (var (address, on) in ((string, bool)[])[(Urls.TurnProviderOn, true), (Urls.TurnProviderOff, false)])
        {
            app.MapPost(address, (HttpContext context, Guid id, Runner runner, SignInSettings settings, CancellationToken cancellation) =>
                Turn(context, id, on, runner, settings, cancellation)).For(typeof(ChangeProvider)).FromOwnForm(Urls.Providers).TakesOnly(Urls.Providers);
        }
    }

    private static async Task<IResult> Add(HttpContext context, Runner runner, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var (typed, errors) = (TypedProvider.In(form), new FieldErrors());
        if (form.ContainsKey("fler")) return await Form(context, null, typed, errors, runner, cancellation);

        var owner = typed.ReadOwner(await runner.Ask(new MunicipalitiesToChoose(), context.Actor(), cancellation), errors);
        if (typed.Read(owner, isOn: true, errors) is not { } settings) return await Form(context, null, typed, errors, runner, cancellation);

        var added = await runner.Run(new AddProvider(new IdentityProviderId(Guid.CreateVersion7()), settings), context.Actor(), cancellation);
        if (added.IsDone) return SeeOther.To(context, Urls.ToProvidersDone("tillagd"));

        errors.Add(added.Refusal!);
        return await Form(context, null, typed, errors, runner, cancellation);
    }

    private static async Task<IResult> Change(HttpContext context, Guid id, Runner runner, SignInSettings settings, CancellationToken cancellation)
    {
        if (await Find(context, id, runner, cancellation) is not { } line) return NotThere();

        var form = await context.Request.ReadFormAsync(cancellation);
        var (typed, errors) = (TypedProvider.In(form) with { Municipality = line.Municipality ?? "" }, new FieldErrors());
        if (form.ContainsKey("fler")) return await Form(context, line, typed, errors, runner, cancellation);
        if (typed.Read(line.Provider.MunicipalityCode, line.Provider.IsOn, errors) is not { } changed) return await Form(context, line, typed, errors, runner, cancellation);

        return await Save(context, line, typed.Seen, changed, typed, "andrad", runner, settings, cancellation);
    }

    private static async Task<IResult> Turn(HttpContext context, Guid id, bool on, Runner runner, SignInSettings settings, CancellationToken cancellation) =>
        await Find(context, id, runner, cancellation) is { } line
            ? await Save(context, line, line.Revision, line.Provider.Settings with { IsOn = on }, TypedProvider.Of(line), on ? "pa" : "av", runner, settings, cancellation)
            : NotThere();

    private static async Task<IResult> Save(HttpContext context, ProviderLine line, uint seen, ProviderSettings changed, TypedProvider typed, string done, Runner runner, SignInSettings settings, CancellationToken cancellation)
    {
        var saved = Configured(settings).Contains(line.Provider.Issuer) ? ProviderRefusals.SetByConfiguration : await runner.Run(new ChangeProvider(line.Provider.Id, seen, changed), context.Actor(), cancellation);
        if (saved.IsDone) return SeeOther.To(context, Urls.ToProviderDone(line.Provider.Id, done));

        var errors = new FieldErrors();
        errors.Add(saved.Refusal!);
        return await Form(context, line, typed with { Seen = line.Revision }, errors, runner, cancellation, changedMeanwhile: saved.Refusal == ProviderRefusals.ChangedMeanwhile);
    }

    private static async Task<IResult> Form(HttpContext context, ProviderLine? line, TypedProvider typed, FieldErrors errors, Runner runner, CancellationToken cancellation, string? done = null, bool changedMeanwhile = false)
    {
        var services = context.RequestServices;
        var settings = services.GetRequiredService<SignInSettings>();
        var secret = services.GetRequiredService<IConfiguration>()[line?.Provider.SecretName ?? ""];
        return Pages.Show<ProviderPage>(
            new
            {
                Line = line, Typed = typed, Errors = errors, Done = done, ChangedMeanwhile = changedMeanwhile, Municipalities = await runner.Ask(new MunicipalitiesToChoose(), context.Actor(), cancellation),
                FromConfiguration = line is not null && Configured(settings).Contains(line.Provider.Issuer), HasSecret = !string.IsNullOrEmpty(secret),
                ComeBack = settings.Here(context, Urls.ProviderAnswer), SignedOut = settings.Here(context, Urls.SignedOut),
            }, errors);
    }

    private static Task<IReadOnlyList<ProviderLine>> All(HttpContext context, Runner runner, CancellationToken cancellation) => runner.Ask(new Providers(), context.Actor(), cancellation);

    private static async Task<ProviderLine?> Find(HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
        (await All(context, runner, cancellation)).FirstOrDefault(l => l.Provider.Id.Value == id);

    private static HashSet<string> Configured(SignInSettings settings) => [.. settings.Providers.Select(p => p.Issuer)];

    private static IResult NotThere() => Pages.NotThere("Leverantören finns inte.", Urls.Providers, "Till leverantörerna");
}
