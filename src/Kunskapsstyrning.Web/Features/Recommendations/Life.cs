using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>Sends a recommendation: from now on it is fixed, and seen by those whom the one who sends it chose.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Seen">The revision that was looked through.</param>
/// <param name="Publicity">Who may see it.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record SendRecommendation(string Slug, int Seen, Publicity Publicity) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { } draft) return DraftRefusals.NotThere;
        return draft.IsDraft && draft.Revision != Seen ? LifeRefusals.ChangedSinceSeen : draft.Send(Publicity, session.Today, session.Now);
    }
}

/// <summary>Notes that SKR has decided that a recommendation goes ahead, or that it does not.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="GoesAhead">Whether it goes ahead.</param>
/// <param name="On">The day of the decision.</param>
/// <param name="Reason">What it rests on.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record DecideGoAhead(string Slug, bool GoesAhead, DateOnly On, string Reason) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        await session.InHand(Slug, cancellation) is { } recommendation
            ? recommendation.Decide(GoesAhead, On, Reason, session.Actor.Person!.Value, session.Today)
            : DraftRefusals.NotThere;
}

/// <summary>The sentences with which a step in a recommendation's life is refused, besides those of the domain.</summary>
public static class LifeRefusals
{
    /// <summary>What was looked through is not what would be sent.</summary>
    public static readonly Refusal ChangedSinceSeen = new("changed-since-seen", "Någon har ändrat utkastet sedan du öppnade sidan. Läs igenom det en gång till.");

    /// <summary>Somebody else stated another threshold while one was typed.</summary>
    public static readonly Refusal ThresholdChangedMeanwhile = new("threshold-changed-meanwhile", "Någon annan har ändrat gränsen medan du skrev. Det du skrev står kvar; se skillnaderna och spara igen.");

    /// <summary>Nothing chosen.</summary>
    public static readonly Refusal NoPublicity = new("no-publicity", "Välj vad alla ska få se.", "offentlighet");

    /// <summary>Neither yes nor no.</summary>
    public static readonly Refusal NoChoice = new("no-choice", "Välj om rekommendationen går vidare.", "gar-vidare");
}
