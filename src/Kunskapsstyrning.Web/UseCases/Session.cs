using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.Reference;

namespace Kunskapsstyrning.Web.UseCases;

/// <summary>What a use case works with: the database, the reference facts, who acts, when, and where people reach the site.</summary>
public sealed class Session(Db db, ReferenceFacts facts, Actor actor, DateTimeOffset now, Uri? site = null)
{
    private readonly List<IEvent> _events = [];
    private readonly List<object> _many = [];
    private readonly List<Revised> _revised = [];

    /// <summary>The database, as whoever acts: for a command in the transaction that the runner opened.</summary>
    public Db Db { get; } = db;

    /// <summary>Municipalities, populations, recommendations and fees: what many pages need and few change.</summary>
    public ReferenceFacts Facts { get; } = facts;

    /// <summary>Who acts.</summary>
    public Actor Actor { get; } = actor;

    /// <summary>The moment, in UTC.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The address that links in messages begin with; null when it is not set.</summary>
    public Uri? Site { get; } = site;

    /// <summary>The day in Sweden.</summary>
    public DateOnly Today { get; } = SwedishTime.DayOf(now);

    /// <summary>True when nothing can be written: all that is read is committed.</summary>
    public bool OnlyReads { get; init; }

    /// <summary>True when the actor may know of the recommendation at all.</summary>
    public bool MaySee(Recommendation recommendation) => Actor.Scope is "skr" || recommendation.Publicity is not Publicity.Internal;

    /// <summary>True when the actor may see every municipality's status in the recommendation.</summary>
    public bool MaySeeStatus(Recommendation recommendation) => Actor.Scope is "skr" || recommendation.Publicity is Publicity.StatusPublic;

    /// <summary>The events that no aggregate records itself.</summary>
    internal IReadOnlyList<IEvent> Events => _events;

    /// <summary>The records that are added by the hundred.</summary>
    internal IReadOnlyList<object> Many => _many;

    /// <summary>The records whose revision has gone up, by the hundred.</summary>
    internal IReadOnlyList<Revised> Revised => _revised;

    /// <summary>
    /// Adds many new records, or new parts of records, with all that belongs to them. They are written together and not
    /// tracked, which costs a tenth: what is done to them must be done before.
    /// </summary>
    public void AddMany(IEnumerable<object> records) => _many.AddRange(records);

    /// <summary>Changes records that were read without being tracked: their revision goes up, unless somebody else's has first. What is new in them is added beside.</summary>
    public void ReviseMany(IEnumerable<Revised> records) => _revised.AddRange(records);

    /// <summary>Remembers that something happened that no aggregate records itself.</summary>
    public void Record(IEvent happened) => _events.Add(happened);
}

/// <summary>A record whose revision has gone up.</summary>
/// <param name="Record">The record, as it is now.</param>
/// <param name="Before">Its revision when it was read.</param>
public sealed record Revised(Aggregate Record, int Before);

/// <summary>Swedish time: days begin at midnight in Stockholm.</summary>
public static class SwedishTime
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The day it is in Sweden at the moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>The moment on a Swedish clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Stockholm);

    /// <summary>The moment of a Swedish day and time.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Stockholm.GetUtcOffset(local)).ToUniversalTime();
    }
}
