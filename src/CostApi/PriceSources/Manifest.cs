using System.Text.Json.Serialization;

namespace CostApi.PriceSources;

/// <summary>What the shipped prices hold: their edition, and the SHA-256 of each file.</summary>
internal sealed record Manifest(
    int Schema,
    string Version,
    DateTimeOffset PublishedAt,
    DateTimeOffset RetrievedAt,
    string Source,
    IReadOnlyDictionary<string, string> Files);

[JsonSourceGenerationOptions(
    System.Text.Json.JsonSerializerDefaults.Web,
    WriteIndented = true,
    NewLine = "\n",
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
