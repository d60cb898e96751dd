using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Identity;
#if USE_AWSSDK_PRICING
using Amazon.Pricing;
#endif

namespace CostApi.PriceSources.QueryApi;

internal static class QueryApiServices
{
    /// <summary>Adds the client of the AWS Price List Query API, and the credentials that it needs.</summary>
    public static IServiceCollection AddQueryApi(this IServiceCollection services)
    {
        services.AddOptions<QueryApiOptions>().BindConfiguration(QueryApiOptions.Section)
            .Validate(options => options is { CallsPerSecond: > 0, Burst: > 0 }, $"{QueryApiOptions.Section}: CallsPerSecond and Burst must be 1 or more.")
            .Validate(options => options.ServiceUrl is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }, $"{QueryApiOptions.Section}: ServiceUrl must be an address with http or https.")
            .Validate(options => options.ServiceUrl is not { IsAbsoluteUri: true, UserInfo.Length: > 0 }, $"{QueryApiOptions.Section}: ServiceUrl must hold no user name or password: the address is shown in messages.")
            .ValidateOnStart();
        services.AddSingleton<IIdentityResolver<AWSCredentials>, DefaultAWSCredentialsIdentityResolver>();
        services.AddSingleton<Credentials>();
        services.AddSingleton<CallResilience>();
        services.AddSingleton<QueryApiClient>();
        services.AddSingleton<IPriceSource, QueryApiSource>();
        services.AddHttpClient(SignedPricingApi.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                // What we leave unread of a failure is not worth a wait.
                handler.ResponseDrainTimeout = TimeSpan.Zero;
                handler.ConnectTimeout = TimeSpan.FromSeconds(10);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            })
            // The headers hold the session token.
            .RemoveAllLoggers();
#if USE_AWSSDK_PRICING
        services.AddSingleton<Func<PricingEndpoint, IAmazonPricing>>(endpoint => new AmazonPricingClient(new AmazonPricingConfig
        {
            ServiceURL = endpoint.Url.AbsoluteUri,
            AuthenticationRegion = endpoint.SigningRegion,
            // Tries are counted, and spaced, around the client.
            MaxErrorRetry = 0,
        }));
        services.AddSingleton<IPricingApi, SdkPricingApi>();
#else
        services.AddSingleton<IPricingApi, SignedPricingApi>();
#endif
        return services;
    }
}
