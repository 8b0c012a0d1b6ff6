using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Kunskapsstyrning.Web.Layout;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>How often receipts may be asked for from one place, so that references cannot be found by trying, and how often one of them may be answered.</summary>
internal sealed class ReceiptPace : IDisposable
{
    private readonly PartitionedRateLimiter<string> _asked = AMinute(60);
    private readonly PartitionedRateLimiter<string> _answered = AMinute(6);

    /// <summary>Null when it is not too often; else the answer.</summary>
    public IResult? TooOften(HttpContext context, string reference)
    {
        using var asked = _asked.AttemptAcquire(PlaceOf(context.Connection.RemoteIpAddress));
        using var answered = HttpMethods.IsPost(context.Request.Method) ? _answered.AttemptAcquire(reference) : null;
        if (asked.IsAcquired && answered is not { IsAcquired: false }) return null;
        return Pages.Problem(StatusCodes.Status429TooManyRequests, "För många försök.", "Vänta en minut och försök igen. Inget har sparats.", Urls.FindReceipt, "Till kvitton");
    }

    public void Dispose()
    {
        _asked.Dispose();
        _answered.Dispose();
    }

    /// <summary>An address, or of IPv6 its network: whoever has one address there has all of them.</summary>
    private static string PlaceOf(IPAddress? address)
    {
        if (address is null) return "okänd";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        return address.AddressFamily is AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static PartitionedRateLimiter<string> AMinute(int times) => PartitionedRateLimiter.Create<string, string>(place =>
        RateLimitPartition.GetFixedWindowLimiter(place, _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
}
