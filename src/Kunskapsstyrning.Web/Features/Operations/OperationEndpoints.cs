using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>What is done to a recommendation that has been sent, each on a page of its own.</summary>
internal static class OperationEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder app)
    {
        app.MapCorrection();
        app.MapExtension();
        app.MapLongerDeadline();
        app.MapRenewal();
    }

    /// <summary>The recommendation that the address names; null when there is none.</summary>
    public static Task<OperatedRecommendation?> Find(this Runner runner, HttpContext context, string slug) =>
        runner.Ask(new RecommendationToOperate(slug), context.Actor(), context.RequestAborted);

    public static IResult NotThere() => Pages.NotThere(OperationRefusals.NotThere.Sentence);
}
