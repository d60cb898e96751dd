using System.Text;
using CostApi.Core.Reviewing;

namespace CostApi.Tests.Reviewing.Terraform;

/// <summary>Writes a network down, a line for each thing.</summary>
internal static class Rendered
{
    public static string Text(ReadDocument document)
    {
        var text = new StringBuilder().Append(document.Kind).Append('\n');
        if (document.Before is not null) Add(text.Append("\nbefore\n"), document.Before);
        Add(text.Append("\nafter\n"), document.After);
        return text.ToString();
    }

    private static void Add(StringBuilder text, DeclaredNetwork network)
    {
        foreach (var vpc in network.Vpcs)
            Line($"vpc {vpc.Address}: name {vpc.Name ?? "?"}, {vpc.Region ?? "?"}{(vpc.IsDeclared ? "" : ", not declared")}");
        foreach (var subnet in network.Subnets)
            Line($"subnet {subnet.Address}: {subnet.Zone ?? "?"}, {subnet.Region ?? "?"}, in {OneOf(subnet.Vpc, subnet.PossibleVpcs)}");
        foreach (var nat in network.NatGateways)
            Line($"nat {nat.Address}: {nat.Mode}, {Zones(nat.Zones)}, {nat.PublicAddresses?.ToString() ?? "?"} addresses, "
                + $"{nat.Region ?? "?"}, in {OneOf(nat.Vpc, nat.PossibleVpcs)}; uses "
                + $"{List(nat.ElasticIps)}{(nat.UnknownElasticIps > 0 ? $" and {nat.UnknownElasticIps} unknown" : "")}");
        foreach (var endpoint in network.Endpoints)
        {
            Line($"endpoint {endpoint.Address}: {endpoint.Type} {endpoint.Service ?? "?"}, {Zones(endpoint.Zones)}, private DNS "
                + $"{(endpoint.PrivateDns.IsOn ? "on" : "off")} ({endpoint.PrivateDns.Origin})"
                + $"{(endpoint.IsForInboundResolverOnly ? ", inbound only" : "")}, {endpoint.Region ?? "?"}, in "
                    + $"{OneOf(endpoint.Vpc, endpoint.PossibleVpcs)}{(endpoint.ServiceDoubt is null ? "" : $"; service: {endpoint.ServiceDoubt}")}{(endpoint.UsedBy.Count == 0 ? "" : $"; used by {List(endpoint.UsedBy)}")}");
            Line($"  subnets {List(endpoint.Subnets)}; route tables {(endpoint.RouteTables is null ? "?" : List(endpoint.RouteTables))}");
        }

        foreach (var table in network.RouteTables)
        {
            Line($"table {table.Address}:{(table.IsMain ? " main," : "")} in {OneOf(table.Vpc, table.PossibleVpcs)}; subnets "
                + $"{List(table.Subnets)}{(table.PossibleSubnets.Count == 0 ? "" : $", perhaps {List(table.PossibleSubnets)}")}");
            foreach (var route in table.Routes) Line($"  route {Route(route)}");
            foreach (var route in table.PossibleRoutes) Line($"  perhaps route {Route(route)}");
        }

        foreach (var attachment in network.Attachments)
            Line($"attachment {attachment.Address}: {attachment.Kind}, {OneOf(attachment.Vpc, attachment.PossibleVpcs)} to "
                + $"{attachment.TransitGateway ?? "?"}, {attachment.Region ?? "?"}");
        foreach (var peering in network.Peerings) Line($"peering {peering.Address}: {peering.Vpc ?? "?"} with {peering.Peer ?? "?"}");
        foreach (var address in network.Addresses)
            Line($"address {address.Address}: {(address.IsAttached is null ? "attached or not, who knows" : address.IsAttached.Value ? $"attached to {address.To ?? "?"}" : "idle")}, {address.Region ?? "?"}{(address.Pool == AddressPool.Amazon ? "" : $", pool {address.Pool}")}");
        foreach (var zone in network.HostedZones)
            Line($"hosted zone {zone.Address}: {zone.Domain ?? "?"}, for {List(zone.Vpcs)}{(zone.MayHaveOtherVpcs ? " and perhaps others" : "")}, to {List(zone.Endpoints)}");
        foreach (var why in network.NotWhole) Line($"not whole: {why}");
        foreach (var unpriced in network.NotPriced) Line($"not priced {unpriced.Address}: {unpriced.What}");
        foreach (var unread in network.Unread) Line($"unread {unread.Address}: {unread.Why}");

        void Line(string line) => text.Append("  ").Append(line).Append('\n');
    }

    private static string Zones(ZonesOf zones) =>
        $"{(zones.Least == zones.Most ? zones.Most.ToString() : $"{zones.Least} to {zones.Most}")} zones "
            + $"[{string.Join(' ', zones.Names)}] ({zones.Origin})";

    private static string OneOf(string? certain, IReadOnlyList<string> possible) =>
        certain ?? (possible.Count == 0 ? "?" : $"one of {List(possible)}");

    private static string Route(DeclaredRoute route) =>
        $"{route.Address}: {route.Destination ?? "?"} to {route.Target} {OneOf(route.To, route.PossibleTargets)}";

    private static string List(IEnumerable<string> addresses) => $"[{string.Join(' ', addresses)}]";
}
