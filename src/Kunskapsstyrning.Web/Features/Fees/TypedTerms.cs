using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;
using Microsoft.Extensions.Primitives;

namespace Kunskapsstyrning.Web.Features.Fees;

/// <summary>Fee terms as they are typed. The prefix keeps two sets on one page apart; it begins the name and id of every field.</summary>
public sealed record TypedTerms
{
    private const int LongestText = 500;

    private readonly IReadOnlyDictionary<string, string> _fields;

    /// <summary>Terms with what is typed in each field, by its name without the prefix.</summary>
    public TypedTerms(IReadOnlyDictionary<string, string> fields, string prefix = "") => (_fields, Prefix) = (fields, prefix);

    /// <summary>The fields, in the order of the form.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["slag", "sats", "summa", "belopp", "anslutning", "vid", "tak", "rabatt", "rabatt-antal", "rabatt-procent", "folkmangdsdag", "steg", "avrundning", "kalla", "antagande"];

    /// <summary>The kinds of fee as they stand in forms and addresses, with what they are called.</summary>
    public static IReadOnlyList<(FeeKind Kind, string Word, string Label)> Kinds { get; } =
    [
        (FeeKind.RatePerInhabitant, "sats", "Kronor per invånare"),
        (FeeKind.ShareOfTotal, "andel", "En summa delas efter invånare"),
        (FeeKind.Flat, "lika", "Lika belopp för alla kommuner"),
        (FeeKind.FallingWithTakeUp, "fallande", "Högsta pris som sjunker när fler är med"),
        (FeeKind.PublishedList, "lista", "Bara en publicerad lista gäller"),
        (FeeKind.NotSet, "ej-faststalld", "Inte fastställd"),
    ];

    /// <summary>Who pays less, as it stands in forms and addresses, with what it is called.</summary>
    public static IReadOnlyList<(string Word, string Label)> Discounts { get; } = [("ingen", "Ingen"), ("storsta", "De största kommunerna"), ("over", "Kommuner med fler invånare än")];

    /// <summary>How fees come to whole steps, as it stands in forms and addresses, with what it is called.</summary>
    public static IReadOnlyList<(string Word, string Label)> Roundings { get; } = [("var", "Varje avgift för sig"), ("exakt", "Fördelas exakt, så att summan stämmer")];

    /// <summary>What begins the names of the fields.</summary>
    public string Prefix { get; }

    /// <summary>True when nothing was typed, not even a choice.</summary>
    public bool IsEmpty => Names.All(name => this[name].Length == 0);

    /// <summary>What is typed in a field; empty when nothing is.</summary>
    public string this[string name] => _fields.GetValueOrDefault(name) ?? "";

    /// <summary>The name and id of a field on its page.</summary>
    public string IdOf(string name) => Prefix + name;

    /// <summary>What is typed, by the names on the page, for an address or for hidden fields; empty fields left out.</summary>
    public IEnumerable<(string Name, string Text)> Fields => Names.Where(name => this[name].Length > 0).Select(name => (IdOf(name), this[name]));

    /// <summary>What is typed beside what stands, where they differ, field by field.</summary>
    public IReadOnlyList<TypedDifference> DifferencesFrom(TypedTerms standing) =>
        [.. Names.Where(name => this[name] != standing[name]).Select(name => new TypedDifference(LabelOf(name), standing.Shown(name), Shown(name)))];

    /// <summary>What a field is called.</summary>
    public static string LabelOf(string name) => name switch
    {
        "slag" => "Hur avgiften bestäms",
        "sats" => "Kronor per invånare och år",
        "summa" => "Summa att dela på, kronor per år",
        "belopp" => "Belopp för varje kommun, kronor per år",
        "anslutning" => "Anslutning där det högsta priset täcker kostnaden, procent av invånarna",
        "vid" => "Priset räknas vid anslutningen, procent av invånarna",
        "tak" => "Tak för alla avgifter tillsammans, kronor per år",
        "rabatt" => "Rabatt",
        "rabatt-antal" => "Rabatt, antal",
        "rabatt-procent" => "Rabatt, procent",
        "folkmangdsdag" => "Invånare den",
        "steg" => "Avrundas till, kronor",
        "avrundning" => "Avrundning",
        "kalla" => "Källa",
        "antagande" => "Antaget, inte sagt i källan",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such field."),
    };

