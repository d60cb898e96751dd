using CostApi.Operations;
using Microsoft.Extensions.Options;

namespace CostApi.PriceSources;

/// <summary>The parts that keep prices fresh.</summary>
internal static class LivePrices
{
    public static void AddLivePrices(this IServiceCollection services)
    {
        services.AddSingleton<PriceStore>();
        services.AddSingleton<PriceBooks>();
        services.AddSingleton<PriceRefresher>();
        services.AddHostedService(provider => provider.GetRequiredService<PriceRefresher>());
    }
}
