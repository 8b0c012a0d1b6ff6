using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Analysis;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The sentences about forecasts, true and grammatical for none, one, some and all.</summary>
public static partial class Swedish
{
    /// <summary>"255–275".</summary>
    public static string Interval(this Forecast forecast) => forecast.Low == forecast.High ? Number(forecast.Low) : $"{Number(forecast.Low)}–{Number(forecast.High)}";

    /// <summary>"2019 års omgång".</summary>
    public static string Label(this RoundCourse round) => $"{(round.Deadline ?? round.AskedOn).Year} års omgång";

    /// <summary>"Troligen har 255–275 av 290 kommuner antagit när svarstiden går ut 30 juni 2024.", seen from a day that has been "Troligen skulle 255–275 av 290 kommuner ha antagit …"</summary>
    public static string Sentence(this ForecastView view)
    {
        var (told, all) = (view.Told!, view.Course.Municipalities);
        var who = told.Low == all ? $"alla {Municipalities(all)}" : $"{told.Interval()} av {Municipalities(all)}";
        var (will, have) = view.State.Tense().IsPast ? ("skulle", "ha antagit") : ("har", "antagit");
        return told.Target == view.Course.Deadline
            ? $"Troligen {will} {who} {have} {(view.State.Tense().IsPast ? "vid svarstidens slut" : "när svarstiden går ut")} {told.Target.Long()}."
            : $"Troligen {will} {who} {have} ett år efter det att frågan ställdes, {told.Target.Long()}.";
    }

    /// <summary>What is said of the other days: forecast, known or not to be told.</summary>
    public static IEnumerable<string> OtherTargets(this ForecastView view) => view.Targets.Where(t => t.Forecast != view.Told).Select(t => (t.Forecast, t.Silence) switch
    {
        ({ } forecast, _) => $"{(t.Day == view.Course.Deadline ? "När svarstiden går ut" : "Ett år efter det att frågan ställdes")}, {t.Day.Long()}: troligen {forecast.Interval()}.",
        (_, ForecastSilence.DayHasPassed) => $"{(t.Day == view.Course.Deadline ? "Svarstiden gick ut" : "Ett år efter det att frågan ställdes var")} {t.Day.Long()}. Då hade {(view.Course.AdoptedOn(t.Day) is > 0 and var then ? Municipalities(then) : "ingen kommun")} antagit.",
        _ => $"För {t.Day.Long()} {(view.State.Tense().IsPast ? "fanns" : "finns")} ingen tidigare omgång att jämföra med.",
    });

    /// <summary>Why there is no forecast.</summary>
    public static string SilenceSentence(this ForecastView view)
    {
        if (view.State.IsBeforeTheQuestion) return $"{view.State.Headline().Text()} {view.State.QuestionSentence()}";

        var (adopted, tense) = (view.Course.AdoptedOn(view.State.AsOf.Day), view.State.Tense());
        var (isThere, goes) = tense.IsPast ? ("fanns", "gick") : ("finns", "går");
        var silences = view.Targets.Select(t => t.Silence).Where(s => s is not ForecastSilence.DayHasPassed).ToList();
        return (silences.Count == 0 ? ForecastSilence.DayHasPassed : silences[0]!.Value) switch
        {
            ForecastSilence.CalledOff => $"Rekommendationen {goes} inte vidare, så det {isThere} inget att förutse.",
            ForecastSilence.DayHasPassed => $"Svarstiden {tense.Is} slut och det {tense.Have} gått ett år sedan frågan ställdes, så det {isThere} inget kvar att förutse. {(adopted == 0 ? "Ingen kommun" : $"{Number(adopted)} av {Municipalities(view.Course.Municipalities)}")} {tense.Have} antagit.",
            ForecastSilence.EveryoneHasAnswered => $"Alla kommuner {tense.Have} svarat, så det {isThere} inget kvar att förutse.",
            ForecastSilence.TooFewAnswers => $"{(adopted == 0 ? $"Ingen kommun {tense.Have} antagit än" : $"{(adopted == 1 ? "Bara en kommun" : $"Bara {Municipalities(adopted)}")} {tense.Have} antagit")}. Det {(tense.IsPast ? "behövdes" : "behövs")} minst {Number(Forecast.FewestAdopted)} för att kunna säga något om takten.",
            _ => $"Det {isThere} ingen tidigare omgång att jämföra med, så det {goes} inte att säga hur det {(tense.IsPast ? "brukade" : "brukar")} gå.",
        };
    }

