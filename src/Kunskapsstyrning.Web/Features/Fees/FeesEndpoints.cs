using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Fees;

/// <summary>Fees: looked at, tried, proposed by one person and approved by another.</summary>
internal static class FeesEndpoints
{
    public static void MapFees(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.ManageFees, async (HttpContext context, string slug, string? klart, Runner runner, CancellationToken cancellation) =>
            await runner.Ask(new FeesToManage(slug), context.Actor(), cancellation) is { } view ? (IResult)Pages.Show<FeesPage>(new { View = view, Done = klart == "avslutat" }) : NotThere()).For(typeof(FeesToManage));
        app.MapGet(Urls.TryFees, async (HttpContext context, string slug, string years, Runner runner, CancellationToken cancellation) =>
            await Ground(context, slug, years, runner, cancellation) is { } ground
                ? Pages.Show<TryFeesPage>(new { Ground = ground, Trial = ground.Try(TypedTerms.Of(context.Request.Query, "a-"), TypedTerms.Of(context.Request.Query, "b-")) })
                : NotThere()).For(typeof(TryFees));
        app.Map(Urls.TryFeesLive, (HttpContext context, string rest) => Results.Redirect($"/_blazor/{rest}{context.Request.QueryString}", permanent: false, preserveMethod: true)).For(typeof(TryFees));
        app.MapGet(Urls.ProposeFees, async (HttpContext context, string slug, string years, Runner runner, CancellationToken cancellation) =>
            await Ground(context, slug, years, runner, cancellation) is { } ground ? (IResult)Proposing(ground, TypedTerms.Of(context.Request.Query, "b-"), "", FieldErrors.None) : NotThere()).For(typeof(ProposeAllocation));
        app.MapPost(Urls.ProposeFees, Propose).For(typeof(ProposeAllocation)).FromOwnForm();
        app.MapGet(Urls.FeeProposal, async (HttpContext context, string slug, Guid id, Runner runner, CancellationToken cancellation) =>
            await Proposal(context, slug, id, FieldErrors.None, runner, cancellation)).For(typeof(FeeProposal));
        app.MapPost(Urls.ApproveFees, Approve).For(typeof(ApproveAllocation)).FromOwnForm();
        app.MapPost(Urls.EndProposal, End).For(typeof(EndProposal)).FromOwnForm();
        app.MapFeesList();
        app.MapGet(Urls.FeeVersion, async (HttpContext context, string slug, string years, int nummer, string? klart, Runner runner, CancellationToken cancellation) =>
            years.YearsInAddress() is { } span && await runner.Ask(new FeeVersion(slug, span, nummer), context.Actor(), cancellation) is { } view
                ? Pages.Show<FeeVersionPage>(new { View = view, JustFrozen = klart == "last" })
                : NotThere()).For(typeof(FeeVersion));
    }

    /// <summary>What terms are tried against in the period that the address names; null when there is none.</summary>
    public static async Task<TrialGround?> Ground(HttpContext context, string slug, string years, Runner runner, CancellationToken cancellation) =>
        years.YearsInAddress() is { } span ? await runner.Ask(new TryFees(slug, span), context.Actor(), cancellation) : null;

    private static async Task<IResult> Propose(HttpContext context, string slug, string years, Runner runner, CancellationToken cancellation)
    {
        if (await Ground(context, slug, years, runner, cancellation) is not { } ground) return NotThere();

        var form = await context.Request.ReadFormAsync(cancellation);
        var (typed, errors) = (TypedTerms.Of(form, "b-"), new FieldErrors());
        var reason = TypedText.Printed(form["skal"].ToString()).Trim();
        if (typed.Read([.. ground.Populations.Keys], errors) is not { } terms) return Proposing(ground, typed, reason, errors, form.ContainsKey("behall"));

        var id = new AllocationProposalId(Guid.CreateVersion7());
        var kept = form.ContainsKey("behall") ? ground.Published() : null;
        var result = await runner.Run(new ProposeAllocation(id, slug, ground.Period.Years, terms, form["sedd"].ToString(), reason, kept, kept is null ? null : $"Publicerat i version {ground.Version}"), context.Actor(), cancellation);
        if (result.IsDone) return SeeOther.To(context, Urls.ToFeeProposal(slug, ground.Period.Years, id));

        var refusal = result.Refusal!;
        errors.Add(refusal.Field is "skal" or null ? refusal.Field : typed.IdOf(refusal.Field), refusal.Sentence);
        return Proposing(ground, typed, reason, errors, kept is not null);
    }

    /// <summary>What would be proposed, before it is.</summary>
    private static RazorComponentResult<ProposeFeesPage> Proposing(TrialGround ground, TypedTerms typed, string reason, FieldErrors errors, bool? asked = null)
    {
        if (typed.IsEmpty) typed = TypedTerms.Of(ground.Terms, "b-");
        var found = errors.Any ? new FieldErrors() : errors;
        var terms = typed.Read([.. ground.Populations.Keys], found);

        // Other terms than those that hold are meant to give everyone another fee; a few amounts that are known stay.
        var keeps = asked ?? (terms is null || terms == ground.Terms || terms.Kind is FeeKind.PublishedList || ground.Published()?.Count < ground.Holds?.Rows.Count);
        var list = terms is null ? null : ground.Fees(terms, keeps ? ground.Published() : null);
        return Pages.Show<ProposeFeesPage>(
            new { Ground = ground, Typed = typed, Fees = list is null ? null : new ShownFees(list, ground.Holds, ground.Names), Reason = reason, Errors = errors, Keeps = keeps }, errors);
    }

    private static async Task<IResult> Approve(HttpContext context, string slug, string years, Guid id, Runner runner, CancellationToken cancellation)
    {
        if (await At(context, slug, years, id, runner, cancellation) is not { } shown) return NotThere();

        var result = await runner.Run(new ApproveAllocation(new AllocationProposalId(id)), context.Actor(), cancellation);
        return result.Refusal is { } refusal
            ? await Proposal(context, slug, id, Only(refusal), runner, cancellation)
            : SeeOther.To(context, Urls.ToFeeVersion(slug, shown.Period.Years, shown.Proposal.Number) + Urls.Query(("klart", "last")));
    }

    private static async Task<IResult> End(HttpContext context, string slug, string years, Guid id, Runner runner, CancellationToken cancellation)
    {
        if (await At(context, slug, years, id, runner, cancellation) is null) return NotThere();

        var form = await context.Request.ReadFormAsync(cancellation);
        var result = await runner.Run(new EndProposal(new AllocationProposalId(id), TypedText.Printed(form["skal"].ToString())), context.Actor(), cancellation);
        return result.Refusal is { } refusal ? await Proposal(context, slug, id, Only(refusal), runner, cancellation) : SeeOther.To(context, Urls.ToManageFees(slug) + Urls.Query(("klart", "avslutat")));
    }

    /// <summary>The proposal of the recommendation and the years that the address says; null where it is not theirs.</summary>
    private static async Task<FeeProposalView?> At(HttpContext context, string slug, string years, Guid id, Runner runner, CancellationToken cancellation) =>
        await runner.Ask(new FeeProposal(slug, new AllocationProposalId(id)), context.Actor(), cancellation) is { } shown && shown.Period.Years == years.YearsInAddress() ? shown : null;

    private static async Task<IResult> Proposal(HttpContext context, string slug, Guid id, FieldErrors errors, Runner runner, CancellationToken cancellation) =>
        await runner.Ask(new FeeProposal(slug, new AllocationProposalId(id)), context.Actor(), cancellation) is { } view
            ? Pages.Show<FeeProposalPage>(new { View = view, Errors = errors }, errors.Any ? StatusCodes.Status409Conflict : StatusCodes.Status200OK)
            : NotThere();

    private static FieldErrors Only(Refusal refusal)
    {
        var errors = new FieldErrors();
        errors.Add(refusal);
        return errors;
    }

    /// <summary>There are no such fees, or they are not for the one who asks.</summary>
    public static IResult NotThere() => Pages.NotThere("Det finns inga avgifter på den adressen.");
}
