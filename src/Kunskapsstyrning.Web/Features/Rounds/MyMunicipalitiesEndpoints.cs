using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Operations;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>What there is to do today, and who follows which municipalities.</summary>
internal static class MyMunicipalitiesEndpoints
{
    public static void MapMyMunicipalities(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.MyMunicipalities, async (HttpContext context, string? lan, string? klart, Runner runner, CancellationToken cancellation) =>
            Pages.Show<MyMunicipalitiesPage>(new { View = await runner.Ask(new MyMunicipalities(lan), context.Actor(), cancellation), Done = klart is not null })).For(typeof(MyMunicipalities));
        app.MapGet(Urls.AssignMunicipalities, async (HttpContext context, Runner runner, CancellationToken cancellation) =>
        {
            var view = await runner.Ask(new AssignmentDesk(), context.Actor(), cancellation);
            return Pages.Show<AssignPage>(new { View = view, Typed = TypedAssignment.New(view) });
        }).For(typeof(AssignmentDesk));
        app.MapPost(Urls.AssignMunicipalities, Assign).For(typeof(AssignMunicipalities)).FromOwnForm();
    }

    private static async Task<IResult> Assign(HttpContext context, Runner runner)
    {
        var view = await runner.Ask(new AssignmentDesk(), context.Actor(), context.RequestAborted);
        var (typed, errors) = (TypedAssignment.Of(await context.Request.ReadFormAsync(context.RequestAborted)), new FieldErrors());
        if (typed.Read(view, errors) is { } command)
        {
            var result = await runner.Run(command, context.Actor(), context.RequestAborted);
            if (result.IsDone) return SeeOther.To(context, Urls.MyMunicipalities + "?klart=1");
            errors.Add(result.Refusal!);
        }

        return Pages.Show<AssignPage>(new { View = view, Typed = typed, Errors = errors }, errors);
    }
}

/// <summary>Who is to follow what, as it is typed.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="County">The county whose every municipality is meant; empty for none.</param>
/// <param name="Municipalities">Municipalities by name or code.</param>
/// <param name="Person">Who, by id, or "ingen".</param>
public sealed record TypedAssignment(string Slug, string County, string Municipalities, string Person)
{
    /// <summary>Nothing chosen but oneself.</summary>
    public static TypedAssignment New(AssignmentDeskView view) => new(view.Recommendations is [var first, ..] ? first.Slug : "", "", "", view.Me.Value.ToString());

    /// <summary>What was posted.</summary>
    public static TypedAssignment Of(IFormCollection form) => new(form["rekommendation"].ToString(), form["lan"].ToString(), TypedOperation.Read(form, ["kommuner"])["kommuner"], form["vem"].ToString());

    /// <summary>The command; null, with what is wrong added, when it cannot be made.</summary>
    public AssignMunicipalities? Read(AssignmentDeskView view, FieldErrors errors)
    {
        if (view.Recommendations.FirstOrDefault(r => r.Slug == Slug) is not { } asked)
        {
            errors.Add(ContactingRefusals.NoSuchRecommendation);
            return null;
        }

        IReadOnlyList<MunicipalityCode> chosen = [.. TypedOperation.Municipalities(Municipalities, "kommuner", view.Municipalities, errors), .. view.Municipalities.Where(m => m.CountyCode == County && asked.Asks(m)).Select(m => m.Code)];
        if (chosen.Count == 0 && !errors.Any) errors.Add(AssignmentRefusals.NoMunicipality);
        PersonId? who = Guid.TryParse(Person, out var id) ? new PersonId(id) : null;
        if (who is null && Person != "ingen") errors.Add(AssignmentRefusals.NobodyThere);
        return errors.Any ? null : new AssignMunicipalities(Slug, [.. chosen.Distinct()], who);
    }
}
