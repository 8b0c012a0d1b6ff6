using System.Security.Cryptography;
using System.Text;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.DataProtection;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>Signing in at an identity provider: there, and back with an answer that is believed once, in the browser that asked.</summary>
internal static class ProviderEndpoints
{
    /// <summary>What protects what is kept of a provider's token.</summary>
    public const string Protected = "provider-hint";

    private const string Cookie = "leverantor";

    public static void MapProviders(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.AtProvider, Go).Open(SignInEndpoints.BeforeSigningIn);
        app.MapGet(Urls.ProviderAnswer, Come).Open(SignInEndpoints.BeforeSigningIn);
    }

    private static async Task<IResult> Go(
        HttpContext context, Guid id, string? returnUrl, Runner runner, OpenIdConnect talk, SignInSettings settings, SignInBrowser browser, SignInPace pace, SignInLog log, CancellationToken cancellation)
    {
        if (!pace.MayBegin(context)) return log.TooOften(context);
        if (IsFromElsewhere(context.Request))
        {
            log.Refused(context, "another-site");
            return await SignInEndpoints.Page(context, log.Own(context, returnUrl), FieldErrors.None, "", cancellation);
        }

        if (await Provider(new IdentityProviderId(id), runner, cancellation) is not { } provider) return Pages.NotThere(ProviderRefusals.NotThere.Sentence, Urls.SignIn, "Till inloggningen");

        var key = NewSession.NewKey();
        try
        {
            var there = await talk.Question(provider, key, settings.Here(context, Urls.ProviderAnswer), AsksAnew(returnUrl), cancellation);
            await runner.Run(new BeginSignIn(key, BeginSignIn.At(provider.Id), provider.Id.Value.ToString(), log.Own(context, returnUrl)), Jobs.SignIn, cancellation);
            browser.Keep(context, Cookie, key.Text, BegunSignIn.Lasts);
            return Results.Redirect(there);
        }
        catch (ProviderDownException down)
        {
            return Down(provider, down, log);
        }
    }

    private static async Task<IResult> Come(
        HttpContext context, string? state, string? code, string? error, string? iss, Runner runner, OpenIdConnect talk, SignInSettings settings, SignInBrowser browser, SignInPace pace,
        IDataProtectionProvider protection, SignInLog log, CancellationToken cancellation)
    {
        if (!pace.MayAnswer(context)) return log.TooOften(context);

        var begun = BrowserKey.TryParse(browser.Kept(context, Cookie), out var key) ? await runner.Ask(new WhatWasBegun(key.Fingerprint), Jobs.SignIn, cancellation) : null;
        var provider = Guid.TryParse(begun?.Question, out var asked) ? await Provider(new IdentityProviderId(asked), runner, cancellation) : null;
        if (begun is null || key is null || provider is null)
        {
            // An answer to nothing that was asked is not for the history, which nobody can take anything out of.
            log.Refused(context, BegunRefusals.NotBegun.Code);
            return Sorry(StatusCodes.Status400BadRequest, BegunRefusals.NotBegun.Sentence);
        }

        if (!SameState(state, key)) return await Refuse(provider.Id.Value, "state", BegunRefusals.NotBegun.Sentence);
        if (!(await runner.Run(new TakeAnswer(key, BeginSignIn.At(provider.Id)), Jobs.SignIn, cancellation)).IsDone) return await Refuse(provider.Id.Value, BegunRefusals.NotBegun.Code, BegunRefusals.NotBegun.Sentence);

        browser.Drop(context, Cookie);
        try
        {
            if (!await talk.IsFrom(provider, iss, cancellation)) return await Refuse(provider.Id.Value, "answer-issuer", "Svaret kom inte därifrån som du loggade in. Försök igen.");
            if (error is not null || string.IsNullOrEmpty(code)) return await Refuse(provider.Id.Value, "answer-error", $"{provider.Name} släppte inte in dig, eller så avbröt du. Försök igen, eller fråga den som sköter kontona hos er.");

            var answer = await talk.Answer(provider, key, code, settings.Here(context, Urls.ProviderAnswer), AsksAnew(begun.ReturnUrl) ? begun.BeganAt : null, cancellation);
            if (answer.Why is OpenIdConnect.NotAnew) return await Refuse(provider.Id.Value, answer.Why, $"{provider.Name} intygar inte att du har loggat in på nytt, och det behövs för att ändra hur du loggar in. Logga in med en kod eller en nyckel i stället.");
            if (answer.Told is not { } told) return await Refuse(provider.Id.Value, answer.Why!, $"Svaret från {provider.Name} går inte att lita på, så du är inte inloggad. Försök igen; hör av dig om det händer igen.");

            var opened = NewSession.In(context);
            var entered = await runner.Run(new SignInByProvider(provider.Id, told with { Hint = protection.CreateProtector(Protected).Protect(told.Hint!) }, opened), Jobs.SignIn, cancellation);
            if (entered.IsDone) return await browser.Land(context, opened, begun.ReturnUrl);

            log.Refused(context, entered.Refusal!.Code);
            return Sorry(StatusCodes.Status403Forbidden, entered.Refusal.Sentence);
        }
        catch (ProviderDownException down)
        {
            return Down(provider, down, log);
        }

        async Task<IResult> Refuse(Guid whom, string why, string sentence)
        {
            log.Refused(context, why);
            await runner.Run(new RefuseSignIn(whom, SignInWay.Provider, why), Jobs.SignIn, cancellation);
            return Sorry(StatusCodes.Status400BadRequest, sentence);
        }
    }

    /// <summary>True when another site led the browser here, and not the person on a page of ours: whoever remembers them would sign them in without a question.</summary>
    private static bool IsFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");

    /// <summary>True when one comes from the own account, where ways to sign in are changed: there it is not enough that the provider remembers somebody.</summary>
    private static bool AsksAnew(string? returnUrl) => Landing.Own(returnUrl)?.Split('?', '#')[0] == Urls.Account;

    private static async Task<IdentityProvider?> Provider(IdentityProviderId id, Runner runner, CancellationToken cancellation) =>
        (await runner.Ask(new ProvidersInUse(), Jobs.SignIn, cancellation)).FirstOrDefault(p => p.Id == id);

    private static bool SameState(string? state, BrowserKey key) =>
        state is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(OpenIdConnect.StateOf(key)));

    private static IResult Sorry(int status, string sentence) => Pages.Problem(status, "Det gick inte att logga in.", sentence, Urls.SignIn, "Till inloggningen");

    private static IResult Down(IdentityProvider provider, ProviderDownException down, SignInLog log)
    {
        log.Down(provider.Name, down);
        return Pages.Problem(
            StatusCodes.Status503ServiceUnavailable, $"{provider.Name} svarar inte.", "Det är inget fel på ditt konto. Försök igen om en stund, eller logga in på ett annat sätt.", Urls.SignIn, "Till inloggningen");
    }
}
