using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.Analysis;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The sentences about break-downs, rounds and forecasts, true and grammatical for none, one, some and all.</summary>
public static partial class Swedish
{
    /// <summary>"Styrelsen".</summary>
    public static string Label(this BodyGroup body) => body switch
    {
        BodyGroup.Council => "Fullmäktige",
        BodyGroup.Executive => "Styrelsen",
        BodyGroup.Board => "Nämnd",
        BodyGroup.CommitteeOrDelegate => "Utskott eller delegation",
        _ => "Okänt organ",
    };

    /// <summary>"Störst del har antagit i Skåne län: 31 av 33, och minst del i Jämtlands län: 4 av 8."</summary>
    public static string CountySentence(this BreakDown<County> counties) => Extremes(counties, c => $"i {c.Name}", "län");

    /// <summary>"Störst del har antagit bland kommuner med 50 000–99 999 invånare: 41 av 43, och minst del …"</summary>
    public static string SizeSentence(this BreakDown<SizeClass> sizes) => Extremes(sizes, s => $"bland kommuner med {s.Label()} invånare", "storleksklasser");

    /// <summary>"Oftast är det styrelsen som har beslutat: i 110 av 264 kommuner. I 3 är organet okänt."</summary>
    public static string BodySentence(this BreakDown<BodyGroup> bodies)
    {
        var all = bodies.Municipalities;
        if (all == 0) return "Ingen kommun har beslutat.";

        var known = bodies.Groups.Where(g => g.Group is not BodyGroup.Unknown).ToList();
        var unknown = all - known.Sum(g => g.Municipalities);
        if (known.Count == 0) return all == 1 ? "En kommun har beslutat, och vilket organ det var är okänt." : $"{Municipalities(all)} har beslutat, och vilka organ det var är okänt.";

        var most = known.Where(g => g.Municipalities == known.Max(k => k.Municipalities)).ToList();
        var told = unknown == 0 ? "" : $" I {Number(unknown)} är organet okänt.";
        if (all == 1) return $"Den enda kommun som har beslutat gjorde det {In(most[0].Group)}.";
        if (known.Count == 1 && unknown == 0) return $"Alla {Municipalities(all)} som har beslutat gjorde det {In(most[0].Group)}.";
        if (most.Count == known.Count && known.Count > 1) return $"Lika ofta är det {List([.. most.Select(m => Acting(m.Group))])} som har beslutat: i {Number(most[0].Municipalities)} kommuner var.{told}";
        return $"Oftast är det {List([.. most.Select(m => Acting(m.Group))])} som har beslutat: i {Number(most[0].Municipalities)} av {Municipalities(all)}{(most.Count > 1 ? " var" : "")}.{told}";
    }

    /// <summary>"I 2 kommuner är antalet invånare inte känt. De räknas inte här."</summary>
    public static string UncountedSentence(int municipalities) => municipalities == 1
        ? "I en kommun är antalet invånare inte känt. Den räknas inte här."
        : $"I {Municipalities(municipalities)} är antalet invånare inte känt. De räknas inte här.";

    /// <summary>"26 kommuner har inte beslutat slutligt. De räknas inte här."</summary>
    public static string NotDecidedSentence(int municipalities) => $"{Municipalities(municipalities)} har inte beslutat slutligt och räknas inte här.";

    /// <summary>"17 kommuner avstår, och 14 har antagit med förbehåll."</summary>
    public static string GroundsSentence(this Adoption adoption) => (adoption[Status.Declined].Municipalities, adoption[Status.AdoptedWithReservation].Municipalities) switch
    {
        (0, 0) => "Ingen kommun avstår, och ingen har förbehåll.",
        (0, var reserved) => $"Ingen kommun avstår. {Municipalities(reserved)} har antagit med förbehåll.",
        (var declined, 0) => $"{Municipalities(declined)} avstår. Ingen har förbehåll.",
        var (declined, reserved) => $"{Municipalities(declined)} avstår, och {Number(reserved)} har antagit med förbehåll.",
    };

