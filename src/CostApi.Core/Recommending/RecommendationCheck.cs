using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.Prices;
using CostApi.Core.Services;
using CostApi.Core.Units;

namespace CostApi.Core.Recommending;

/// <summary>Finds everything that is invalid in a request, before a layout is looked for.</summary>
public static class RecommendationCheck
{
    /// <summary>The longest that an answer may be looked for, in seconds.</summary>
    public const int MostSeconds = 60;

    private const int MostNamed = 1000;

    /// <param name="request">The request. Members that <paramref name="malformed"/> names may hold stand-ins.</param>
    /// <param name="regions">The Regions, by code.</param>
    /// <param name="services">The services with VPC endpoints.</param>
    /// <param name="malformed">Paths whose JSON was unusable and has been reported already.</param>
    public static Problems Check(RecommendationRequest request, IReadOnlyDictionary<string, Region> regions, ServiceCatalogue services, IReadOnlyCollection<string> malformed)
    {
        var (root, problems, names) = (JsonPath.Root, new Problems(malformed, "current"), new ServiceNames(services));
        var region = RequestCheck.CheckRegion(request.Region, regions, root.Member("region"), problems);
        RequestCheck.CheckHours(request.HoursPerMonth, root.Member("hoursPerMonth"), problems);
        PricingCheck.Check(request.Pricing, regions, root.Member("pricing"), problems);
        if (request.TimeLimitSeconds is <= 0 or > MostSeconds)
        {
            var seconds = Figures.Show(request.TimeLimitSeconds);
            problems.Add(root.Member("timeLimitSeconds"), $"must be more than 0 and at most {MostSeconds}, not {seconds}.");
        }
        CheckVpcs(request, region, names, root.Member("vpcs"), problems);
        // What could not be read may be what a flow names.
        var vpcs = malformed.Any(path => path.StartsWith("vpcs", StringComparison.Ordinal)) ? null
            : request.Vpcs.Where(vpc => vpc is not null).DistinctBy(vpc => vpc.Name).ToDictionary(vpc => vpc.Name, StringComparer.Ordinal);
        CheckTraffic(request, new FlowTargetsCheck(region, regions, names), vpcs, root.Member("traffic"), problems);
        CheckBundles(request, vpcs, root.Member("bundles"), problems);
        CheckConstraints(request, region, names, root.Member("constraints"), problems);
        if (request.Current is { } current) CheckCurrent(current, request, region, names, root.Member("current"), problems);
        return problems;
    }

    private static void CheckVpcs(RecommendationRequest request, Region? region, ServiceNames services, JsonPath path, Problems problems)
    {
        if (request.Vpcs.Count == Limits.Vpcs && request.Constraints.Hub == HubChoice.Allowed)
        {
            problems.Add(
                path,
                $"has {Limits.Vpcs} VPCs. If constraints.hub is 'allowed', the maximum is {Limits.Vpcs - 1} because a hub can be added.");
        }
        Must.HoldFrom(request.Vpcs.Count, 1, Limits.Vpcs, "VPC", path, problems);
        var vpcs = Must.NotBeNull(request.Vpcs, Limits.Vpcs, path, problems).ToArray();
        Must.Differ(vpcs.Select(vpc => (vpc.Value.Name, vpc.Path.Member("name"))), "VPC", problems);
        foreach (var (vpc, at) in vpcs)
            VpcCheck.Check(new Vpc { Name = vpc.Name, AvailabilityZones = vpc.AvailabilityZones }, region, services, at, problems);
    }

    private static void CheckTraffic(RecommendationRequest request, FlowTargetsCheck targets, Dictionary<string, PlannedVpc>? vpcs, JsonPath path, Problems problems)
    {
        if (request.Traffic.Count == 0 && request.Bundles.Count == 0)
            problems.Add(path, "must have at least one flow, or bundles must name at least one workload.");
        Must.HoldFrom(request.Traffic.Count, 0, Limits.Flows, "flow", path, problems);
        foreach (var (flow, at) in Must.NotBeNull(request.Traffic, Limits.Flows, path, problems))
        {
            CheckRange(flow.SentGb, at.Member("sentGb"), problems);
            CheckRange(flow.ReceivedGb, at.Member("receivedGb"), problems);
            if (vpcs is not null) CheckPlace(flow, vpcs, at, problems);
        }

        // The figures are checked above, each where it stands.
        Flow[] flows = [.. request.Traffic.Select(flow => flow?.At(_ => 0)!)];
        FlowCheck.Check(flows, [], targets, path, problems);
    }

    private static void CheckRange(GbRange? range, JsonPath path, Problems problems)
    {
        if (range is null) return;
        if (!range.IsRange && range.Typical == range.Low)
        {
            Must.BeInRange(range.Typical, 0, Limits.Gb, path, problems);
            return;
        }

        Must.BeInRange(range.Low, 0, Limits.Gb, path.Member("low"), problems);
        Must.BeInRange(range.High, 0, Limits.Gb, path.Member("high"), problems);
        var (low, high) = (Figures.Show(range.Low), Figures.Show(range.High));
        if (range.Low > range.High)
            problems.Add(path.Member("low"), $"must not be more than high, but {low} is more than {high}.");
        else if (range.Typical < range.Low || range.Typical > range.High)
            problems.Add(path.Member("typical"), $"must be from low to high, {low} to {high}, not {Figures.Show(range.Typical)}.");
    }

