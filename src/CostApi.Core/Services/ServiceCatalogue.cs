using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using CostApi.Core.Prices;

namespace CostApi.Core.Services;

/// <summary>What a service named in a request stands for.</summary>
public abstract record ServiceMatch
{
    /// <summary>A service of the catalogue, or the FIPS variant of one.</summary>
    public sealed record Known(EndpointService Service) : ServiceMatch;

    /// <summary>A full name that the catalogue does not hold: a newer service, or an endpoint service of somebody's own.</summary>
    /// <param name="IsPrivate">Only an endpoint reaches it: it has no public address (<c>vpce-svc-…</c>).</param>
    public sealed record Unknown(bool IsPrivate) : ServiceMatch;

    /// <summary>A name that is not valid.</summary>
    public sealed record Invalid(string Message) : ServiceMatch;
}

/// <summary>The AWS services that have VPC endpoints.</summary>
public sealed class ServiceCatalogue
{
    private readonly FrozenDictionary<string, EndpointService> _bySuffix;
    private readonly FrozenDictionary<string, EndpointService> _byTemplate;
    private readonly FrozenDictionary<string, EndpointService> _elsewhere;

    public ServiceCatalogue(IReadOnlyList<EndpointService> services)
    {
        Services = services;
        // A FIPS variant is a service name of its own: the same name with another suffix. A gateway endpoint is for the plain name alone.
        var variants = services.SelectMany(service => service.Fips
                .Select(suffix => (suffix, service: service with { Types = [ServiceEndpointType.Interface] }))
                .Prepend((suffix: service.Service, service)))
            .DistinctBy(pair => pair.suffix).ToArray();
        _bySuffix = variants.ToFrozenDictionary(pair => pair.suffix, pair => pair.service, StringComparer.Ordinal);
        _byTemplate = variants.Where(pair => pair.service.ServiceName is not null)
            .Select(pair => (template: pair.service.ServiceName![..^pair.service.Service.Length] + pair.suffix, pair.service))
            .DistinctBy(pair => pair.template)
            .ToFrozenDictionary(pair => pair.template, pair => pair.service, StringComparer.Ordinal);
        _elsewhere = services.SelectMany(service => service.NamesElsewhere.Values.Select(name => (name, service)))
            .DistinctBy(pair => pair.name)
            .ToFrozenDictionary(pair => pair.name, pair => pair.service, StringComparer.Ordinal);
    }

    public IReadOnlyList<EndpointService> Services { get; }

    /// <summary>
    /// What the name of a service begins with that nobody knows, followed by a name of the caller's: <c>unknown:orders</c>.
    /// </summary>
    public const string UnknownPrefix = "unknown:";

    /// <summary>Whether a name stands for a service that nobody knows.</summary>
    public static bool IsUnknown(string name) => name.StartsWith(UnknownPrefix, StringComparison.Ordinal) && name.Length > UnknownPrefix.Length;