    /// <summary>"Kostnaden", or "Inget skäl angivet".</summary>
    public static string ReasonLabel(DecliningReason? reason) => reason?.Label() ?? "Inget skäl angivet";

    /// <summary>"Av 17 kommuner som avstår har 14 sagt varför. Vanligast är kostnaden: 6."</summary>
    public static string ReasonSentence(this Grounds grounds)
    {
        var (all, told) = (grounds.Declining.Count, grounds.ByReason.Where(g => g.Key is not null).ToList());
        var saying = told.Sum(g => g.Count());
        var which = grounds.Leaving.Count == 0 ? "som avstår" : "som sade nej från början";
        if (all == 1) return saying == 1 ? $"Den enda kommun {which} har sagt varför." : $"Den enda kommun {which} har inte sagt varför.";
        if (saying == 0) return $"Ingen av {Municipalities(all)} {which} har sagt varför.";

        var first = saying == all ? $"Alla {Municipalities(all)} {which} har sagt varför." : $"Av {Municipalities(all)} {which} har {Number(saying)} sagt varför.";
        var most = told.Where(g => g.Count() == told[0].Count()).ToList();
        return told[0].Count() == 1 ? $"{first} Inget skäl är vanligare än något annat."
            : $"{first} Vanligast är {List([.. most.Select(g => $"”{g.Key!.Value.InText()}”")])}: {Number(told[0].Count())}{(most.Count > 1 ? " var" : "")}.";
    }

    /// <summary>"kostnaden": in running text.</summary>
    public static string InText(this DecliningReason reason) => Lower(reason.Label());

    private static string Acting(BodyGroup body) => body switch
    {
        BodyGroup.Council => "fullmäktige",
        BodyGroup.Executive => "styrelsen",
        BodyGroup.Board => "en nämnd",
        _ => "ett utskott eller en delegat",
    };

    private static string In(BodyGroup body) => body is BodyGroup.CommitteeOrDelegate ? "i ett utskott eller på delegation" : $"i {Acting(body)}";

    /// <summary>Where the largest and the smallest part has adopted; never of a part that is nothing.</summary>
    private static string Extremes<TGroup>(BreakDown<TGroup> division, Func<TGroup, string> where, string groups)
    {
        var (all, complete) = (division.Groups.Count, division.Complete);
        if (all == 0) return "Det finns ingen kommun att räkna.";
        if (division.HaveAdopted == 0) return "Ingen kommun har antagit.";
        if (division.HaveAdopted == division.Municipalities) return division.Municipalities == 1 ? "Den enda kommunen har antagit." : $"Alla {Municipalities(division.Municipalities)} har antagit.";
        if (all == 1) return $"{Capital(where(division.Groups[0].Group))} har {OfAll(division.Groups[0])} antagit.";
        if (complete.Count == 0 && division.Most.Count == all) return $"Lika stor del har antagit i alla {Number(all)} {groups}.";

        var least = division.Least[0].HaveAdopted == 0 ? $"{Some(division.Least, where, groups)} har ingen antagit" : $"minst del har antagit {Placed(division.Least, where, groups)}";
        if (complete.Count > 0) return $"{Capital(Some(complete, where, groups))} har {(complete is [{ Municipalities: 1 }] ? "den enda kommunen" : "alla kommuner")} antagit. {Capital(least)}.";
        return $"Störst del har antagit {Placed(division.Most, where, groups)}. {Capital(least)}.";

        string Some(IReadOnlyList<GroupCount<TGroup>> some, Func<TGroup, string> place, string word) => some.Count > 3 ? $"i {Number(some.Count)} av {Number(all)} {word}" : List([.. some.Select(g => place(g.Group))]);
    }

    private static string Placed<TGroup>(IReadOnlyList<GroupCount<TGroup>> some, Func<TGroup, string> where, string groups) => some switch
    {
        [var only] => $"{where(only.Group)}: {OfAll(only)}",
        { Count: <= 3 } => List([.. some.Select(g => $"{where(g.Group)} ({OfAll(g)})")]),
        _ => $"i {Number(some.Count)} {groups} ({Percent(some[0].ShareAdopted)})",
    };

