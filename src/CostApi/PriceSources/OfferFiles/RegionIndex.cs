using System.Text.Json;
using System.Text.Json.Serialization;

namespace CostApi.PriceSources.OfferFiles;

/// <summary>Which file holds a Region's current prices, by Region code.</summary>
internal sealed record RegionIndex(IReadOnlyDictionary<string, RegionIndex.Entry?> Regions)
{
    private const int MostBytes = 1 << 20;

    /// <exception cref="InvalidDataException">The body is no such index, or is too long.</exception>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    public static async Task<RegionIndex> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostBytes + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > MostBytes) throw new InvalidDataException($"The region index is longer than {MostBytes} bytes.");
        try
        {
            if (!IsWhole(buffer.AsSpan(0, length))) throw new EndOfStreamException("The region index ends too early.");
            return JsonSerializer.Deserialize(buffer.AsSpan(0, length), RegionIndexJson.Default.RegionIndex) ?? throw new JsonException("It is null.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The region index cannot be used: {error.Message}", error);
        }
    }

    // What is cut short may be whole at the next try; what is no JSON will not be.
    private static bool IsWhole(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        return reader.Read() && reader.TrySkip();
    }

    public sealed record Entry(string? CurrentVersionUrl);
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RegionIndex))]
internal sealed partial class RegionIndexJson : JsonSerializerContext;
