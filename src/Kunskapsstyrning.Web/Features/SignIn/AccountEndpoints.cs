using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Identity;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>The own account: how one signs in, where one is signed in, and the own passkeys.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Account, (HttpContext context, string? gjort, Runner runner, CancellationToken cancellation) => Page(context, runner, FieldErrors.None, gjort, cancellation)).For(typeof(MyAccount));
        app.MapPost(Urls.EndOwnSession, async (HttpContext context, Runner runner, CancellationToken cancellation) =>
        {
            var browser = (await context.Request.ReadFormAsync(cancellation))["webblasare"].ToString();
            return await Do(context, new EndOwnSession(browser), "utloggad", runner, cancellation);
        }).For(typeof(EndOwnSession)).FromOwnForm(Urls.Account).AddEndpointFilter(WhenFresh);
        app.MapPost(Urls.EndOtherSessions, (HttpContext context, Runner runner, CancellationToken cancellation) =>
            Do(context, new EndOtherSessions(Here(context)), "utloggade", runner, cancellation)).For(typeof(EndOtherSessions)).FromOwnForm(Urls.Account).AddEndpointFilter(WhenFresh);
        app.MapPost(Urls.NewPasskeyQuestion, Question).For(typeof(AddPasskey)).FromOwnForm(Urls.Account).AddEndpointFilter(WhenFresh);
        app.MapPost(Urls.NewPasskey, Add).For(typeof(AddPasskey)).FromOwnForm(Urls.Account).AddEndpointFilter(WhenFresh);
        app.MapPost(Urls.RenamePasskey, async (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
        {
            var name = (await context.Request.ReadFormAsync(cancellation))["namn"].ToString();
            return await Do(context, new RenamePasskey(new PasskeyId(id), name), "namn", runner, cancellation);
        }).For(typeof(RenamePasskey)).FromOwnForm(Urls.Account);
        app.MapPost(Urls.RemovePasskey, (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
            Do(context, new RemovePasskey(new PasskeyId(id)), "borta", runner, cancellation)).For(typeof(RemovePasskey)).FromOwnForm(Urls.Account).AddEndpointFilter(WhenFresh);
    }

    /// <summary>Ways to sign in are changed by somebody who signed in just now, and not by whoever finds a computer that was left open.</summary>
    private static async ValueTask<object?> WhenFresh(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (IsFresh(context.HttpContext)) return await next(context);

        context.HttpContext.RequestServices.GetRequiredService<SignInLog>().Refused(context.HttpContext, "not-fresh");
        return Pages.Problem(StatusCodes.Status403Forbidden, "Logga in igen.", "Nycklar och andra inloggningar ändras bara av den som nyss har loggat in, för högst en kvart sedan.", Urls.ToSignIn(Urls.Account), "Till inloggningen");
    }

    private static bool IsFresh(HttpContext context) => context.Features.Get<PersonInBrowser>() is { IsFresh: true };

    private static string? Here(HttpContext context) => context.User.Browser()?.Fingerprint;

    private static async Task<IResult> Question(HttpContext context, IPasskeyHandler<Person> passkeys, Runner runner, SignInBrowser browser, CancellationToken cancellation)
    {
        var me = context.Actor();
        var user = new PasskeyUserEntity { Id = PasskeyPeople.IdOf(me.Person!.Value), Name = me.Name, DisplayName = me.Name };
        var asked = await passkeys.MakeCreationOptionsAsync(user, context);
        await PasskeyEndpoints.Begin(context, BeginSignIn.AddingPasskey(me.Person.Value), asked.AttestationState, runner, browser, cancellation);
        return Results.Text(asked.CreationOptionsJson, "application/json");
    }

    private static async Task<IResult> Add(HttpContext context, IPasskeyHandler<Person> passkeys, Runner runner, SignInBrowser browser, SignInLog log, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var purpose = BeginSignIn.AddingPasskey(context.Actor().Person!.Value);
        if (await PasskeyEndpoints.TakeQuestion(context, purpose, runner, browser, cancellation) is not { } question) return await Refuse(BegunRefusals.NotBegun);

        var answer = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = form["svar"].ToString(), AttestationState = question });
        if (!answer.Succeeded || answer.UserEntity.Id != PasskeyPeople.IdOf(context.Actor().Person!.Value)) return await Refuse(PasskeyRefusals.NotAccepted);

        return await Do(context, new AddPasskey(form["namn"], PasskeyPeople.ToDomain(answer.Passkey)), "nyckel", runner, cancellation);

        async Task<IResult> Refuse(Refusal refusal)
        {
            log.Refused(context, refusal.Code);
            var errors = new FieldErrors();
            errors.Add(refusal);
            return await Page(context, runner, errors, done: null, cancellation);
        }
    }

    private static async Task<IResult> Do(HttpContext context, ICommand command, string done, Runner runner, CancellationToken cancellation)
    {
        var result = await runner.Run(command, context.Actor(), cancellation);
        if (result.IsDone) return SeeOther.To(context, $"{Urls.Account}?gjort={done}");

        var errors = new FieldErrors();
        errors.Add(result.Refusal!);
        return await Page(context, runner, errors, done: null, cancellation);
    }

    private static async Task<IResult> Page(HttpContext context, Runner runner, FieldErrors errors, string? done, CancellationToken cancellation) => Pages.Show<AccountPage>(
        new
        {
            View = await runner.Ask(new MyAccount(), context.Actor(), cancellation), Sessions = await runner.Ask(new OwnSessions(Here(context)), context.Actor(), cancellation),
            Providers = await runner.Ask(new ProvidersInUse(), Jobs.SignIn, cancellation), Errors = errors, Done = done, IsFresh = IsFresh(context),
        }, errors);
}
