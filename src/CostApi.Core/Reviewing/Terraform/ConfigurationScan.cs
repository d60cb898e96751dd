using System.Text.Json;
using CostApi.Core.PriceLists;
using static CostApi.Core.Reviewing.Terraform.JsonWalk;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads the <c>configuration</c> of a plan: modules with their calls and outputs, and the resources that matter.</summary>
internal static class ConfigurationScan
{
    /// <summary>Reads one member of it.</summary>
    public static void Read(string part, ref Utf8JsonReader reader, Configuration configuration)
    {
        if (part == "provider_config") configuration.Providers = Parse(ref reader);
        else if (part == "root_module") configuration.Root = ReadModule(ref reader);
        else reader.Skip();
    }

    private static ConfiguredModule ReadModule(ref Utf8JsonReader reader)
    {
        var module = new ConfiguredModule();
        EachMember(ref reader, (string part, ref Utf8JsonReader value) =>
        {
            switch (part)
            {
                case "resources":
                    EachItem(ref value, (ref Utf8JsonReader item) =>
                    {
                        if (Glance.Resource(ref item, out var isData) is not { } resource) return;
                        module.Resources[$"{(isData ? "data." : "")}{resource.Member("type").Text()}.{resource.Member("name").Text()}"] = ConfiguredResource.Read(resource);
                    });
                    break;
                case "module_calls":
                    EachMember(ref value, (string name, ref Utf8JsonReader call) => module.Calls[name] = ReadCall(ref call));
                    break;
                case "outputs":
                    module.Outputs = Parse(ref value);
                    break;
                case "variables":
                    module.Variables = Parse(ref value);
                    break;
                default:
                    value.Skip();
                    break;
            }
        });
        return module;
    }

    private static ModuleCall ReadCall(ref Utf8JsonReader reader)
    {
        var call = new ModuleCall();
        EachMember(ref reader, (string part, ref Utf8JsonReader value) =>
        {
            if (part == "expressions") call.Expressions = Parse(ref value);
            else if (part == "for_each_expression") call.ForEach = Parse(ref value);
            else if (part == "module") call.Module = ReadModule(ref value);
            else value.Skip();
        });
        return call;
    }
}
