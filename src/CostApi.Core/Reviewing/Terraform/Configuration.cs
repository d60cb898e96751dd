using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>The configuration of a plan: what refers to what. Locals are not in it.</summary>
internal sealed class Configuration
{
    private Members? _providers;
    private Members? _variables;

    public ConfiguredModule? Root { get; set; }

    /// <summary>Provider configurations by key: <c>aws</c>, <c>aws.west</c>, <c>module.net:aws</c>.</summary>
    public JsonElement ProviderConfig { private get; set; }

    /// <summary>Values of the root module's variables.</summary>
    public JsonElement VariableValues { private get; set; }

    public Members Providers => _providers ??= new Members(ProviderConfig);

    public Members Variables => _variables ??= new Members(VariableValues);

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

    public Members Outputs { get; set; } = Members.None;

    public Members Variables { get; set; } = Members.None;

    /// <summary>What blocks of other types refer to that may be an endpoint: the reference, and the first blocks that have it.</summary>
    public Dictionary<string, List<string>> Mentions { get; } = new(StringComparer.Ordinal);
}

/// <summary>A resource's block.</summary>
internal sealed class ConfiguredResource(JsonElement resource, Work work)
{
    private readonly Dictionary<(string Block, string Attribute), WrittenBlocks> _blocks = [];

    public Members Expressions { get; } = new(resource.Member("expressions"));

    public Written? ForEach { get; } = resource.Member("for_each_expression") is { ValueKind: not JsonValueKind.Undefined } each
        ? Terraform.Written.Of(each, work) : null;

    public string? Provider { get; } = resource.Member("provider_config_key").Text();

    public Written? Written(string attribute) => Expressions.Written(attribute, work);

    /// <summary>An attribute of a block within it that can stand several times.</summary>
    public WrittenBlocks Written(string block, string attribute)
    {
        if (_blocks.TryGetValue((block, attribute), out var known)) return known;
        return _blocks[(block, attribute)] = new WrittenBlocks(Expressions[block], attribute, work);
    }
}

/// <summary>A call of a module.</summary>
internal sealed class ModuleCall
{
    public Members Expressions { get; set; } = Members.None;

    public Written? ForEach { get; set; }

    public ConfiguredModule? Module { get; set; }
}
