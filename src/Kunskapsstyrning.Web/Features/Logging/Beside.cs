using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.Operations;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Logging;

/// <summary>What to know of the municipality and the recommendation while one types. Null until both are told.</summary>
/// <param name="Form">The fields as typed.</param>
[Requires(Permission.LogDecisions)]
public sealed record Beside(LogDecisionForm Form) : IQuery<BesideView?>
{
    /// <inheritdoc/>
    public async Task<BesideView?> Answer(Session session, CancellationToken cancellation)
    {
        if (MunicipalityTyped.Find(Form.Municipality, session.Facts.Municipalities) is not { } municipality) return null;
        if (session.Facts.Recommendation(Form.Recommendation) is not { } asked) return null;

        var earlier = (await session.Db.RegisteredBy(municipality.Code, asked.Id, cancellation)).Where(d => d.Retraction is null && d.Id != Form.Id).ToList();
        var standing = asked.StandingOf(earlier.Select(d => d.Counted), new AsOf(session.Today));
        var typed = Form.Decision.Read(new FieldErrors(), session.Today);
        var receipt = typed is null || Form.ReceiptTo(new FieldErrors()) is null
            ? null
            : await session.ReceiptAsItWouldBe(new MessageMatter(Form.Id, municipality.Code, asked.Id, typed.Value.Content, typed.Value.Details), cancellation);
        return new BesideView(
            municipality, asked, standing, earlier, session.Facts.FeesIn(asked, asked.FundingYears.First)?.List.Of(municipality.Code),
            asked.DeadlineFor(municipality.Code), typed?.Content, After(earlier, typed?.Content, asked, session.Today),
            Warnings.About(Form.Decision, municipality, asked, standing, earlier, session.Today)) { Receipt = receipt, LastTime = await session.LastAnswerOf(municipality.Code, asked, cancellation) };
    }

    /// <summary>How the municipality would stand with what is typed; null while that is not yet a decision.</summary>
    private static Standing? After(IEnumerable<RegisteredDecision> earlier, DecisionContent? typed, Recommendation asked, DateOnly today) =>
        typed is null || DecisionRefusals.Of(typed, asked.Asked, today) is not null
            ? null
            : asked.StandingOf([.. earlier.Select(d => d.Counted), new CountedDecision(default, [new CountedVersion(1, typed, long.MaxValue - 1)], null)], new AsOf(today));
}

/// <summary>What stands beside the form.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Standing">How the municipality stands today.</param>
/// <param name="Earlier">Its decisions that count, in the order they were registered.</param>
/// <param name="Fee">Its fee in the first year; null where none is set.</param>
/// <param name="Deadline">Its last day to answer; null when none is known.</param>
/// <param name="Typed">What is typed, when it can be read.</param>
/// <param name="After">How it would stand with what is typed; null while that is not yet a decision.</param>
/// <param name="Warnings">What to look out for.</param>
public sealed record BesideView(
    Municipality Municipality, Recommendation Recommendation, Standing Standing, IReadOnlyList<RegisteredDecision> Earlier, Fee? Fee,
    DateOnly? Deadline, DecisionContent? Typed, Standing? After, IReadOnlyList<Warning> Warnings)
{
    /// <summary>The receipt that would go to the sender; null when none would.</summary>
    public string? Receipt { get; init; }

    /// <summary>What it answered to the recommendation that this one renews; null when it renews none.</summary>
    public LastAnswer? LastTime { get; init; }

    /// <summary>True when what is typed would not be what the municipality stands on.</summary>
    public bool StandsOnAnother => After is { RestsOn: { } rests } && rests != default;
}
