using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The sentences about a recommendation, true and grammatical in every state. Page, title and copy use the same.</summary>
public static partial class Swedish
{
    /// <summary>"Samlat system för kunskapsstyrning 2020–2023".</summary>
    public static string TitleWithYears(this Recommendation recommendation) =>
        recommendation.Periods.Count == 0 ? recommendation.ShortTitle : $"{recommendation.ShortTitle} {recommendation.FundingYears.Text()}";

    /// <summary>The one sentence, in its marked part and the rest: "228 av 290" "kommuner har antagit."</summary>
    public static (string Marked, string After) Headline(this RecommendationState state)
    {
        var adoption = state.Adoption;
        if (state.IsBeforeTheQuestion) return ($"Den {state.AsOf.Day.Long()}", $"{state.Tense().Is} frågan inte ställd.");
        if (adoption[Status.NoResponse].Municipalities == adoption.Municipalities) return ("Inget svar", $"{state.Tense().Is} registrerat.");
        if (adoption.HaveAdopted == adoption.Municipalities) return ($"Alla {Number(adoption.Municipalities)}", $"kommuner {state.Tense().Have} antagit.");
        return ($"{Number(adoption.HaveAdopted)} av{Nbsp}{Number(adoption.Municipalities)}", $"kommuner {state.Tense().Have} antagit.");
    }

    /// <summary>The headline as one sentence.</summary>
    public static string Text(this (string Marked, string After) headline) => $"{headline.Marked} {headline.After}";

    /// <summary>"De har 85 % av invånarna och betalar 16,6 av högst 19,5 miljoner kronor per år. Gränsen på 200 kommuner nåddes 20 juni."</summary>
    public static string Lead(this RecommendationState state)
    {
        IEnumerable<string?> sentences = [Share(state), FeeNotSet(state), state.ThresholdSentence()];
        return string.Join(' ', sentences.OfType<string>());
    }

    /// <summary>The bar in words: "290 kommuner: 214 antagit, 14 antagit med förbehåll, 17 avstår, … Gränsen på 200 kommuner nåddes 20 juni 2019."</summary>
    public static string BarSentence(this Adoption adoption)
    {
        var parts = Statuses.Where(s => adoption[s].Municipalities > 0).Select(s => $"{Number(adoption[s].Municipalities)} {s.InText()}").ToList();
        return $"{Number(adoption.Municipalities)} kommuner: {List(parts)}.";
    }

    /// <summary>The same with the threshold where it is a number of municipalities.</summary>
    public static string BarSentence(this RecommendationState state) =>
        state.Meters.FirstOrDefault(m => m.Measure is ThresholdMeasure.Municipalities) is { } meter
            ? $"{state.Adoption.BarSentence()} {meter.Sentence(state.Threshold!, state.AsOf.Day, state.Tense())}"
            : state.Adoption.BarSentence();

    /// <summary>"Sista svarsdag var 15 juni 2019, för 19 dagar sedan.", of a day that has been "Sista svarsdag var 15 juni 2019, 75 dagar senare."; null when no day is known, and before the question was put.</summary>
    public static string? DeadlineSentence(this Recommendation recommendation, DateOnly day, Tense tense)
    {
        if (recommendation.ResponseDeadline is not { } deadline || day < recommendation.AskedOn) return null;
        return (deadline.DayNumber - day.DayNumber, tense.IsPast) switch
        {
            (< -120, _) => $"Sista svarsdag var {deadline.Long()}.",
            (0, var past) => $"Sista svarsdag {tense.Is} {deadline.Long()}, {(past ? "samma dag" : "i dag")}.",
            (> 0 and var left, false) => $"Sista svarsdag är {deadline.Long()}, om {Count(left, "dag", "dagar")}.",
            (> 0 and var left, true) => $"Sista svarsdag var {deadline.Long()}, {Count(left, "dag", "dagar")} senare.",
            (var passed, false) => $"Sista svarsdag var {deadline.Long()}, för {Count(-passed, "dag", "dagar")} sedan.",
            (var passed, true) => $"Sista svarsdag var {deadline.Long()}, {Count(-passed, "dag", "dagar")} tidigare.",
        };
    }

