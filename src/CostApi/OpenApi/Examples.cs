using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CostApi.OpenApi;

/// <summary>Examples that work when tried: the request and answer files beside this one, and a value for each parameter.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["region"] = "eu-west-1",
        ["service"] = "ecr.dkr",
        ["type"] = "interface",
        ["search"] = "ecr",
        ["asOf"] = "2026-11-22",
        ["from"] = "2026-11-01",
        ["to"] = "2026-11-22",
    };

    /// <summary>The example files of an operation: <c>operation.name.request.json</c> and <c>operation.name.response.json</c>.</summary>
    public static IEnumerable<(string Name, JsonNode Value)> Of(string operation, string kind)
    {
        foreach (var resource in FilesOf(operation, $".{kind}.json"))
        {
            using var stream = typeof(Examples).Assembly.GetManifestResourceStream(resource)!;
            yield return (resource.Split('.')[1], JsonNode.Parse(stream)!);
        }
    }

    public static Task Transform(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            if (Parameters.TryGetValue(parameter.Name!, out var example)) parameter.Example = example;
        if (operation.RequestBody?.Content?["application/json"] is { } request) request.Examples = Documented(operation, "request");
        if (operation.Responses?.GetValueOrDefault("200")?.Content?["application/json"] is { } response) response.Examples = Documented(operation, "response");
        return Task.CompletedTask;
    }

    /// <summary>The example files of an operation in YAML: <c>operation.name.request.yaml</c>.</summary>
    public static Dictionary<string, IOpenApiExample>? OfYaml(string operation)
    {
        var examples = new Dictionary<string, IOpenApiExample>();
        foreach (var resource in FilesOf(operation, ".request.yaml"))
        {
            using var text = new StreamReader(typeof(Examples).Assembly.GetManifestResourceStream(resource)!);
            examples[resource.Split('.')[1]] = new OpenApiExample { Value = text.ReadToEnd() };
        }

        return examples.Count == 0 ? null : examples;
    }

    private static IEnumerable<string> FilesOf(string operation, string end) => typeof(Examples).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith($"{operation}.", StringComparison.Ordinal) && name.EndsWith(end, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static Dictionary<string, IOpenApiExample>? Documented(OpenApiOperation operation, string kind)
    {
        var examples = Of(operation.OperationId!, kind).ToDictionary(example => example.Name, IOpenApiExample (example) => new OpenApiExample { Value = example.Value });
        return examples.Count == 0 ? null : examples;
    }
}
