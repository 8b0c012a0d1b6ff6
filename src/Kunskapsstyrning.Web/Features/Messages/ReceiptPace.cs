using System.Threading.RateLimiting;
using Kunskapsstyrning.Web.Layout;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>How often references may be wrong from one place, so that none can be found by trying, and how often a receipt may be answered. Right ones cost nothing.</summary>
internal sealed class ReceiptPace : IDisposable
{
    private readonly PartitionedRateLimiter<string> _wrong = AMinute(60);
    private readonly PartitionedRateLimiter<string> _answered = AMinute(6);

    /// <summary>Null when it is not too often; else the answer.</summary>
    public IResult? TooOften(HttpContext context, string reference)
    {
        using var wrong = _wrong.AttemptAcquire(Place.Of(context), permitCount: 0);
        using var answered = HttpMethods.IsPost(context.Request.Method) ? _answered.AttemptAcquire(reference) : null;
        if (wrong.IsAcquired && answered is not { IsAcquired: false }) return null;
        return Pages.Problem(StatusCodes.Status429TooManyRequests, "För många försök.", "Vänta en minut och försök igen. Inget har sparats.", Urls.FindReceipt, "Till kvitton");
    }

    /// <summary>Counts a reference that no receipt has.</summary>
    public void WasWrong(HttpContext context) => _wrong.AttemptAcquire(Place.Of(context)).Dispose();

    public void Dispose()
    {
        _wrong.Dispose();
        _answered.Dispose();
    }

    private static PartitionedRateLimiter<string> AMinute(int times) => PartitionedRateLimiter.Create<string, string>(place =>
        RateLimitPartition.GetFixedWindowLimiter(place, _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
}