    /// <summary>How the forecast came, step by step, in plain words.</summary>
    public static IEnumerable<string> HowItIsMade(this ForecastView view)
    {
        var (told, now, day, tense) = (view.Told!, view.Course.AdoptedOn(view.State.AsOf.Day), view.State.AsOf.Day, view.State.Tense());
        foreach (var basis in told.Bases)
        {
            var then = basis.Round.AdoptedOn(basis.Round.DayLike(day, view.Course));
            yield return $"{basis.Round.Label()}: lika långt in i svarstiden hade {(then == 0 ? "ingen kommun" : Municipalities(then))} antagit. Av dem som återstod antog {Percent((decimal)basis.JoinedThen)} fram till motsvarande dag. {Pace(basis.Pace, tense)}";
        }

        if (told.Bases.Count > 1) yield return "Omgångarna väger lika mycket.";
        yield return $"{(tense.IsPast ? "Då" : "Nu")} {tense.Have} {Municipalities(now)} antagit och {Number(view.Course.Municipalities - now)} {(tense.IsPast ? "återstod" : "återstår")}. Av dem {(tense.IsPast ? "räknade" : "räknar")} vi med {Number(told.Expected - now)}, alltså {Number(told.Expected)} till slut.";
        yield return $"Intervallet {told.Interval()} rymmer slumpen, att takten kan ändras och att omgångar skiljer sig åt. Det är gjort för att hålla minst fyra gånger av fem.";
    }

    /// <summary>Whether the threshold will be reached as far as the interval tells: "Gränsen på 200 kommuner kan vara nådd då, men det är osäkert."; null where it is no number of municipalities.</summary>
    public static string? LimitSentence(this ForecastView view)
    {
        if (view.Meter is not { } meter) return null;

        var (limit, tense, told) = ($"Gränsen på {meter.Limit(view.State.Threshold!)}", view.State.Tense(), view.Told!);
        if (meter.IsReached) return view.State.ThresholdSentence();
        if (told.Low >= meter.Needed) return $"{limit} {(tense.IsPast ? "skulle då troligen vara nådd" : "är troligen nådd då")}.";
        return told.High >= meter.Needed
            ? $"{limit} {(tense.IsPast ? "kunde då vara nådd, men det var osäkert" : "kan vara nådd då, men det är osäkert")}."
            : $"{limit} {(tense.IsPast ? "skulle då troligen inte vara nådd" : "är troligen inte nådd då")}.";
    }

    /// <summary>"Prognosen höll 10 av 12 gånger: då låg det verkliga antalet inom intervallet."</summary>
    public static string TrialSentence(IReadOnlyList<ForecastTrial> trials) => (trials.Count(t => t.Held), trials.Count) switch
    {
        (1, 1) => "Prognosen kan prövas en gång, och då höll den: det verkliga antalet låg inom intervallet.",
        (0, 1) => "Prognosen kan prövas en gång, och då höll den inte: det verkliga antalet låg utanför intervallet.",
        (0, 2) => "Prognosen höll ingen av de två gångerna: det verkliga antalet låg utanför intervallet.",
        (2, 2) => "Prognosen höll båda gångerna: det verkliga antalet låg inom intervallet.",
        (0, var all) => $"Prognosen höll ingen av {Number(all)} gånger: det verkliga antalet låg utanför intervallet varje gång.",
        var (held, all) when held == all => $"Prognosen höll alla {Number(all)} gånger: det verkliga antalet låg inom intervallet varje gång.",
        var (held, all) => $"Prognosen höll {Number(held)} av {Number(all)} gånger: då låg det verkliga antalet inom intervallet.",
    };

    /// <summary>"Intervallen var 45–137 kommuner breda.": that a forecast held says little where the interval was wide.</summary>
    public static string WidthSentence(IReadOnlyList<ForecastTrial> trials)
    {
        var widths = trials.Select(t => t.Forecast.High - t.Forecast.Low).ToList();
        var (least, most) = (widths.Min(), widths.Max());
        if (trials.Count == 1) return $"Intervallet var {Municipalities(most)} brett.";
        return least == most ? $"Intervallen var {Municipalities(most)} breda." : $"Intervallen var {Number(least)}–{Municipalities(most)} breda.";
    }

    private static string Pace(double pace, Tense tense) => Math.Round(pace, 1) switch
    {
        1 => $"Den här omgången {tense.Have} gått lika fort.",
        var times => $"Den här omgången {tense.Have} gått {Number((decimal)times, 1)} gånger så fort.",
    };
}
