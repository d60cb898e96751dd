using CostApi.Core.Layouts;
using CostApi.Core.Recommending;
using Google.OrTools.LinearSolver;

namespace CostApi.Oracle;

/// <summary>
/// A question as a mixed-integer programme, from unit prices written down here, for a solver that knows nothing of this
/// service: one binary for each thing that may stand, tiers as segments that fill in order.
/// </summary>
internal sealed class MixedInteger : IDisposable
{
    private static readonly (double Width, double Price)[] PrivateLink = [(1_048_576, 0.01), (4_194_304, 0.006), (double.PositiveInfinity, 0.004)];

    private static readonly (double Width, double Price)[] HostedZones = [(25, 0.5), (double.PositiveInfinity, 0.1)];

    private readonly RecommendationRequest _request;
    private readonly Solver _solver = Solver.CreateSolver("SCIP") ?? throw new InvalidOperationException("The solver is not there.");
    private readonly Objective _objective;
    private readonly string[] _services;
    private readonly Variable _hub, _hubNat;
    private readonly Variable[] _open;
    private readonly Dictionary<Variable, double> _pooled = [];
    private readonly double _hours, _natHour, _natGb, _tgwHour, _tgwGb, _crossGb, _endpointHour;

    public MixedInteger(RecommendationRequest request)
    {
        _request = request;
        _objective = _solver.Objective();
        _objective.SetMinimization();
        _services = [.. request.Traffic.Select(flow => flow.To).Where(to => to is not ("internet" or "s3")).Distinct()];
        _hours = (double)request.HoursPerMonth;
        _endpointHour = 0.01 * Left("interfaceEndpoint") * _hours;
        _natHour = (0.045 * Left("natGateway") + 0.005 * Left("publicIpv4")) * _hours;
        _natGb = Own("NatGateway-Bytes", 0.045) * Left("natGateway");
        _crossGb = 0.01 * request.Pricing.CrossZoneSidesBilled * Left("dataTransfer");
        _tgwHour = 0.05 * Left("transitGateway") * _hours;
        _tgwGb = Own("TransitGateway-Bytes", 0.02) * Left("transitGateway");

        var constraints = request.Constraints;
        var zones = request.Vpcs.SelectMany(vpc => vpc.AvailabilityZones).Distinct().Count();
        _hub = Binary(_tgwHour, constraints.Hub == HubChoice.Allowed);
        _hubNat = Binary((constraints.Nat == NatChoice.EveryZone ? zones : 1) * _natHour, constraints.Nat != NatChoice.None);
        AtMost([(_hubNat, 1), (_hub, -1)], 0);
        _open = [.. _services.Select(_ => Binary(Math.Min(constraints.LeastEndpointZones, zones) * _endpointHour))];
        foreach (var open in _open) AtMost([(open, 1), (_hub, -1)], 0);
        AtMost(_open.Select(open => (open, 1d)), constraints.MostInterfaceEndpointsPerVpc);
        foreach (var vpc in request.Vpcs) AddVpc(vpc);
        AddTiers(_pooled.Select(pair => (pair.Key, pair.Value)), (double)request.Pricing.PrivateLinkGbAlreadyProcessed, request.Traffic.Sum(Gb), PrivateLink, Left("interfaceEndpoint"));
        AddTiers(_open.Select(open => (open, 1d)), 0, _services.Length, HostedZones, Left("privateHostedZone"));
        _objective.SetOffset(Internet(request.Traffic.Where(flow => flow.To == "internet").Sum(flow => (double)flow.SentGb!.Typical)) * Left("dataTransfer"));
    }

    /// <summary>The least cost a month; infinity where nothing works; null where the solver does not prove it in time.</summary>
    public double? Solve(int seconds)
    {
        _solver.SetTimeLimit(seconds * 1000L);
        using var parameters = new MPSolverParameters();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        return _solver.Solve(parameters) switch
        {
            Solver.ResultStatus.OPTIMAL => _objective.Value(),
            Solver.ResultStatus.INFEASIBLE => double.PositiveInfinity,
            _ => null,
        };
    }

    public void Dispose()
    {
        _objective.Dispose();
        _solver.Dispose();
    }

