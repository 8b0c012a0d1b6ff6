using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Api;

/// <summary>Registers answers in a test.</summary>
internal static class Logged
{
    public static readonly RecommendationId First = new(Guid.Parse("0198a010-2016-7000-8000-000000000000"));
    public static readonly RecommendationId Second = new(Guid.Parse("0198a010-2018-7000-8000-000000000000"));

    /// <summary>A final decision.</summary>
    public static Task Final(this TestApp app, string municipality, Outcome outcome, string decided, string arrived, string body = "Kommunstyrelsen", RecommendationId? on = null) =>
        app.Log(municipality, new DecisionContent { Outcome = outcome, Stage = Stage.Final, Body = body, DecidedOn = Day(decided), ArrivedOn = Day(arrived) }, DecisionDetails.None, on);

    /// <summary>A proposal without its day.</summary>
    public static Task Proposal(this TestApp app, string municipality, string arrived, string body = "Arbetsutskottet", RecommendationId? on = null, DecisionDetails? details = null) =>
        app.Log(municipality, new DecisionContent { Outcome = Outcome.Adopts, Stage = Stage.Proposal, Body = body, ArrivedOn = Day(arrived) }, details ?? DecisionDetails.None, on);

    private static async Task Log(this TestApp app, string municipality, DecisionContent content, DecisionDetails details, RecommendationId? on) =>
        Assert.Null((await app.As("registrator").Run(new LogDecision(new DecisionId(Guid.NewGuid()), new MunicipalityCode(municipality), on ?? Second, content, details, []))).Refusal);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
