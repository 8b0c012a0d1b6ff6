using System.Globalization;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>All that a draft says, as it is typed: text by the name of its field.</summary>
public sealed partial class TypedContent
{
    private const int MostRows = 60;
    private const int LongestText = 500;
    private const int LongestPoints = 20_000;

    private readonly Dictionary<string, string> _fields;

    private TypedContent(Dictionary<string, string> fields) => _fields = fields;

    /// <summary>Everything that is typed.</summary>
    public IEnumerable<string> Texts => _fields.Values;

    /// <summary>What is typed in a field; empty when nothing is.</summary>
    public string this[string name] => _fields.GetValueOrDefault(name) ?? "";

    /// <summary>How many rows of a kind are shown: those filled in, and some to fill in.</summary>
    public int RowsShown(string kind) => Math.Min(MostRows, Math.Max(Filled(kind) + (kind == "tid" ? 3 : 1), kind == "tid" ? 4 : 2));

    /// <summary>What was posted.</summary>
    public static TypedContent Of(IFormCollection form) => new(form.Keys.ToDictionary(key => key, key => key == "att-satser" ? TypedText.Printed(form[key].ToString()).Trim() : form.OnOneLine(key)));

    /// <summary>What stands, to be changed.</summary>
    /// <param name="draft">What it says.</param>
    /// <param name="predecessor">The name in addresses of the one it renews; empty when it renews none.</param>
    public static TypedContent Of(DraftContent draft, string predecessor)
    {
        var fields = new Dictionary<string, string>
        {
            ["rubrik"] = draft.Title, ["kort-rubrik"] = draft.ShortTitle, ["styrelsemote"] = draft.BoardDecision.On.Iso(), ["meddelande"] = draft.BoardDecision.Notice ?? "",
            ["beslut-kalla"] = draft.BoardDecision.Source, ["att-satser"] = string.Join("\n\n", draft.Points),
            ["brev-dag"] = draft.Letter?.SentOn.Iso() ?? "", ["brev-till"] = draft.Letter?.Addressees ?? "", ["brev-svar"] = draft.Letter?.AnswerTo ?? "", ["brev-kalla"] = draft.Letter?.Source ?? "",
            ["dnr"] = draft.CaseNumber ?? "", ["kontakt"] = draft.Contact ?? "",
            ["kostnad"] = Number(draft.StatedCost?.Yearly.Amount), ["kostnad-slag"] = draft.StatedCost?.AtMost is true ? "hogst" : "beraknad", ["kostnad-kalla"] = draft.StatedCost?.Source ?? "",
            ["motiv"] = draft.AsksForReasons ? "ja" : "", ["foregangare"] = predecessor,
        };
        foreach (var (name, text) in FieldsOf(draft.Threshold)) fields[name] = text;
        foreach (var (at, period) in draft.Periods.Index()) Add(fields, $"period-{at + 1}", ("id", period.Id.Value.ToString()), ("forsta", Year(period.Years.First)), ("sista", Year(period.Years.Last)));
        foreach (var (at, round) in draft.Rounds.Index()) Add(fields, $"omgang-{at + 1}", ("dag", round.Deadline.Iso()), ("ord", round.Words), ("kalla", round.Source));
        foreach (var (at, day) in draft.Timetable.Index()) Add(fields, $"tid-{at + 1}", ("dag", day.Day.Iso()), ("vad", day.What), ("kalla", day.Source));
        return new TypedContent(fields);
    }

    /// <summary>When enough have joined, to be changed.</summary>
    public static TypedContent Of(Threshold? threshold) => new(FieldsOf(threshold));

    /// <summary>What was typed beside what stands, where they differ, field by field.</summary>
    public IReadOnlyList<TypedDifference> DifferencesFrom(TypedContent standing) =>
        [.. _fields.Keys.Union(standing._fields.Keys).Where(IsShown).Where(n => this[n] != standing[n]).Select(n => new TypedDifference(DraftFields.LabelOf(n), standing[n], this[n]))];

