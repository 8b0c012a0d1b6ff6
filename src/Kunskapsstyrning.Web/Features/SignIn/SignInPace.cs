using System.Threading.RateLimiting;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Layout;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>
/// How often codes may be asked for and tried. An address is limited also where requests come from many places, but not for a browser
/// that has signed in to it before: whoever floods an address does not keep its owner out.
/// </summary>
internal sealed class SignInPace : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> _fromPlace = Of(40);
    private readonly PartitionedRateLimiter<string> _triedFromPlace = Of(60);
    private readonly PartitionedRateLimiter<string> _begunFromPlace = Of(200);
    private readonly PartitionedRateLimiter<string> _answeredFromPlace = Of(200);
    private readonly PartitionedRateLimiter<string> _toAddressFromPlace = Of(4);
    private readonly PartitionedRateLimiter<string> _toAddress = Of(8);

    /// <summary>True when another code may be asked for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="address">Where it would go.</param>
    /// <param name="isKnown">True when the browser has signed in to the address before.</param>
    public bool MayAsk(HttpContext context, EmailAddress address, bool isKnown)
    {
        var (place, account) = (Place.Of(context), Account.KeyOf(address));
        if (!Take(_fromPlace, place)) return false;
        return isKnown ? Take(_toAddressFromPlace, $"känd {account}") : Take(_toAddressFromPlace, $"{place} {account}") && Take(_toAddress, account);
    }

    /// <summary>True when another code may be tried.</summary>
    public bool MayTry(HttpContext context) => Take(_triedFromPlace, Place.Of(context));

    /// <summary>True when another sign-in with a passkey or at a provider may begin.</summary>
    public bool MayBegin(HttpContext context) => Take(_begunFromPlace, Place.Of(context));

    /// <summary>True when another answer of a passkey or a provider may be looked at.</summary>
    public bool MayAnswer(HttpContext context) => Take(_answeredFromPlace, Place.Of(context));

    public void Dispose()
    {
        foreach (var limiter in new[] { _fromPlace, _triedFromPlace, _begunFromPlace, _answeredFromPlace, _toAddressFromPlace, _toAddress }) limiter.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<string> limiter, string who)
    {
        using var taken = limiter.AttemptAcquire(who);
        return taken.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Of(int times) => PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = Window, QueueLimit = 0 }));
}