    /// <summary>"191 kommuner hade antagit på sista svarsdagen 15 juni. 37 har kommit till sedan dess."</summary>
    public static string CurveSentence(this RecommendationState state)
    {
        if (state.Curve.Count == 0)
            return state.Adoption[Status.NoResponse].Municipalities == state.Adoption.Municipalities ? state.Headline().Text() : $"Ingen kommun {state.Tense().Have} antagit.";

        var now = state.Adoption.HaveAdopted;
        var deadline = state.Recommendation.ResponseDeadline;
        if (deadline is not { } last || state.AsOf.Day <= last)
            return $"{(now == 0 ? "Ingen kommun" : Municipalities(now))} {state.Tense().Have} antagit{(deadline is { } coming ? $". Sista svarsdag {state.Tense().Is} {Near(coming, state.AsOf.Day)}" : "")}.";

        var then = state.Curve.LastOrDefault(s => s.Day <= last)?.Adopted ?? 0;
        var since = (now - then) switch
        {
            0 => !state.Tense().IsPast ? "Lika många har antagit nu." : $"Lika många hade antagit {Near(state.AsOf.Day, last)}.",
            > 0 and var more => $"{Number(more)} {state.Tense().Have} kommit till sedan dess.",
            var fewer => $"{Number(-fewer)} {state.Tense().Have} fallit ifrån sedan dess.",
        };
        return $"{(then == 0 ? "Ingen kommun" : Municipalities(then))} hade antagit på sista svarsdagen {Near(last, state.AsOf.Day)}. {since}";
    }

    /// <summary>What the curve counts, and what the thin line is: "Antal kommuner som har antagit, även med förbehåll, efter den dag svaret kom in till SKR."</summary>
    public static string CurveCaption(this RecommendationState state)
    {
        var counted = $"Antal kommuner som {state.Tense().Have} antagit, även med förbehåll, efter den dag {(state.AsOf.Basis is Basis.Held ? "beslutet togs" : $"svaret kom in till {Association(state.AsOf.Day)}")}.";
        return state is { PreviousCurve: { } earlier, Recommendation.ResponseDeadline: not null }
            ? $"{counted} Den tunna linjen är {earlier.Deadline.Year} års omgång, {earlier.ShortTitle}, räknad från samma antal dagar före sista svarsdag."
            : counted;
    }

    /// <summary>The day of the curve's last number: the state's own, or the one since which nothing has changed.</summary>
    public static string DayOfLastNumber(this RecommendationState state, DateOnly point) => point == state.AsOf.Day ? point.WithoutYear() : $"sedan {state.Curve[^1].Day.Long()}";

    /// <summary>The state in one line to paste: "212 av 290 kommuner har antagit (73 %). De har 81 % av invånarna och betalar 15,8 av högst 19,5 mkr per år. Samlat system för kunskapsstyrning 2020–2023, läget 4 juli 2019."</summary>
    public static string SentenceInShort(this RecommendationState state)
    {
        var (adoption, asked) = (state.Adoption, !state.IsBeforeTheQuestion);
        var headline = asked && adoption.HaveAdopted > 0 && adoption.HaveAdopted < adoption.Municipalities
            ? $"{Number(adoption.HaveAdopted)} av {Number(adoption.Municipalities)} kommuner {state.Tense().Have} antagit ({Percent((decimal)adoption.HaveAdopted / adoption.Municipalities)})."
            : state.Headline().Text();
        string?[] sentences =
        [
            headline,
            asked && adoption.HaveAdopted > 0 ? Share(state, isShort: true) : null,
            DayInShort(state),
            state.EndedSentence(),
            state.ExampleSentence(),
        ];
        return string.Join(' ', sentences.OfType<string>());
    }

