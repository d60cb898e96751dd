using Microsoft.AspNetCore.Http;

namespace CostApi.Tests.Fakes;

/// <summary>Which requests a fault is for.</summary>
public static class When
{
    public static bool Always(HttpRequest request) => true;

    public static bool IsQuery(HttpRequest request) => request.Target is not null;

    public static bool IsOfferFile(HttpRequest request) => request.Path.StartsWithSegments("/offers");

    /// <summary>Asks for a page after the first.</summary>
    public static bool HasToken(HttpRequest request) => request.Text.Contains("\"NextToken\":\"", StringComparison.Ordinal) || request.Text.Contains("\"NextToken\": \"", StringComparison.Ordinal);

    public static Func<HttpRequest, bool> Body(string text) => request => request.Text.Contains(text, StringComparison.Ordinal);
}
