using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Dispatches;

// From prepared to released and stopped, or thrown away.
public sealed partial class Dispatch
{
    /// <summary>How far it has come.</summary>
    public DispatchState State { get; private set; }

    /// <summary>Who released it or threw it away; null while it is prepared.</summary>
    public PersonId? SettledBy { get; private set; }

    /// <summary>When, in UTC; null while it is prepared.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Another person releases it.</summary>
    /// <param name="reached">How many get it.</param>
    /// <param name="unreached">How many ought to and lack an address.</param>
    /// <param name="withoutThose">True when it is to go although some lack an address.</param>
    /// <param name="shapers">Who has shaped what leaves.</param>
    /// <param name="by">Who releases, and when.</param>
    public Result Release(int reached, int unreached, bool withoutThose, DispatchShapers shapers, Recorded by)
    {
        if (State is not DispatchState.Prepared) return DispatchRefusals.Settled;
        if (shapers.RefusalFor(by.By) is { } refusal) return refusal;
        if (reached == 0) return DispatchRefusals.NoRecipients;
        if (unreached > 0 && !withoutThose) return DispatchRefusals.SomeLackAddress;

        (State, SettledBy, SettledAt) = (DispatchState.Released, by.By, by.At);
        Record(new DispatchReleased(Id, RecommendationId, Kind, reached, unreached));
        return Result.Done;
    }

    /// <summary>Another person lets it go to those who lacked an address when it was released.</summary>
    /// <param name="reached">How many of them have an address now.</param>
    /// <param name="shapers">Who has shaped what leaves.</param>
    /// <param name="by">Who lets it go.</param>
    public Result ReachMissed(int reached, DispatchShapers shapers, PersonId by)
    {
        if (State is not DispatchState.Released) return DispatchRefusals.NotReleased;
        if (shapers.RefusalFor(by) is { } refusal) return refusal;
        return reached == 0 ? DispatchRefusals.NoMissed : Result.Done;
    }

    /// <summary>Stops it on its way. Where everything has left there is nothing to stop.</summary>
    /// <param name="held">How many of its messages had not left.</param>
    public Result Stop(int held)
    {
        if (State is not DispatchState.Released) return DispatchRefusals.NotReleased;

        if (held > 0) Record(new DispatchStopped(Id, RecommendationId, Kind, held));
        return Result.Done;
    }

    /// <summary>Throws it away before it has left.</summary>
    public Result Withdraw(Recorded by)
    {
        if (State is not DispatchState.Prepared) return DispatchRefusals.Settled;

        (State, SettledBy, SettledAt) = (DispatchState.Withdrawn, by.By, by.At);
        Record(new DispatchWithdrawn(Id, RecommendationId, Kind));
        return Result.Done;
    }
}
