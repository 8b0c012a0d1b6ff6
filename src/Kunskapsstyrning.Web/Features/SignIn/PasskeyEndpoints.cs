using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Identity;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>Signing in with a passkey: the page asks for a question, the device signs it, and the answer is posted as a form.</summary>
internal static class PasskeyEndpoints
{
    /// <summary>What carries the key of the browser that asked.</summary>
    public const string Cookie = "nyckel";

    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost(Urls.PasskeyQuestion, Question).Open(SignInEndpoints.BeforeSigningIn).FromOwnForm(Urls.SignIn).AddEndpointFilter(SignInLog.Only("svar", "returnUrl"));
        app.MapPost(Urls.WithPasskey, Answer).Open(SignInEndpoints.BeforeSigningIn).FromOwnForm(Urls.SignIn).AddEndpointFilter(SignInLog.Only("svar", "returnUrl"));
    }

    /// <summary>The answer to what was asked in this browser, and what was asked; null when nothing was, or when it has been answered.</summary>
    public static async Task<string?> TakeQuestion(HttpContext context, string purpose, Runner runner, SignInBrowser browser, CancellationToken cancellation)
    {
        if (!BrowserKey.TryParse(browser.Kept(context, Cookie), out var key)) return null;

        browser.Drop(context, Cookie);
        if (!(await runner.Run(new TakeAnswer(key, purpose), Jobs.SignIn, cancellation)).IsDone) return null;
        return (await runner.Ask(new WhatWasBegun(key.Fingerprint), Jobs.SignIn, cancellation))?.Question;
    }

    /// <summary>Remembers what a device is asked.</summary>
    public static async Task Begin(HttpContext context, string purpose, string? question, Runner runner, SignInBrowser browser, CancellationToken cancellation)
    {
        var key = NewSession.NewKey();
        await runner.Run(new BeginSignIn(key, purpose, question, ReturnUrl: null), Jobs.SignIn, cancellation);
        browser.Keep(context, Cookie, key.Text, BegunSignIn.Lasts);
    }

    private static async Task<IResult> Question(HttpContext context, IPasskeyHandler<Person> passkeys, Runner runner, SignInBrowser browser, SignInPace pace, SignInLog log, CancellationToken cancellation)
    {
        if (!pace.MayBegin(context))
        {
            log.Refused(context, "too-often");
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var asked = await passkeys.MakeRequestOptionsAsync(user: null, context);
        await Begin(context, BeginSignIn.WithPasskey, asked.AssertionState, runner, browser, cancellation);
        return Results.Text(asked.RequestOptionsJson, "application/json");
    }

    private static async Task<IResult> Answer(HttpContext context, IPasskeyHandler<Person> passkeys, Runner runner, SignInBrowser browser, SignInPace pace, SignInLog log, CancellationToken cancellation)
    {
        if (!pace.MayAnswer(context)) return log.TooOften(context);

        var form = await context.Request.ReadFormAsync(cancellation);
        var returnUrl = log.Own(context, form["returnUrl"]);
        if (await TakeQuestion(context, BeginSignIn.WithPasskey, runner, browser, cancellation) is not { } question) return await Sorry(BegunRefusals.NotBegun);

        var answer = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = form["svar"].ToString(), AssertionState = question });
        if (!answer.Succeeded) return await Refuse(Guid.Empty, PasskeyRefusals.NotAccepted);

        var opened = NewSession.In(context);
        var entered = await runner.Run(new SignInByPasskey(answer.Passkey.CredentialId, answer.Passkey.SignCount, answer.Passkey.IsBackedUp, opened), Jobs.SignIn, cancellation);
        return entered.IsDone ? await browser.Land(context, opened, returnUrl) : await Refuse(answer.User.Id.Value, entered.Refusal!);

        async Task<IResult> Refuse(Guid whom, Domain.Shared.Refusal refusal)
        {
            await runner.Run(new RefuseSignIn(whom, SignInWay.Passkey, refusal.Code), Jobs.SignIn, cancellation);
            return await Sorry(refusal);
        }

        // An answer to nothing that was asked is not for the history, which nobody can take anything out of.
        async Task<IResult> Sorry(Domain.Shared.Refusal refusal)
        {
            log.Refused(context, refusal.Code);
            var errors = new FieldErrors();
            errors.Add(refusal);
            return await SignInEndpoints.Page(context, returnUrl, errors, "", cancellation);
        }
    }
}