    /// <summary>"Samlat system för kunskapsstyrning 2020–2023, läget 15 juni 2019, räknat efter den dag beslutet togs.": what is pasted is read on another day and beside other things.</summary>
    private static string DayInShort(RecommendationState state) =>
        $"{state.Recommendation.TitleWithYears()}, läget {state.AsOf.Day.Long()}{(state.AsOf.Basis is Basis.Held ? ", räknat efter den dag beslutet togs" : "")}.";

    /// <summary>The whole state in sentences to paste: with day, question and source.</summary>
    public static string SentenceToCopy(this RecommendationState state)
    {
        var (adoption, tense) = (state.Adoption, state.Tense());
        var name = $"{Association(state.AsOf.Day)}:s rekommendation {state.Recommendation.TitleWithYears()}";
        var day = $"Den {state.AsOf.Day.Long()}";
        var counted = state.AsOf.Basis is Basis.Held
            ? "Räknat efter den dag beslutet togs."
            : $"Räknat efter den dag svaret kom in till {Association(state.AsOf.Day)}.";
        var example = state.ExampleSentence() is { } said ? $" {said}" : "";
        var source = $"Källa: Kunskapsstyrning; invånare SCB.{example}";
        if (state.IsBeforeTheQuestion) return $"{day} {tense.Have} kommunerna inte fått {name}. {state.QuestionSentence()} {source}";
        if (adoption[Status.NoResponse].Municipalities == adoption.Municipalities)
            return $"{day} {tense.Is} inget svar registrerat på {name}. {(state.EndedSentence() is { } over ? $"{over} " : "")}{counted} {source}";

        var reservation = adoption[Status.AdoptedWithReservation].Municipalities;
        var adopted = $"{day} {tense.Have} {Number(adoption.HaveAdopted)} av {Number(adoption.Municipalities)} kommuner antagit {name}"
            + (reservation > 0 ? $", {Number(reservation)} av dem med förbehåll" : "");
        var others = new[] { (Status.Declined, tense.IsPast ? "hade avstått" : "avstår"), (Status.InPreparation, $"{tense.Is} på väg"), (Status.NoResponse, $"{tense.Have} inte svarat") }
            .Where(o => adoption[o.Item1].Municipalities > 0)
            .Select(o => $"{Number(adoption[o.Item1].Municipalities)} {o.Item2}")
            .ToList();
        var rest = others.Count == 0 ? "" : $" {List(others)}.";
        var share = adoption.HaveAdopted == 0 ? "" : $" {string.Join(' ', new[] { Share(state), FeeNotSet(state) }.OfType<string>())}";
        return $"{adopted}.{share}{rest} {(state.EndedSentence() is { } ended ? $"{ended} " : "")}{counted} {source}";
    }

    /// <summary>"Avslutad: avgiftsåren var 2017 och 2018."; what has ended is said beside the day. Null while it has not.</summary>
    public static string? EndedSentence(this RecommendationState state)
    {
        if (!state.HasEnded || state.Recommendation.PhaseOn(state.AsOf.Day) is Phase.CalledOff) return null;

        var (asked, years) = (state.Recommendation, state.Recommendation.PayingYearsOn(state.AsOf.Day));
        var proposed = asked.ProposedExtension is { } extension ? $" En förlängning till och med {extension.LastYear} föreslogs." : "";
        return $"Avslutad: {(years.First == years.Last ? "avgiftsåret" : "avgiftsåren")} var {years.InWords()}.{proposed}";
    }

    /// <summary>"avslutad", "går inte vidare": what stands beside the title of a recommendation that nobody answers or pays for; null else.</summary>
    public static string? BesideTitle(this RecommendationState state) => state.Recommendation.PhaseOn(state.AsOf.Day) switch
    {
        Phase.CalledOff => state.Tense().IsPast ? "gick inte vidare" : "går inte vidare",
        _ when state.HasEnded => "avslutad",
        _ => null,
    };

