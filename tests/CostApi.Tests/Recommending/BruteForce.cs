using CostApi.Core.Layouts;
using CostApi.Core.Recommending;

namespace CostApi.Tests.Recommending;

/// <summary>
/// Every layout of a small question, priced by the published rules from unit prices written down here: no line of the
/// service's own routing, metering, rating or searching.
/// </summary>
internal sealed class BruteForce
{
    private readonly RecommendationRequest _request;
    private readonly string[] _services;
    private readonly string[] _hubZones;
    private readonly double _hours, _endpointHour, _tgwHour, _tgwGb, _natHour, _natGb, _address, _crossGb, _zone, _constant;
    private double _least = double.MaxValue;

    private BruteForce(RecommendationRequest request)
    {
        _request = request;
        _hours = (double)request.HoursPerMonth;
        _services = [.. request.Traffic.Select(flow => flow.To).Where(to => to is not ("internet" or "s3")).Distinct()];
        _hubZones = [.. request.Vpcs.SelectMany(vpc => vpc.AvailabilityZones).Distinct()];
        _endpointHour = 0.01 * Left("interfaceEndpoint");
        _natHour = 0.045 * Left("natGateway");
        _natGb = Own("NatGateway-Bytes", 0.045) * Left("natGateway");
        _address = 0.005 * Left("publicIpv4");
        _crossGb = 0.01 * request.Pricing.CrossZoneSidesBilled * Left("dataTransfer");
        _tgwHour = 0.05 * Left("transitGateway");
        _tgwGb = Own("TransitGateway-Bytes", 0.02) * Left("transitGateway");
        _zone = Left("privateHostedZone");
        _constant = Internet(request.Traffic.Where(flow => flow.To == "internet").Sum(flow => (double)flow.SentGb!.Typical)) * Left("dataTransfer");
    }

    /// <summary>What the cheapest costs; infinity where none works.</summary>
    public static double Least(RecommendationRequest request)
    {
        var force = new BruteForce(request);
        force.TryAll();
        return force._least == double.MaxValue ? double.PositiveInfinity : force._least;
    }

    private double Left(string category) =>
        1 - (double)(_request.Pricing.DiscountPercentByCategory.TryGetValue(category, out var percent) ? percent : _request.Pricing.DiscountPercent) / 100;

    private double Own(string usageType, double list) => _request.Pricing.UnitPrices.TryGetValue(usageType, out var own) ? (double)own : list;

    private static double Internet(double gb) => Tiers(gb, 0, [(100, 0), (10_340, 0.09), (51_300, 0.085), (153_700, 0.07), (double.MaxValue, 0.05)]);

    private static double Tiers(double gb, double start, (double To, double Price)[] tiers)
    {
        var (cost, from, end) = (0d, start, start + gb);
        foreach (var (to, price) in tiers)
        {
            if (to <= from) continue;
            var until = Math.Min(to, end);
            if (until <= from) break;
            cost += (until - from) * price;
            from = until;
        }

        return cost;
    }

    private double PrivateLink(double gb) =>
        Tiers(gb, (double)_request.Pricing.PrivateLinkGbAlreadyProcessed, [(1_048_576, 0.01), (5_242_880, 0.006), (double.MaxValue, 0.004)]) * Left("interfaceEndpoint");

    // 0.50 for the first 25, then 0.10.
    private double HostedZones(int count) => _zone * (Math.Min(count, 25) * 0.5 + Math.Max(count - 25, 0) * 0.1);

    private void TryAll()
    {
        var constraints = _request.Constraints;
        TryVpcs(0, 0, 0, 0, hub: false, hubNat: false);
        if (constraints.Hub == HubChoice.Forbidden) return;
        for (var open = 0; open < 1 << _services.Length; open++)
        {
            var count = int.PopCount(open);
            if (count > constraints.MostInterfaceEndpointsPerVpc) continue;
            var standing = _tgwHour * _hours + count * Math.Min(constraints.LeastEndpointZones, _hubZones.Length) * _endpointHour * _hours + HostedZones(count);
            TryVpcs(0, open, standing, 0, hub: true, hubNat: false);
            if (constraints.Nat == NatChoice.None) continue;
            var nats = constraints.Nat == NatChoice.EveryZone ? _hubZones.Length : 1;
            TryVpcs(0, open, standing + nats * (_natHour + _address) * _hours, 0, hub: true, hubNat: true);
        }
    }

