using System.Text.RegularExpressions;

namespace CostApi.Api;

/// <summary>What the framework says of a parameter that it could not bind, by the parameter's name.</summary>
internal static partial class BindingFault
{
    public static IDictionary<string, string[]>? Of(BadHttpRequestException exception)
    {
        if (Unreadable().Match(exception.Message) is { Success: true } unreadable)
        {
            var type = unreadable.Groups["type"].Value.StartsWith("int", StringComparison.OrdinalIgnoreCase) ? "a whole number" : "a number";
            return Error(unreadable.Groups["name"].Value, $"must be {type}, not '{unreadable.Groups["value"].Value}'.");
        }

        return Missing().Match(exception.Message) is { Success: true } missing ? Error(missing.Groups["name"].Value, "is required.") : null;
    }

    private static Dictionary<string, string[]> Error(string name, string message) => new() { [name] = [message] };

    [GeneratedRegex("""^Failed to bind parameter "(?<type>\S+) (?<name>\w+)" from "(?<value>.*)"\.$""", RegexOptions.Singleline)]
    private static partial Regex Unreadable();

    [GeneratedRegex("""^Required parameter "\S+ (?<name>\w+)" was not provided from""")]
    private static partial Regex Missing();
}
