using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The sentences about when enough have joined.</summary>
public static partial class Swedish
{
    /// <summary>How it stands to the threshold, "Gränsen på 200 kommuner nåddes 20 juni."; null where there is none.</summary>
    public static string? ThresholdSentence(this RecommendationState state)
    {
        if (state.Threshold is not { } threshold || state.IsBeforeTheQuestion) return null;
        if (threshold.IsOnlyWords) return OnlyInWords(state, threshold);
        return string.Join(' ', state.Meters.Select(meter => meter.Sentence(threshold, state.AsOf.Day, state.Tense())));
    }

    /// <summary>A threshold in words: what a person decided about it, or that nobody has.</summary>
    private static string OnlyInWords(RecommendationState state, Threshold threshold) => state.GoAhead is { } decided
        ? $"”{Capital(threshold.Words)}”: {Association(decided.On)} beslutade {Near(decided.On, state.AsOf.Day)} {(decided.GoesAhead ? "att gå vidare" : "att inte gå vidare")}."
        : $"Hur många som {(state.Tense().IsPast ? "behövdes var" : "behövs är")} inte sagt i tal, bara ”{threshold.Words}”.";

    /// <summary>"Gränsen på 200 kommuner nåddes 20 juni.", "Gränsen på 60 % av invånarna är inte nådd: 81 200 invånare till behövs."</summary>
    public static string Sentence(this ThresholdMeter meter, Threshold threshold, DateOnly day, Tense tense)
    {
        var limit = $"Gränsen på {meter.Limit(threshold)}";
        if (!meter.IsReached) return $"{limit} {tense.Is} inte nådd: {Lacking(meter)} till {(tense.IsPast ? "behövdes" : "behövs")}.";
        return meter.ReachedOn is { } reached ? $"{limit} nåddes {Near(reached, day)}." : $"{limit} {tense.Is} nådd.";
    }

    /// <summary>"200 kommuner", "60 % av kommunerna (174 kommuner)", "60 % av invånarna", "12 000 000 kr per år".</summary>
    public static string Limit(this ThresholdMeter meter, Threshold threshold) => meter.Measure switch
    {
        ThresholdMeasure.Municipalities when threshold is { Municipalities: null, ShareOfMunicipalities: { } share } => $"{SwedishText.Percent(share)} av kommunerna ({Municipalities((int)meter.Needed)})",
        ThresholdMeasure.Municipalities => Municipalities((int)meter.Needed),
        ThresholdMeasure.Inhabitants => $"{SwedishText.Percent(threshold.ShareOfInhabitants ?? 0)} av invånarna",
        _ => $"{new Kronor(meter.Needed).Text()} per år",
    };

    private static string Lacking(ThresholdMeter meter) => meter.Measure switch
    {
        ThresholdMeasure.Municipalities => Number(meter.Needed - meter.Have),
        ThresholdMeasure.Inhabitants => Count((int)(meter.Needed - meter.Have), "invånare", "invånare"),
        _ => new Kronor(meter.Needed - meter.Have).Text(),
    };

    /// <summary>"Gränsen nåddes 20 juni 2019 kl. 14.02.", "Gränsen nåddes inte längre från 21 juni 2019 kl. 09.15."</summary>
    public static string Sentence(this ThresholdTold told) =>
        $"Gränsen {(told.IsReached ? "nåddes" : "nåddes inte längre från")} {SwedishTime.DayOf(told.At).Long()} kl.{Nbsp}{SwedishTime.Local(told.At).ToString("HH.mm", Culture)}.";
}
