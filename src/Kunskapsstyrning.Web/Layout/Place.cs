using System.Net.Sockets;

namespace Kunskapsstyrning.Web.Layout;

/// <summary>Where a request comes from, as far as it can be told.</summary>
internal static class Place
{
    /// <summary>An address, or of IPv6 its network: whoever has one address there has all of them.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "okänd";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        return address.AddressFamily is AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
