using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>Signing in with a code by mail. The code is typed in the browser that asked for it; no link carries it.</summary>
internal static class CodeEndpoints
{
    private const string Cookie = "kod";

    public static void MapCodes(this IEndpointRouteBuilder app)
    {
        app.MapPost(Urls.AskForCode, Ask).Open(SignInEndpoints.BeforeSigningIn).FromOwnForm(Urls.SignIn).AddEndpointFilter(SignInLog.Only("epost", "returnUrl"));
        app.MapGet(Urls.Code, (HttpContext context, SignInBrowser browser) => Asked.In(context, browser) is { } asked ? (IResult)Page(context, asked, FieldErrors.None) : Results.LocalRedirect(Urls.SignIn)).Open(SignInEndpoints.BeforeSigningIn);
        app.MapPost(Urls.Code, Try).Open(SignInEndpoints.BeforeSigningIn).FromOwnForm(Urls.SignIn).AddEndpointFilter(SignInLog.Only("kod"));
    }

    private static async Task<IResult> Ask(HttpContext context, Runner runner, SignInBrowser browser, SignInPace pace, SignInLog log, SignInSettings settings, LetterSender sender, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var returnUrl = log.Own(context, form["returnUrl"]);
        var typed = form["epost"].ToString();
        if (!EmailAddress.TryParse(typed, out var address))
        {
            var errors = new FieldErrors();
            errors.Add("epost", "Skriv din e-postadress, till exempel namn@kommun.se.");
            return await SignInEndpoints.Page(context, returnUrl, errors, typed.Length > 254 ? "" : typed, cancellation);
        }

        if (!pace.MayAsk(context, address, browser.Knows(context, Account.KeyOf(address)))) return TooOften(context, log);

        var asked = new Asked(NewSession.NewKey(), address.Text, returnUrl ?? "");
        await runner.Run(new SendCode(address, asked.Key, settings.CodesFor), Jobs.SignIn, cancellation);
        sender.Tell();
        browser.Keep(context, Cookie, asked.Text, OneTimeCode.Lasts);
        return SeeOther.To(context, Urls.Code);
    }

    private static async Task<IResult> Try(HttpContext context, Runner runner, SignInBrowser browser, SignInPace pace, SignInLog log, CancellationToken cancellation)
    {
        if (!pace.MayTry(context)) return TooOften(context, log);
        if (Asked.In(context, browser) is not { } asked)
        {
            log.Refused(context, CodeRefusals.NotAsked.Code);
            var errors = new FieldErrors();
            errors.Add(field: null, CodeRefusals.NotAsked.Sentence);
            return await SignInEndpoints.Page(context, returnUrl: null, errors, "", cancellation);
        }

        var form = await context.Request.ReadFormAsync(cancellation);
        var opened = NewSession.In(context);
        try
        {
            var tried = await runner.Run(new TryCode(asked.Key, EmailAddress.Parse(asked.Address), form["kod"], opened), Jobs.SignIn, cancellation);
            if (!tried.IsDone) return Refuse(tried.Refusal!);
        }
        catch (DbUpdateConcurrencyException)
        {
            // So many tries at the same moment that none of ours came through.
            return TooOften(context, log);
        }

        browser.Drop(context, Cookie);
        browser.Know(context, Account.KeyOf(EmailAddress.Parse(asked.Address)));
        return await browser.Land(context, opened, asked.ReturnUrl);

        IResult Refuse(Domain.Shared.Refusal refusal)
        {
            log.Refused(context, refusal.Code);
            var errors = new FieldErrors();
            errors.Add(refusal);
            return Page(context, asked, errors);
        }
    }

    private static RazorComponentResult<CodePage> Page(HttpContext context, Asked asked, FieldErrors errors)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Pages.Show<CodePage>(new { asked.Address, Errors = errors, ReturnUrl = asked.ReturnUrl, context.RequestServices.GetRequiredService<SignInSettings>().CodesFor }, errors);
    }

    private static IResult TooOften(HttpContext context, SignInLog log)
    {
        log.Refused(context, "too-often");
        return Pages.Problem(StatusCodes.Status429TooManyRequests, "För många försök.", "Vänta tio minuter och försök igen. En kod som du redan har fått gäller så länge som det står i mejlet.", Urls.SignIn, "Till inloggningen");
    }

    /// <summary>What the browser remembers of having asked: its key, the address to show, and where to go afterwards. Protected as a whole.</summary>
    private sealed record Asked(BrowserKey Key, string Address, string ReturnUrl)
    {
        public string Text => $"{Key.Text}\n{Address}\n{ReturnUrl}";

        public static Asked? In(HttpContext context, SignInBrowser browser) =>
            browser.Kept(context, Cookie)?.Split('\n') is [var key, var address, var returnUrl] && BrowserKey.TryParse(key, out var known) ? new Asked(known, address, returnUrl) : null;
    }
}