    /// <summary>"Kronor per år är 2020 års avgift om alla i gruppen betalar.": why the numbers of the groups are others than what is paid in the years of the sentence. Null where they are the same.</summary>
    public static string? YearlyFeesSentence(this RecommendationState state)
    {
        var (adopted, reserved) = (state.Adoption[Status.Adopted].FirstYearFees, state.Adoption[Status.AdoptedWithReservation].FirstYearFees);
        return adopted is null || reserved is null || Secured(state).Values.All(paid => Some(paid) == Some(adopted.Value + reserved.Value))
            ? null
            : $"Kronor per år är {state.Recommendation.FundingYears.First} års avgift om alla i gruppen betalar.";
    }

    /// <summary>"72 har ännu inte svarat.", "72 hade ännu inte svarat."; null when all have, or none.</summary>
    public static string? StillMissing(this RecommendationState state)
    {
        var missing = state.Adoption[Status.NoResponse].Municipalities;
        return missing == 0 || missing == state.Adoption.Municipalities ? null : $"{Number(missing)} {state.Tense().Have} ännu inte svarat.";
    }

    /// <summary>What to say beside a recommendation in a list: "Svara senast 30 juni 2024", "Gäller 2025–2028".</summary>
    public static string Due(this Recommendation recommendation, DateOnly today)
    {
        if (recommendation.PhaseOn(today) is Phase.CalledOff) return "Går inte vidare";
        if (recommendation.ResponseDeadline is { } deadline && today <= deadline && recommendation.GoesAheadOn(today) is null) return $"Svara senast {deadline.Long()}";
        var years = recommendation.PayingYears;
        if (recommendation.PhaseOn(today) is Phase.OpenForAnswers) return "Ingen sista svarsdag";
        if (recommendation.ProposedExtension is { } proposed)
            return today.Year > proposed.LastYear ? "Avslutad" : $"Föreslagen förlängning till och med {proposed.LastYear}";
        if (years.Last > recommendation.FundingYears.Last && today.Year <= years.Last) return $"Förlängd till och med {years.Last}";
        if (today.Year < years.First) return $"Gäller från {years.First}";
        return today.Year <= years.Last ? $"Gäller {years.Text()}" : $"Avslutad {years.Last}";
    }

    /// <summary>The word beside an answer that came after the last day: the window for late joiners that it came in, "sen anslutning", or else "sent"; null when it came in time.</summary>
    public static string? LateWord(this MunicipalityRow row) => row switch
    {
        { IsLate: false } => null,
        { LaterRound: { } window } => Lower(window.Words),
        _ => "sent",
    };

    /// <summary>"kom in under sen anslutning", "kom in sent": of an answer that came on a day after the last.</summary>
    public static string HowLate(this Recommendation asked, DateOnly arrived) => asked.LaterRoundOn(arrived) is { } window ? $"kom in under {Lower(window.Words)}" : "kom in sent";

    /// <summary>What the words beside late answers mean; empty where no answer is late.</summary>
    private static string LateSentences(RecommendationState state)
    {
        if (state.Recommendation.ResponseDeadline is not { } deadline) return "";

        var late = state.LateWindows;
        var windows = late.OfType<Round>().ToList();
        var last = $"sista svarsdag{(state.Recommendation.Deadlines.Count == 0 ? $", {deadline.Long()}" : "")}";
        var sentences = windows.Select(w => $" ”{w.Words}” betyder att svaret kom in efter {last}{(last.Contains(',', StringComparison.Ordinal) ? "," : "")} men senast {w.Deadline.Long()}.");
        return string.Concat(late.Contains(null) ? sentences.Append($" ”Sent” betyder att svaret kom in efter {(windows is [.., var passed] ? passed.Deadline.Long() : last)}.") : sentences);
    }

    /// <summary>A word beside the status in the table: "utträtt från och med 2022", "bordlagt", "nytt förslag"; null when there is nothing more to say.</summary>
    public static string? Remark(this Standing standing)
    {
        if (standing.Beside is not null) return "nytt förslag";
        return standing.Content?.Outcome switch
        {
            Outcome.Leaves => standing.Content.LeavesFrom is { } year ? $"utträtt från och med {year}" : "utträtt",
            Outcome.Tabled => "bordlagt",
            Outcome.Remitted => "återremitterat",
            _ => null,
        };
    }

