using System.Security.Cryptography;
using System.Text.Json;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>What would become of every row of a list, tried by the same rules as a decision that is logged by hand. Stores nothing.</summary>
public sealed class ImportPlan
{
    private readonly RowReading _reading;
    private readonly Recommendation _asked;
    private readonly MunicipalityNames _names;
    private readonly DateOnly _today;
    private readonly DateOnly _arrived;
    private readonly Dictionary<MunicipalityCode, List<RegisteredDecision>> _registered;
    private readonly Dictionary<MunicipalityCode, Standing> _standings = [];
    private readonly Dictionary<MunicipalityCode, List<PlannedRow>> _planned = [];

    private ImportPlan(ListTable table, ListChoices choices, Recommendation asked, MunicipalityNames names, IEnumerable<Response> registered, DateOnly today)
    {
        (_reading, _asked, _names, _today) = (new RowReading(table, choices), asked, names, today);
        _arrived = SwedishDay.TryParse(choices.Arrived, out var day) && day <= today ? day : today;
        _registered = registered.ToDictionary(r => r.MunicipalityCode, r => r.Decisions.Where(d => d.Retraction is null).Select(AsRegistered).OrderBy(d => d.First.At).ToList());
        Rows = [.. table.Rows.Select((cells, at) => (cells, number: table.FirstRow + at)).Where(r => r.cells.Any(c => c.Length > 0)).Select(r => Plan(r.number, r.cells))];
    }

    /// <summary>Every row with something in it, in the order of the list.</summary>
    public IReadOnlyList<PlannedRow> Rows { get; }

    /// <summary>The rows that can be registered and whose day of arrival the list does not tell.</summary>
    public int WithoutArrival => Rows.Count(r => r is { Plan: RowPlan.Add, LacksArrival: true });

    /// <summary>The day they get.</summary>
    public DateOnly Arrived => _arrived;

    /// <summary>Rows that can be registered with nothing to look at.</summary>
    public int Ready => Rows.Count(r => r is { Plan: RowPlan.Add, NeedsLook: false });

    /// <summary>Rows to look at.</summary>
    public int ToLookAt => Rows.Count(r => r.NeedsLook);

    /// <summary>Rows that cannot be registered.</summary>
    public int Failing => Rows.Count(r => r.Plan is RowPlan.Fails);

    /// <summary>Rows that say what is registered already.</summary>
    public int Same => Rows.Count(r => r.Plan is RowPlan.Same);

    /// <summary>Rows that say that nobody has answered.</summary>
    public int NoAnswers => Rows.Count(r => r.Plan is RowPlan.NoAnswer);

