namespace CostApi.Core.Reviewing;

/// <summary>A network in which everything is in a VPC, and in Availability Zones that a layout can name.</summary>
/// <param name="Network">The network.</param>
/// <param name="AssumedAttachments">Addresses of the attachments whose VPC is assumed: they are billed, and no route rests on them.</param>
/// <param name="AssumedHomes">Addresses of the NAT gateways and endpoints whose VPC is assumed.</param>
internal sealed record Housing(DeclaredNetwork Network, IReadOnlySet<string> AssumedAttachments, IReadOnlySet<string> AssumedHomes)
{
    private const string UnknownVpc = "unknown VPC";

    /// <param name="network">What the document declares.</param>
    /// <param name="assumptions">Takes what is assumed.</param>
    public static Housing Of(DeclaredNetwork network, List<string> assumptions)
    {
        var home = network.Vpcs.Where(vpc => vpc.IsDeclared).Take(2).ToArray() is [var only] ? only.Address : UnknownVpc;
        var zones = new VpcZones(network);
        var assumed = new List<(string Address, string Home, IReadOnlyList<string> Candidates)>();
        var housed = network with
        {
            Subnets = [.. network.Subnets.Select(subnet => subnet.Zone is { } zone ? subnet with { Zone = Sayable.Name(zone) } : subnet)],
            NatGateways =
            [
                .. network.NatGateways.Select(nat =>
                    nat with { Vpc = nat.Vpc ?? Home(nat.Address, nat.PossibleVpcs), Zones = Named(nat.Zones) }),
            ],
            Endpoints =
            [
                .. network.Endpoints.Select(endpoint =>
                    endpoint with { Vpc = endpoint.Vpc ?? Home(endpoint.Address, endpoint.PossibleVpcs), Zones = Named(endpoint.Zones) }),
            ],
        };
        foreach (var same in assumed.GroupBy(one => (one.Home, Candidates: string.Join(' ', one.Candidates))))
            assumptions.Add(Said([.. same.Select(one => one.Address)], same.Key.Home, same.First().Candidates));
        var attachments = AttachedVpcs.Of(network, home == UnknownVpc ? null : home, assumptions);
        return new Housing(
            housed with { Attachments = attachments.Attachments }, attachments.Assumed,
            assumed.Select(one => one.Address).ToHashSet(StringComparer.Ordinal));

        // Costs are the same in every VPC but for the zones of an endpoint, which has at most those of one candidate.
        string Home(string address, IReadOnlyList<string> candidates)
        {
            var chosen = candidates.Count == 0 ? home : candidates.MaxBy(vpc => zones.Of(vpc).Length)!;
            assumed.Add((address, chosen, candidates));
            return chosen;
        }
    }

    private static string Said(IReadOnlyList<string> addresses, string home, IReadOnlyList<string> candidates)
    {
        var taken = home == UnknownVpc ? "A separate VPC is assumed." : $"{home} is assumed.";
        var some = candidates.Count == 0 ? "" : $", which is one of {Sayable.Some(candidates)}";
        return $"The document does not show the VPC of {Sayable.Some(addresses)}{some}. {taken}";
    }

    private static ZonesOf Named(ZonesOf zones) => zones with { Names = [.. zones.Names.Select(Sayable.Name)] };
}
