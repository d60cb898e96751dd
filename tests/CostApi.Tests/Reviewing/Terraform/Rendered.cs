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
        foreach (var vpc in network.Vpcs) Line($"vpc {vpc.Address}: name {vpc.Name ?? "?"}, {vpc.Region ?? "?"}{(vpc.IsDeclared ? "" : ", not declared")}");
        foreach (var subnet in network.Subnets) Line($"subnet {subnet.Address}: {subnet.Zone ?? "?"}, {subnet.Region ?? "?"}, in {subnet.Vpc ?? "?"}");
        foreach (var nat in network.NatGateways) Line($"nat {nat.Address}: {nat.Mode}, {Zones(nat.Zones)}, {nat.PublicAddresses?.ToString() ?? "?"} addresses, {nat.Region ?? "?"}, in {nat.Vpc ?? "?"}");
        foreach (var endpoint in network.Endpoints)
        {
            Line($"endpoint {endpoint.Address}: {endpoint.Type} {endpoint.Service ?? "?"}, {Zones(endpoint.Zones)}, private DNS {(endpoint.PrivateDns.IsOn ? "on" : "off")} ({endpoint.PrivateDns.Origin})"
                + $"{(endpoint.IsForInboundResolverOnly ? ", inbound only" : "")}, {endpoint.Region ?? "?"}, in {endpoint.Vpc ?? "?"}");
            Line($"  subnets {List(endpoint.Subnets)}; route tables {(endpoint.RouteTables is null ? "?" : List(endpoint.RouteTables))}");
        }

        foreach (var table in network.RouteTables)
        {
            Line($"table {table.Address}:{(table.IsMain ? " main," : "")} in {table.Vpc ?? "?"}; subnets {List(table.Subnets)}");
            foreach (var route in table.Routes) Line($"  route {route.Address}: {route.Destination ?? "?"} to {route.Target} {route.To ?? "?"}");
        }

        foreach (var attachment in network.Attachments) Line($"attachment {attachment.Address}: {attachment.Kind}, {attachment.Vpc ?? "-"} to {attachment.TransitGateway ?? "?"}, {attachment.Region ?? "?"}");
        foreach (var peering in network.Peerings) Line($"peering {peering.Address}: {peering.Vpc ?? "?"} with {peering.Peer ?? "?"}");
        foreach (var address in network.Addresses) Line($"address {address.Address}: {(address.IsAttached is null ? "attached or not, who knows" : address.IsAttached.Value ? $"attached to {address.To ?? "?"}" : "idle")}, {address.Region ?? "?"}");
        foreach (var unpriced in network.NotPriced) Line($"not priced {unpriced.Address}: {unpriced.What}");
        foreach (var unread in network.Unread) Line($"unread {unread.Address}: {unread.Why}");

        void Line(string line) => text.Append("  ").Append(line).Append('\n');
    }

    private static string Zones(ZonesOf zones) =>
        $"{(zones.Least == zones.Most ? zones.Most.ToString() : $"{zones.Least} to {zones.Most}")} zones [{string.Join(' ', zones.Names)}] ({zones.Origin})";

    private static string List(IEnumerable<string> addresses) => $"[{string.Join(' ', addresses)}]";
}
