using System.Text;
using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Routing;

namespace CostApi.Core.Planning;

/// <summary>A part of a layout after some changes.</summary>
/// <param name="Part">The part.</param>
/// <param name="Cost">What it costs, with the pools of the whole layout.</param>
/// <param name="Steps">The changes that led here.</param>
/// <param name="Advice">What is advised now.</param>
internal sealed record PlanState(Layout Part, decimal Cost, IReadOnlyList<Advice> Steps, IReadOnlyList<Advice> Advice);

/// <summary>
/// Finds the changes that save most together. Where few versions of a part can be reached, all are: each change by itself leads to a
/// layout that is routed, metered and advised on anew, until nothing is left to advise. In larger parts, what contradicts nothing is
/// done at once, and where advice overlaps, every largest set of compatible advice is tried; once the work reaches its bound, only the
/// set that saves most is followed further.
/// </summary>
/// <param name="bench">Prices versions of the part.</param>
/// <param name="holds">Whether an advice may be followed.</param>
/// <param name="work">The bound: how many flows, VPCs and endpoints to go through in all versions together.</param>
internal sealed class PlanSearch(Workbench bench, Func<Advice, bool> holds, int work)
{
    // Six changes that do not depend on each other have as many versions.
    private const int MostVersions = 64;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private PlanState? _best;

    /// <summary>What is left of the bound; below 0 where it did not suffice to try everything.</summary>
    public int WorkLeft { get; private set; } = work;

    public PlanState Best(Layout part, IReadOnlyList<Advice> advice)
    {
        var start = bench.Price(part);
        var state = new PlanState(part, bench.CostOf(start) ?? 0, [], advice);
        if (Exhaust(state) && _best is { } best) return best;
        _best = state;
        _seen.Clear();
        Follow(state);
        return _best;
    }

    // False where there are too many versions to try them all. The first way to each version takes the largest saving first.
    private bool Exhaust(PlanState state)
    {
        if (state.Advice.Count == 0)
        {
            Consider(state);
            return true;
        }

        foreach (var advice in state.Advice.OrderByDescending(advice => advice.Saving))
        {
            Advice[] set = [advice, .. advice.Together];
            var part = set.Aggregate(state.Part, (layout, one) => one.Edit(layout));
            if (!_seen.Add(KeyOf(part))) continue;
            if (_seen.Count > MostVersions || WorkLeft < bench.Size) return false;
            if (Priced(state, part, set) is { } next && !Exhaust(next)) return false;
        }

        return true;
    }

    private void Follow(PlanState state)
    {
        while (state.Advice.Count > 0)
        {
            var clusters = Clusters.Of(state.Advice);
            var calm = clusters.Where(cluster => cluster.IsCalm).ToArray();
            var sure = calm.Where(cluster => !cluster.NeedsNat).SelectMany(cluster => cluster.Sets[0]).ToArray();
            var contested = clusters.FirstOrDefault(cluster => !cluster.IsCalm);
            if (sure.Length == 0 && contested is not null)
            {
                Consider(state);
                Branch(state, contested);
                return;
            }

            // Traffic is given to a NAT only when nothing else is left that could make it needless.
            if (Apply(state, sure.Length > 0 ? sure : [.. calm.SelectMany(cluster => cluster.Sets[0])]) is not { } next) break;
            state = next;
        }

        Consider(state);
    }

    private void Consider(PlanState state)
    {
        if (_best is { } best && (best.Cost < state.Cost || best.Cost == state.Cost && best.Steps.Count <= state.Steps.Count)) return;
        _best = state;
    }

    private void Branch(PlanState state, Cluster cluster)
    {
        var mayFreeNat = cluster.Sets.SelectMany(set => set)
            .Any(advice => advice is { NeedsNat: false, Code: not FindingCodes.NatGatewayUnused });
        foreach (var set in cluster.Sets.OrderBy(set => mayFreeNat && set[0].NeedsNat).ThenByDescending(set => set.Sum(advice => advice.Saving)))
        {
            if (Apply(state, set) is not { } next) continue;
            Follow(next);
            if (WorkLeft < 0) return;
        }
    }

    // Null where another order of the same changes led to the same layout before, or the cost does not fall.
    private PlanState? Apply(PlanState state, IReadOnlyList<Advice> set)
    {
        var part = set.Aggregate(state.Part, (layout, advice) => advice.Edit(layout));
        return WorkLeft >= 0 && !_seen.Add(KeyOf(part)) ? null : Priced(state, part, set);
    }

    private PlanState? Priced(PlanState state, Layout part, IReadOnlyList<Advice> set)
    {
        WorkLeft -= bench.Size;
        var priced = bench.Price(part);
        return bench.CostOf(priced) is { } cost && cost < state.Cost
            ? new PlanState(
                part, cost, [.. state.Steps, .. set.OrderByDescending(advice => advice.Saving)], [.. Adviser.Changes(priced).Where(holds)])
            : null;
    }

    private static string KeyOf(Layout part)
    {
        var key = new StringBuilder();
        foreach (var vpc in part.Vpcs)
        {
            key.Append('|').AppendJoin(',', vpc.NatGateway?.AvailabilityZones ?? (vpc.NatGateway is null ? [] : vpc.AvailabilityZones))
                .Append('/').AppendJoin(',', vpc.NatInstance?.AvailabilityZones ?? (vpc.NatInstance is null ? [] : vpc.AvailabilityZones))
                .Append('/').Append(vpc.ElasticIpAddresses?.Idle);
            foreach (var endpoint in vpc.Endpoints)
            {
                key.Append('/').Append((int)endpoint.Type).Append(endpoint.Service)
                    .Append(endpoint.Shared ? 's' : '-').Append(endpoint.EndpointUrl ? 'u' : '-')
                    .Append(endpoint.PrivateDns is false ? '-' : 'd').Append(endpoint.PrivateDnsOnlyForInboundResolver ? 'i' : '-');
                if (endpoint.AvailabilityZones is { } zones) key.AppendJoin(',', zones);
            }
        }

        return key.ToString();
    }
}
