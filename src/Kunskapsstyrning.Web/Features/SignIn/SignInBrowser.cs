using System.Security.Claims;
using System.Security.Cryptography;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>What signing in leaves in the browser, and takes from it. Every cookie is for this host alone, and script reads none.</summary>
internal sealed class SignInBrowser(IDataProtectionProvider protection, Runner runner, SignInLog log, bool secure)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    /// <summary>The cookie's name: one that only a secure page of this very host can set, where pages are secure.</summary>
    public static string Name(string name, bool secure) => secure ? $"__Host-{name}" : name;

    /// <summary>Gives the browser the key of a session that has been opened, and sends it where the person was, else where the person works.</summary>
    public async Task<IResult> Land(HttpContext context, NewSession opened, string? returnUrl)
    {
        var entered = (await runner.Ask(new WhoIsSignedIn(opened.Key.Fingerprint), Jobs.SignIn, context.RequestAborted))!;
        var person = entered.Person;
        Claim[] claims = [new(ActorOfRequest.BrowserClaim, opened.Key.Text), new(ClaimTypes.NameIdentifier, person.Id.Value.ToString())];
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
        log.Entered(context, entered);
        return Results.LocalRedirect(Landing.Of(returnUrl, person));
    }

    /// <summary>Keeps something in the browser for a while, so that neither it nor anybody else can read or change it.</summary>
    public void Keep(HttpContext context, string name, string value, TimeSpan lasts) =>
        context.Response.Cookies.Append(Name(name, secure), protection.CreateProtector(name).Protect(value), Style(context, lasts));

    /// <summary>What was kept; null when nothing is, or when it was tampered with.</summary>
    public string? Kept(HttpContext context, string name)
    {
        if (context.Request.Cookies[Name(name, secure)] is not { Length: > 0 } value) return null;
        try
        {
            return protection.CreateProtector(name).Unprotect(value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Takes it away.</summary>
    public void Drop(HttpContext context, string name) => context.Response.Cookies.Delete(Name(name, secure), Style(context, lasts: null));

    /// <summary>Remembers that the browser has signed in to an account, so that whoever floods the account does not keep it out.</summary>
    public void Know(HttpContext context, string account) => Keep(context, "kand", account, Remembered);

    /// <summary>True when the browser has signed in to the account before.</summary>
    public bool Knows(HttpContext context, string account) => Kept(context, "kand") == account;

    private CookieOptions Style(HttpContext context, TimeSpan? lasts) => new()
    {
        HttpOnly = true, Secure = secure || context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = lasts, IsEssential = true,
    };
}

/// <summary>Where somebody lands who has signed in.</summary>
internal static class Landing
{
    /// <summary>Back to where one was, if that is one of our own pages; else to where one works.</summary>
    public static string Of(string? returnUrl, Person person)
    {
        if (Own(returnUrl) is { } own) return own;
        if (person.MunicipalityCode is not null) return Urls.OwnMunicipality;
        return Roles.Of(person.Role).Contains(Permission.LogDecisions) ? Urls.Log : Urls.Start;
    }

    /// <summary>The address, if it is one of our own; null for anything else.</summary>
    public static string? Own(string? returnUrl) =>
        returnUrl is ['/', ..] && returnUrl.Length <= 2000 && Uri.TryCreate(new Uri("http://har"), returnUrl, out var address) && address.Host == "har" && !returnUrl.Any(char.IsControl)
            && !address.PathAndQuery.StartsWith("//", StringComparison.Ordinal)
            ? address.PathAndQuery
            : null;
}
