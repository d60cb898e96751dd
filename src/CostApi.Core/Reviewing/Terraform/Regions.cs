using System.Text.RegularExpressions;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Tells the Region of a resource: its own, its provider's, or that of what it names.</summary>
internal sealed partial class Regions(Inventory inventory, Configuration configuration, References references)
{
    private readonly Dictionary<(string Module, string Key), string?> _ofProviders = [];
    private readonly Dictionary<string, string?> _ofResources = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Module, string Variable), Choice> _ofVariables = [];

    /// <summary>The Region that an expression gives: one, or one of several, or none that is known.</summary>
    private readonly record struct Choice(string? Only, bool IsOneOfSeveral)
    {
        public Choice Or(Choice other) =>
            new(Only ?? other.Only, IsOneOfSeveral || other.IsOneOfSeveral || AreTwo(Only, other.Only));

        private static bool AreTwo(string? one, string? other) => one is not null && other is not null && one != other;
    }

    /// <summary>Region code; null where the document does not tell.</summary>
    public string? Of(Resource resource)
    {
        if (!_ofResources.TryGetValue(resource.Address, out var region)) _ofResources[resource.Address] = region = Find(resource);
        return region;
    }

    // Provider 6 lets each resource say; before it the provider alone does. A state has neither: there names and ARNs do.
    private string? Find(Resource resource)
    {
        var own = resource["region"];
        if (own.Text is not null) return Code(own.PublicText);
        // A Region of its own that is not known yet is not the provider's.
        if (own.IsUnknown && references.Block(resource)?.Written("region") is not null) return null;
        return OfProvider(resource) ?? OfNames(resource);
    }

    private static string? OfNames(Resource resource) =>
        OfZone(resource["availability_zone"].PublicText)
        ?? OfArn(resource["arn"].PublicText)
        ?? (resource["service_region"].Text is null && !resource["service_region"].IsUnknown
            ? OfService(resource["service_name"].PublicText) : null);

    /// <summary>Region of a zone by its name: of <c>us-west-2-lax-1a</c>, too.</summary>
    public static string? OfZone(string? zone) =>
        zone is { Length: <= 40 } && Start().Match(zone) is { Success: true } match ? match.Value : null;

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
        var provider = configuration.Providers[key];
        // A module's key that is not configured of itself inherits from its caller's.
        while (provider.ValueKind != System.Text.Json.JsonValueKind.Object
            && key.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon)
        {
            key = key[(colon + 1)..];
            provider = configuration.Providers[key];
        }

        var region = provider.Member("expressions").Member("region");
        if (Expressions.Constant(region).Text() is { } constant) return Code(constant);
        var where = provider.Member("module_address").Text() is null ? "" : module;
        var choice = Of(where, Expressions.References(region, references.Work), 0);
        return choice.IsOneOfSeveral ? null : choice.Only;
    }

    private Choice Of(string module, IReadOnlyList<string> expression, int depth)
    {
        Choice choice = default;
        foreach (var reference in expression)
        {
            if (choice.IsOneOfSeveral || !references.Work.Charge()) break;
            var steps = Steps.Of(reference);
            if (steps is [{ Name: "var" }, _, ..]) choice = choice.Or(OfVariable(module, steps, depth));
            else if (steps is [{ Name: "data" }, { Name: "aws_region" }, var data, ..] && OfData(module, data.Name) is { } named)
                choice = choice.Or(new Choice(named, false));
        }

        return choice;
    }

    private string? OfData(string module, string name) =>
        inventory.Block(module, $"data.aws_region.{name}")?.Resources[0] is { } data
            ? Code(data["name"].PublicText ?? data["region"].PublicText)
            : null;

    private Choice OfVariable(string module, IReadOnlyList<Step> steps, int depth)
    {
        var name = steps[1].Name;
        // What a document marks as sensitive is not repeated, and prices of a Region would.
        if (depth > 40 || references.Values.IsSensitive(module, name)) return default;
        if (Code(references.Values.Constant(module, steps).Text()) is { } constant) return new Choice(constant, false);
        if (_ofVariables.TryGetValue((module, name), out var known)) return known;
        // Held while it is looked for, so that a circle ends.
        _ofVariables[(module, name)] = default;
        var (written, scope) = references.Given(module, name);
        return _ofVariables[(module, name)] = written is null ? default : Of(scope.Module, written.References, depth + 1);
    }

    [GeneratedRegex(@"^[a-z]{2,4}(-[a-z]+)+-[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Start();

    [GeneratedRegex(@"^[a-z]{2,4}(-[a-z]+)+-[0-9]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Whole();
}