    /// <summary>What it says; null, with what is wrong added, when it cannot be read.</summary>
    /// <param name="errors">What is wrong.</param>
    /// <param name="named">The recommendation with a name in addresses; null when there is none.</param>
    /// <param name="own">The periods that the draft has: an id that is none of theirs is that of a new one.</param>
    public DraftContent? Read(FieldErrors errors, Func<string, RecommendationId?> named, IEnumerable<FundingPeriodId> own)
    {
        foreach (var (name, text) in _fields.Where(f => f.Key != "att-satser" && f.Key is not "__RequestVerificationToken" && f.Value.Length > LongestText)) errors.Add(name, $"Skriv högst {LongestText} tecken.");
        if (this["att-satser"].Length > LongestPoints) errors.Add("att-satser", "Att-satserna är för långa.");
        if (DayOf("styrelsemote", "styrelsemötets dag", errors, needed: "Skriv vilken dag styrelsen möts eller har mötts.") is not { } meeting) meeting = DateOnly.MaxValue;
        var content = new DraftContent
        {
            Title = this["rubrik"], ShortTitle = this["kort-rubrik"], BoardDecision = new BoardDecision(meeting, OrNull("meddelande"), this["beslut-kalla"]),
            Points = [.. BetweenPoints().Split(this["att-satser"]).Select(p => string.Join(' ', p.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(p => p.Length > 0)],
            Letter = Letter(errors), CaseNumber = OrNull("dnr"), Contact = OrNull("kontakt"), StatedCost = Cost(errors), Periods = Periods(errors, [.. own]),
            Rounds = [.. Rows("omgang", ["dag", "ord", "kalla"]).Select(n => DayOf($"omgang-{n}-dag", $"sista svarsdagen på rad {n}", errors, "Skriv dagen.") is { } day ? new DraftedRound(day, Words(n), this[$"omgang-{n}-kalla"]) : null).OfType<DraftedRound>()],
            Timetable = [.. Rows("tid", ["dag", "vad", "kalla"]).Select(n => Entry(n, errors)).OfType<DraftedDay>()],
            Threshold = Threshold(errors), AsksForReasons = this["motiv"] == "ja", Predecessor = Predecessor(errors, named),
        };
        foreach (var refusal in content.Refusals().Where(r => errors[r.Field!] is null)) errors.Add(refusal);
        return errors.Any ? null : content;
    }

    /// <summary>When enough have joined; null, with what is wrong added, when it cannot be read or nothing is said.</summary>
    public Threshold? ReadThreshold(FieldErrors errors)
    {
        foreach (var name in DraftFields.Threshold.Select(f => f.Name).Where(n => this[n].Length > LongestText)) errors.Add(name, $"Skriv högst {LongestText} tecken.");
        var threshold = Threshold(errors);
        if (errors.Any) return null;

        if (threshold is null) errors.Add(RecommendationRefusals.NoThreshold);
        else if (Domain.Recommendations.Threshold.RefusalOf(threshold) is { } refusal) errors.Add(refusal);
        if (this["grans-kalla"].Length == 0) errors.Add(RecommendationRefusals.ThresholdNeedsSource);
        return errors.Any ? null : threshold;
    }

    private static Dictionary<string, string> FieldsOf(Threshold? threshold) => new()
    {
        ["grans-ord"] = threshold?.Words ?? "", ["grans-antal"] = Number(threshold?.Municipalities), ["grans-andel-kommuner"] = Number(threshold?.ShareOfMunicipalities * 100),
        ["grans-andel-invanare"] = Number(threshold?.ShareOfInhabitants * 100), ["grans-kronor"] = Number(threshold?.Secured?.Amount), ["grans-kalla"] = threshold?.Source ?? "",
    };

    private List<DraftedYears> Periods(FieldErrors errors, HashSet<FundingPeriodId> left)
    {
        var periods = new List<DraftedYears>();
        foreach (var n in Rows("period", ["forsta", "sista"]))
        {
            var id = Guid.TryParse(this[$"period-{n}-id"], out var known) && left.Remove(new FundingPeriodId(known)) ? known : Guid.CreateVersion7();
            if (YearFields.Read(errors, ($"period-{n}-forsta", this[$"period-{n}-forsta"]), ($"period-{n}-sista", this[$"period-{n}-sista"])) is { } years) periods.Add(new DraftedYears(new FundingPeriodId(id), years));
        }

        return periods;
    }

    private CoverLetter? Letter(FieldErrors errors)
    {
        if (this["brev-dag"].Length + this["brev-till"].Length + this["brev-svar"].Length + this["brev-kalla"].Length == 0) return null;
        return DayOf("brev-dag", "brevets dag", errors, "Skriv brevets dag. Är den inte bestämd, skriv den planerade.") is { } day ? new CoverLetter(day, this["brev-till"], this["brev-svar"], this["brev-kalla"]) : null;
    }

    private StatedCost? Cost(FieldErrors errors) => AmountOf("kostnad", errors) is { } cost ? new StatedCost(cost, this["kostnad-slag"] == "hogst", this["kostnad-kalla"]) : null;

    private DraftedDay? Entry(int n, FieldErrors errors)
    {
        if (this[$"tid-{n}-vad"].Length == 0) errors.Add($"tid-{n}-vad", "Skriv vad som händer.");
        return DayOf($"tid-{n}-dag", $"dagen på rad {n} i tidsplanen", errors, "Skriv dagen.") is { } day ? new DraftedDay(day, this[$"tid-{n}-vad"], this[$"tid-{n}-kalla"]) : null;
    }

    private Threshold? Threshold(FieldErrors errors)
    {
        int? number = null;
        if (this["grans-antal"].Length > 0)
        {
            if (SwedishNumber.TryParse(this["grans-antal"], out var read) && read == decimal.Truncate(read) && Math.Abs(read) < 100_000) number = (int)read;
            else errors.Add("grans-antal", "Skriv antalet kommuner med siffror.");
        }

        var threshold = new Threshold(number, this["grans-ord"], this["grans-kalla"])
        {
            ShareOfMunicipalities = ShareOf("grans-andel-kommuner", errors), ShareOfInhabitants = ShareOf("grans-andel-invanare", errors), Secured = AmountOf("grans-kronor", errors),
        };
        return threshold.IsOnlyWords && threshold.Words.Length == 0 ? null : threshold;
    }

    private RecommendationId? Predecessor(FieldErrors errors, Func<string, RecommendationId?> named)
    {
        if (this["foregangare"].Length == 0) return null;
        if (named(this["foregangare"]) is { } id) return id;
        errors.Add("foregangare", "Välj en rekommendation i listan.");
        return null;
    }

    private DateOnly? DayOf(string name, string which, FieldErrors errors, string needed)
    {
        if (SwedishDay.TryParse(this[name], out var day)) return day;
        errors.Add(name, this[name].Length == 0 ? needed : SwedishDay.UnreadableAs(which));
        return null;
    }

    private Kronor? AmountOf(string name, FieldErrors errors)
    {
        if (this[name].Length == 0) return null;
        if (SwedishAmount.TryParse(this[name], out var amount)) return amount;
        errors.Add(name, "Beloppet går inte att läsa. Skriv i kronor, till exempel 19 500 000 eller 19,5 mkr.");
        return null;
    }

    private decimal? ShareOf(string name, FieldErrors errors)
    {
        if (this[name].Length == 0) return null;
        if (SwedishNumber.TryParse(this[name].TrimEnd('%', ' ', SwedishText.NoBreakSpace), out var percent) && Math.Abs(percent) < 1000m) return percent / 100m;
        errors.Add(name, "Andelen går inte att läsa. Skriv procent, till exempel 60.");
        return null;
    }

    private string Words(int number) => this[$"omgang-{number}-ord"] is { Length: > 0 } words ? words : number == 1 ? "Sista svarsdag" : "Sen anslutning";

    private string? OrNull(string name) => this[name].Length == 0 ? null : this[name];

    private IEnumerable<int> Rows(string kind, string[] fields) => Enumerable.Range(1, MostRows).Where(n => fields.Any(f => this[$"{kind}-{n}-{f}"].Length > 0));

    private int Filled(string kind) => Rows(kind, [.. DraftFields.Rows[kind].Select(f => f.Name)]).LastOrDefault();

    private static bool IsShown(string name) => name is not ("__RequestVerificationToken" or "sedd") && !name.EndsWith("-id", StringComparison.Ordinal);

    private static void Add(Dictionary<string, string> fields, string row, params (string Name, string Text)[] values)
    {
        foreach (var (name, text) in values) fields[$"{row}-{name}"] = text;
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Number(decimal? number) => number is { } some ? SwedishText.Number(some, Rounding.DecimalsIn(some)).Replace(SwedishText.NoBreakSpace, ' ').Replace(SwedishText.Minus, '-') : "";

    [GeneratedRegex(@"\n\s*\n|\n(?=\s*att\s)", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex BetweenPoints();
}
