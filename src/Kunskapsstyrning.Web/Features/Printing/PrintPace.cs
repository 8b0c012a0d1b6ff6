using System.Threading.RateLimiting;
using Kunskapsstyrning.Web.Layout;

namespace Kunskapsstyrning.Web.Features.Printing;

/// <summary>How often one place may ask for a PDF: everybody may, and each takes a while of the machine that everybody shares.</summary>
internal sealed class PrintPace : IDisposable
{
    /// <summary>The most in a minute.</summary>
    public const int Most = 30;

    private readonly PartitionedRateLimiter<string> _asked = PartitionedRateLimiter.Create<string, string>(place =>
        RateLimitPartition.GetFixedWindowLimiter(place, _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>Counts, and says whether it was not too often.</summary>
    public bool MayPrint(HttpContext context)
    {
        using var asked = _asked.AttemptAcquire(Place.Of(context));
        return asked.IsAcquired;
    }

    public void Dispose() => _asked.Dispose();
}
