using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>A clock that a test moves, and that goes on from there.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    /// <summary>Moves it to a time of a Swedish day.</summary>
    public void Set(DateOnly day, TimeOnly at) => Interlocked.Exchange(ref _ahead, (SwedishTime.At(day, at) - base.GetUtcNow()).Ticks);

    /// <summary>Moves it forward.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);
}