    /// <summary>"26 av 290 kommuner visas: ej svarat, Stockholms län. Läget 4 juli 2019. …"</summary>
    public static string TableCaption(this RecommendationView view, RecommendationState state, IReadOnlyList<MunicipalityRow> rows, bool showsAnswers)
    {
        var which = view.IsFiltered
            ? $"{Number(rows.Count)} av {Municipalities(state.Rows.Count)} visas: {Filter(view, state)}."
            : $"{Municipalities(rows.Count)}.";
        if (!showsAnswers) return which;

        var sum = view.SelectionSentence(state, rows) is { } counted ? $" {counted}" : "";
        return $"{which}{sum} Läget {state.AsOf.Day.Long()}.{LateSentences(state)}";
    }

    /// <summary>What a view shows, without its figures: "Samlat system för kunskapsstyrning 2020–2023: ej svarat, Norrbottens län, läget 4 juli 2019, räknat efter den dag svaret kom in."</summary>
    public static string Shows(this RecommendationView view, Recommendation asked, IEnumerable<County> counties)
    {
        IEnumerable<string?> parts =
        [
            view.IsFiltered ? Filter(view, code => NameOf(code, counties), view.Since) : "alla kommuner",
            view.Day is { } day && day != DateOnly.MaxValue ? $"läget {day.Long()}" : "läget den dag vyn öppnas",
            view.Since is { } since && !view.OnlyChanged ? $"ändringar sedan {since.Long()}" : null,
            view.Basis is Basis.Held ? "räknat efter den dag beslutet togs" : "räknat efter den dag svaret kom in",
        ];
        return $"{asked.TitleWithYears()}: {string.Join(", ", parts.OfType<string>())}.";
    }

    /// <summary>"Det här i adressen förstod vi inte, och det är utelämnat: länet ”1a” och statusen ”kanske”."</summary>
    public static string NotUnderstoodSentence(this RecommendationView view) => $"Det här i adressen förstod vi inte, och det är utelämnat: {List(view.NotUnderstood)}.";

    /// <summary>"10 000–19 999", "under 10 000", "200 000 eller fler".</summary>
    public static string Label(this SizeClass size) => (size.From, size.Through) switch
    {
        (0, { } through) => $"under {Number(through + 1)}",
        (var from, null) => $"{Number(from)} eller fler",
        var (from, through) => $"{Number(from)}–{Number(through.Value)}",
    };

    /// <summary>The head of a column.</summary>
    public static string Label(this TableColumn column) => column switch
    {
        TableColumn.Municipality => "Kommun",
        TableColumn.Status => "Status",
        TableColumn.County => "Län",
        TableColumn.Decided => "Beslutsdag",
        TableColumn.Body => "Beslutat av",
        TableColumn.Inhabitants => "Invånare",
        TableColumn.Fee => "Avgift per år, kr",
        TableColumn.Code => "Kommunkod",
        TableColumn.Arrived => "Kom in",
        TableColumn.Size => "Storlek, invånare",
        TableColumn.FirstYear => "Betalar från",
        _ => "Status före",
    };

