using System.Net.Sockets;
using Microsoft.AspNetCore.Diagnostics;

namespace Kunskapsstyrning.Web.Layout;

/// <summary>Where a request comes from, as far as it can be told, and where it goes.</summary>
internal static class Place
{
    /// <summary>The kind of address that was asked for. What was filled in is left out: the reference of a receipt lets in whoever reads it.</summary>
    public static string Asked(HttpContext context) =>
        (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint()) is RouteEndpoint { RoutePattern.RawText: { } address } ? address : "okänd";

    /// <summary>An address, or of IPv6 its network: whoever has one address there has all of them.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "okänd";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        return address.AddressFamily is AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
