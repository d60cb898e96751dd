using Microsoft.AspNetCore.Http;

namespace CostApi.Operations;

/// <summary>Asks a running service whether it is ready; for a container image that has no HTTP client of its own.</summary>
internal static class HealthProbe
{
    public const string Command = "healthcheck";

    /// <summary>Exit code: 0 if the service that runs with these settings is ready, else 1.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var ready = Ready(new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build());
            // A proxy for the outside world must not be asked for the service beside us.
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(4) };
            using var answer = await client.GetAsync(ready);
            Console.WriteLine($"{ready}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or FormatException)
        {
            Console.WriteLine($"Not ready: {error.Message}");
            return 1;
        }
    }

    /// <summary>Where the service answers, by the same settings and in the same order as the server reads them.</summary>
    /// <exception cref="FormatException">The settings name no HTTP address.</exception>
    internal static Uri Ready(IConfiguration settings)
    {
        var urls = Parts(settings[WebHostDefaults.ServerUrlsKey]);
        if (urls.Length == 0) urls = [.. Parts(settings[WebHostDefaults.HttpPortsKey]).Select(port => $"http://*:{port}")];
        if (urls.Length == 0) urls = ["http://localhost:5000"];
        var address = urls.Select(BindingAddress.Parse).FirstOrDefault(url => url is { Scheme: "http", IsUnixPipe: false })
            ?? throw new FormatException($"no HTTP address in {string.Join(';', urls)}.");
        // All addresses include this one, and unlike localhost it needs no name resolution.
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return new Uri($"http://{host}:{address.Port}/health/ready");
    }

    private static string[] Parts(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
