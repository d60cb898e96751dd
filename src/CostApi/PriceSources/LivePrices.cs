using CostApi.PriceSources.OfferFiles;
using CostApi.PriceSources.QueryApi;

namespace CostApi.PriceSources;

/// <summary>The parts that keep prices fresh.</summary>
internal static class LivePrices
{
    public static void AddLivePrices(this IServiceCollection services)
    {
        services.AddQueryApi();
        services.AddOfferFiles();
        services.AddSingleton<PriceStore>();
        services.AddSingleton<PriceBooks>();
        services.AddSingleton<SourceRound>();
        services.AddSingleton<PriceRefresher>();
        services.AddHostedService(provider => provider.GetRequiredService<PriceRefresher>());
    }
}