    /// <summary>What was seen, as a fingerprint: another one when a row would come to something else than it did, or would be registered otherwise.</summary>
    public string Seen
    {
        get
        {
            var rows = Rows.Select(r => new { r.Number, r.Plan, r.NeedsLook, Municipality = r.Municipality?.Code.Digits, r.Content, r.Details, r.Registered?.Current.Sequence, Warnings = r.Soft.Count });
            return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { _asked.Slug, Rows = rows })));
        }
    }

    /// <summary>Tries a list.</summary>
    /// <param name="registered">The answers to the recommendation, whole.</param>
    internal static ImportPlan Of(ListTable table, ListChoices choices, Recommendation asked, MunicipalityNames names, IEnumerable<Response> registered, DateOnly today) =>
        new(table, choices, asked, names, registered, today);

    private PlannedRow Plan(int number, IReadOnlyList<string> cells)
    {
        var typed = _reading.Row(cells);
        var row = new PlannedRow { Number = number, Cells = cells, Named = typed.Municipality, Municipality = _names.Find(typed.Municipality), Plan = RowPlan.Fails };
        if (typed.Wrong.Count > 0) return row with { Hard = typed.Wrong };
        if (row.Municipality is not { } municipality) return row with { Hard = [typed.Municipality.Length == 0 ? "Kommunen saknas." : LogRefusals.UnknownMunicipality.Sentence] };
        if (typed.SaysNoAnswer) return row with { Plan = RowPlan.NoAnswer };

        var errors = new FieldErrors();
        if (new DecisionFields(typed.Fields).Read(errors, typed.ArrivedIfUntold(_arrived)) is not { } read) return row with { Hard = [.. errors.All.Select(e => e.Sentence)] };
        if ((LogRefusals.OfMunicipality(municipality, read.Content) ?? DecisionRefusals.Of(read.Content, _asked.Asked, _today)) is { } refusal) return row with { Content = read.Content, Hard = [refusal.Sentence] };

        var planned = Weigh(row with { Content = read.Content, Details = read.Details, LacksArrival = typed["inkommet"].Length == 0 }, municipality, typed);
        if (!_planned.TryGetValue(municipality.Code, out var rows)) _planned[municipality.Code] = rows = [];
        rows.Add(planned);
        return planned;
    }

    /// <summary>Holds a row that can be read against what is registered, and against the rows before it.</summary>
    private PlannedRow Weigh(PlannedRow row, Municipality municipality, TypedRow typed)
    {
        var content = row.Content!;
        var earlierRows = _planned.GetValueOrDefault(municipality.Code) ?? [];
        if (earlierRows.Find(r => SameDecision.Is(r.Content!, content)) is { } before)
        {
            return before.Content == content && before.Details == row.Details
                ? row with { Plan = RowPlan.Twice, Soft = [$"Samma beslut står redan på rad {before.Number}."] }
                : row with { Plan = RowPlan.Fails, Hard = [$"Raden säger emot rad {before.Number} om samma beslut. Behåll den ena."] };
        }

        var registered = _registered.GetValueOrDefault(municipality.Code) ?? [];
        var standing = StandingOf(municipality.Code, registered);
        row = row with { StandsOn = standing.Content };
        if (registered.Find(d => SameDecision.Is(d.Current.Content, content)) is { } same)
        {
            return earlierRows.Find(r => r.Registered?.Id == same.Id) is { } taken
                ? row with { Plan = RowPlan.Fails, Hard = [$"Rad {taken.Number} gäller samma registrerade beslut. Behåll den ena."] }
                : Compare(row, same, typed);
        }

        var warnings = Warnings.About(new DecisionFields(typed.Fields), municipality, _asked, standing, registered, _today);
        IEnumerable<string?> soft =
        [
            .. warnings.Where(w => !w.IsOnlyTold).Select(Text),
            Replaces(content, standing),
            earlierRows.Count > 0 ? $"Kommunen står också på rad {earlierRows[0].Number}, med ett annat beslut." : null,
        ];
        return row with { Plan = RowPlan.Add, Soft = [.. soft.OfType<string>()], Told = [.. warnings.Where(w => w.IsOnlyTold).Select(Text)] };
    }

    /// <summary>The same decision is registered: the same all through, or with something that the list says otherwise.</summary>
    private PlannedRow Compare(PlannedRow row, RegisteredDecision same, TypedRow typed)
    {
        var (content, details) = (same.Current.Content, same.Current.Details);
        var errors = new FieldErrors();
        if (new DecisionFields(typed.Over(content, details)).Read(errors, content.ArrivedOn) is not { } read) return row with { Hard = [.. errors.All.Select(e => e.Sentence)] };

        var merged = (Content: SameDecision.WithBodyAsRegistered(read.Content, content), Details: read.Details with { BuyerReference = details.BuyerReference });
        if (merged.Content == content && merged.Details == details) return row with { Plan = RowPlan.Same, Registered = same };
        if (DecisionRefusals.Of(merged.Content, _asked.Asked, _today) is { } refusal) return row with { Registered = same, Hard = [refusal.Sentence] };
        return row with
        {
            Plan = RowPlan.Correct, Registered = same, Content = merged.Content, Details = merged.Details,
            Differences = DecisionDiff.Between((content, details), merged),
        };
    }

    private Standing StandingOf(MunicipalityCode municipality, List<RegisteredDecision> registered)
    {
        if (registered.Count == 0) return Standing.None;
        if (!_standings.TryGetValue(municipality, out var standing)) _standings[municipality] = standing = _asked.StandingOf(registered.Select(d => d.Counted), new AsOf(_today));
        return standing;
    }

    private static string? Replaces(DecisionContent content, Standing standing) =>
        content.IsAnswer && standing.Content is { IsAnswer: true } stands && stands.Outcome != content.Outcome && stands.DecidedOn <= content.DecidedOn
            ? $"{stands.ActOf()}, {stands.Outcome.Infinitive()}, ersätts av det nya."
            : null;

    private static string Text(Warning warning) => $"{warning.Title} {warning.Sentence}";

    /// <summary>As the log form knows a registered decision. The order of registering stands in for the history's numbers.</summary>
    private static RegisteredDecision AsRegistered(Decision decision)
    {
        var versions = decision.Versions.OrderBy(v => v.Number)
            .Select(v => new RegisteredVersion(v.Number, v.Content, v.Details, v.Reason, v.RecordedBy, "", v.RecordedAt, v.RecordedAt.UtcTicks)).ToList();
        return new RegisteredDecision(decision.Id, versions, null, []);
    }
}

/// <summary>Whether two texts are about the same act of the same municipality.</summary>
internal static class SameDecision
{
    /// <summary>The same body on the same day; where the day or one of the bodies is not told, the same stage as well.</summary>
    public static bool Is(DecisionContent registered, DecisionContent said)
    {
        if (registered.DecidedOn != said.DecidedOn) return false;
        var sameBody = registered.BodyKind == said.BodyKind;
        if (said.DecidedOn is not null && sameBody && said.Body is not null && registered.Body is not null) return true;
        return registered.Stage == said.Stage && (sameBody || registered.Body is null || said.Body is null);
    }

    /// <summary>The body's name as it is registered where both name a body of the same kind.</summary>
    public static DecisionContent WithBodyAsRegistered(DecisionContent said, DecisionContent registered) =>
        registered.Body is not null && said.BodyKind == registered.BodyKind ? said with { Body = registered.Body } : said;
}
