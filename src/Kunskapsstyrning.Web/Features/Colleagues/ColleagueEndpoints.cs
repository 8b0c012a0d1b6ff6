using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Administration;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.SignIn;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Colleagues;

/// <summary>Who answers for the own municipality: see, invite, end, hand over. Neither municipality nor role is a field.</summary>
internal static class ColleagueEndpoints
{
    public static void MapColleagues(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Colleagues, async (HttpContext context, string? gjort, Runner runner, CancellationToken cancellation) =>
            List(await Ours(context, runner, cancellation), FieldErrors.None, gjort)).For(typeof(OurPeople));
        app.MapGet(Urls.InviteColleague, async (HttpContext context, Runner runner, CancellationToken cancellation) =>
            Form(await Ours(context, runner, cancellation), new TypedPerson(), FieldErrors.None)).For(typeof(InviteColleague));
        app.MapPost(Urls.InviteColleague, Invite).For(typeof(InviteColleague)).FromOwnForm().TakesOnly(Urls.InviteColleague, "namn", "epost");
        app.MapPost(Urls.InviteColleagueAgain, (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
            Do(context, new InviteColleagueAgain(new PersonId(id)), "inbjuden", runner, cancellation)).For(typeof(InviteColleagueAgain)).FromOwnForm(Urls.Colleagues).TakesOnly(Urls.Colleagues);
        app.MapPost(Urls.WithdrawColleague, (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
            Do(context, new WithdrawColleague(new PersonId(id)), "aterkallad", runner, cancellation)).For(typeof(WithdrawColleague)).FromOwnForm(Urls.Colleagues).TakesOnly(Urls.Colleagues);
        app.MapGet(Urls.EndColleague, async (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
            await Ours(context, runner, cancellation) is var ours && ours.Find(new PersonId(id)) is { } who ? (IResult)Sure(ours, who, "", FieldErrors.None) : NotThere()).For(typeof(EndColleague));
        app.MapPost(Urls.EndColleague, End).For(typeof(EndColleague)).FromOwnForm().TakesOnly(Urls.Colleagues, "skal");
    }

    private static async Task<IResult> Invite(HttpContext context, Runner runner, LetterSender sender, CancellationToken cancellation)
    {
        var typed = new TypedPerson().With(await context.Request.ReadFormAsync(cancellation));
        var errors = new FieldErrors();
        if (typed.Name.Length == 0) errors.Add(PersonRefusals.NoName);
        if (typed.ReadEmail(errors) is not { } email || errors.Any) return Form(await Ours(context, runner, cancellation), typed, errors);

        var result = await TryInvite(context, runner, typed.Name, email, cancellation);
        if (result.IsDone)
        {
            sender.Tell();
            return SeeOther.To(context, Urls.ToColleaguesDone("inbjuden"));
        }

        errors.Add(result.Refusal!);
        return Form(await Ours(context, runner, cancellation), typed, errors);
    }

    private static async Task<Result> TryInvite(HttpContext context, Runner runner, string name, EmailAddress email, CancellationToken cancellation)
    {
        var result = await runner.Run(new InviteColleague(new PersonId(Guid.CreateVersion7()), name, email), context.Actor(), cancellation);

        // The number is new, so it is the address that somebody has, whom the municipality does not see.
        return result.Refusal == Runner.TakenAlready ? InvitationRefusals.AddressElsewhere : result;
    }

    private static async Task<IResult> End(HttpContext context, Guid id, Runner runner, CancellationToken cancellation)
    {
        var ours = await Ours(context, runner, cancellation);
        if (ours.Find(new PersonId(id)) is not { } who) return NotThere();

        var typed = new TypedPerson().With(await context.Request.ReadFormAsync(cancellation));
        var result = await runner.Run(new EndColleague(who.Id, typed.EndReason), context.Actor(), cancellation);
        if (result.IsDone) return SeeOther.To(context, who.IsMe ? Urls.SignedOut : Urls.ToColleaguesDone("avslutad"));

        var errors = new FieldErrors();
        errors.Add(result.Refusal!);
        return Sure(ours, who, typed.EndReason, errors);
    }

    private static async Task<IResult> Do(HttpContext context, ICommand command, string done, Runner runner, CancellationToken cancellation)
    {
        var result = await runner.Run(command, context.Actor(), cancellation);
        if (result.IsDone)
        {
            context.RequestServices.GetRequiredService<LetterSender>().Tell();
            return SeeOther.To(context, Urls.ToColleaguesDone(done));
        }

        if (result.Refusal == PersonRefusals.NotThere) return NotThere();
        var errors = new FieldErrors();
        errors.Add(result.Refusal!);
        return List(await Ours(context, runner, cancellation), errors);
    }

    private static Task<ColleaguesView> Ours(HttpContext context, Runner runner, CancellationToken cancellation) => runner.Ask(new OurPeople(), context.Actor(), cancellation);

    private static RazorComponentResult<ColleaguesPage> List(ColleaguesView view, FieldErrors errors, string? done = null) => Pages.Show<ColleaguesPage>(new { View = view, Errors = errors, Done = done }, errors);

    private static RazorComponentResult<InviteColleaguePage> Form(ColleaguesView view, TypedPerson typed, FieldErrors errors) => Pages.Show<InviteColleaguePage>(new { View = view, Typed = typed, Errors = errors }, errors);

    private static RazorComponentResult<EndColleaguePage> Sure(ColleaguesView view, Colleague who, string reason, FieldErrors errors) =>
        Pages.Show<EndColleaguePage>(new { View = view, Who = who, Reason = reason, Errors = errors }, errors);

    private static IResult NotThere() => Pages.NotThere(PersonRefusals.NotThere.Sentence, Urls.Colleagues, "Till era personer");
}
