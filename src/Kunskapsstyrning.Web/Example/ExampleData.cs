using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.ReferenceData;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Example;

/// <summary>
/// Example data for development: answers that are made by running the use cases with the clock set back, always the same.
/// The two real proposals of 2016 and else invented answers, whose totals in 2019–2022 follow those that were published.
/// </summary>
public static class ExampleData
{
    /// <summary>Loads them, once. Goes on where it was if it was interrupted.</summary>
    public static async Task Load(Runner runner, CancellationToken cancellation)
    {
        if (await runner.Ask(new ExampleDataAreComplete(), Jobs.ExampleData, cancellation)) return;

        var files = ReferenceFiles.Read();
        ExampleAnswers[] examples = [Answers2016.Of(files), Answers2018.Of(files), Answers2024.Of(files)];

        // Said first, so that no page ever shows an invented answer without saying so.
        foreach (var example in examples)
            Demand(await runner.Run(new NoteExampleData(example.Recommendation, example.Notice), Jobs.ExampleData, cancellation));
        var answered = examples[^1].Steps.Select(s => s.Command).OfType<LogDecision>().Select(c => c.Municipality).ToHashSet();
        foreach (var step in examples.SelectMany(e => e.Steps).Concat(Messages.Of(files, answered)).OrderBy(s => s.At))
            Demand(await runner.Run(step.Command, step.Actor, step.At, cancellation));
        Demand(await runner.Run(new CompleteExampleData(), Jobs.ExampleData, cancellation));
    }

    private static void Demand(Result result)
    {
        // A correction, retraction or sending that was made before an interruption is not made again.
        if (result.Refusal is not { } refusal || refusal == DecisionRefusals.ChangedMeanwhile || refusal == DecisionRefusals.AlreadyRetracted || refusal == SendingRefusals.SentAlready) return;
        throw new InvalidOperationException($"The example data break a rule: {refusal.Sentence}");
    }
}

/// <summary>The example answers to one recommendation.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Notice">What is invented and what is real, one Swedish sentence.</param>
/// <param name="Steps">What is done, by whom and when.</param>
internal sealed record ExampleAnswers(RecommendationId Recommendation, string Notice, IReadOnlyList<ExampleStep> Steps);

/// <summary>Something that somebody did at a time.</summary>
internal sealed record ExampleStep(DateTimeOffset At, Actor Actor, ICommand Command);

/// <summary>Says what is invented about a recommendation. Said again it changes nothing.</summary>
[Requires(Permission.Administer)]
internal sealed record NoteExampleData(RecommendationId Recommendation, string Text) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ExampleNotices.AnyAsync(n => n.RecommendationId == Recommendation, cancellation)) return Result.Done;

        session.Db.Add(new Persistence.ExampleNotice { RecommendationId = Recommendation, Text = Text });
        session.Record(new ExampleDataNoted(Recommendation, Text));
        return Result.Done;
    }
}

/// <summary>Remembers that all example data are there.</summary>
[Requires(Permission.Administer)]
internal sealed record CompleteExampleData : ICommand
{
    public Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        session.Record(new ExampleDataCompleted());
        return Task.FromResult(Result.Done);
    }
}

/// <summary>Whether all example data are there.</summary>
[Requires(Permission.ReadHistory)]
internal sealed record ExampleDataAreComplete : IQuery<bool>
{
    public Task<bool> Answer(Session session, CancellationToken cancellation) =>
        session.Db.History.AnyAsync(e => e.Subject == ExampleDataCompleted.Id, cancellation);
}

/// <summary>It was said what is invented.</summary>
internal sealed record ExampleDataNoted(RecommendationId RecommendationId, string Text) : IEvent
{
    public Guid Subject => RecommendationId.Value;

    public RecommendationId? Recommendation => RecommendationId;

    public object? After => Text;
}

/// <summary>The last of the example data was loaded.</summary>
internal sealed record ExampleDataCompleted : IEvent
{
    public static readonly Guid Id = Guid.Parse("0198a020-0000-7000-8000-000000000000");

    public Guid Subject => Id;
}
