using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Tries the rows of a list, one after the other: each by itself, against what is registered, and against the rows before it.</summary>
/// <param name="reading">How the rows are read.</param>
/// <param name="asked">What they answer.</param>
/// <param name="names">Finds the municipalities.</param>
/// <param name="registered">What is registered already.</param>
/// <param name="arrived">The day of arrival where the list tells none.</param>
/// <param name="today">Today in Sweden.</param>
internal sealed class RowTrial(RowReading reading, Recommendation asked, MunicipalityNames names, RegisteredAnswers registered, DateOnly arrived, DateOnly today)
{
    private readonly Dictionary<MunicipalityCode, List<PlannedRow>> _tried = [];

    /// <summary>What would become of a row.</summary>
    public PlannedRow Of(int number, IReadOnlyList<string> cells)
    {
        var typed = reading.Row(cells);
        var row = new PlannedRow { Number = number, Cells = cells, Named = typed.Municipality, Municipality = names.Find(typed.Municipality), Plan = RowPlan.Fails };
        if (typed.Wrong.Count > 0) return row with { Hard = typed.Wrong };
        if (row.Municipality is not { } municipality) return row with { Hard = [typed.Municipality.Length == 0 ? "Kommunen saknas." : LogRefusals.UnknownMunicipality.Sentence] };
        if (typed.SaysNoAnswer) return row with { Plan = RowPlan.NoAnswer };

        var errors = new FieldErrors();
        if (new DecisionFields(typed.Fields).Read(errors, typed.ArrivedIfUntold(arrived)) is not { } read) return row with { Hard = [.. errors.All.Select(e => e.Sentence)] };
        if (registered.LikelySame(municipality.Code, read.Content) is { } likely)
            return row with { Plan = RowPlan.LikelySame, Content = read.Content, Registered = likely, Soft = [$"Raden har ingen sammanträdesdag och är troligen samma som {Swedish.Lower(likely.Current.Content.ActOf())}, som redan är registrerat. Är det ett annat beslut: skriv dagen i listan och läs in den igen."] };
        if ((LogRefusals.OfMunicipality(municipality, asked, read.Content) ?? DecisionRefusals.Of(read.Content, asked.Asked, today)) is { } refusal) return row with { Content = read.Content, Hard = [refusal.Sentence] };

        var tried = Weigh(row with { Content = read.Content, Details = read.Details, LacksArrival = typed["inkommet"].Length == 0 }, municipality, typed);
        if (!_tried.TryGetValue(municipality.Code, out var rows)) _tried[municipality.Code] = rows = [];
        rows.Add(tried);
        return tried;
    }

    /// <summary>Holds a row that can be read against the rows before it, and against what is registered.</summary>
    private PlannedRow Weigh(PlannedRow row, Municipality municipality, TypedRow typed)
    {
        var content = row.Content!;
        var before = _tried.GetValueOrDefault(municipality.Code) ?? [];
        if (before.Find(r => Likeness.SameAct(r.Content!, content)) is { } said)
        {
            return said.Content == content && said.Details == row.Details
                ? row with { Plan = RowPlan.Twice, Soft = [$"Likadan som rad {said.Number}. Beslutet räknas en gång."] }
                : row with { Against = said.Number, Hard = [$"Raden säger emot rad {said.Number} om samma beslut. Behåll den ena."] };
        }

        var standing = registered.StandingOf(municipality.Code);
        row = row with { StandsOn = standing.Content };
        if (registered.Of(municipality.Code).Find(d => Likeness.SameAct(d.Current.Content, content)) is { } same)
        {
            return before.Find(r => r.Registered?.Id == same.Id) is { } taken
                ? row with { Hard = [$"Rad {taken.Number} gäller samma registrerade beslut. Behåll den ena."] }
                : Compare(row, same, typed);
        }

        var warnings = Warnings.About(new DecisionFields(typed.Fields), municipality, asked, standing, registered.Of(municipality.Code), today);
        IEnumerable<string?> soft =
        [
            .. warnings.Where(w => !w.IsOnlyTold).Select(Text),
            Replaces(content, standing),
            before.Count > 0 ? $"Kommunen står också på rad {before[0].Number}, med ett annat beslut." : null,
        ];
        return row with { Plan = RowPlan.Add, Contradicts = warnings.Any(w => w.Contradicts) || SaysOtherwise(content, standing), Soft = [.. soft.OfType<string>()], Told = [.. warnings.Where(w => w.IsOnlyTold).Select(Text)] };
    }

    /// <summary>The same decision is registered: the same all through, or with something that the list says otherwise.</summary>
    private PlannedRow Compare(PlannedRow row, RegisteredDecision same, TypedRow typed)
    {
        var (content, details) = (same.Current.Content, same.Current.Details);
        var errors = new FieldErrors();
        if (new DecisionFields(typed.Over(content, details)).Read(errors, content.ArrivedOn) is not { } read) return row with { Hard = [.. errors.All.Select(e => e.Sentence)] };

        var merged = (Content: WithBodyAsRegistered(read.Content, content), Details: read.Details with { BuyerReference = details.BuyerReference });
        if (merged.Content == content && merged.Details == details) return row with { Plan = RowPlan.Same, Registered = same };
        if (DecisionRefusals.Of(merged.Content, asked.Asked, today) is { } refusal) return row with { Registered = same, Hard = [refusal.Sentence] };
        return row with
        {
            Plan = RowPlan.Correct, Registered = same, Content = merged.Content, Details = merged.Details,
            Differences = DecisionDiff.Between((content, details), merged),
        };
    }

    /// <summary>The body's name as it is registered where both name a body of the same kind.</summary>
    private static DecisionContent WithBodyAsRegistered(DecisionContent said, DecisionContent registered) =>
        registered.Body is not null && said.BodyKind == registered.BodyKind ? said with { Body = registered.Body } : said;

    private static string? Replaces(DecisionContent content, Standing standing) =>
        SaysOtherwise(content, standing) && standing.Content!.DecidedOn <= content.DecidedOn ? $"{standing.Content.ActOf()}, {standing.Content.Outcome.Infinitive()}, ersätts av det nya." : null;

    /// <summary>True when both are answers, and not the same one.</summary>
    private static bool SaysOtherwise(DecisionContent content, Standing standing) => content.IsAnswer && standing.Content is { IsAnswer: true } stands && stands.Outcome != content.Outcome;

    private static string Text(Warning warning) => $"{warning.Title} {warning.Sentence}";
}
