using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Layouts.Checks;

/// <summary>Finds services, each name once, however many endpoints and flows name it.</summary>
internal sealed class ServiceNames(ServiceCatalogue catalogue)
{
    private readonly Dictionary<(string, string?), ServiceMatch> _found = [];
    private HashSet<string>? _known;

    public IReadOnlyList<EndpointService> All => catalogue.Services;

    public ServiceMatch Find(string name, Region? region, Problems problems)
    {
        if (_found.TryGetValue((name, region?.Code), out var match)) return match;
        match = problems.TakesHints || MayBeKnown(name)
            ? catalogue.Find(name, region)
            : new ServiceMatch.Invalid($"'{name}' is not a known endpoint service. GET /v1/services lists the known services.");
        return _found[(name, region?.Code)] = match;
    }

    // The catalogue looks for what an unknown suffix may mean, which is slow; a full name it knows by its first two labels.
    private bool MayBeKnown(string name)
    {
        _known ??= [.. All.SelectMany(service => service.Fips.Prepend(service.Service)), .. All.Select(service => Domain(service.ServiceName ?? "com.amazonaws.{region}"))];
        return ServiceCatalogue.IsUnknown(name)
            || _known.Contains(name)
            || _known.Contains(Domain(Partition.InCommercialForm(name) ?? name));
    }

    // "com.amazonaws." of "com.amazonaws.eu-west-1.sqs"; the dot at the end keeps it apart from suffixes.
    private static string Domain(string name) => name.Split('.', 3) is [var top, var second, _] ? $"{top}.{second}." : name;
}