    private static void CheckPlace(ExpectedFlow flow, Dictionary<string, PlannedVpc> vpcs, JsonPath path, Problems problems)
    {
        if (vpcs.Count == 0) return;
        var from = flow.From ?? (vpcs.Count == 1 ? vpcs.Keys.First() : null);
        if (from is null || !vpcs.TryGetValue(from, out var vpc))
        {
            problems.Add(
                path.Member("from"),
                from is null ? $"is required because there are several VPCs: {Must.List(vpcs.Keys)}." : NoVpc(from, vpcs));
            return;
        }

        foreach (var zone in flow.Zones?.Keys.Take(Limits.Zones).Where(zone => !vpc.AvailabilityZones.Contains(zone)) ?? [])
        {
            problems.Add(
                path.Member("zones").Member(zone),
                $"'{Must.Cut(zone)}' is not a zone of VPC '{Must.Cut(from)}', which has {Must.List(vpc.AvailabilityZones)}.");
        }
        if (flow.To?.StartsWith(FlowTargets.VpcPrefix, StringComparison.Ordinal) != true || flow.To.Length == FlowTargets.VpcPrefix.Length) return;
        var to = flow.To[FlowTargets.VpcPrefix.Length..];
        if (to == from) problems.Add(path.Member("to"), $"must not be '{Must.Cut(from)}', because the traffic starts there.");
        else if (!vpcs.ContainsKey(to)) problems.Add(path.Member("to"), NoVpc(to, vpcs));
    }

    private static string NoVpc(string name, Dictionary<string, PlannedVpc> vpcs) =>
        $"'{Must.Cut(name)}' is not a VPC of the request, which has {Must.List(vpcs.Keys)}.";

    private static void CheckBundles(RecommendationRequest request, Dictionary<string, PlannedVpc>? vpcs, JsonPath path, Problems problems)
    {
        Must.HoldFrom(request.Bundles.Count, 0, MostNamed, "bundle", path, problems);
        foreach (var (bundle, at) in Must.NotBeNull(request.Bundles, MostNamed, path, problems))
        {
            if (Bundles.Find(bundle.Name) is null)
            {
                var known = string.Join(", ", Bundles.All.Select(known => known.Name));
                problems.Add(at.Member("name"), $"'{Must.Cut(bundle.Name)}' is not a known bundle. The bundles are {known}.");
            }

            if (bundle.Vpc is { } vpc && vpcs?.ContainsKey(vpc) == false) problems.Add(at.Member("vpc"), NoVpc(vpc, vpcs));
        }

        var most = request.Traffic.Count + request.Bundles.Sum(bundle => bundle is null || Bundles.Find(bundle.Name) is not { } known ? 0 : known.Required.Count * (bundle.Vpc is null ? request.Vpcs.Count : 1));
        if (most > Limits.Flows && request.Traffic.Count <= Limits.Flows)
            problems.Add(path, $"result in {Figures.Show(most)} flows together with traffic. The maximum is {Figures.Show(Limits.Flows)}.");
    }

    private static void CheckConstraints(RecommendationRequest request, Region? region, ServiceNames services, JsonPath path, Problems problems)
    {
        var constraints = request.Constraints;
        Must.BeInRange(constraints.LeastEndpointZones, 1, Limits.Zones, path.Member("leastEndpointZones"), problems);
        Must.BeInRange(constraints.MostInterfaceEndpointsPerVpc, 0, Limits.Endpoints, path.Member("mostInterfaceEndpointsPerVpc"), problems);
        CheckServices(constraints.PrivateServices, path.Member("privateServices"));
        CheckServices(constraints.KeepAsIs, path.Member("keepAsIs"));
        if (constraints.KeepAsIs.Count > 0 && request.Current is null)
            problems.Add(path.Member("keepAsIs"), "requires current, the layout in which the services have the path to keep.");

        void CheckServices(IReadOnlyList<string> named, JsonPath at)
        {
            Must.HoldFrom(named.Count, 0, MostNamed, "service", at, problems);
            foreach (var (service, place) in Must.NotBeNull(named, MostNamed, at, problems))
                if (Must.BeText(service, Limits.ServiceNameLength, place, problems) && services.Find(service, region, problems) is ServiceMatch.Invalid invalid) problems.Add(place, invalid.Message);
        }
    }

    private static void CheckCurrent(Layout current, RecommendationRequest request, Region? region, ServiceNames services, JsonPath path, Problems problems)
    {
        LayoutCheck.Check(current, region, services, path, problems);
        // The traffic is that of the request; what stands in its place must be flows all the same.
        _ = Must.NotBeNull(current.Traffic ?? [], Limits.Flows, path.Member("traffic"), problems).Count();
        var there = current.Vpcs.Where(vpc => vpc is not null).DistinctBy(vpc => vpc.Name).ToDictionary(vpc => vpc.Name, StringComparer.Ordinal);
        foreach (var vpc in request.Vpcs.Where(vpc => vpc is not null))
        {
            if (!there.TryGetValue(vpc.Name, out var same))
            {
                problems.Add(path.Member("vpcs"), $"must contain '{Must.Cut(vpc.Name)}' and all other VPCs of the request.");
            }
            else if (!same.AvailabilityZones.ToHashSet(StringComparer.Ordinal).SetEquals(vpc.AvailabilityZones))
            {
                var (has, wanted) = (Must.List(same.AvailabilityZones), Must.List(vpc.AvailabilityZones));
                problems.Add(
                    path.Member("vpcs"), $"must have '{Must.Cut(vpc.Name)}' in the same zones as the request: {wanted}, not {has}.");
            }
        }
    }
}
