using CostApi.PriceSources.QueryApi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CostApi.Tests.PriceSources.QueryApi;

public sealed class QueryApiOptionsTests
{
    [Theory]
    [InlineData(0, 10, null, "CallsPerSecond")]
    [InlineData(5, 0, null, "Burst")]
    [InlineData(5, 10, "ftp://127.0.0.1", "ServiceUrl")]
    [InlineData(5, 10, "api.pricing", "ServiceUrl")]
    public void Settings_that_cannot_work_are_refused_by_name(int callsPerSecond, int burst, string? url, string name)
    {
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddQueryApi().Configure<QueryApiOptions>(options =>
        {
            (options.CallsPerSecond, options.Burst) = (callsPerSecond, burst);
            options.ServiceUrl = url is null ? null : new Uri(url, UriKind.RelativeOrAbsolute);
        }).BuildServiceProvider();
        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<QueryApiOptions>>().Value);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }
}