    private void TryVpcs(int index, int open, double cost, double pooled, bool hub, bool hubNat)
    {
        if (index == _request.Vpcs.Count)
        {
            _least = Math.Min(_least, cost + PrivateLink(pooled) + _constant);
            return;
        }

        var vpc = _request.Vpcs[index];
        foreach (var nats in Nats(vpc))
        {
            var standing = nats.Length * (_natHour + _address) * _hours;
            TryLocal(index, open, cost + standing, pooled, hub, hubNat, nats, attached: false, central: false);
            if (!hub) continue;
            var attachment = _request.Constraints.TransitGateway == TransitGatewayState.Present ? 0 : _tgwHour * _hours;
            TryLocal(index, open, cost + standing + attachment, pooled, hub, hubNat, nats, attached: true, central: false);
            if (hubNat && nats.Length == 0) TryLocal(index, open, cost + standing + attachment, pooled, hub, hubNat, nats, attached: true, central: true);
        }
    }

    private IEnumerable<string[]> Nats(PlannedVpc vpc)
    {
        yield return [];
        var nat = _request.Constraints.Nat;
        if (nat is NatChoice.Any or NatChoice.SingleZone)
            foreach (var zone in vpc.AvailabilityZones) yield return [zone];
        if (nat is NatChoice.EveryZone || nat is NatChoice.Any && vpc.AvailabilityZones.Count > 1) yield return [.. vpc.AvailabilityZones];
    }

    private void TryLocal(int index, int open, double cost, double pooled, bool hub, bool hubNat, string[] nats, bool attached, bool central)
    {
        var vpc = _request.Vpcs[index];
        var flows = _request.Traffic.Where(flow => flow.From == vpc.Name && flow.To != "s3").ToArray();
        var named = _services.Select((service, i) => (service, i)).Where(pair => flows.Any(flow => flow.To == pair.service)).Select(pair => pair.i).ToArray();
        for (var subset = 0; subset < 1 << named.Length; subset++)
        {
            if (int.PopCount(subset) > _request.Constraints.MostInterfaceEndpointsPerVpc) continue;
            var (sum, pool, works) = (cost, pooled, true);
            for (var i = 0; i < named.Length; i++)
                if ((subset & 1 << i) != 0) sum += Math.Min(_request.Constraints.LeastEndpointZones, vpc.AvailabilityZones.Count) * _endpointHour * _hours;
            foreach (var flow in flows)
            {
                var gb = (double)(flow.SentGb!.Typical + flow.ReceivedGb!.Typical);
                var service = Array.IndexOf(_services, flow.To);
                if (service >= 0 && (subset & 1 << Array.IndexOf(named, service)) != 0) pool += gb;
                else if (service >= 0 && attached && (open & 1 << service) != 0) (sum, pool) = (sum + gb * _tgwGb, pool + gb);
                else if (service >= 0 && _request.Constraints.PrivateServices.Contains(flow.To)) works = false;
                else if (nats.Length > 0) sum += gb * _natGb + Crossing(flow, vpc, nats) * gb * _crossGb;
                else if (central) sum += gb * (_tgwGb + _natGb);
                else works = false;
            }

            if (works) TryVpcs(index + 1, open, sum, pool, hub, hubNat);
        }
    }

    private static double Crossing(ExpectedFlow flow, PlannedVpc vpc, string[] nats) => vpc.AvailabilityZones
        .Where(zone => !nats.Contains(zone))
        .Sum(zone => flow.Zones is { } shares ? (double)shares.GetValueOrDefault(zone) : 1d / vpc.AvailabilityZones.Count);
}
