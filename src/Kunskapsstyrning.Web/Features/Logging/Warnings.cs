using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Logging;

/// <summary>Something to look out for while one types. Never a refusal: what a body may decide is the municipality's own affair.</summary>
/// <param name="Title">What it is about, a few words.</param>
/// <param name="Sentence">What to do.</param>
public sealed record Warning(string Title, string Sentence)
{
    /// <summary>True when there is nothing to look at: it only tells what follows.</summary>
    public bool IsOnlyTold { get; init; }

    /// <summary>True when it speaks against what is registered.</summary>
    public bool Contradicts { get; init; }
}

/// <summary>Finds what to look out for in what is typed, as far as it can be read.</summary>
internal static class Warnings
{
    public static IReadOnlyList<Warning> About(
        DecisionFields typed, Municipality municipality, Recommendation asked, Standing standing, IReadOnlyList<RegisteredDecision> earlier, DateOnly today)
    {
        var day = Day(typed["sammantradesdag"]);
        var arrived = Day(typed["inkommet"]) ?? today;
        IEnumerable<Warning?> all =
        [
            .. earlier.Select(d => Twin(typed, day, d)),
            Body(typed),
            Late(asked, asked.DeadlineFor(municipality.Code), arrived, today),
            FirstYear(typed, asked, day),
            Leaves(typed, standing),
            Older(typed, standing, day),
        ];
        return [.. all.OfType<Warning>()];
    }

    private static Warning? Twin(DecisionFields typed, DateOnly? day, RegisteredDecision earlier)
    {
        var (content, details) = (earlier.Current.Content, earlier.Current.Details);
        IEnumerable<string?> same =
        [
            day is not null && day == content.DecidedOn && Likeness.SameBody(typed["organ"], content.Body) ? "organ och sammanträdesdag" : null,
            Likeness.SameParagraph(typed["paragraf"], details.Paragraph) ? "paragraf" : null,
            Likeness.SameWords(typed["dnr"], details.CaseNumber) && (typed.ChosenStage is null || typed.ChosenStage == content.Stage) ? "dnr" : null,
        ];
        var found = same.OfType<string>().ToList();
        return found.Count == 0 ? null : new Warning("Kan redan vara registrerat.", $"{content.ActOf()} har samma {Swedish.List(found)}.") { Contradicts = true };
    }

    private static Warning? Body(DecisionFields typed) => typed.ChosenStage is not Stage.Final
        ? null
        : DecidingBody.KindOf(typed["organ"]) switch
        {
            BodyKind.Committee => new Warning("Ett utskott beslutar.", "Oftast är det ett förslag till nämnden eller styrelsen. Är det slutligt: kontrollera delegationen."),
            BodyKind.Delegate => new Warning("En delegat beslutar.", "Kontrollera att delegationen gäller sådana beslut."),
            _ => null,
        };

    private static Warning? Late(Recommendation asked, DateOnly? deadline, DateOnly arrived, DateOnly today)
    {
        if (deadline is not { } last || arrived <= last || arrived > today) return null;
        return asked.LaterRoundOn(arrived) is { } window
            ? new Warning($"Kommer in under {Swedish.Lower(window.Words)}.", $"Sista svarsdag var {last.Long()}. Den som kommer in senast {window.Deadline.Long()} räknas dit, och svaret märks så.") { IsOnlyTold = true }
            : new Warning("Kommer in sent.", $"Sista svarsdag var {last.Long()}. Sena svar tas emot och märks.") { IsOnlyTold = true };
    }

    private static Warning? FirstYear(DecisionFields typed, Recommendation asked, DateOnly? day)
    {
        if (typed.ChosenStage is not Stage.Final || typed.ChosenOutcome is not (Outcome.Adopts or Outcome.AdoptsWithReservation) || typed["forsta-avgiftsar"].Trim().Length > 0 || day is null) return null;
        return day.Value.Year >= asked.FundingYears.First
            ? new Warning($"Betalar från {day.Value.Year + 1}.", $"Året efter beslutet, eftersom {asked.FundingYears.First} redan har börjat. Säger beslutet ett annat år: skriv det.") { IsOnlyTold = true }
            : null;
    }

    private static Warning? Leaves(DecisionFields typed, Standing standing) => typed.ChosenOutcome is Outcome.Leaves && !standing.HasAdopted
        ? new Warning("Kommunen är inte med.", "Bara den som har antagit kan utträda. Kontrollera om det ska vara Avstår.") { Contradicts = true }
        : null;

    private static Warning? Older(DecisionFields typed, Standing standing, DateOnly? day) =>
        standing.Content is { IsAnswer: true, DecidedOn: { } stands } && day < stands && typed.ChosenStage is Stage.Final
            ? new Warning("Ett senare beslut gäller.", $"{standing.Content.ActOf()} är senare och fortsätter att gälla.")
            : null;

    private static DateOnly? Day(string text) => SwedishDay.TryParse(text, out var day) ? day : null;
}
