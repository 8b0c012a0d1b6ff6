using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.SignIn;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>Letting somebody in by letter.</summary>
internal static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Invite, async (HttpContext context, string? kommun, Runner runner, MailOptions mail, CancellationToken cancellation) =>
            Page(await Municipalities(context, runner, cancellation), new TypedPerson { Municipality = kommun ?? "", Role = kommun is null ? "" : Role.MunicipalUser.InAddress() }, FieldErrors.None, mail)).For(typeof(InvitePerson));
        app.MapPost(Urls.Invite, Post).For(typeof(InvitePerson)).FromOwnForm().TakesOnly(Urls.Invite, "namn", "epost", "roll", "kommun");
    }

    private static async Task<IResult> Post(HttpContext context, Runner runner, LetterSender sender, MailOptions mail, CancellationToken cancellation)
    {
        var municipalities = await Municipalities(context, runner, cancellation);
        var typed = new TypedPerson().With(await context.Request.ReadFormAsync(cancellation));
        var errors = new FieldErrors();
        if (typed.Name.Length == 0) errors.Add(PersonRefusals.NoName);
        var (email, role) = (typed.ReadEmail(errors), typed.ReadRole(municipalities, errors));
        if (role is { } held && held.Municipality is null && typed.Municipality.Length > 0) errors.Add(PersonRefusals.MunicipalityGoesWithItsRole);
        if (errors.Any) return Page(municipalities, typed, errors, mail);

        var id = new PersonId(Guid.CreateVersion7());
        var result = await runner.Run(new InvitePerson(new Newcomer(id, typed.Name, email!, role!.Value.Role, role.Value.Municipality)), context.Actor(), cancellation);
        if (result.IsDone)
        {
            sender.Tell();
            return SeeOther.To(context, Urls.ToPersonDone(id, "inbjuden"));
        }

        errors.Add(result.Refusal!);
        var holder = result.Refusal == AccountRefusals.AddressTaken ? await runner.Ask(new PersonWithAddress(email!), context.Actor(), cancellation) : null;
        return Page(municipalities, typed, errors, mail, holder);
    }

    private static async Task<IReadOnlyList<Municipality>> Municipalities(HttpContext context, Runner runner, CancellationToken cancellation) =>
        await runner.Ask(new MunicipalitiesToChoose(), context.Actor(), cancellation);

    private static RazorComponentResult<InvitePage> Page(IReadOnlyList<Municipality> municipalities, TypedPerson typed, FieldErrors errors, MailOptions mail, Person? holder = null) => Pages.Show<InvitePage>(
        new { Municipalities = municipalities, Typed = typed, Errors = errors, CanSend = mail.CanSend, Holder = holder }, errors);
}

/// <summary>The municipalities that people can answer for: those that there are today, and those that are coming.</summary>
[Requires(Permission.Administer)]
public sealed record MunicipalitiesToChoose : IQuery<IReadOnlyList<Municipality>>
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Municipality>> Answer(Session session, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Municipality>>([.. session.Facts.MunicipalitiesToCome()]);
}
