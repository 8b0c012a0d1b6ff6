namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>Where in its life a recommendation is, as SKR follows it. In the order in which they come.</summary>
public enum LifeStep
{
    /// <summary>Being drawn up; seen by SKR only.</summary>
    Draft,
    /// <summary>Fixed, but the day of the letter has not come.</summary>
    Sent,
    /// <summary>The municipalities answer.</summary>
    Open,
    /// <summary>The time to answer is over, and SKR has not decided whether it goes ahead.</summary>
    Answered,
    /// <summary>It goes ahead; its first year has not come.</summary>
    GoesAhead,
    /// <summary>It does not go ahead.</summary>
    CalledOff,
    /// <summary>Its years are running.</summary>
    InForce,
    /// <summary>Its last year has passed.</summary>
    Ended,
}
