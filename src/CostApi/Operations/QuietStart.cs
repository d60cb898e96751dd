namespace CostApi.Operations;

/// <summary>
/// Keeps the framework from logging a failed start with its stack trace, twice: the program says in one line what is wrong.
/// Once the service has started, the levels are those of the settings.
/// </summary>
internal sealed class QuietStart : ConfigurationProvider, IConfigurationSource
{
    public QuietStart()
    {
        foreach (var category in new[] { "Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel" })
            Data[$"Logging:LogLevel:{category}"] = nameof(LogLevel.None);
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public void End()
    {
        Data.Clear();
        OnReload();
    }
}
