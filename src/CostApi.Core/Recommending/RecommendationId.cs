using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CostApi.Core.Comparing;

namespace CostApi.Core.Recommending;

/// <summary>One spelling for each request, as for comparisons.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CanonicalDecimal), typeof(SortedMembers)])]
[JsonSerializable(typeof(RecommendationRequest))]
internal sealed partial class RecommendationJson : JsonSerializerContext;

/// <summary>Names a question: equal for equal requests on equal prices.</summary>
internal static class RecommendationId
{
    public static string Of(RecommendationRequest request, string priceVersion)
    {
        var flows = request.Traffic.Select(flow => flow with
        {
            From = flow.From ?? request.Vpcs[0].Name,
            SentGb = flow.SentGb ?? new GbRange(0, 0, 0),
            ReceivedGb = flow.ReceivedGb ?? new GbRange(0, 0, 0),
        });
        // The day chooses the prices, whose version stands in the id; how long to look changes no question.
        var spelled = request with { Traffic = [.. flows], Pricing = request.Pricing with { AsOf = null }, TimeLimitSeconds = 0 };
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(priceVersion));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(spelled, RecommendationJson.Default.RecommendationRequest));
        return Convert.ToHexStringLower(hash.GetHashAndReset()[..16]);
    }
}
