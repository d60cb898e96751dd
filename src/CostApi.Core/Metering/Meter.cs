using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.Core.Routing;

namespace CostApi.Core.Metering;

/// <summary>A part of a metered line that one flow brought.</summary>
/// <param name="Line">Index of the line.</param>
/// <param name="Quantity">The flow's part of its quantity.</param>
public readonly record struct LinePart(int Line, decimal Quantity);

/// <summary>A route with its parts of the metered lines.</summary>
public sealed record MeteredRoute(Route Route, IReadOnlyList<LinePart> Parts);

/// <summary>Quantities of usage types: all that a layout uses in the month.</summary>
/// <param name="Topology">The layout.</param>
/// <param name="Lines">One line for each resource and charge.</param>
/// <param name="Routes">The flows, with their parts of the lines.</param>
public sealed record MeteredLayout(Topology Topology, IReadOnlyList<Usage> Lines, IReadOnlyList<MeteredRoute> Routes);

/// <summary>Turns a layout and its routes into quantities. Knows no price.</summary>
public static class Meter
{
    public static MeteredLayout Read(Topology topology, IReadOnlyList<Route> routes, decimal hours, int crossZoneSides)
    {
        var ledger = new Ledger();
        foreach (var usage in StandingMeter.Of(topology, hours)) ledger.Add(usage);
        var metered = new MeteredRoute[routes.Count];
        for (var i = 0; i < routes.Count; i++)
        {
            var parts = new List<LinePart>(4);
            foreach (var usage in TrafficMeter.Of(routes[i], crossZoneSides))
                if (ledger.Add(usage) is { } line) parts.Add(new LinePart(line, usage.Quantity));
            metered[i] = new MeteredRoute(routes[i], parts);
        }

        return new MeteredLayout(topology, ledger.Lines, metered);
    }

    private sealed class Ledger
    {
        private readonly Dictionary<(string Vpc, string Resource, Charge Charge), int> _index = [];

        public List<Usage> Lines { get; } = [];

        // A use of nothing is no line, but for a gateway endpoint, which shows that it is free.
        public int? Add(Usage usage)
        {
            var key = (usage.Vpc, usage.Resource, usage.Charge);
            if (_index.TryGetValue(key, out var line))
            {
                Lines[line] = Lines[line] with { Quantity = Lines[line].Quantity + usage.Quantity };
                return line;
            }

            if (usage.Quantity == 0 && usage.Charge != Charges.GatewayEndpointBytes) return null;
            _index.Add(key, Lines.Count);
            Lines.Add(usage);
            return Lines.Count - 1;
        }
    }
}
