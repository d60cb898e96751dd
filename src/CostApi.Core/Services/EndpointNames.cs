using CostApi.Core.Prices;

namespace CostApi.Core.Services;

/// <summary>The DNS names that lead to an interface endpoint (rule 1.14), with placeholders in braces.</summary>
public static class EndpointNames
{
    public static IReadOnlyList<string> Of(EndpointService service, Region? region)
    {
        var commercial = Partition.Commercial.DnsSuffix;
        var domain = region?.Partition.DnsSuffix ?? commercial;
        var label = LabelOf(service);
        var names = new List<string>
        {
            $"vpce-{{id}}-{{hash}}.{label}.{{region}}.vpce.{domain}",
            $"vpce-{{id}}-{{hash}}-{{zone}}.{label}.{{region}}.vpce.{domain}",
        };
        if (service.PrivateDns) names.AddRange(service.PublicHosts.Select(host => host.Replace(commercial, domain, StringComparison.Ordinal)));
        // The endpoint's own name for one API, whatever private DNS says.
        if (service.Service == "execute-api") names.Add($"{{api-id}}-{{vpce-id}}.execute-api.{{region}}.{domain}/{{stage}}");
        return region is null ? names : [.. names.Select(name => name.Replace("{region}", region.Code, StringComparison.Ordinal))];
    }

    // ECR's names are dkr.ecr and api.ecr where the suffixes are ecr.dkr and ecr.api: the public host shows it.
    private static string LabelOf(EndpointService service)
    {
        var host = service.PublicHosts.FirstOrDefault(host => host.EndsWith(".{region}.amazonaws.com", StringComparison.Ordinal));
        if (host is null) return service.Service;
        var labels = host[..^".{region}.amazonaws.com".Length].Split('.').Where(label => !label.Contains('*') && !label.Contains('{'));
        return string.Join('.', labels) is { Length: > 0 } known ? known : service.Service;
    }
}
