using System.Text.RegularExpressions;
using CostApi.Core.Services;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Template;

namespace CostApi.Api;

/// <summary>The addresses that there are, for those who ask for another.</summary>
internal static partial class KnownPaths
{
    /// <summary>The operation whose path is nearest to one that does not exist, as in <c>POST /v1/comparisons</c>; null where none is near.</summary>
    public static string? Nearest(HttpContext context)
    {
        var asked = Tail(context.Request.Path.Value ?? "");
        var segments = asked.Split('/');
        var known = Endpoints(context)
            .GroupBy(endpoint => Filled(Tail(endpoint.RoutePattern.RawText!), segments), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First());
        return Core.Services.Nearest.To(asked, known.Keys, 1) is [var near] ? $"{MethodsOf(known[near])} {Path(known[near], near)}" : null;
    }

    /// <summary>
    /// Whether there is anything at a path. Routing decides by the method before it looks at a segment like
    /// <c>comparisons.{extension}</c>, and so answers 405 where there is nothing at all.
    /// </summary>
    public static bool Exists(HttpContext context) => Endpoints(context).Any(endpoint =>
        new TemplateMatcher(TemplateParser.Parse(endpoint.RoutePattern.RawText!.TrimStart('/')), []).TryMatch(context.Request.Path, []));

    /// <summary>The media types that the endpoint at a path takes; empty where it takes no body.</summary>
    public static IReadOnlyList<string> Accepted(HttpContext context) =>
    [
        .. Endpoints(context)
            .Where(endpoint => Tail(endpoint.RoutePattern.RawText!).Equals(Tail(context.Request.Path.Value ?? ""), StringComparison.OrdinalIgnoreCase))
            .SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<IAcceptsMetadata>())
            .SelectMany(accepted => accepted.ContentTypes)
            .Distinct(),
    ];

    private static IEnumerable<RouteEndpoint> Endpoints(HttpContext context) => context.RequestServices
        .GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not null);

    private static string MethodsOf(RouteEndpoint endpoint) => string.Join(", ", endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods);

    // What differs between one version and another is not what was mistyped.
    private static string Tail(string path) => Version().Replace(path, "").Trim('/');

    private static string Path(RouteEndpoint endpoint, string filled)
    {
        var raw = endpoint.RoutePattern.RawText!.TrimStart('/');
        return $"/{raw[..(raw.Length - Tail(raw).Length)]}{filled}";
    }

    // A parameter stands for whatever is asked in its place.
    private static string Filled(string template, string[] asked) => string.Join('/', template.Split('/').Select((segment, index) =>
        segment.StartsWith('{') && index < asked.Length ? asked[index]
        : Extension().IsMatch(segment) && index < asked.Length && asked[index].Contains('.') ? Extension().Replace(segment, asked[index][asked[index].LastIndexOf('.')..])
        : segment));

    [GeneratedRegex(@"^/?(api/)?v\d+/", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Version();

    [GeneratedRegex(@"\.\{\w+\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Extension();
}
