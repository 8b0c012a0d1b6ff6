using System.Globalization;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Contacts;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Dispatches to many about a recommendation: the list, and one from its first words to the state of each message.</summary>
internal static class DispatchEndpoints
{
    public static void MapDispatches(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Dispatches, async (HttpContext context, string slug, Runner runner) => await List(context, slug, FieldErrors.None, runner)).For(typeof(DispatchesOf));
        app.MapPost(Urls.Dispatches, Begin).For(typeof(PrepareDispatch)).FromOwnForm();
        app.MapGet(Urls.Dispatch, async (HttpContext context, string slug, Guid id, string? klart, Runner runner) =>
            await Find(context, slug, id, runner) is { } view ? Page(context, view, FieldErrors.None, done: Said(klart)) : NotThere(slug)).For(typeof(DispatchInFull));
        app.MapPost(Urls.Dispatch, Post).For(typeof(ReviseDispatch)).FromOwnForm();
    }

    private static async Task<IResult> List(HttpContext context, string slug, FieldErrors errors, Runner runner) =>
        await runner.Ask(new DispatchesOf(slug), context.Actor(), context.RequestAborted) is { } view
            ? Pages.Show<DispatchesPage>(new { View = view, Id = Guid.CreateVersion7(), Errors = errors }, errors)
            : Pages.NotThere("Det finns ingen skickad rekommendation med den adressen.", Urls.ManagedRecommendations, "Till rekommendationerna");

    private static async Task<IResult> Begin(HttpContext context, string slug, Runner runner)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var errors = new FieldErrors();
        var id = new DispatchId(form.IdGiven());
        if (MatterNamed(form["slag"].ToString()) is not { } matter) errors.Add("slag", "Välj vad utskicket ska vara.");
        else if (await runner.Run(new PrepareDispatch(id, slug, matter) { Rule = RuleFor(matter, form) }, context.Actor(), context.RequestAborted) is { Refusal: { } refusal }) errors.Add(refusal);
        return errors.Any ? await List(context, slug, errors, runner) : SeeOther.To(context, Urls.ToDispatch(slug, id));
    }

    /// <summary>A planned reminder goes to those whose last day it counts from, or an earlier one; one from a municipality's own page to that one; null for the usual rule.</summary>
    private static DispatchRule? RuleFor(DispatchMatter matter, IFormCollection form)
    {
        if (matter.Kind is not DispatchKind.Reminder) return null;
        if (MunicipalityCode.TryParse(form["kommun"], out var only)) return DispatchRule.UsualFor(matter.Kind) with { Municipality = only };
        return SwedishDay.TryParse(form["sista-dag"].ToString(), out var day) ? DispatchRule.UsualFor(matter.Kind) with { DeadlineThrough = day } : null;
    }

    /// <summary>"forfragan", "paminnelse", "rattelse-1". A report is begun where the saved state is.</summary>
    private static DispatchMatter? MatterNamed(string word)
    {
        if (word == DispatchKind.Question.InAddress()) return new DispatchMatter(DispatchKind.Question);
        if (word == DispatchKind.Reminder.InAddress()) return new DispatchMatter(DispatchKind.Reminder);
        return word.Split('-') is [var kind, var number] && kind == DispatchKind.Correction.InAddress() && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? new DispatchMatter(DispatchKind.Correction, read) : null;
    }

    private static async Task<IResult> Post(HttpContext context, string slug, Guid id, Runner runner, Postbox postbox, MailOptions mail)
    {
        if (await Find(context, slug, id, runner) is not { } view) return NotThere(slug);

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (errors, act) = (new FieldErrors(), form["gor"].ToString());
        var typed = act == "spara" ? TypedDispatch.Of(form) : TypedDispatch.Of(view.Dispatch);
        if (act == "prov") return await Try(context, view, runner, postbox, mail.CanSend);

        ICommand? command = act switch
        {
            "spara" => typed.Read(view.Dispatch.Id, errors),
            "borja-om" => new StartDispatchOver(view.Dispatch.Id, int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0),
            "slapp" => new ReleaseDispatch(view.Dispatch.Id, form["sett"].ToString(), form.ContainsKey("utan")),
            "saknade" => new ReachMissed(view.Dispatch.Id, form["sett"].ToString()),
            "stoppa" => new StopDispatch(view.Dispatch.Id),
            "kasta" => new WithdrawDispatch(view.Dispatch.Id),
            "adress" => AddressOf(form, view, errors),
            _ => null,
        };
        if (command is null && !errors.Any) return NotThere(slug);
        if (command is not null && (await runner.Run(command, context.Actor(), context.RequestAborted)).Refusal is { } refusal) errors.Add(refusal);
        if (!errors.Any) return SeeOther.To(context, Urls.ToDispatch(slug, view.Dispatch.Id, act));

        var now = await Find(context, slug, id, runner) ?? view;
        return Page(context, now, errors, act == "spara" ? typed with { Seen = now.Dispatch.Revision } : TypedDispatch.Of(now.Dispatch));
    }

    /// <summary>The address that is missing, typed where it is missed. It is kept as the contact's own.</summary>
    private static KeepContact? AddressOf(IFormCollection form, DispatchView view, FieldErrors errors)
    {
        var planned = (view.Plan ?? view.Missed)?.Missing.FirstOrDefault(m => m.Number.ToString(CultureInfo.InvariantCulture) == form["nummer"].ToString());
        if (planned is null || !EmailAddress.TryParse(form["epost"].ToString().Trim(), out var address))
        {
            errors.Add($"epost-{form["nummer"]}", "Det går inte att läsa e-postadressen. Skriv den som namn@kommun.se.");
            return null;
        }

        return new KeepContact(planned.Place, "", new ContactDetails(null, address, null));
    }

    private static async Task<IResult> Try(HttpContext context, DispatchView view, Runner runner, Postbox postbox, bool canSend)
    {
        var errors = new FieldErrors();
        var shown = Shown(context, view);
        if (!EmailAddress.TryParse(view.OwnAddress, out var to)) errors.Add(null, "Ditt konto har ingen e-postadress, så inget prov kan skickas till dig.");
        if (!canSend) errors.Add(null, "Inget prov kan skickas: ingen e-postserver är inställd.");
        if (shown is null) errors.Add(DispatchRefusals.NoRecipients);
        if (errors.Any) return Page(context, view, errors);

        if ((await runner.Run(new TryDispatch(view.Dispatch.Id), context.Actor(), context.RequestAborted)).Refusal is { } refusal) errors.Add(null, refusal.Sentence);
        else if (await postbox.Submit(TryDispatch.MailOf(shown!, await runner.Ask(new FilesToTry(view.Dispatch.Id), context.Actor(), context.RequestAborted), to!), context.RequestAborted) is { Verdict: not MailVerdict.Accepted } no) errors.Add(null, $"Provet gick inte att lämna. {no.Words}");
        return Page(context, view, errors, done: errors.Any ? null : $"Provet är lämnat till servern. Det går till {to!.Text}.");
    }

    private static RazorComponentResult<DispatchPage> Page(HttpContext context, DispatchView view, FieldErrors errors, TypedDispatch? typed = null, string? done = null) => Pages.Show<DispatchPage>(
        new { View = view, Typed = typed ?? TypedDispatch.Of(view.Dispatch), Shown = Shown(context, view), Errors = errors, Done = done, State = StateNamed(context.Request.Query["lage"]), IsLacking = context.Request.Query["lage"] == DispatchStates.Lacking }, errors);

    private static PlannedRecipient? Shown(HttpContext context, DispatchView view) =>
        view.Plan?.At(int.TryParse(context.Request.Query["visa"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);

    private static DeliveryState? StateNamed(string? word) => Enum.GetValues<DeliveryState>().Cast<DeliveryState?>().FirstOrDefault(s => s!.Value.InAddress() == word);

    private static Task<DispatchView?> Find(HttpContext context, string slug, Guid id, Runner runner) => runner.Ask(new DispatchInFull(slug, new DispatchId(id)), context.Actor(), context.RequestAborted);

    private static string? Said(string? done) => done switch
    {
        "spara" => "Utskicket är sparat.",
        "borja-om" => "Nu står du för orden som de är. Någon annan läser igenom utskicket och släpper det.",
        "slapp" => "Utskicket är släppt. Meddelandena är köade och lämnas tidigast om fem minuter.",
        "saknade" => "Meddelandena till dem som saknade adress är köade och lämnas tidigast om fem minuter.",
        "stoppa" => "Det som inte hade lämnats är återkallat.",
        "kasta" => "Utskicket är kastat. Inget har lämnat oss.",
        "adress" => "Adressen är sparad bland kontakterna.",
        _ => null,
    };

    private static IResult NotThere(string slug) => Pages.NotThere(DispatchRefusals.NotThere.Sentence, Urls.ToDispatches(slug), "Till utskicken");
}
