using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>One person, and what is done with them. What is refused comes back with what was typed.</summary>
internal static class PersonEndpoints
{
    public static void MapPersons(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Person, async (HttpContext context, Guid id, string? gjort, Runner runner, CancellationToken cancellation) =>
            await runner.Ask(new PersonInFull(new PersonId(id)), context.Actor(), cancellation) is { } view
                ? (IResult)Page(view, TypedPerson.Of(view), FieldErrors.None, gjort)
                : NotThere()).For(typeof(PersonInFull));
        Map<ChangeRole>(app, Urls.PersonRole, "roll", ["sedd", "roll", "kommun", "skal-roll"], (person, typed, view, errors) =>
            typed.ReadRole(view.Municipalities, errors) is var (role, municipality) ? new ChangeRole(person, typed.Seen, role, municipality, typed.RoleReason.Length == 0 ? null : typed.RoleReason) : null);
        Map<RenamePerson>(app, Urls.PersonName, "namn", ["sedd", "namn"], (person, typed, _, _) => new RenamePerson(person, typed.Seen, typed.Name));
        Map<MoveAccount>(app, Urls.PersonAddress, "epost", ["sedd", "epost"], (person, typed, _, errors) => typed.ReadEmail(errors) is { } email ? new MoveAccount(person, typed.Seen, email) : null);
        Map<EndRight>(app, Urls.EndRight, "avslutad", ["skal"], (person, typed, _, _) => new EndRight(person, typed.EndReason));
        Map<RestoreRight>(app, Urls.RestoreRight, "oppnad", [], (person, _, _, _) => new RestoreRight(person));
        Map<EndSessions>(app, Urls.EndSessions, "utloggad", [], (person, _, _, _) => new EndSessions(person));
        Map<InviteAgain>(app, Urls.InviteAgain, "inbjuden", [], (person, _, _, _) => new InviteAgain(person));
        Map<WithdrawInvitation>(app, Urls.WithdrawInvitation, "aterkallad", [], (person, _, _, _) => new WithdrawInvitation(person));
        app.MapPost(Urls.RemovePasskeyOf, (HttpContext context, Guid id, Guid nyckel, Runner runner, CancellationToken cancellation) =>
            Do(context, new PersonId(id), "nyckel", (_, _, _) => new RemovePasskeyOf(new PersonId(id), new PasskeyId(nyckel)), runner, cancellation))
            .For(typeof(RemovePasskeyOf)).FromOwnForm(Urls.People).TakesOnly(Urls.People);
    }

    private static void Map<TCommand>(IEndpointRouteBuilder app, string address, string done, string[] fields, Func<PersonId, TypedPerson, PersonView, FieldErrors, TCommand?> make)
        where TCommand : class, ICommand =>
        app.MapPost(address, (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
            Do(context, new PersonId(id), done, (typed, view, errors) => make(new PersonId(id), typed, view, errors), runner, cancellation))
            .For(typeof(TCommand)).FromOwnForm(Urls.People).TakesOnly(Urls.People, fields);

    private static async Task<IResult> Do(
        HttpContext context, PersonId id, string done, Func<TypedPerson, PersonView, FieldErrors, ICommand?> make, Runner runner, CancellationToken cancellation)
    {
        if (await runner.Ask(new PersonInFull(id), context.Actor(), cancellation) is not { } view) return NotThere();

        var errors = new FieldErrors();
        var typed = TypedPerson.Of(view).With(await context.Request.ReadFormAsync(cancellation));
        if (make(typed, view, errors) is not { } command) return Page(view, typed, errors);

        var result = await runner.Run(command, context.Actor(), cancellation);
        if (result.IsDone)
        {
            if (command is InviteAgain or RemovePasskeyOf) context.RequestServices.GetRequiredService<SignIn.LetterSender>().Tell();
            return SeeOther.To(context, Urls.ToPersonDone(id, ChangesNothing(command, view) ? "oforandrad" : done));
        }

        errors.Add(result.Refusal!);
        return Page(await runner.Ask(new PersonInFull(id), context.Actor(), cancellation) ?? view, typed, errors);
    }

    private static bool ChangesNothing(ICommand command, PersonView view) => command switch
    {
        ChangeRole role => (role.Role, role.Municipality) == (view.Person.Role, view.Person.MunicipalityCode),
        RenamePerson name => name.Name == view.Person.Name,
        MoveAccount account => account.Email == view.Email,
        _ => false,
    };

    private static RazorComponentResult<PersonPage> Page(PersonView view, TypedPerson typed, FieldErrors errors, string? done = null) => Pages.Show<PersonPage>(
        new { View = view, Typed = typed, Errors = errors, Done = done }, errors);

    private static IResult NotThere() => Pages.NotThere(PersonRefusals.NotThere.Sentence, Urls.People, "Till personerna");
}
