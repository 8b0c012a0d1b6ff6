using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Overview;

namespace Kunskapsstyrning.Web.Tests.Features.Logging;

/// <summary>Decisions and forms for tests: each changes only what it is about.</summary>
internal static class Typed
{
    public const string Slug2016 = "2016-nationell-stodfunktion";

    /// <summary>A form that can be saved, with what is given in place of what stands.</summary>
    public static IReadOnlyList<(string Name, string Value)> Form(params IEnumerable<(string Name, string Value)> instead)
    {
        var fields = new Dictionary<string, string>
        {
            ["kommun"] = "Salem", ["rekommendation"] = Slug2016, ["utfall"] = "antar", ["niva"] = "slutligt", ["organ"] = "Socialnämnden", ["sammantradesdag"] = "2016-09-20",
            ["paragraf"] = "§ 67", ["dnr"] = "SN16/103", ["inkommet"] = "2016-09-27", ["villkor"] = "", ["skal"] = "", ["forsta-avgiftsar"] = "",
        };
        foreach (var (name, value) in instead) fields[name] = value;
        return [.. fields.Select(f => (f.Key, f.Value))];
    }

    /// <summary>A final adoption.</summary>
    public static DecisionContent Adopts { get; } = new()
    {
        Outcome = Outcome.Adopts, Stage = Stage.Final, Body = "Socialnämnden", DecidedOn = new DateOnly(2016, 9, 20), ArrivedOn = new DateOnly(2016, 9, 27),
    };

    /// <summary>A committee's proposal without its day.</summary>
    public static DecisionContent Proposes { get; } = new()
    {
        Outcome = Outcome.Adopts, Stage = Stage.Proposal, Body = "Socialnämndens arbetsutskott", ArrivedOn = new DateOnly(2016, 9, 12),
    };

    /// <summary>Details with a paragraph and a case number.</summary>
    public static DecisionDetails Details { get; } = new() { Paragraph = "§ 67", CaseNumber = "SN16/103" };

    /// <summary>Logs a decision on the recommendation of 2016, by somebody who has seen what stands.</summary>
    public static async Task<LogDecision> Log2016(this Acting acting, string municipality, DecisionContent content) =>
        await acting.Seeing(new LogDecision(new DecisionId(Guid.CreateVersion7()), new MunicipalityCode(municipality), await acting.Id2016(), content, Details, []));

    /// <summary>The same by somebody who has seen what stands and may be the same.</summary>
    public static async Task<LogDecision> Seeing(this Acting acting, LogDecision decision) =>
        decision with { Beside = [.. (await acting.Ask(new TwinsOf([decision]))).Select(t => t.Decision.Id)] };

    /// <summary>The recommendation of 2016.</summary>
    public static async Task<RecommendationId> Id2016(this Acting acting) => (await acting.State(new DateOnly(2020, 1, 1))).Recommendation.Id;

    /// <summary>How the recommendation of 2016 stands.</summary>
    public static async Task<RecommendationState> State(this Acting acting, DateOnly day, Basis basis = Basis.Arrived) =>
        (await acting.Ask(new StateOfRecommendation(Slug2016, new AsOf(day, basis))))!;

    /// <summary>How a municipality stands in it.</summary>
    public static async Task<Status> StatusOf(this Acting acting, string municipality, DateOnly day, Basis basis = Basis.Arrived) =>
        (await acting.State(day, basis)).Rows.Single(r => r.Municipality.Code.Digits == municipality).Standing.Status;
}