    /// <summary>What stands in a field, with choices as they are called.</summary>
    private string Shown(string name) => name switch
    {
        "slag" => Kinds.FirstOrDefault(k => k.Word == this[name]).Label ?? "",
        "rabatt" => Discounts.FirstOrDefault(d => d.Word == this[name]).Label ?? "",
        "avrundning" => Roundings.FirstOrDefault(r => r.Word == this[name]).Label ?? "",
        _ => this[name],
    };

    /// <summary>Terms as a form posted them.</summary>
    public static TypedTerms Of(IFormCollection form, string prefix = "") => Of(name => form[name], prefix);

    /// <summary>Terms as an address asks for them.</summary>
    public static TypedTerms Of(IQueryCollection query, string prefix = "") => Of(name => query[name], prefix);

    /// <summary>Terms as a module of the page tells them.</summary>
    public static TypedTerms In(IReadOnlyDictionary<string, string> fields, string prefix = "") => Of(name => fields.GetValueOrDefault(name), prefix);

    /// <summary>Terms as they stand, to be changed.</summary>
    public static TypedTerms Of(FeeTerms terms, string prefix = "") => new(new Dictionary<string, string>
    {
        ["slag"] = Kinds.First(k => k.Kind == terms.Kind).Word,
        ["sats"] = Text(terms.Rate),
        ["summa"] = Text(terms.Total?.Amount),
        ["belopp"] = Text(terms.Amount?.Amount),
        ["anslutning"] = Text(terms.TakeUpAtHighestPrice * 100),
        ["vid"] = Text(terms.PricedAtTakeUp * 100),
        ["tak"] = Text(terms.Cap?.Amount),
        ["rabatt"] = terms.Discount switch { null => "ingen", { Largest: not null } => "storsta", _ => "over" },
        ["rabatt-antal"] = Text(terms.Discount?.Largest ?? terms.Discount?.InhabitantsAbove),
        ["rabatt-procent"] = Text(terms.Discount?.Part * 100),
        ["folkmangdsdag"] = terms.PopulationDate?.Iso() ?? "",
        ["steg"] = Text(terms.Step),
        ["avrundning"] = terms.Rounding is RoundingMode.Exact ? "exakt" : "var",
        ["kalla"] = terms.Source,
        ["antagande"] = terms.Assumption ?? "",
    }, prefix);

    /// <summary>The terms; null, with what is wrong added by the names on the page, when they cannot be used.</summary>
    /// <param name="populationDays">The days of which the inhabitants are known.</param>
    /// <param name="errors">What is wrong.</param>
    public FeeTerms? Read(IReadOnlyCollection<DateOnly> populationDays, FieldErrors errors)
    {
        var found = new FieldErrors();
        var kind = Kinds.FirstOrDefault(k => k.Word == this["slag"]);
        if (kind.Word is null) found.Add("slag", "Välj hur avgiften bestäms.");
        var terms = new FeeTerms
        {
            Kind = kind.Word is null ? FeeKind.NotSet : kind.Kind,
            Rate = Rate(found),
            Total = Amount("summa", "Summan", found),
            Amount = Amount("belopp", "Beloppet", found),
            TakeUpAtHighestPrice = Part("anslutning", "Anslutningen", found),
            PricedAtTakeUp = Part("vid", "Anslutningen", found),
            Cap = Amount("tak", "Taket", found),
            Discount = Discount(found),
            PopulationDate = Day(populationDays, found),
            Step = Step(found),
            Rounding = Mode(found),
            Source = Words("kalla", found),
            Assumption = Words("antagande", found) is { Length: > 0 } assumption ? assumption : null,
        };

        // What could not be read is not there for the rules to judge: one sentence for each field.
        if (kind.Word is not null)
            foreach (var refusal in FeeTermsRefusals.Of(terms).Where(r => found[r.Field!] is null)) found.Add(refusal);
        foreach (var (field, sentence) in found.All.OrderBy(e => Names.ToList().IndexOf(e.Field!))) errors.Add(IdOf(field!), sentence);
        return found.Any ? null : terms;
    }

