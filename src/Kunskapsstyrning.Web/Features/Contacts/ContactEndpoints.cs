using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Web.Api;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Contacts;

/// <summary>The register of contacts, and the pages where they are kept: by SKR, and by the municipality its own.</summary>
internal static class ContactEndpoints
{
    public static void MapContacts(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Contacts, async (HttpContext context, string? lage, string? lan, string? vem, string? sok, string? klart, Runner runner, CancellationToken cancellation) =>
            Pages.Show<ContactRegisterPage>(new { View = await runner.Ask(new ContactRegister(ContactFilter.Of(lage, lan, vem, sok)), context.Actor(), cancellation), HasReadIn = klart is not null })).For(typeof(ContactRegister));
        app.MapGet(Urls.ContactsCsv, async (HttpContext context, string? lage, string? lan, string? vem, string? sok, Runner runner, CancellationToken cancellation) =>
            Csv.Sheet((await runner.Ask(new ContactRegister(ContactFilter.Of(lage, lan, vem, sok)), context.Actor(), cancellation)).Sheet(), "kontakter")).For(typeof(ContactRegister));

        app.MapGet(Urls.ContactsOfMunicipality, (HttpContext context, string kod, string? klart, Runner runner) => Show(context, OfMunicipality(kod), klart, runner)).For(typeof(ContactsOf));
        app.MapPost(Urls.ContactsOfMunicipality, (HttpContext context, string kod, Runner runner) => Post(context, OfMunicipality(kod), runner)).For(typeof(KeepContact)).FromOwnForm();
        app.MapGet(Urls.ContactOfCounty, (HttpContext context, string lan, string? klart, Runner runner) => Show(context, OfCounty(lan), klart, runner)).For(typeof(ContactOfCounty));
        app.MapPost(Urls.ContactOfCounty, (HttpContext context, string lan, Runner runner) => Post(context, OfCounty(lan), runner)).For(typeof(KeepContact)).FromOwnForm();
        app.MapGet(Urls.OwnContacts, (HttpContext context, string? klart, Runner runner) => Show(context, Own, klart, runner)).For(typeof(OurContacts));
        app.MapPost(Urls.OwnContacts, (HttpContext context, Runner runner) => Post(context, Own, runner)).For(typeof(KeepOurContact)).FromOwnForm();
    }

    private static ContactDesk? OfMunicipality(string typed) => MunicipalityCode.TryParse(typed, out var code) ? new ContactDesk(
        Urls.ToContacts(code), new ContactsOf(code), (kind, seen, details) => new KeepContact(ContactPlace.Of(code, kind), seen, details),
        (kind, seen) => new RemoveContact(ContactPlace.Of(code, kind), seen), seen => new VerifyContacts(code, null, seen)) : null;

    private static ContactDesk OfCounty(string county) => new(
        Urls.ToContactOfCounty(county), new ContactOfCounty(county), (_, seen, details) => new KeepContact(ContactPlace.OfCounty(county), seen, details),
        (_, seen) => new RemoveContact(ContactPlace.OfCounty(county), seen), seen => new VerifyContacts(null, county, seen));

    private static ContactDesk Own { get; } = new(
        Urls.OwnContacts, new OurContacts(), (kind, seen, details) => new KeepOurContact(kind, seen, details), (kind, seen) => new RemoveOurContact(kind, seen), seen => new VerifyOurContacts(seen));

    private static async Task<IResult> Show(HttpContext context, ContactDesk? desk, string? done, Runner runner) =>
        desk is not null && await runner.Ask(desk.Query, context.Actor(), context.RequestAborted) is { } view ? Page(desk, view, done: ContactDesk.Said(done)) : NotThere();

    private static async Task<IResult> Post(HttpContext context, ContactDesk? desk, Runner runner)
    {
        if (desk is null || await runner.Ask(desk.Query, context.Actor(), context.RequestAborted) is not { } view) return NotThere();

        var (form, errors) = (await context.Request.ReadFormAsync(context.RequestAborted), new FieldErrors());
        var act = form["gor"].ToString();
        if (act == "stammer") return await Answer(desk.Verify([.. form["sett"].OfType<string>()]), typed: null);
        if (Swedish.ContactKindNamed(form["vem"]) is not { } kind || view.LineOf(kind) is null) return NotThere();

        var typed = TypedContact.Of(form, kind);
        if (act == "ta-bort") return await Answer(desk.Remove(kind, typed.Seen), typed: null);
        if (act != "spara") return NotThere();
        return typed.Read(errors) is { } details ? await Answer(desk.Keep(kind, typed.Seen, details), typed) : Page(desk, view, errors, typed);

        async Task<IResult> Answer(ICommand command, TypedContact? typed)
        {
            var result = await runner.Run(command, context.Actor(), context.RequestAborted);
            if (result.Refusal is not { } refusal) return SeeOther.To(context, desk.Address + Urls.Query(("klart", act)));

            errors.Add(refusal.Field is { } field && typed is not null ? typed.IdOf(field) : null, refusal.Sentence);
            var now = await runner.Ask(desk.Query, context.Actor(), context.RequestAborted) ?? view;
            var clash = refusal == ContactRefusals.ChangedMeanwhile;
            return Page(desk, now, errors, clash && typed is not null ? typed with { Seen = now.LineOf(typed.Kind)?.Contact?.Seen ?? "" } : typed, clash);
        }
    }

    private static RazorComponentResult<ContactsPage> Page(ContactDesk desk, ContactsView view, FieldErrors? errors = null, TypedContact? typed = null, bool clash = false, string? done = null) =>
        Pages.Show<ContactsPage>(
            new { View = view, IsOwn = desk == Own, Errors = errors ?? FieldErrors.None, Typed = typed, HasClash = clash, Done = done },
            clash ? StatusCodes.Status409Conflict : errors is { Any: true } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static IResult NotThere() => Pages.NotThere("Det finns ingen sådan kontakt.");
}

/// <summary>A page of contacts: what it asks, and what is done there.</summary>
internal sealed record ContactDesk(
    string Address, IQuery<ContactsView?> Query, Func<ContactKind, string, ContactDetails, ICommand> Keep, Func<ContactKind, string, ICommand> Remove, Func<IReadOnlyList<string>, ICommand> Verify)
{
    /// <summary>What was done, in words.</summary>
    public static string? Said(string? done) => done switch
    {
        "spara" => "Kontakten är sparad.",
        "stammer" => "Tack. Kontakterna är kontrollerade i dag.",
        "ta-bort" => "Kontakten är borttagen.",
        _ => null,
    };
}