    private static string OfAll<TGroup>(GroupCount<TGroup> group) => $"{Number(group.HaveAdopted)} av {Number(group.Municipalities)}";

    /// <summary>"Har kommit till".</summary>
    public static string Label(this RoundMove move) => move switch
    {
        RoundMove.Stayed => "Är kvar",
        RoundMove.Joined => "Har kommit till",
        RoundMove.Left => "Har lämnat",
        RoundMove.NotDecided => "Var med, har inte beslutat än",
        RoundMove.StillSilent => "Tysta båda gångerna",
        RoundMove.StillWaiting => "Var utanför, har inte beslutat än",
        _ => "Utanför båda gångerna",
    };

    /// <summary>"290 kommuner: 262 är kvar, 8 har kommit till och 5 har lämnat."</summary>
    public static string FlowSentence(this RoundFlows flows)
    {
        var moves = Enum.GetValues<RoundMove>().Where(m => flows[m] > 0).ToList();
        if (moves.Count == 0) return "Det finns ingen kommun att räkna.";
        if (moves is [var only]) return only switch
        {
            RoundMove.Stayed => $"Alla {Municipalities(flows.Municipalities)} är kvar.",
            RoundMove.Joined => $"Alla {Municipalities(flows.Municipalities)} har kommit till.",
            RoundMove.Left => $"Alla {Municipalities(flows.Municipalities)} har lämnat.",
            RoundMove.NotDecided => $"Alla {Municipalities(flows.Municipalities)} var med, och ingen har beslutat än.",
            RoundMove.StillSilent => "Ingen kommun har svarat någon av gångerna.",
            RoundMove.StillWaiting => "Ingen kommun var med, och ingen har beslutat än.",
            _ => "Ingen kommun har antagit någon av gångerna.",
        };

        return $"{Municipalities(flows.Municipalities)}: {List([.. moves.Select(m => $"{Number(flows[m])} {Became(m)}")])}.";
    }

    /// <summary>"Från antagit till avstår".</summary>
    public static string InWords(this RoundFlow flow) => $"Från {flow.From?.InText() ?? "fanns inte"} till {flow.To.InText()}";

    /// <summary>"Kommuner som har gått samman räknas som antagna då om någon av delarna var det: Ekerö-Salem."</summary>
    public static string MergedSentence(this RoundsView view) =>
        $"En kommun som har bildats av flera räknas som den av dem som hade kommit längst: {List([.. view.Earlier!.Flows.Merged.Select(view.Name).Order(Order)])}.";

    /// <summary>"100 dagar efter det att frågan ställdes".</summary>
    public static string After(int days) => $"{Count(days, "dag", "dagar")} efter det att frågan ställdes";

    /// <summary>"Brevet 6 mars 2019", or the board's decision where no letter is known.</summary>
    public static string AskedBy(this ComparedRecommendation compared) => $"{(compared.Now.Recommendation.Letter is null ? "Styrelsens beslut" : "Brevet")} {compared.AskedOn.Long()}";

    /// <summary>"100 dagar efter det att frågan ställdes hade 191 kommuner antagit Samlat system för kunskapsstyrning 2020–2023 och 150 …"</summary>
    public static string Sentence(this SideBySideView view)
    {
        if (view.Recommendations.Count == 0) return $"Ingen rekommendation vars svar kan visas var beslutad {view.AsOf.Day.Long()}.";

        var reached = view.Recommendations.Where(r => r.Then is not null).ToList();
        var waiting = view.Recommendations.Where(r => r.Then is null).Select(r => r.Now.Recommendation.TitleWithYears()).ToList();
        var first = reached.Count == 0 ? "" : $"{Capital(After(view.Days))} hade {List([.. reached.Select(r => $"{Adopters(r.Then!.Adoption)} antagit {r.Now.Recommendation.TitleWithYears()}")])}.";
        var rest = waiting.Count == 0 ? "" : $"Så långt har {List(waiting)} inte kommit.";
        return $"{first} {rest}".Trim();
    }

