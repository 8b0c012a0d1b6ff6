using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.OwnMunicipality;

/// <summary>Says of a decision that is registered for the own municipality that it is right, or what is to be corrected. Whose it must be comes from the actor.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Objection">What is to be corrected; null to confirm.</param>
[Requires(Permission.AnswerForMunicipality)]
public sealed record SayAboutDecision(DecisionId Decision, string? Objection) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (session.Actor is not { Municipality: { } own, Person: { } person }) return RemarkRefusals.NotYours;
        var decision = await session.Db.Decisions.Include(d => d.Versions).Include(d => d.Retraction).SingleOrDefaultAsync(d => d.Id == Decision && d.MunicipalityCode == own, cancellation);
        if (decision is not { Retraction: null }) return RemarkRefusals.NotYours;

        var before = await session.Db.DecisionRemarks.Where(r => r.DecisionId == Decision).OrderBy(r => r.Number).ToListAsync(cancellation);
        var result = DecisionRemark.Say(decision, Objection, before, new Recorded(person, session.Now), out var remark);
        if (remark is not null) session.Db.Add(remark);
        return result;
    }
}

/// <summary>Says that what a municipality asked to have corrected has been dealt with.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Number">The number of what was said.</param>
[Requires(Permission.LogDecisions)]
public sealed record SettleRequest(DecisionId Decision, int Number) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        await session.Db.DecisionRemarks.SingleOrDefaultAsync(r => r.DecisionId == Decision && r.Number == Number, cancellation) is { } remark
            ? remark.Settle(new Recorded(session.Actor.Person!.Value, session.Now))
            : MessageRefusals.NotThere;
}

/// <summary>What a municipality has said on its own page about a decision, also before it was moved, in order. A municipality sees its own words only.</summary>
/// <param name="Decision">The decision.</param>
[Requires(Permission.ReadWalled)]
public sealed record RemarksAbout(DecisionId Decision) : IQuery<IReadOnlyList<DecisionRemark>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DecisionRemark>> Answer(Session session, CancellationToken cancellation)
    {
        var all = await session.Db.WithThoseBefore(Decision, cancellation);
        return await session.Db.DecisionRemarks.Where(r => all.Contains(r.DecisionId) && (session.Actor.Municipality == null || r.MunicipalityCode == session.Actor.Municipality)).OrderBy(r => r.SaidAt).ThenBy(r => r.Number).ToListAsync(cancellation);
    }
}

/// <summary>The sentence with which saying something about a decision is refused.</summary>
public static class RemarkRefusals
{
    /// <summary>Not there, taken back, or another's.</summary>
    public static readonly Refusal NotYours = new("not-your-decision", "Beslutet finns inte bland er kommuns registrerade beslut. Läs in sidan på nytt.");
}
