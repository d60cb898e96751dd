using CostApi.Core.Services;

namespace CostApi.Operations;

/// <summary>The command line: a command or none, then settings as <c>--name value</c> or <c>--name=value</c>.</summary>
internal static class Arguments
{
    private static readonly string[] Commands = [HealthProbe.Command, PricingDataCommand.Name];

    // The settings of the server and its host; each is known under this name alone.
    private static readonly string[] HostSettings =
    [
        "urls", "http_ports", "https_ports", "preferHostingUrls", "environment", "contentRoot", "webroot", "applicationName",
        "shutdownTimeoutSeconds", "captureStartupErrors", "detailedErrors", "suppressStatusMessages", "hostingStartupAssemblies",
        "hostingStartupExcludeAssemblies", "preventHostingStartup", "startupAssembly", "AllowedHosts",
    ];

    // What lies below these is the framework's to judge; the service's own sections are judged with all other settings.
    private static readonly string[] Sections = ["Logging", "Kestrel", .. OwnSettings.Roots];

    /// <summary>What is wrong with each argument.</summary>
    public static IEnumerable<string> Faults(string[] args)
    {
        var first = args is [var command, ..] && Commands.Contains(command) ? 1 : 0;
        if (args is [PricingDataCommand.Name, var folder, ..] && !IsSetting(folder)) first = 2;
        for (var i = first; i < args.Length; i++)
        {
            if (!IsSetting(args[i]))
            {
                yield return $"'{args[i]}' is not a command.{Hint(args[i], Commands, "")}";
                continue;
            }

            var name = args[i].TrimStart('-', '/').Split('=')[0];
            if (!HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase) && !Sections.Contains(name.Split(':')[0], StringComparer.OrdinalIgnoreCase))
                yield return $"'{args[i].Split('=')[0]}' is not an argument.{Hint(name, [.. HostSettings, .. Sections], "--")}";
            if (args[i].Contains('=')) continue;
            if (++i == args.Length) yield return $"'{args[i - 1]}' needs a value.";
        }
    }

    /// <summary>What stands behind the command; null where nothing does.</summary>
    public static string? Operand(string[] args) => args is [_, var operand, ..] && !IsSetting(operand) ? operand : null;

    private static bool IsSetting(string argument) => argument.StartsWith('-') || argument.StartsWith('/') && !Path.Exists(argument) || argument.Contains('=');

    private static string Hint(string name, IReadOnlyList<string> known, string prefix) =>
        Nearest.To(name, known, 1) is [var near] ? $" Did you mean '{prefix}{near}'?" : $" Use {string.Join(", ", known.Select(one => $"{prefix}{one}"))}.";
}