    /// <summary>"Dagarna räknas från brevet, men för Kunskapsbaserad socialtjänst 2025–2028 från styrelsens beslut, för brevets dag är inte känd."; null where all are counted from the same.</summary>
    public static string? CountedFromSentence(this SideBySideView view)
    {
        var without = view.Recommendations.Where(r => r.Now.Recommendation.Letter is null).Select(r => r.Now.Recommendation.TitleWithYears()).ToList();
        return without.Count == 0 || without.Count == view.Recommendations.Count
            ? null
            : $"Dagarna räknas från brevet, men för {List(without)} från styrelsens beslut, för brevets dag är inte känd. Därför går talen inte att jämföra rakt av.";
    }

    /// <summary>"100 dagar efter det att frågan ställdes: 191 av 290. 4 juli 2019: 228 av 290 kommuner har antagit."</summary>
    public static string CurveSentence(this ComparedRecommendation compared, SideBySideView view)
    {
        var adopted = compared.Now.Adoption.HaveAdopted;
        if (adopted == 0) return $"{view.AsOf.Day.Long()}: ingen kommun har antagit.";

        var now = $"{view.AsOf.Day.Long()}: {Number(adopted)} av {Municipalities(compared.Now.Adoption.Municipalities)} har antagit.";
        return compared.Then is { } then ? $"{Capital(After(view.Days))}: {Number(then.Adoption.HaveAdopted)} av {Number(then.Adoption.Municipalities)}. {now}" : now;
    }

    private static string Adopters(Adoption adoption) => adoption.HaveAdopted == 0 ? "ingen kommun"
        : adoption.HaveAdopted == adoption.Municipalities ? $"alla {Municipalities(adoption.Municipalities)}" : Municipalities(adoption.HaveAdopted);

    private static string Became(RoundMove move) => move switch
    {
        RoundMove.Stayed => "är kvar",
        RoundMove.Joined => "har kommit till",
        RoundMove.Left => "har lämnat",
        RoundMove.NotDecided => "som var med har inte beslutat än",
        RoundMove.StillSilent => "har inte svarat någon av gångerna",
        RoundMove.StillWaiting => "som var utanför har inte beslutat än",
        _ => "står utanför båda gångerna",
    };

    /// <summary>"255–275".</summary>
    public static string Interval(this Forecast forecast) => forecast.Low == forecast.High ? Number(forecast.Low) : $"{Number(forecast.Low)}–{Number(forecast.High)}";

    /// <summary>"2019 års omgång".</summary>
    public static string Label(this RoundCourse round) => $"{(round.Deadline ?? round.AskedOn).Year} års omgång";

    /// <summary>"Troligen har 255–275 av 290 kommuner antagit när svarstiden går ut 30 juni 2024."</summary>
    public static string Sentence(this ForecastView view)
    {
        var (told, all) = (view.Told!, view.Course.Municipalities);
        var who = told.Low == all ? $"alla {Municipalities(all)}" : $"{told.Interval()} av {Municipalities(all)}";
        return told.Target == view.Course.Deadline
            ? $"Troligen har {who} antagit när svarstiden går ut {told.Target.Long()}."
            : $"Troligen har {who} antagit ett år efter det att frågan ställdes, {told.Target.Long()}.";
    }

    /// <summary>What is said of the other days: forecast, known or not to be told.</summary>
    public static IEnumerable<string> OtherTargets(this ForecastView view) => view.Targets.Where(t => t.Forecast != view.Told).Select(t => (t.Forecast, t.Silence) switch
    {
        ({ } forecast, _) => $"Ett år efter det att frågan ställdes, {t.Day.Long()}: troligen {forecast.Interval()}.",
        (_, ForecastSilence.DayHasPassed) => $"Svarstiden gick ut {t.Day.Long()}. Då hade {(view.Course.AdoptedOn(t.Day) is > 0 and var then ? Municipalities(then) : "ingen kommun")} antagit.",
        _ => $"För {t.Day.Long()} finns ingen tidigare omgång att jämföra med.",
    });