    public static ServiceCatalogue Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var file = JsonSerializer.Deserialize(json, ServiceJson.Default.ServiceList);
            if (file?.Schema != PriceFile.Schema) throw new PriceFileException($"schema {file?.Schema} is not {PriceFile.Schema}");
            var faults = FaultsOf(file.Services).Distinct().ToArray();
            return faults.Length == 0 ? new ServiceCatalogue(file.Services) : throw new PriceFileException(string.Join("; ", faults));
        }
        catch (JsonException error)
        {
            throw new PriceFileException(error.Message);
        }
    }

    /// <summary>
    /// Finds a service by its suffix (<c>ecr.dkr</c>) or its full name in the Region (<c>com.amazonaws.eu-west-1.ecr.dkr</c>).
    /// </summary>
    /// <param name="name">The suffix or full name.</param>
    /// <param name="region">The Region; null where it is not known, and then every full name passes as unknown.</param>
    public ServiceMatch Find(string name, Region? region)
    {
        if (_bySuffix.TryGetValue(name, out var bySuffix)) return new ServiceMatch.Known(bySuffix);
        // It may be somebody's own: nothing is said of it that holds for services of AWS alone.
        if (IsUnknown(name)) return new ServiceMatch.Unknown(IsPrivate: true);
        var full = Partition.InCommercialForm(name) ?? name;
        if (!IsFullName(full)) return new ServiceMatch.Invalid(UnknownSuffix(name));
        if (region is null) return new ServiceMatch.Unknown(false);
        if (_elsewhere.TryGetValue(name, out var elsewhere) && elsewhere.NamesElsewhere.GetValueOrDefault(region.Code) == name)
            return new ServiceMatch.Known(elsewhere);
        if (_byTemplate.TryGetValue(full, out var service) || _byTemplate.TryGetValue(full.Replace($".{region.Code}.", ".{region}.", StringComparison.Ordinal), out service))
            return new ServiceMatch.Known(service);

        var parts = full.Split('.');
        if (parts.Any(part => part.Length == 0)) return new ServiceMatch.Invalid($"'{name}' is not an endpoint service name: a part between the dots is empty.");
        return RegionOf(name) is { } named && named != region.Code
            ? new ServiceMatch.Invalid(
                $"'{name}' is a service in {named}, but the request is for {region.Code}. Specify the service in {region.Code}. "
                + "For traffic to another Region, specify the suffix of the service in 'to' and the Region in 'region'.")
            : new ServiceMatch.Unknown(parts[2] == "vpce");
    }

    /// <summary>
    /// Code of the Region that a full service name names, known or not; null for a suffix and for a service of no Region.
    /// </summary>
    public static string? RegionOf(string name)
    {
        var full = Partition.InCommercialForm(name) ?? name;
        if (!IsFullName(full)) return null;
        var parts = full.Split('.');
        var part = parts.ElementAtOrDefault(parts[2] == "vpce" ? 3 : 2);
        return part is not null && LooksLikeRegion(part) ? part : null;
    }

    // The reader of JSON lets null into a list whatever its type says.
    private static IEnumerable<string> FaultsOf(IReadOnlyList<EndpointService?> services)
    {
        if (services.Contains(null)) yield return "a row of services is null";
        var there = services.OfType<EndpointService>().ToArray();
        foreach (var service in there)
        {
            if (service.PublicHosts.Contains(null!)) yield return $"{service.Service}: publicHosts contains null";
            if (service.Fips.Contains(null!)) yield return $"{service.Service}: fips contains null";
            if (service.NamesElsewhere.Values.Contains(null!)) yield return $"{service.Service}: namesElsewhere contains null";
            if (service.Companions.Contains(null!)) yield return $"{service.Service}: companions contains null";
            if (service.ServiceName?.EndsWith($".{service.Service}", StringComparison.Ordinal) == false)
                yield return $"{service.Service}: full name '{service.ServiceName}' does not end with '.{service.Service}'";
        }

        foreach (var twice in there.GroupBy(service => service.Service).Where(group => group.Count() > 1))
            yield return $"{twice.Key} is listed more than once";
    }

    private static bool IsFullName(string name) =>
        name.StartsWith("com.amazonaws.", StringComparison.Ordinal)
        || name.StartsWith("aws.api.", StringComparison.Ordinal)
        || name.StartsWith("api.aws.", StringComparison.Ordinal)
        || name.StartsWith("aws.sagemaker.", StringComparison.Ordinal);

    // Letters, a direction and a number: eu-west-1, us-gov-east-1, ap-southeast-7.
    private static bool LooksLikeRegion(string part)
    {
        var dashes = part.Split('-');
        return dashes.Length is 3 or 4 && dashes[0].Length is 2 or 4 && dashes[^1].Length == 1 && char.IsAsciiDigit(dashes[^1][0]);
    }

    private string UnknownSuffix(string name)
    {
        var nearest = Nearest.To(name, _bySuffix.Keys, 3);
        var hint = nearest.Count == 0 ? "" : $" Did you mean {string.Join(", ", nearest.Select(n => $"'{n}'"))}?";
        return $"'{name}' is not a known endpoint service.{hint} GET /v1/services lists the known services. "
            + "For a service that is not in the list, specify its full name, 'com.amazonaws.<region>.<suffix>'.";
    }
}

/// <summary>The shipped file of endpoint services.</summary>
internal sealed record ServiceList(int Schema, IReadOnlyList<EndpointService> Services);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ServiceList))]
internal sealed partial class ServiceJson : JsonSerializerContext;
