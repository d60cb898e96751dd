using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CostApi.Core.Layouts;

namespace CostApi.Core.Comparing;

/// <summary>Names a question: equal for equal requests, however they were spelled, on equal prices.</summary>
public static class QuestionId
{
    public static string Of(ComparisonRequest request, string priceVersion)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(priceVersion));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(SpelledOut.Of(request), CanonicalJson.Default.ComparisonRequest));
        return Convert.ToHexStringLower(hash.GetHashAndReset()[..16]);
    }
}