    /// <summary>Why there is no forecast.</summary>
    public static string SilenceSentence(this ForecastView view)
    {
        var adopted = view.Course.AdoptedOn(view.State.AsOf.Day);
        var silences = view.Targets.Select(t => t.Silence).Where(s => s is not ForecastSilence.DayHasPassed).ToList();
        return (silences.Count == 0 ? ForecastSilence.DayHasPassed : silences[0]!.Value) switch
        {
            ForecastSilence.CalledOff => "Rekommendationen går inte vidare, så det finns inget att förutse.",
            ForecastSilence.DayHasPassed => $"Svarstiden är slut och det har gått ett år sedan frågan ställdes, så det finns inget kvar att förutse. {(adopted == 0 ? "Ingen kommun" : $"{Number(adopted)} av {Municipalities(view.Course.Municipalities)}")} har antagit.",
            ForecastSilence.EveryoneHasAnswered => "Alla kommuner har svarat, så det finns inget kvar att förutse.",
            ForecastSilence.TooFewAnswers => $"{(adopted == 0 ? "Ingen kommun har antagit än" : $"{(adopted == 1 ? "Bara en kommun" : $"Bara {Municipalities(adopted)}")} har antagit")}. Det behövs minst {Number(Forecast.FewestAdopted)} för att kunna säga något om takten.",
            _ => "Det finns ingen tidigare omgång att jämföra med, så det går inte att säga hur det brukar gå.",
        };
    }

    /// <summary>How the forecast came, step by step, in plain words.</summary>
    public static IEnumerable<string> HowItIsMade(this ForecastView view)
    {
        var (told, now, day) = (view.Told!, view.Course.AdoptedOn(view.State.AsOf.Day), view.State.AsOf.Day);
        foreach (var basis in told.Bases)
        {
            var then = basis.Round.AdoptedOn(basis.Round.DayLike(day, view.Course));
            yield return $"{basis.Round.Label()}: lika långt in i svarstiden hade {(then == 0 ? "ingen kommun" : Municipalities(then))} antagit. Av dem som återstod antog {Percent((decimal)basis.JoinedThen)} fram till motsvarande dag. {Pace(basis.Pace)}";
        }

        if (told.Bases.Count > 1) yield return "Omgångarna väger lika mycket.";
        yield return $"Nu har {Municipalities(now)} antagit och {Number(view.Course.Municipalities - now)} återstår. Av dem räknar vi med {Number(told.Expected - now)}, alltså {Number(told.Expected)} till slut.";
        yield return $"Intervallet {told.Interval()} rymmer slumpen, att takten kan ändras och att omgångar skiljer sig åt. Det är gjort för att hålla minst fyra gånger av fem.";
    }

    /// <summary>"Prognosen höll 10 av 12 gånger: då låg det verkliga antalet inom intervallet."</summary>
    public static string TrialSentence(IReadOnlyList<ForecastTrial> trials) => (trials.Count(t => t.Held), trials.Count) switch
    {
        (1, 1) => "Prognosen kan prövas en gång, och då höll den: det verkliga antalet låg inom intervallet.",
        (0, 1) => "Prognosen kan prövas en gång, och då höll den inte: det verkliga antalet låg utanför intervallet.",
        (0, var all) => $"Prognosen höll ingen av {Number(all)} gånger: det verkliga antalet låg utanför intervallet varje gång.",
        var (held, all) when held == all => $"Prognosen höll alla {Number(all)} gånger: det verkliga antalet låg inom intervallet varje gång.",
        var (held, all) => $"Prognosen höll {Number(held)} av {Number(all)} gånger: då låg det verkliga antalet inom intervallet.",
    };

    private static string Pace(double pace) => Math.Round(pace, 1) switch
    {
        1 => "Den här omgången har gått lika fort.",
        var times => $"Den här omgången har gått {Number((decimal)times, 1)} gånger så fort.",
    };
}
