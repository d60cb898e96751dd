using System.Text.Json;
using System.Text.RegularExpressions;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Tells the Region of a resource: its own, its provider's, or that of what it names.</summary>
internal sealed partial class Regions(Inventory inventory, Configuration configuration, References references)
{
    private readonly Dictionary<(string Module, string Key), string?> _ofProviders = [];
    private readonly Dictionary<string, string?> _ofResources = new(StringComparer.Ordinal);

    /// <summary>Region code; null where the document does not tell.</summary>
    public string? Of(Resource resource)
    {
        if (!_ofResources.TryGetValue(resource.Address, out var region)) _ofResources[resource.Address] = region = Find(resource);
        return region;
    }

    // Provider 6 lets each resource say; before it the provider alone does. A state has neither: there names and ARNs do.
    private string? Find(Resource resource) =>
        Code(resource["region"].Text)
        ?? OfProvider(resource)
        ?? OfZone(resource["availability_zone"].Text)
        ?? OfArn(resource["arn"].Text)
        ?? (resource["service_region"].Text is null && !resource["service_region"].IsUnknown ? OfService(resource["service_name"].Text) : null);

    /// <summary>Region of a zone by its name: of <c>us-west-2-lax-1a</c>, too.</summary>
    public static string? OfZone(string? zone) => zone is { Length: <= 40 } && Start().Match(zone) is { Success: true } match ? match.Value : null;

    private static string? OfArn(string? arn) => arn?.Split(':', 5) is [_, _, _, var region, ..] ? Code(region) : null;

    private static string? OfService(string? service) => service?.Split('.').Select(Code).FirstOrDefault(code => code is not null);

    private static string? Code(string? text) => text is { Length: <= 40 } && Whole().IsMatch(text) ? text : null;

    private string? OfProvider(Resource resource)
    {
        if (references.Block(resource)?.Provider is not { } key) return null;
        if (_ofProviders.TryGetValue((resource.Module, key), out var known)) return known;
        return _ofProviders[(resource.Module, key)] = OfProvider(resource.Module, key);
    }

    private string? OfProvider(string module, string key)
    {
        var provider = configuration.Providers.Member(key);
        // A module's key that is not configured of itself inherits from its caller's.
        while (provider.ValueKind != JsonValueKind.Object && key.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon)
        {
            key = key[(colon + 1)..];
            provider = configuration.Providers.Member(key);
        }

        var where = provider.Member("module_address").Text() is null ? "" : module;
        return Value(where, provider.Member("expressions").Member("region"), 0);
    }

    private string? Value(string module, JsonElement expression, int depth)
    {
        if (Expressions.Constant(expression).Text() is { } constant) return Code(constant);
        if (depth > 16) return null;
        foreach (var reference in Expressions.References(expression))
        {
            var steps = Steps.Of(reference);
            if (steps is [{ Name: "var" }, var name, ..] && OfVariable(module, name.Name, depth) is { } region) return region;
            if (steps is [{ Name: "data" }, { Name: "aws_region" }, var data, ..]
                && inventory.Block(module, $"data.aws_region.{data.Name}")?.Resources[0] is { } found && Code(found["name"].Text ?? found["region"].Text) is { } named) return named;
        }

        return null;
    }

    private string? OfVariable(string module, string name, int depth)
    {
        if (module.Length == 0) return Code((configuration.Variables.Member(name).Member("value").Text()) ?? configuration.Root?.Variables.Member(name).Member("default").Text());
        var call = references.Module(Inventory.Parent(module))?.Calls.GetValueOrDefault(Steps.Modules(module)[^1].Name);
        var expression = call?.Expressions.Member(name) ?? default;
        return expression.ValueKind == JsonValueKind.Undefined
            ? Code(references.Module(module)?.Variables.Member(name).Member("default").Text())
            : Value(Inventory.Parent(module), expression, depth + 1);
    }

    [GeneratedRegex(@"^[a-z]{2,4}(-[a-z]+)+-[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Start();

    [GeneratedRegex(@"^[a-z]{2,4}(-[a-z]+)+-[0-9]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Whole();
}