    /// <summary>"+12 sedan 4 juli", "−3 sedan 4 juli", "oförändrat sedan 4 juli"; with its year, "+12 sedan 2018-12-20", where that is another than the day's.</summary>
    public static string Change(int now, int then, DateOnly since, DateOnly day) => $"{(now - then) switch
    {
        0 => "oförändrat",
        > 0 and var more => $"+{Number(more)}",
        var fewer => $"−{Number(-fewer)}",
    }} sedan {(since.Year == day.Year ? since.WithoutYear() : since.Iso())}";

    /// <summary>What was asked for when no municipality fits: "Ingen kommun passar: namn med ”ekrö”, Stockholms län."</summary>
    public static string NothingFits(this RecommendationView view, RecommendationState state) => $"Ingen kommun passar: {Filter(view, state)}.";

    /// <summary>"19 500 000 kr per år, som högst".</summary>
    public static string Text(this StatedCost cost) => $"{(cost.AtMost ? "högst " : "")}{cost.Yearly.Text()} per år";

    /// <summary>How the sum of the fees stands to the stated cost: "3 100 kr mer än den angivna kostnaden".</summary>
    public static string Beside(this StatedCost cost, Kronor sum)
    {
        if (sum == cost.Yearly) return "lika mycket som den angivna kostnaden";
        return sum > cost.Yearly
            ? $"{(sum - cost.Yearly).Text()} mer än den angivna kostnaden"
            : $"{(cost.Yearly - sum).Text()} mindre än den angivna kostnaden";
    }

    /// <summary>How the fee is set, in a sentence: "0,35264 kronor per invånare och år."</summary>
    public static string Sentence(this FeeTerms terms) => terms.Kind switch
    {
        FeeKind.NotSet => "Avgiften är inte fastställd.",
        FeeKind.RatePerInhabitant => $"{Rate(terms.Rate!.Value)} kronor per invånare och år.",
        FeeKind.ShareOfTotal => $"{terms.Total!.Value.Text()} per år delas efter antalet invånare.",
        FeeKind.Flat => $"{terms.Amount!.Value.Text()} per år, lika för alla kommuner.",
        FeeKind.FallingWithTakeUp => $"Högst {Rate(terms.Rate!.Value)} kronor per invånare och år. Priset sjunker ju fler som är med.{(terms.PricedAtTakeUp is { } part ? $" Här är det räknat som om {SwedishText.Percent(part)} av invånarna är med." : null)}",
        _ => "Avgiften står i en publicerad lista.",
    };

    /// <summary>"Varje avgift avrundas till närmaste 100 kr."</summary>
    public static string RoundingSentence(this FeeTerms terms)
    {
        var step = new Kronor(terms.Step);
        return terms.Rounding is RoundingMode.Each
            ? $"Varje avgift avrundas till närmaste {(terms.Step == 1 ? "krona" : step.Text())}."
            : $"Avgifterna fördelas i {(terms.Step == 1 ? "hela kronor" : $"steg om {step.Text()}")} så att de tillsammans blir exakt beloppet.";
    }

    /// <summary>"Föreslagen, inte beslutad: till och med 2024."</summary>
    public static string Sentence(this Extension extension) => extension.State is ExtensionState.Decided
        ? $"Beslutad {extension.BoardDecidedOn!.Value.Long()}: till och med {extension.LastYear}."
        : extension.Recall is { } recall ? $"Föreslagen till och med {extension.LastYear}, återkallad {recall.On.Long()}: {recall.Reason}"
        : $"Föreslagen, inte beslutad: till och med {extension.LastYear}.";

    /// <summary>"Om den beslutas är den som har antagit med utan nytt beslut."</summary>
    public static string? ModeSentence(this Extension extension) => (extension.State, extension.Mode) switch
    {
        _ when extension.Recall is not null => null,
        (ExtensionState.Decided, ExtensionMode.RollsForward) => "Den som har antagit är med utan nytt beslut.",
        (_, ExtensionMode.RollsForward) => "Om den beslutas är den som har antagit med utan nytt beslut.",
        _ => "Den som vill vara med svarar på nytt.",
    };

    private static string Rate(decimal rate) => Number(rate, Math.Max(2, Rounding.DecimalsIn(rate)));

    private static string Filter(RecommendationView view, RecommendationState state) =>
        Filter(view, code => NameOf(code, state.Rows.Select(r => r.County)), state.Earlier?.Day);

    private static string NameOf(string county, IEnumerable<County> counties) => counties.FirstOrDefault(c => c.Code == county)?.Name ?? $"län {county}, som inte finns";

    private static string Filter(RecommendationView view, Func<string, string> county, DateOnly? earlier)
    {
        IEnumerable<string?> parts =
        [
            view.Search is not { } search ? null : search.All(char.IsAsciiDigit) ? $"kod som börjar med {search}" : $"namn med ”{search}”",
            view.Statuses.Count == 0 ? null : string.Join(" eller ", view.Statuses.Select(s => s.InText())),
            view.County is { } code ? county(code) : null,
            view.Size?.Label() is { } size ? $"{size} invånare" : null,
            view.Body is { } body ? $"beslutat av {Lower(body.Label())}" : null,
            view.OnlyLate ? "sena svar" : null,
            view.OnlyChanged && earlier is { } since ? $"ändrat sedan {since.Long()}" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string? Share(RecommendationState state, bool isShort = false)
    {
        var adoption = state.Adoption;
        if (state.IsBeforeTheQuestion) return state.QuestionSentence();
        if (adoption[Status.NoResponse].Municipalities == adoption.Municipalities) return $"Alla {Number(adoption.Municipalities)} kommuner {(state.Tense().IsPast ? "stod" : "står")} som ej svarat.";
        if (adoption.HaveAdopted == 0) return null;

        var who = adoption.HaveAdopted == 1 ? "Den" : "De";
        return $"{who} {state.Tense().Have} {Percent(adoption.PopulationShareAdopted)} av invånarna{(Money(state, isShort) is { } paying ? $" och {paying}" : "")}.";
    }

    /// <summary>What is said about money besides what those who adopted pay.</summary>
    private static string? FeeNotSet(RecommendationState state)
    {
        if (state.Adoption.Possible.Count == 0 || state.Adoption.Possible.Values.Sum() == Kronor.Zero) return $"Avgiften {state.Tense().Is} inte fastställd.";
        return null;
    }

    /// <summary>"betalar 16,6 av högst 19,5 miljoner kronor per år", in short with "mkr"; each year told as it stands to the day. Null where no fee is set, and where nobody pays since it does not go ahead.</summary>
    private static string? Money(RecommendationState state, bool isShort)
    {
        var possible = state.Adoption.Possible;
        var secured = Secured(state);
        if (secured.Count == 0 || possible.Values.Sum() == Kronor.Zero) return null;

        var first = secured.Keys.Min();
        var last = secured.Keys.Max();
        var whole = state.Recommendation.StatedCost is { } cost
            ? $"{(cost.AtMost ? "högst " : "")}{cost.Yearly.Millions()}"
            : $"möjliga {possible[first].Millions()}";
        var unit = isShort ? "mkr" : "miljoner kronor";
        string Verb(int from, int through) => state.Paying(new YearSpan(from, through)).Pays;
        if (secured.Values.Select(Some).Distinct().Count() == 1) return $"{Verb(first, last)} {Some(secured[first])} av {whole} {unit} per år";

        var (verb, later) = (Verb(first, first), Verb(last, last));
        return $"{verb} {Some(secured[first])} av {whole} {unit} {first} och {(later == verb ? "" : $"{later} ")}{Some(secured[last])} {(isShort ? unit : "miljoner")} {last}";
    }

    /// <summary>What is paid in each year, but for those in which nobody pays since it does not go ahead.</summary>
    private static Dictionary<int, Kronor> Secured(RecommendationState state) =>
        state.Adoption.Secured.Where(s => !state.Recommendation.IsCalledOffIn(s.Key, state.AsOf.Day)).ToDictionary();

    /// <summary>Millions with one decimal; what would round to nothing is said to be less than the smallest.</summary>
    private static string Some(Kronor kronor) => kronor.Amount is > 0 and < 50_000m ? "mindre än 0,1" : kronor.Millions();

    /// <summary>The day, with its year only when it is another than that of the day one looks from.</summary>
    private static string Near(DateOnly day, DateOnly from) => day.Year == from.Year ? day.WithoutYear() : day.Long();

    private static string Capital(string text) => char.ToUpper(text[0], Culture) + text[1..];
}
