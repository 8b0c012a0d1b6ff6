using System.Security.Claims;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>The ready-made users of development, by name.</summary>
[Requires(Permission.SignIn)]
internal sealed record ReadyMadePeople : IQuery<IReadOnlyList<Person>>
{
    public async Task<IReadOnlyList<Person>> Answer(Session session, CancellationToken cancellation)
    {
        var jobs = Jobs.All.Select(j => j.Person!.Value).ToList();
        return await session.Db.People.Where(p => !jobs.Contains(p.Id)).OrderBy(p => p.Role).ThenBy(p => p.Login).ToListAsync(cancellation);
    }
}

/// <summary>
/// Signing in. In development by choosing a ready-made user; the seam for identity providers is <see cref="SignIn"/>:
/// whoever has found out which person it is calls it, and nothing else in the product knows how.
/// </summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app, bool readyMadeUsers)
    {
        app.MapGet(Urls.SignIn, async (string? returnUrl, Runner runner, CancellationToken cancellation) =>
            Page(await People(readyMadeUsers, runner, cancellation), returnUrl, error: null));

        app.MapPost(Urls.SignOut, async (HttpContext context) =>
        {
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.LocalRedirect(Urls.Start);
        }).FromOwnForm();

        if (!readyMadeUsers) return;
        app.MapPost(Urls.SignIn, async (HttpContext context, Runner runner, CancellationToken cancellation) =>
        {
            var form = await context.Request.ReadFormAsync(cancellation);
            var (login, returnUrl) = (form["anvandare"].ToString().Trim(), form["returnUrl"].ToString());
            var people = await People(readyMadeUsers, runner, cancellation);
            if (people.FirstOrDefault(p => p.Login == login) is not { } person)
                return Page(people, returnUrl, "Det finns ingen färdig användare med det namnet. Välj en i listan.");

            await SignIn(context, person.Id);
            return Results.LocalRedirect(Landing(returnUrl, person));
        }).FromOwnForm();
    }

    /// <summary>Signs a person in on this browser, for eight hours whatever is done meanwhile.</summary>
    private static Task SignIn(HttpContext context, PersonId person) => context.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ActorOfRequest.PersonClaim, person.Value.ToString())], CookieAuthenticationDefaults.AuthenticationScheme)));

    private static Task<IReadOnlyList<Person>> People(bool readyMadeUsers, Runner runner, CancellationToken cancellation) =>
        readyMadeUsers ? runner.Ask(new ReadyMadePeople(), Jobs.SignIn, cancellation) : Task.FromResult<IReadOnlyList<Person>>([]);

    private static RazorComponentResult<SignInPage> Page(IReadOnlyList<Person> people, string? returnUrl, string? error) => Pages.Show<SignInPage>(
        new { People = people, ReturnUrl = returnUrl, Error = error }, error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    /// <summary>Back to where one was, else to where one works.</summary>
    private static string Landing(string? returnUrl, Person person)
    {
        if (returnUrl is ['/', ..] && Uri.TryCreate(new Uri("http://har"), returnUrl, out var address) && address.Host == "har" && !returnUrl.Any(char.IsControl)) return address.PathAndQuery;
        if (person.MunicipalityCode is not null) return Urls.OwnMunicipality;
        return Roles.Of(person.Role).Contains(Permission.LogDecisions) ? Urls.Log : Urls.Start;
    }
}
