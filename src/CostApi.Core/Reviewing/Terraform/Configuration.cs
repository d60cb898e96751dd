using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>The configuration of a plan: what refers to what. Locals are not in it.</summary>
internal sealed class Configuration
{
    public ConfiguredModule? Root { get; set; }

    /// <summary>Provider configurations by key: <c>aws</c>, <c>aws.west</c>, <c>module.net:aws</c>.</summary>
    public JsonElement Providers { get; set; }

    /// <summary>Values of the root module's variables.</summary>
    public JsonElement Variables { get; set; }

    public ConfiguredModule? Module(string address)
    {
        var module = Root;
        foreach (var step in Steps.Modules(address)) module = module?.Calls.GetValueOrDefault(step.Name)?.Module;
        return module;
    }
}

/// <summary>A module's configuration.</summary>
internal sealed class ConfiguredModule
{
    /// <summary>Resources by type and name, data sources with <c>data.</c> before it.</summary>
    public Dictionary<string, ConfiguredResource> Resources { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ModuleCall> Calls { get; } = new(StringComparer.Ordinal);

    public JsonElement Outputs { get; set; }

    public JsonElement Variables { get; set; }
}

/// <summary>A resource's block.</summary>
internal sealed record ConfiguredResource(JsonElement Expressions, JsonElement ForEach, string? Provider)
{
    public static ConfiguredResource Read(JsonElement resource) =>
        new(resource.Member("expressions"), resource.Member("for_each_expression"), resource.Member("provider_config_key").Text());
}

/// <summary>A call of a module.</summary>
internal sealed class ModuleCall
{
    public JsonElement Expressions { get; set; }

    public JsonElement ForEach { get; set; }

    public ConfiguredModule? Module { get; set; }
}
