using System.Text.Json;
using System.Text.Json.Nodes;
using CostApi.Api;
using Microsoft.OpenApi;

namespace CostApi.OpenApi;

/// <summary>Examples that work when tried: the request and answer files beside this one, and a value for each parameter.</summary>
internal static class Examples
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["region"] = "eu-west-1",
        ["service"] = "ecr.dkr",
        ["type"] = "interface",
        ["search"] = "ecr",
        ["asOf"] = "2026-11-22",
        ["from"] = "2026-11-22",
        ["to"] = "2026-11-22",
        ["extension"] = "json",
        ["X-Api-Key"] = "the-key-of-the-service",
    };

    // The same documents are reviewed and imported; and an address holds what is posted elsewhere.
    private static readonly Dictionary<string, string> RequestsOf = new()
    {
        ["ImportTerraform"] = "ReviewTerraform",
        ["ImportCloudFormation"] = "ReviewCloudFormation",
        ["GetComparison"] = "Compare",
        ["GetEstimate"] = "Estimate",
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

    public static void Show(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? []) parameter.Example = ValueOf(parameter.Name!, operation);
        foreach (var (type, media) in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>()) Show(type, media, operation);
        if (operation.Responses?.GetValueOrDefault("200")?.Content?["application/json"] is { } response) response.Examples = Documented(operation.OperationId!, "response");
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

    private static IEnumerable<(string Name, JsonNode Value)> RequestsFor(OpenApiOperation operation) =>
        Of(RequestsOf.GetValueOrDefault(operation.OperationId!, operation.OperationId!), "request");

    private static JsonNode? ValueOf(string parameter, OpenApiOperation operation) =>
        parameter == "request" ? RequestsFor(operation).Select(example => (JsonNode)PackedRequest.Pack(example.Value.ToJsonString())).FirstOrDefault()
        : Parameters.TryGetValue(parameter, out var value) ? value
        : null;

    // A text holds the JSON, which is YAML too. What is sent as a file is chosen as a file.
    private static void Show(string type, OpenApiMediaType media, OpenApiOperation operation)
    {
        if (type == "application/json") media.Examples = Documented(RequestsOf.GetValueOrDefault(operation.OperationId!, operation.OperationId!), "request");
        else if (type == "application/yaml" && OfYaml(operation.OperationId!) is { } yaml) media.Examples = yaml;
        else if (media.Schema is OpenApiSchema { Type: JsonSchemaType.String, Format: null })
            media.Example = RequestsFor(operation).Select(example => (JsonNode)example.Value.ToJsonString(Indented)).FirstOrDefault();
    }

    private static Dictionary<string, IOpenApiExample>? Documented(string operation, string kind)
    {
        var examples = Of(operation, kind).ToDictionary(example => example.Name, IOpenApiExample (example) => new OpenApiExample { Value = example.Value });
        return examples.Count == 0 ? null : examples;
    }
}
