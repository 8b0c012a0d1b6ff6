using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Begins a dispatch with the words of its template. Nothing leaves until another person releases it. The same form sent twice begins one.</summary>
/// <param name="Id">Made when the form is opened.</param>
/// <param name="Slug">The recommendation.</param>
/// <param name="Matter">What it is about.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record PrepareDispatch(DispatchId Id, string Slug, DispatchMatter Matter) : ICommand
{
    /// <summary>Who gets it; null for the usual rule of its kind.</summary>
    public DispatchRule? Rule { get; init; }

    /// <summary>Values of single municipalities, beside those that are reckoned; they hold where both are there.</summary>
    public IReadOnlyList<GivenValue> Values { get; init; } = [];

    /// <summary>Documents that go with every message.</summary>
    public IReadOnlyList<DocumentId> Attachments { get; init; } = [];

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Dispatches.AnyAsync(d => d.Id == Id, cancellation)) return Result.Done;
        if (await session.InHand(Slug, cancellation) is not { } recommendation) return DispatchRefusals.NotThere;
        if (recommendation.IsDraft) return DispatchRefusals.NotSent;
        if (!session.Knows(Rule)) return DispatchRefusals.WrongAudience;
        if (await RefusalOfMatter(session, recommendation, cancellation) is { } refusal) return refusal;

        var template = await session.TemplateOf(Matter.Kind.Message(), cancellation);
        var content = new DispatchContent(Rule ?? DispatchRule.UsualFor(Matter.Kind), template.Subject, template.Body, template.Number, AnnexWay.Linked);
        var result = Dispatch.Prepare(Id, recommendation.Id, Matter, content, session.ByActor(), out var dispatch);
        if (dispatch is null) return result;

        session.Db.Add(dispatch);
        session.AddMany(Values.Select(v => new DispatchValue(Id, v.Municipality, v.Name, v.Text)));
        var documents = await session.Db.Documents.Where(d => Attachments.Contains(d.Id)).Select(d => new { d.Id, d.FileName }).ToListAsync(cancellation);
        session.Db.AddRange(documents.Select(d => new DispatchAttachment(Id, d.Id, d.FileName)));
        return result;
    }

    private async Task<Refusal?> RefusalOfMatter(Session session, Recommendation recommendation, CancellationToken cancellation)
    {
        if (Matter.Kind.AsksForDecision() && !recommendation.CanBeAnsweredOn(session.Today)) return DispatchRefusals.NoLongerAnswered;
        if (Matter.Kind is DispatchKind.Correction != Matter.CorrectionNumber is not null || (Matter.CorrectionNumber is { } number && recommendation.Corrections.All(c => c.Number != number))) return DispatchRefusals.NoCorrection;
        if (Matter.Kind is DispatchKind.Report != Matter.SnapshotId is not null) return DispatchRefusals.NoSnapshot;
        if (Matter.SnapshotId is { } snapshot && !await session.Db.Snapshots.AnyAsync(s => s.Id == snapshot && s.RecommendationId == recommendation.Id, cancellation)) return DispatchRefusals.NoSnapshot;

        var known = TemplateVariables.Of(Matter.Kind.Message()).Select(v => v.Name).ToHashSet();
        var isWrong = Values.Any(v => !known.Contains(v.Name) || session.Facts.Municipality(v.Municipality) is null) || Values.GroupBy(v => (v.Municipality, v.Name)).Any(g => g.Count() > 1);
        return isWrong ? DispatchRefusals.WrongValues : null;
    }
}

/// <summary>A value of one municipality that a dispatch is prepared with.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Name">The variable, without braces.</param>
/// <param name="Text">What it is replaced by.</param>
public sealed record GivenValue(MunicipalityCode Municipality, string Name, string Text);

/// <summary>Says something else in a dispatch, or to others.</summary>
/// <param name="Id">The dispatch.</param>
/// <param name="Seen">Its revision when the person began.</param>
/// <param name="Rule">Who gets it.</param>
/// <param name="Subject">The subject, with variables.</param>
/// <param name="Body">The words, with variables.</param>
/// <param name="Annexes">How letter and annexes go with it.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record ReviseDispatch(DispatchId Id, int Seen, DispatchRule Rule, string Subject, string Body, AnnexWay Annexes) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Dispatches.SingleOrDefaultAsync(d => d.Id == Id, cancellation) is not { } dispatch) return DispatchRefusals.NotThere;
        if (!session.Knows(Rule)) return DispatchRefusals.WrongAudience;

        var content = new DispatchContent(Rule with { Municipality = dispatch.Rule.Municipality }, Subject.Trim(), Body.ReplaceLineEndings("\n").Trim(), dispatch.TemplateVersion, Annexes);
        return dispatch.Revise(content, Seen, session.ByActor());
    }
}

/// <summary>Takes the words of a dispatch that several have written as they stand for one's own, so that another of them may release it.</summary>
/// <param name="Id">The dispatch.</param>
/// <param name="Seen">Its revision when the person read it.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record StartDispatchOver(DispatchId Id, int Seen) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Dispatches.SingleOrDefaultAsync(d => d.Id == Id, cancellation) is not { } dispatch) return DispatchRefusals.NotThere;
        return dispatch.StartOver(Seen, await session.ShapersOf(dispatch, new DispatchPlan([], [], null), cancellation), session.ByActor());
    }
}

/// <summary>Looks up whom a rule names.</summary>
internal static class RuleInFacts
{
    /// <summary>True when the county and the municipality that a rule names are there.</summary>
    public static bool Knows(this Session session, DispatchRule? rule) =>
        (rule?.County is not { } county || session.Facts.Counties.Any(c => c.Code == county)) && (rule?.Municipality is not { } only || session.Facts.Municipality(only) is not null);
}

/// <summary>Throws a dispatch away before it has left.</summary>
/// <param name="Id">The dispatch.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record WithdrawDispatch(DispatchId Id) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        await session.Db.Dispatches.SingleOrDefaultAsync(d => d.Id == Id, cancellation) is { } dispatch ? dispatch.Withdraw(session.ByActor()) : DispatchRefusals.NotThere;
}
