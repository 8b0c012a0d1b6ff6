using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Example;

/// <summary>Invents the answers to one recommendation, one act after another, and who registered them when.</summary>
internal sealed class InventedAnswers(RecommendationId recommendation, DateOnly askedOn)
{
    private readonly Actor _registrar = ReadyMadeUsers.As(ReadyMadeUsers.Registrar);
    private readonly Dictionary<MunicipalityCode, int> _acts = [];
    private readonly List<ExampleStep> _steps = [];

    /// <summary>What has been registered, so far.</summary>
    public IEnumerable<(LogDecision Command, DateTimeOffset At)> Logged => _steps.Where(s => s.Command is LogDecision).Select(s => ((LogDecision)s.Command, s.At));

    /// <summary>What is done, so far.</summary>
    public IReadOnlyList<ExampleStep> Steps => _steps;

    /// <summary>A final answer that came on the day.</summary>
    public void Answer(Municipality municipality, Outcome outcome, DateOnly arrived, int? firstPayingYear = null)
    {
        var question = Question(municipality, arrived);
        var decided = Before(arrived, days: 5 + Chance.Of(municipality.Code, question, 22));
        var details = InventedDetails.Of(municipality, question, decided, arrived) with
        {
            Conditions = outcome is Outcome.AdoptsWithReservation ? InventedDetails.Conditions(municipality, question) : null,
        };
        if (outcome is Outcome.Declines)
        {
            var (reason, quote) = InventedDetails.Reasons(municipality, question);
            details = details with { Reason = reason, ReasonQuote = quote };
        }

        Log(municipality, arrived, details, new DecisionContent
        {
            Outcome = outcome,
            Stage = Stage.Final,
            Body = InventedDetails.Body(municipality),
            DecidedOn = decided,
            ArrivedOn = arrived,
            FirstPayingYear = firstPayingYear,
        });
    }

    /// <summary>Something on the way that came on the day: as a rule a proposal to adopt, now and then a tabling or a remittal.</summary>
    public void OnTheWay(Municipality municipality, DateOnly arrived)
    {
        var question = Question(municipality, arrived);
        var outcome = Chance.Of(municipality.Code, question, 9) switch { 0 => Outcome.Tabled, 1 => Outcome.Remitted, _ => Outcome.Adopts };
        DateOnly? decided = outcome is not Outcome.Adopts || Chance.Of(municipality.Code, question + " dag", 3) > 0
            ? Before(arrived, days: 2 + Chance.Of(municipality.Code, question, 9))
            : null;
        Log(municipality, arrived, InventedDetails.Of(municipality, question, decided, arrived), new DecisionContent
        {
            Outcome = outcome,
            Stage = outcome is Outcome.Adopts ? Stage.Proposal : Stage.Final,
            Body = outcome is Outcome.Adopts ? InventedDetails.Proposer(municipality) : InventedDetails.Body(municipality),
            DecidedOn = decided,
            ArrivedOn = arrived,
        });
    }

    /// <summary>Registers what came, some hours or days after it came.</summary>
    public LogDecision Log(Municipality municipality, DateOnly arrived, DecisionDetails details, DecisionContent content)
    {
        var at = Registered(municipality, arrived);
        var id = new DecisionId(Chance.Id(at, $"{recommendation.Value} {municipality.Code} {Question(municipality, arrived)}"));
        var command = new LogDecision(id, municipality.Code, recommendation, content, details, []) { File = InventedDetails.Extract(municipality, content, details) };
        Do(at, command);
        _acts[municipality.Code] = _acts.GetValueOrDefault(municipality.Code) + 1;
        return command;
    }

    /// <summary>Some of the final answers were read wrongly, and are corrected some days later by the one who registered them. What is counted stays as it was.</summary>
    public void MendSome(string question)
    {
        var mended = _steps.Select(s => s.Command switch { CorrectDecision correct => correct.Id, RetractDecision retract => retract.Id, _ => default }).ToHashSet();
        foreach (var (read, at) in Logged.Where(l => l.Command.Content.IsAnswer && !mended.Contains(l.Command.Id) && Chance.Of(l.Command.Municipality, $"{question} rättas", 9) == 0).DistinctBy(l => l.Command.Municipality).ToList())
        {
            var (wrong, reason) = InventedDetails.Misread(read.Municipality, question, read.Details);
            Do(SwedishTime.At(WorkingDays.OnOrAfter(SwedishTime.DayOf(at).AddDays(1 + Chance.Of(read.Municipality, $"{question} rättas efter", 9))), new TimeOnly(9, 20)), new CorrectDecision(read.Id, Seen: 1, read.Content, wrong, reason));
        }
    }

    /// <summary>The registrar does something.</summary>
    public void Do(DateTimeOffset at, ICommand command) => _steps.Add(new ExampleStep(at, _registrar, command));

    /// <summary>Somebody else does something.</summary>
    public void Do(DateTimeOffset at, Actor actor, ICommand command) => _steps.Add(new ExampleStep(at, actor, command));

    private string Question(Municipality municipality, DateOnly arrived) => $"{arrived:yyyy-MM-dd} {_acts.GetValueOrDefault(municipality.Code)}";

    private DateOnly Before(DateOnly arrived, int days)
    {
        var decided = WorkingDays.OnOrBefore(arrived.AddDays(-days));
        return decided < askedOn ? arrived : decided;
    }

    private DateTimeOffset Registered(Municipality municipality, DateOnly arrived)
    {
        var question = Question(municipality, arrived) + " registrerat";
        var day = WorkingDays.OnOrAfter(arrived.AddDays(Chance.Of(municipality.Code, question, 3)));
        return SwedishTime.At(day, new TimeOnly(8, 0).AddMinutes(Chance.Of(municipality.Code, question, 8 * 60)));
    }
}
