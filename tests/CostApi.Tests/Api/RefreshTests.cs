using System.Net.Http.Headers;

namespace CostApi.Tests.Api;

/// <summary>Who may have prices read now.</summary>
public sealed class RefreshTests
{
    private const string Key = "a key";

    // Nothing listens there: whether prices come is no matter here.
    private static readonly (string, string)[] Live = [("Prices:Sources", "offer-files,snapshot"), ("Prices:OfferFiles:BaseUrl", "http://127.0.0.1:1")];

    [Theory]
    [InlineData("X-Api-Key", Key, 202)]
    [InlineData("Authorization", "Bearer " + Key, 202)]
    [InlineData("X-Api-Key", "another", 401)]
    [InlineData("Authorization", "Basic YTpi", 401)]
    [InlineData(null, null, 401)]
    public async Task A_key_is_needed(string? header, string? value, int status)
    {
        await using var service = new Service(null, [.. Live, ("Prices:RefreshKey", Key)]);
        Assert.Equal(status, await RefreshAsync(service, "?region=eu-west-1", header, value));
    }

    [Fact]
    public async Task Without_a_key_of_its_own_the_service_refreshes_for_nobody()
    {
        await using var service = new Service(null, Live);
        Assert.Equal(404, await RefreshAsync(service, "", "X-Api-Key", ""));
    }

    [Fact]
    public async Task A_service_that_keeps_to_the_shipped_prices_says_so()
    {
        await using var service = new Service(null, ("Prices:RefreshKey", Key));
        Assert.Equal(409, await RefreshAsync(service, "", "X-Api-Key", Key));
    }

    [Theory]
    [InlineData("?region=eu-wst-1")]
    [InlineData("?key=" + "a%20key")]
    public async Task An_unknown_Region_or_parameter_is_a_mistake(string query)
    {
        await using var service = new Service(null, [.. Live, ("Prices:RefreshKey", Key)]);
        Assert.Equal(400, await RefreshAsync(service, query, "X-Api-Key", Key));
    }

    private static async Task<int> RefreshAsync(Service service, string query, string? header, string? value)
    {
        using var client = service.CreateClient();
        if (header == "Authorization") client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(value!);
        else if (header is not null) client.DefaultRequestHeaders.Add(header, value);
        using var response = await client.PostAsync(new Uri($"/v1/prices/refresh{query}", UriKind.Relative), null);
        return (int)response.StatusCode;
    }
}
