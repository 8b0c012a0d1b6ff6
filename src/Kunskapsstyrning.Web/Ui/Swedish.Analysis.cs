using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.Analysis;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The sentences about break-downs and rounds, true and grammatical for none, one, some and all.</summary>
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

    /// <summary>"Störst andel har antagit i Skåne län: 31 av 33, och minst andel i Jämtlands län: 4 av 8."</summary>
    public static string CountySentence(this BreakDown<County> counties, Tense tense) => Extremes(counties, c => $"i {c.Name}", "län", tense);

    /// <summary>"Störst andel har antagit bland kommuner med 50 000–99 999 invånare: 41 av 43, och minst andel …"</summary>
    public static string SizeSentence(this BreakDown<SizeClass> sizes, Tense tense) => Extremes(sizes, s => $"bland kommuner med {s.Label()} invånare", "storleksklasser", tense);

    /// <summary>"Oftast är det styrelsen som har beslutat: i 110 av 264 kommuner. I 3 är organet okänt."</summary>
    public static string BodySentence(this BreakDown<BodyGroup> bodies, Tense tense)
    {
        var all = bodies.Municipalities;
        if (all == 0) return $"Ingen kommun {tense.Have} beslutat.";

        var known = bodies.Groups.Where(g => g.Group is not BodyGroup.Unknown).ToList();
        var unknown = all - known.Sum(g => g.Municipalities);
        if (known.Count == 0) return all == 1 ? $"En kommun {tense.Have} beslutat, i ett okänt organ." : $"{Municipalities(all)} {tense.Have} beslutat, i okända organ.";

        var most = known.Where(g => g.Municipalities == known.Max(k => k.Municipalities)).ToList();
        var told = unknown == 0 ? "" : $" I {Number(unknown)} {tense.Is} organet okänt.";
        if (all == 1) return $"Den enda kommun som {tense.Have} beslutat gjorde det {In(most[0].Group)}.";
        if (known.Count == 1 && unknown == 0) return $"Alla {Municipalities(all)} som {tense.Have} beslutat gjorde det {In(most[0].Group)}.";
        if (most.Count == known.Count && known.Count > 1) return $"Lika ofta {tense.Is} det {List([.. most.Select(m => Acting(m.Group))])} som {tense.Have} beslutat: i {Number(most[0].Municipalities)} kommuner var.{told}";
        return $"Oftast {tense.Is} det {List([.. most.Select(m => Acting(m.Group))])} som {tense.Have} beslutat: i {Number(most[0].Municipalities)} av {Municipalities(all)}{(most.Count > 1 ? " var" : "")}.{told}";
    }

    /// <summary>"I 2 kommuner är antalet invånare inte känt. De räknas inte här."</summary>
    public static string UncountedSentence(int municipalities) => municipalities == 1
        ? "I en kommun är antalet invånare inte känt. Den räknas inte här."
        : $"I {Municipalities(municipalities)} är antalet invånare inte känt. De räknas inte här.";

    /// <summary>"26 kommuner har inte beslutat slutligt. De räknas inte här."</summary>
    public static string NotDecidedSentence(int municipalities, Tense tense) => $"{Municipalities(municipalities)} {tense.Have} inte beslutat slutligt. {(municipalities == 1 ? "Den" : "De")} räknas inte här.";

    /// <summary>"17 kommuner avstår, och 14 har antagit med förbehåll."</summary>
    public static string GroundsSentence(this Adoption adoption, Tense tense) => (adoption[Status.Declined].Municipalities, adoption[Status.AdoptedWithReservation].Municipalities) switch
    {
        (0, 0) => $"Ingen kommun {tense.Declines}, och ingen {tense.Have} förbehåll.",
        (0, var reserved) => $"Ingen kommun {tense.Declines}. {Municipalities(reserved)} {tense.Have} antagit med förbehåll.",
        (var declined, 0) => $"{Municipalities(declined)} {tense.Declines}. Ingen {tense.Have} förbehåll.",
        var (declined, reserved) => $"{Municipalities(declined)} {tense.Declines}, och {Number(reserved)} {tense.Have} antagit med förbehåll.",
    };

    /// <summary>"Kostnaden", or "Inget skäl angivet".</summary>
    public static string ReasonLabel(DecliningReason? reason) => reason?.Label() ?? "Inget skäl angivet";

    /// <summary>"Av 17 kommuner som avstår har 14 sagt varför. Vanligast är kostnaden: 6."</summary>
    public static string ReasonSentence(this Grounds grounds, Tense tense)
    {
        var (all, told) = (grounds.Declining.Count, grounds.ByReason.Where(g => g.Key is not null).ToList());
        var saying = told.Sum(g => g.Count());
        var which = grounds.Leaving.Count == 0 ? $"som {tense.Declines}" : "som sade nej från början";
        if (all == 1) return saying == 1 ? $"Den enda kommun {which} {tense.Have} sagt varför." : $"Den enda kommun {which} {tense.Have} inte sagt varför.";
        if (saying == 0) return $"Ingen av {Municipalities(all)} {which} {tense.Have} sagt varför.";

        var first = saying == all ? $"Alla {Municipalities(all)} {which} {tense.Have} sagt varför." : $"Av {Municipalities(all)} {which} {tense.Have} {Number(saying)} sagt varför.";
        var most = told.Where(g => g.Count() == told[0].Count()).ToList();
        return told[0].Count() == 1 ? $"{first} Inget skäl {tense.Is} vanligare än något annat."
            : $"{first} Vanligast {tense.Is} {List([.. most.Select(g => $"”{g.Key!.Value.InText()}”")])}: {Number(told[0].Count())}{(most.Count > 1 ? " var" : "")}.";
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
    private static string Extremes<TGroup>(BreakDown<TGroup> division, Func<TGroup, string> where, string groups, Tense tense)
    {
        var (all, complete) = (division.Groups.Count, division.Complete);
        if (all == 0) return "Det finns ingen kommun att räkna.";
        if (division.HaveAdopted == 0) return $"Ingen kommun {tense.Have} antagit.";
        if (division.HaveAdopted == division.Municipalities) return division.Municipalities == 1 ? $"Den enda kommunen {tense.Have} antagit." : $"Alla {Municipalities(division.Municipalities)} {tense.Have} antagit.";
        if (all == 1) return $"{Capital(where(division.Groups[0].Group))} {tense.Have} {OfAll(division.Groups[0])} antagit.";
        if (complete.Count == 0 && division.Most.Count == all) return $"Lika stor andel {tense.Have} antagit i alla {Number(all)} {groups}.";

        var least = division.Least[0].HaveAdopted == 0 ? $"{Some(division.Least, where, groups)} {tense.Have} ingen antagit" : $"minst andel {tense.Have} antagit {Placed(division.Least, where, groups)}";
        if (complete.Count > 0) return $"{Capital(Some(complete, where, groups))} {tense.Have} {(complete is [{ Municipalities: 1 }] ? "den enda kommunen" : "alla kommuner")} antagit. {Capital(least)}.";
        return $"Störst andel {tense.Have} antagit {Placed(division.Most, where, groups)}. {Capital(least)}.";

        string Some(IReadOnlyList<GroupCount<TGroup>> some, Func<TGroup, string> place, string word) => some.Count > 3 ? $"i {Number(some.Count)} av {Number(all)} {word}" : List([.. some.Select(g => place(g.Group))]);
    }

    private static string Placed<TGroup>(IReadOnlyList<GroupCount<TGroup>> some, Func<TGroup, string> where, string groups) => some switch
    {
        [var only] => $"{where(only.Group)}: {OfAll(only)}",
        { Count: <= 3 } => List([.. some.Select(g => $"{where(g.Group)} ({OfAll(g)})")]),
        _ => $"i {Number(some.Count)} {groups} ({Percent(some[0].ShareAdopted)})",
    };

    private static string OfAll<TGroup>(GroupCount<TGroup> group) => $"{Number(group.HaveAdopted)} av {Number(group.Municipalities)}";

    /// <summary>"Har kommit till", "Hade kommit till".</summary>
    public static string Label(this RoundMove move, Tense tense) => move switch
    {
        RoundMove.Stayed => $"{Capital(tense.Is)} kvar",
        RoundMove.Joined => $"{tense.HaveFirst} kommit till",
        RoundMove.Left => $"{tense.HaveFirst} lämnat",
        RoundMove.NotDecided => $"{Capital(tense.Were)} med, {tense.Have} inte beslutat än",
        RoundMove.StillSilent => "Tysta båda gångerna",
        RoundMove.StillWaiting => $"{Capital(tense.Were)} utanför, {tense.Have} inte beslutat än",
        _ => "Utanför båda gångerna",
    };

    /// <summary>"290 kommuner: 262 är kvar, 8 har kommit till och 5 har lämnat."</summary>
    public static string FlowSentence(this RoundFlows flows, Tense tense)
    {
        var moves = Enum.GetValues<RoundMove>().Where(m => flows[m] > 0).ToList();
        if (moves.Count == 0) return "Det finns ingen kommun att räkna.";
        if (moves is [var only]) return only switch
        {
            RoundMove.Stayed => $"Alla {Municipalities(flows.Municipalities)} {tense.Is} kvar.",
            RoundMove.Joined => $"Alla {Municipalities(flows.Municipalities)} {tense.Have} kommit till.",
            RoundMove.Left => $"Alla {Municipalities(flows.Municipalities)} {tense.Have} lämnat.",
            RoundMove.NotDecided => $"Alla {Municipalities(flows.Municipalities)} {tense.Were} med, och ingen {tense.Have} beslutat än.",
            RoundMove.StillSilent => $"Ingen kommun {tense.Have} svarat någon av gångerna.",
            RoundMove.StillWaiting => $"Ingen kommun {tense.Were} med, och ingen {tense.Have} beslutat än.",
            _ => $"Ingen kommun {tense.Have} antagit någon av gångerna.",
        };

        return $"{Municipalities(flows.Municipalities)}: {List([.. moves.Select(m => $"{Number(flows[m])} {Became(m, tense)}")])}.";
    }

    /// <summary>"Från antagit till avstår".</summary>
    public static string InWords(this RoundFlow flow) => $"Från {flow.From?.InText() ?? "fanns inte"} till {flow.To.InText()}";

    /// <summary>"Kommuner som har gått samman räknas som antagna då om någon av delarna var det: Ekerö-Salem."</summary>
    public static string MergedSentence(this RoundsView view) =>
        $"En kommun som har bildats av flera räknas som den av dem som hade kommit längst: {List([.. view.Earlier!.Flows.Merged.Select(view.Name).Order(Order)])}.";

    private static string Became(RoundMove move, Tense tense) => move switch
    {
        RoundMove.Stayed => $"{tense.Is} kvar",
        RoundMove.Joined => $"{tense.Have} kommit till",
        RoundMove.Left => $"{tense.Have} lämnat",
        RoundMove.NotDecided => $"som {tense.Were} med {tense.Have} inte beslutat än",
        RoundMove.StillSilent => $"{tense.Have} inte svarat någon av gångerna",
        RoundMove.StillWaiting => $"som {tense.Were} utanför {tense.Have} inte beslutat än",
        _ => $"{(tense.IsPast ? "stod" : "står")} utanför båda gångerna",
    };
}
