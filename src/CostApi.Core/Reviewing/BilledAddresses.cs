using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing;

/// <summary>
/// The one rule for public IPv4 addresses: a NAT gateway whose Elastic IP addresses are not known takes those of the document that
/// nothing else uses, and addresses that are free of charge are not counted.
/// </summary>
internal static class BilledAddresses
{
    /// <param name="network">What the document declares.</param>
    /// <param name="assumptions">Takes what is assumed.</param>
    /// <returns>The network with the billed addresses alone, each with the NAT gateway that uses it.</returns>
    public static DeclaredNetwork Of(DeclaredNetwork network, List<string> assumptions)
    {
        var taken = Taken(network, assumptions);
        var uses = network.NatGateways.SelectMany(nat => nat.ElasticIps.Select(address => (address, nat.Address)))
            .Concat(taken).DistinctBy(use => use.Item1).ToDictionary(use => use.Item1, use => use.Item2, StringComparer.Ordinal);
        var isAnyUseUnknown = network.NatGateways.Any(nat => nat.UnknownElasticIps > 0);
        var linked = network.Addresses.Select(address => Linked(address, uses, isAnyUseUnknown)).ToArray();
        var free = linked.Where(address => IsFree(address.Pool)).ToLookup(address => address.To ?? "", StringComparer.Ordinal);
        Say(linked, assumptions);
        return network with
        {
            NatGateways = [.. network.NatGateways.Select(nat => Billed(nat, free[nat.Address].Count()))],
            Addresses = [.. linked.Where(address => !IsFree(address.Pool))],
        };
    }

    /// <summary>Whether AWS bills no public IPv4 address of the pool.</summary>
    public static bool IsFree(AddressPool pool) => pool is AddressPool.Own or AddressPool.CarrierOrCustomerOwned;

    // Those of Amazon's pools first: they are the dearest, and the most common.
    private static List<(string Address, string Nat)> Taken(DeclaredNetwork network, List<string> assumptions)
    {
        var known = network.NatGateways.SelectMany(nat => nat.ElasticIps).ToHashSet(StringComparer.Ordinal);
        var unlinked = new Queue<DeclaredAddress>(network.Addresses
            .Where(address => address is { IsAttached: not true, To: null } && !known.Contains(address.Address))
            .OrderBy(address => address.Pool switch { AddressPool.Amazon => 0, AddressPool.Unknown => 1, _ => 2 }));
        var taken = new List<(string Address, string Nat)>();
        foreach (var nat in network.NatGateways.Where(nat => nat.UnknownElasticIps > 0))
        {
            var mine = new List<string>();
            while (mine.Count < nat.UnknownElasticIps && unlinked.TryDequeue(out var address)) mine.Add(address.Address);
            taken.AddRange(mine.Select(address => (address, nat.Address)));
            var which = nat.UnknownElasticIps == 1 ? "which Elastic IP address" : $"which {nat.UnknownElasticIps} Elastic IP addresses";
            var assumed = Assumed(mine, nat.UnknownElasticIps - mine.Count);
            assumptions.Add($"{nat.Address}: the document does not show {which} it uses. {assumed}");
        }

        return taken;
    }

    private static string Assumed(List<string> mine, int missing)
    {
        var others = missing == 1
            ? "An address that the document does not declare is counted."
            : $"{missing} addresses that the document does not declare are counted.";
        if (mine.Count == 0) return others;
        var taken = $"{Sayable.Some(mine)}, which nothing else in the document uses, {(mine.Count == 1 ? "is" : "are")} assumed.";
        return missing == 0 ? taken : $"{taken} {others}";
    }

    // Which of the addresses that are left something uses is not known where a NAT gateway uses some of them.
    private static DeclaredAddress Linked(DeclaredAddress address, Dictionary<string, string> uses, bool isAnyUseUnknown)
    {
        if (uses.TryGetValue(address.Address, out var nat)) return address with { IsAttached = true, To = nat };
        return isAnyUseUnknown && address is { IsAttached: false, To: null } ? address with { IsAttached = null } : address;
    }

    // A regional gateway without a number of its own has as many as AWS chooses.
    private static DeclaredNat Billed(DeclaredNat nat, int free)
    {
        if (free == 0 || nat.Mode == NatMode.Private || nat is { Mode: NatMode.Regional, PublicAddresses: null }) return nat;
        return nat with { PublicAddresses = Math.Max(0, (nat.PublicAddresses ?? 1) - free) };
    }

    private static void Say(DeclaredAddress[] addresses, List<string> assumptions)
    {
        Grouped(AddressPool.Own, "free of charge: they come from the account's own address pool (BYOIP)");
        Grouped(AddressPool.CarrierOrCustomerOwned, "not billed as public IPv4 addresses: they are carrier or customer-owned addresses");
        Grouped(AddressPool.Unknown, "counted as addresses from Amazon's pool, which is the highest possible cost: the document does not "
            + "show whether addresses from their pool are billed");

        void Grouped(AddressPool pool, string what)
        {
            string[] those = [.. addresses.Where(address => address.Pool == pool).Select(address => address.Address)];
            if (those.Length > 0) assumptions.Add($"These Elastic IP addresses are {what}: {Sayable.Some(those)}.");
        }
    }
}
