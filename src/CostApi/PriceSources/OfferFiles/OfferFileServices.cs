namespace CostApi.PriceSources.OfferFiles;

internal static class OfferFileServices
{
    public static IServiceCollection AddOfferFiles(this IServiceCollection services)
    {
        services.AddOptions<OfferFilesOptions>().BindConfiguration(OfferFilesOptions.Section)
            .Validate(options => options.BaseUrl is null || (options.BaseUrl.IsAbsoluteUri && options.BaseUrl.Scheme is "http" or "https"), $"{OfferFilesOptions.Section}:BaseUrl must be an address of http or https.")
            .Validate(options => options.BaseUrl is not { IsAbsoluteUri: true, UserInfo.Length: > 0 }, $"{OfferFilesOptions.Section}:BaseUrl must hold no user name or password: the address is shown in messages.")
            .ValidateOnStart();
        // Each try has a limit of its own, on the service's clock.
        services.AddHttpClient(OfferDownload.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = System.Net.DecompressionMethods.None,
                UseCookies = false,
                // We leave most of a large file unread: rather a new connection than its rest.
                MaxResponseDrainSize = 1 << 16,
                ResponseDrainTimeout = TimeSpan.Zero,
            });
        services.AddSingleton<OfferDownload>();
        services.AddSingleton<OfferFileClient>();
        services.AddSingleton<IPriceSource, OfferFileSource>();
        return services;
    }
}
