using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>The ready-made users of development, by name.</summary>
[Requires(Permission.SignIn)]
internal sealed record ReadyMadePeople : IQuery<IReadOnlyList<Person>>
{
    public async Task<IReadOnlyList<Person>> Answer(Session session, CancellationToken cancellation)
    {
        var logins = ReferenceData.ReadyMadeUsers.All.Select(p => p.Login).ToList();
        return await session.Db.People.Where(p => logins.Contains(p.Login) && p.EndedAt == null).OrderBy(p => p.Role).ThenBy(p => p.Login).ToListAsync(cancellation);
    }
}

/// <summary>What the sign-in page offers.</summary>
/// <param name="People">The ready-made users; none outside development.</param>
/// <param name="Providers">Where one can sign in elsewhere.</param>
/// <param name="SendsCodes">True when codes can be sent.</param>
/// <param name="CodesFor">Whom codes are for.</param>
public sealed record WaysIn(IReadOnlyList<Person> People, IReadOnlyList<IdentityProvider> Providers, bool SendsCodes, CodesFor CodesFor);

/// <summary>The sign-in page, ready-made users, and signing out.</summary>
internal static class SignInEndpoints
{
    /// <summary>Why what signing in consists of is open.</summary>
    public const string BeforeSigningIn = "Whoever is to sign in has not yet; the job that lets people in runs the use cases.";

    public static void MapSignIn(this IEndpointRouteBuilder app, SignInSettings settings)
    {
        app.MapGet(Urls.SignIn, (HttpContext context, string? returnUrl, SignInLog log, CancellationToken cancellation) => Page(context, log.Own(context, returnUrl), FieldErrors.None, "", cancellation)).Open(BeforeSigningIn);
        app.MapGet(Urls.SignedOut, () => Pages.Show<SignedOutPage>()).Open(BeforeSigningIn);
        app.MapPost(Urls.SignOut, SignOut).Open("Whoever has signed in may sign out, also when the sign-in has lapsed.").FromOwnForm(Urls.Start);
        app.MapCodes();
        app.MapPasskeys();
        app.MapProviders();
        app.MapAccount();
        if (settings.ReadyMadeUsers) app.MapPost(Urls.SignIn, EnterReadyMade).Open(BeforeSigningIn).FromOwnForm();
    }

    /// <summary>The sign-in page, with what went wrong.</summary>
    public static async Task<IResult> Page(HttpContext context, string? returnUrl, FieldErrors errors, string email, CancellationToken cancellation)
    {
        var services = context.RequestServices;
        var runner = services.GetRequiredService<Runner>();
        var ways = new WaysIn(
            services.GetRequiredService<SignInSettings>().ReadyMadeUsers ? await runner.Ask(new ReadyMadePeople(), Jobs.SignIn, cancellation) : [],
            await runner.Ask(new ProvidersInUse(), Jobs.SignIn, cancellation),
            services.GetRequiredService<MailOptions>().CanSend,
            services.GetRequiredService<SignInSettings>().CodesFor);
        context.Response.Headers.CacheControl = "no-store";
        return Pages.Show<SignInPage>(
            new { Ways = ways, ReturnUrl = returnUrl, Errors = errors, Email = email, Lapsed = context.Features.Get<LapsedSignIn>()?.State }, errors);
    }

    private static async Task<IResult> EnterReadyMade(HttpContext context, Runner runner, SignInBrowser browser, SignInLog log, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var (opened, returnUrl) = (NewSession.In(context), log.Own(context, form["returnUrl"]));
        var entered = await runner.Run(new SignInReadyMade(form["anvandare"].ToString().Trim(), opened), Jobs.SignIn, cancellation);
        if (entered.IsDone) return await browser.Land(context, opened, returnUrl);

        var errors = new FieldErrors();
        errors.Add(field: null, entered.Refusal!.Sentence);
        return await Page(context, returnUrl, errors, "", cancellation);
    }

    private static async Task<IResult> SignOut(HttpContext context, Runner runner, OpenIdConnect providers, SignInSettings settings, IDataProtectionProvider protection, SignInLog log, CancellationToken cancellation)
    {
        var browser = context.User.Browser()?.Fingerprint;
        var at = browser is null ? null : await runner.Ask(new ProviderOfSession(browser), Jobs.SignIn, cancellation);
        if (browser is not null) await runner.Run(new EndSession(browser), Jobs.SignIn, cancellation);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        context.Features.Set(Actor.Anyone);
        context.Response.Headers.CacheControl = "no-store";
        if (at is null) return Results.LocalRedirect(Urls.Start);

        try
        {
            var there = await providers.SignOut(at.Provider, at.Hint is null ? null : protection.CreateProtector(ProviderEndpoints.Protected).Unprotect(at.Hint), settings.Here(context, Urls.SignedOut), cancellation);
            return Pages.Show<SignedOutPage>(new { Provider = at.Provider.Name, There = there });
        }
        catch (ProviderDownException down)
        {
            log.Down(at.Provider.Name, down);
            return Pages.Show<SignedOutPage>(new { Provider = at.Provider.Name });
        }
    }
}
