using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>What is typed about a decision, field by field as the forms name them; the same when it is logged and when it is corrected.</summary>
public sealed class DecisionFields(IReadOnlyDictionary<string, string> fields)
{
    private const int LongestBlock = 4_000;
    private const int LongestLine = 300;

    /// <summary>The fields, in the order of the form.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "utfall", "villkor", "forsta-avgiftsar", "skalkod", "skal", "uttrader-fran", "niva", "inkommet", "organ", "sammantradesdag", "paragraf", "dnr",
        "avsandare", "justerat", "anslaget", "overklagas-senast",
    ];

    /// <summary>What each outcome is called in a form.</summary>
    public static IReadOnlyDictionary<string, Outcome> Outcomes { get; } = new Dictionary<string, Outcome>
    {
        ["antar"] = Outcome.Adopts,
        ["forbehall"] = Outcome.AdoptsWithReservation,
        ["avstar"] = Outcome.Declines,
        ["uttrader"] = Outcome.Leaves,
        ["bordlagger"] = Outcome.Tabled,
        ["aterremitterar"] = Outcome.Remitted,
    };

    /// <summary>What each stage is called in a form.</summary>
    public static IReadOnlyDictionary<string, Stage> Stages { get; } = new Dictionary<string, Stage> { ["forslag"] = Stage.Proposal, ["slutligt"] = Stage.Final };

    /// <summary>What each reason for declining is called in a form.</summary>
    public static IReadOnlyDictionary<string, DecliningReason> Reasons { get; } = new Dictionary<string, DecliningReason>
    {
        ["kostnad"] = DecliningReason.Cost,
        ["staten"] = DecliningReason.StateShouldPay,
        ["annan-losning"] = DecliningReason.OtherArrangement,
        ["inget-behov"] = DecliningReason.NoNeed,
        ["vantar"] = DecliningReason.Later,
        ["annat"] = DecliningReason.Other,
    };

    /// <summary>What is typed in a field; empty when nothing is.</summary>
    public string this[string name] => fields.GetValueOrDefault(name) ?? "";

    /// <summary>The outcome chosen; null when none is.</summary>
    public Outcome? ChosenOutcome => Outcomes.TryGetValue(this["utfall"].Trim(), out var outcome) ? outcome : null;

    /// <summary>The stage chosen; null when none is.</summary>
    public Stage? ChosenStage => Stages.TryGetValue(this["niva"].Trim(), out var stage) ? stage : null;

    /// <summary>The fields that would give a decision as it stands.</summary>
    public static DecisionFields Of(DecisionContent content, DecisionDetails details) => new(new Dictionary<string, string>
    {
        ["utfall"] = Outcomes.First(o => o.Value == content.Outcome).Key,
        ["niva"] = Stages.First(s => s.Value == content.Stage).Key,
        ["organ"] = content.Body ?? "",
        ["sammantradesdag"] = Text(content.DecidedOn),
        ["inkommet"] = Text(content.ArrivedOn),
        ["forsta-avgiftsar"] = Text(content.FirstPayingYear),
        ["uttrader-fran"] = Text(content.LeavesFrom),
        ["paragraf"] = details.Paragraph ?? "",
        ["dnr"] = details.CaseNumber ?? "",
        ["villkor"] = details.Conditions ?? "",
        ["skalkod"] = Reasons.FirstOrDefault(r => r.Value == details.Reason).Key ?? "",
        ["skal"] = details.ReasonQuote ?? "",
        ["avsandare"] = details.Sender ?? "",
        ["justerat"] = Text(details.ApprovedOn),
        ["anslaget"] = Text(details.AnnouncedOn),
        ["overklagas-senast"] = Text(details.AppealBy),
    });

    /// <summary>Reads what is typed; null, with what is wrong added, when it cannot be read.</summary>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="arrivedIfBlank">The day it came when the field is left out.</param>
    public (DecisionContent Content, DecisionDetails Details)? Read(FieldErrors errors, DateOnly arrivedIfBlank)
    {
        var reader = new FieldReader(this, errors);
        var outcome = ChosenOutcome ?? reader.Wrong<Outcome>("utfall", "Välj kommunens ställningstagande.");
        var conditions = Block("villkor");
        if (outcome is Outcome.AdoptsWithReservation && conditions is null) errors.Add("villkor", "Skriv villkoren med kommunens ord, eller välj Antar.");
        if (outcome is { } and not Outcome.AdoptsWithReservation && conditions is not null)
            errors.Add("villkor", "Villkor hör till Antar med förbehåll. Välj det, eller töm fältet.");
        var paysFrom = reader.Year("forsta-avgiftsar");
        var leavesFrom = reader.Year("uttrader-fran");
        var stage = ChosenStage ?? reader.Wrong<Stage>("niva", "Välj om det är ett förslag eller ett slutligt beslut.");
        var arrived = reader.Day("inkommet", "dagen då det kom in");
        var decided = reader.Day("sammantradesdag", "sammanträdesdagen");
        var (approved, announced, appeal) = (reader.Day("justerat", "justeringsdagen"), reader.Day("anslaget", "dagen då det anslogs"), reader.Day("overklagas-senast", "sista dagen att överklaga"));
        foreach (var name in Names.Where(n => this[n].Length > MostIn(n))) errors.Add(name, $"Texten är för lång. Skriv det viktigaste, högst {Swedish.Number(MostIn(name))} tecken.");
        if (errors.Any || outcome is null || stage is null) return null;

        return (
            new DecisionContent
            {
                Outcome = outcome.Value,
                Stage = stage.Value,
                Body = Line("organ"),
                DecidedOn = decided,
                ArrivedOn = arrived ?? arrivedIfBlank,
                FirstPayingYear = outcome is Outcome.Adopts or Outcome.AdoptsWithReservation ? paysFrom : null,
                LeavesFrom = outcome is Outcome.Leaves ? leavesFrom : null,
            },
            new DecisionDetails
            {
                Paragraph = Line("paragraf"),
                CaseNumber = Line("dnr"),
                Conditions = conditions,
                Reason = outcome is Outcome.Declines && Reasons.TryGetValue(this["skalkod"], out var reason) ? reason : null,
                ReasonQuote = outcome is Outcome.Adopts or Outcome.AdoptsWithReservation ? null : Block("skal"),
                Sender = Line("avsandare"),
                ApprovedOn = approved,
                AnnouncedOn = announced,
                AppealBy = appeal,
            });
    }

    private static int MostIn(string name) => name is "villkor" or "skal" ? LongestBlock : LongestLine;

    /// <summary>A text on one line, with every kind of space as one ordinary; null when there is none.</summary>
    private string? Line(string name)
    {
        var words = string.Join(' ', Printed(this[name]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words;
    }

    /// <summary>A text in paragraphs; null when there is none.</summary>
    private string? Block(string name) => Printed(this[name].Replace("\r\n", "\n", StringComparison.Ordinal)).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Without what cannot be printed, which PostgreSQL would refuse.</summary>
    private static string Printed(string text) => string.Concat(text.Where(PrintedText.Shows));

    private static string Text(DateOnly? day) => day?.Iso() ?? "";

    private static string Text(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Reads fields one by one and adds what is wrong.</summary>
internal sealed class FieldReader(DecisionFields fields, FieldErrors errors)
{
    private const string WrongYear = "Det går inte att läsa året. Skriv det med fyra siffror.";

    /// <summary>Nothing can be read, and why.</summary>
    public T? Wrong<T>(string name, string sentence) where T : struct
    {
        errors.Add(name, sentence);
        return null;
    }

    /// <summary>A day; null when the field is empty or wrong.</summary>
    /// <param name="name">The field.</param>
    /// <param name="which">What the day is called in a sentence.</param>
    public DateOnly? Day(string name, string which)
    {
        if (string.IsNullOrWhiteSpace(fields[name])) return null;
        return SwedishDay.TryParse(fields[name], out var day) ? day : Wrong<DateOnly>(name, SwedishDay.UnreadableAs(which));
    }

    /// <summary>A year; null when the field is empty or wrong.</summary>
    public int? Year(string name)
    {
        var text = fields[name].Trim();
        if (text.Length == 0) return null;
        return text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : Wrong<int>(name, WrongYear);
    }
}