    private static TypedTerms Of(Func<string, StringValues> typed, string prefix) =>
        new(Names.ToDictionary(name => name, name => TypedText.Printed(typed(prefix + name).ToString()).Trim()), prefix);

    private decimal? Rate(FieldErrors errors)
    {
        if (this["sats"].Length == 0) return null;
        if (SwedishAmount.TryParseRate(this["sats"], out var rate) || SwedishNumber.TryParse(this["sats"], out rate)) return rate;
        errors.Add("sats", "Satsen går inte att läsa. Skriv kronor per invånare med komma, till exempel 1,95.");
        return null;
    }

    private Kronor? Amount(string name, string what, FieldErrors errors)
    {
        if (this[name].Length == 0) return null;
        if (SwedishAmount.TryParse(this[name], out var amount)) return amount;
        errors.Add(name, $"{what} går inte att läsa. Skriv i kronor, till exempel 19 500 000 eller 19,5 mkr.");
        return null;
    }

    private decimal? Part(string name, string what, FieldErrors errors)
    {
        if (this[name].Length == 0) return null;
        if (SwedishNumber.TryParse(this[name].TrimEnd('%', ' ', '\u00A0'), out var per) && Math.Abs(per) < 1_000_000m) return per / 100m;
        errors.Add(name, $"{what} går inte att läsa. Skriv procent, till exempel 10.");
        return null;
    }

    private DiscountRule? Discount(FieldErrors errors)
    {
        if (this["rabatt"] is "" or "ingen")
        {
            if (this["rabatt-antal"].Length > 0 || this["rabatt-procent"].Length > 0) errors.Add("rabatt", "Välj vilka som får rabatten, eller töm antal och procent.");
            return null;
        }

        if (this["rabatt"] is not ("storsta" or "over"))
        {
            errors.Add("rabatt", "Välj vilka som får rabatt.");
            return null;
        }

        var part = Part("rabatt-procent", "Rabatten", errors);
        if (part is null && errors["rabatt-procent"] is null) errors.Add("rabatt-procent", "Skriv hur många procent rabatten är.");
        var whole = SwedishNumber.TryParse(this["rabatt-antal"], out var read) && read == decimal.Truncate(read) && read <= int.MaxValue;
        if (!whole) errors.Add(FeeTermsRefusals.DiscountForNobody);
        if (!whole || part is not { } off) return null;

        if (FeeTermsRefusals.OfDiscount((int)Math.Max(read, 0), off) is { } refusal)
        {
            errors.Add(refusal);
            return null;
        }

        return this["rabatt"] == "storsta" ? DiscountRule.ForLargest((int)read, off) : DiscountRule.Above((int)read, off);
    }

    private DateOnly? Day(IReadOnlyCollection<DateOnly> populationDays, FieldErrors errors)
    {
        if (this["folkmangdsdag"].Length == 0) return null;
        if (!SwedishDay.TryParse(this["folkmangdsdag"], out var day)) errors.Add("folkmangdsdag", SwedishDay.Unreadable);
        else if (!populationDays.Contains(day)) errors.Add(FeeTermsRefusals.PopulationNotThere);
        else return day;
        return null;
    }

    private decimal Step(FieldErrors errors)
    {
        if (this["steg"].Length == 0) return 1m;
        if (SwedishAmount.TryParse(this["steg"], out var step) && FeeTermsRefusals.OfStep(step.Amount) is null) return step.Amount;
        errors.Add(FeeTermsRefusals.StepUnreasonable);
        return 1m;
    }

    private RoundingMode Mode(FieldErrors errors)
    {
        if (this["avrundning"] is not ("" or "var" or "exakt")) errors.Add("avrundning", "Välj hur avgifterna avrundas.");
        return this["avrundning"] == "exakt" ? RoundingMode.Exact : RoundingMode.Each;
    }

    private string Words(string name, FieldErrors errors)
    {
        if (this[name].Length > LongestText) errors.Add(name, $"Skriv högst {LongestText} tecken.");
        return this[name];
    }

    /// <summary>As a person would write it, with ordinary spaces: it goes into an address too.</summary>
    private static string Text(decimal? number) =>
        number is { } some ? SwedishText.Number(some, Rounding.DecimalsIn(some)).Replace(SwedishText.NoBreakSpace, ' ').Replace(SwedishText.Minus, '-') : "";
}
