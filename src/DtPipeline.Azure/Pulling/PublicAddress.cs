using System.Net;
using System.Net.Sockets;

namespace DtPipeline.Azure.Pulling;

/// <summary>
/// Whether an address belongs to the public internet. Everything else is refused to sources: this machine, private networks, and the
/// addresses at which a cloud tells a machine its secrets.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

            // Azure's own platform address, public by its number only.
            "168.63.129.16/32",

            // Parts of the global range that stand for something else: protocols, examples, IPv4 in disguise.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    // An IPv4 address written as an IPv6 one never comes from an honest name server, and a network contains it by its other form.
    public static bool Is(IPAddress address) =>
        !address.IsIPv4MappedToIPv6
        && (address.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(address))
        && !Array.Exists(NotPublic, n => n.Contains(address));
}