    private void AddVpc(PlannedVpc vpc)
    {
        var constraints = _request.Constraints;
        var attached = Binary(constraints.TransitGateway == TransitGatewayState.Present ? 0 : _tgwHour);
        AtMost([(attached, 1), (_hub, -1)], 0);
        var (none, central) = (Binary(0), Binary(0));
        AtMost([(central, 1), (_hubNat, -1)], 0);
        AtMost([(central, 1), (attached, -1)], 0);
        var own = new List<(Variable Stands, string[] Zones)>();
        if (constraints.Nat is NatChoice.Any or NatChoice.SingleZone) own.AddRange(vpc.AvailabilityZones.Select(zone => (Binary(_natHour), new[] { zone })));
        if (constraints.Nat is NatChoice.Any or NatChoice.EveryZone) own.Add((Binary(vpc.AvailabilityZones.Count * _natHour), [.. vpc.AvailabilityZones]));
        Exactly(own.Select(nat => nat.Stands).Append(none).Append(central), 1);

        var endpoints = new List<(Variable, double)>();
        foreach (var service in _request.Traffic.Where(flow => flow.From == vpc.Name && flow.To != "s3").GroupBy(flow => flow.To))
        {
            var gb = service.Sum(Gb);
            var ways = own.Select(nat => (nat.Stands, Share: Part(service.Sum(flow => Gb(flow) * (_natGb + _crossGb * Crossing(flow, vpc, nat.Zones)))))).Append((Stands: central, Share: Part(gb * (_tgwGb + _natGb)))).ToArray();
            foreach (var (stands, share) in ways) AtMost([(share, 1), (stands, -1)], 0);
            if (service.Key == "internet")
            {
                Exactly(ways.Select(way => way.Share), 1);
                continue;
            }

            var open = _open[Array.IndexOf(_services, service.Key)];
            var local = Binary(Math.Min(constraints.LeastEndpointZones, vpc.AvailabilityZones.Count) * _endpointHour);
            var shared = Part(gb * _tgwGb);
            (_pooled[local], _pooled[shared]) = (gb, gb);
            endpoints.Add((local, 1));
            AtMost([(shared, 1), (open, -1)], 0);
            AtMost([(shared, 1), (attached, -1)], 0);
            Exactly(ways.Select(way => way.Share).Append(local).Append(shared), 1);
            // The hub's endpoint takes the traffic wherever it is in reach.
            AtMost(ways.Select(way => (way.Share, 1d)).Append((attached, 1)).Append((open, 1)), 2);
            if (constraints.PrivateServices.Contains(service.Key)) AtMost(ways.Select(way => (way.Share, 1d)), 0);
        }

        AtMost(endpoints, constraints.MostInterfaceEndpointsPerVpc);
    }

    // A segment holds something only if the one before it is full.
    private void AddTiers(IEnumerable<(Variable Variable, double Quantity)> pooled, double start, double most, (double Width, double Price)[] tiers, double left)
    {
        var segments = new List<(Variable Quantity, double Width)>();
        foreach (var (width, price) in tiers)
        {
            var room = Math.Min(Math.Max(width - start, 0), most);
            start = Math.Max(start - width, 0);
            if (room == 0) continue;
            var quantity = _solver.MakeNumVar(0, room, "");
            _objective.SetCoefficient(quantity, price * left);
            if (segments.Count > 0)
            {
                var reached = Binary(0);
                AtMost([(quantity, 1), (reached, -room)], 0);
                AtMost([(reached, segments[^1].Width), (segments[^1].Quantity, -1)], 0);
            }

            segments.Add((quantity, room));
            if (room == most) break;
        }

        var balance = _solver.MakeConstraint(0, 0);
        foreach (var (quantity, _) in segments) balance.SetCoefficient(quantity, -1);
        foreach (var (variable, quantity) in pooled) balance.SetCoefficient(variable, quantity);
    }

    private Variable Binary(double cost, bool mayBe = true)
    {
        var variable = _solver.MakeIntVar(0, mayBe ? 1 : 0, "");
        _objective.SetCoefficient(variable, cost);
        return variable;
    }

    // All of a service's traffic goes one way.
    private Variable Part(double cost)
    {
        var variable = _solver.MakeIntVar(0, 1, "");
        _objective.SetCoefficient(variable, cost);
        return variable;
    }

    private void AtMost(IEnumerable<(Variable Variable, double Factor)> terms, double most)
    {
        var constraint = _solver.MakeConstraint(double.NegativeInfinity, most);
        foreach (var (variable, factor) in terms) constraint.SetCoefficient(variable, factor);
    }

    private void Exactly(IEnumerable<Variable> variables, double sum)
    {
        var constraint = _solver.MakeConstraint(sum, sum);
        foreach (var variable in variables) constraint.SetCoefficient(variable, 1);
    }

    private double Left(string category) =>
        1 - (double)(_request.Pricing.DiscountPercentByCategory.TryGetValue(category, out var percent) ? percent : _request.Pricing.DiscountPercent) / 100;

    private double Own(string usageType, double list) => _request.Pricing.UnitPrices.TryGetValue(usageType, out var own) ? (double)own : list;

    private static double Gb(ExpectedFlow flow) => (double)(flow.SentGb?.Typical ?? 0) + (double)(flow.ReceivedGb?.Typical ?? 0);

    private static double Crossing(ExpectedFlow flow, PlannedVpc vpc, string[] nats) => vpc.AvailabilityZones
        .Where(zone => !nats.Contains(zone))
        .Sum(zone => flow.Zones is { } shares ? (double)shares.GetValueOrDefault(zone) : 1d / vpc.AvailabilityZones.Count);

    private static double Internet(double gb)
    {
        var cost = 0d;
        foreach (var (from, to, price) in new[] { (100d, 10_340d, 0.09), (10_340d, 51_300d, 0.085), (51_300d, 153_700d, 0.07), (153_700d, double.MaxValue, 0.05) })
            cost += Math.Max(Math.Min(gb, to) - from, 0) * price;
        return cost;
    }
}
