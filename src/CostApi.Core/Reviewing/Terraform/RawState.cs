using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads the resources of a raw state of version 4: a block with its instances.</summary>
internal static class RawState
{
    public static void Add(JsonElement resource, bool isData, List<Resource> into, List<Unread> unread)
    {
        var type = resource.Member("type").Text()!;
        var module = resource.Member("module").Text() ?? "";
        if (resource.Member("name").Text() is not { } name || resource.Member("instances").ValueKind != JsonValueKind.Array)
        {
            unread.Add(new Unread("", $"A resource of type {type} has no name or no instances."));
            return;
        }

        if (module.Length > 0 && !Steps.IsModule(module))
        {
            unread.Add(new Unread("", $"A resource of type {type} is in a module whose address cannot be read."));
            return;
        }

        foreach (var instance in resource.Member("instances").EnumerateArray())
        {
            var index = instance.Member("index_key");
            var block = $"{(module.Length > 0 ? module + "." : "")}{(isData ? "data." : "")}{type}.{name}";
            var address = $"{block}{Index(index)}{Deposed(instance)}";
            into.Add(new Resource(address, module, type, name, index.Text(), ResourceTypes.Of(type, isData), isData,
                instance.Member("attributes"), default, SensitiveOf(instance)));
        }
    }

    private static string Index(JsonElement index) => index.ValueKind switch
    {
        JsonValueKind.Number => $"[{index.GetRawText()}]",
        JsonValueKind.String => $"[\"{index.Text()}\"]",
        _ => "",
    };

    private static string Deposed(JsonElement instance) =>
        instance.Member("deposed").Text() is { Length: > 0 } key ? $" (deposed {key})" : "";

    // A raw state lists paths; the first step is enough to keep an attribute to ourselves.
    private static JsonElement SensitiveOf(JsonElement instance)
    {
        var paths = instance.Member("sensitive_attributes");
        if (paths.ValueKind != JsonValueKind.Array || paths.GetArrayLength() == 0) return default;
        var names = paths.EnumerateArray()
            .Where(path => path.ValueKind == JsonValueKind.Array && path.GetArrayLength() > 0)
            .Select(path => path[0].Member("value").Text())
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, _ => true, StringComparer.Ordinal);
        return JsonSerializer.SerializeToElement(names);
    }
}
