using System.Text.Json;
using CostApi.Core.PriceLists;
using static CostApi.Core.Reviewing.Terraform.JsonWalk;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads the <c>configuration</c> of a plan: modules with their calls and outputs, and the resources that matter.</summary>
internal sealed class ConfigurationScan(Configuration configuration, Work work)
{
    /// <summary>Reads one member of it.</summary>
    public void Read(string part, ref Utf8JsonReader reader)
    {
        if (part == "provider_config") configuration.ProviderConfig = Parse(ref reader);
        else if (part == "root_module") configuration.Root = ReadModule(ref reader);
        else reader.Skip();
    }

    private ConfiguredModule ReadModule(ref Utf8JsonReader reader)
    {
        var module = new ConfiguredModule();
        EachMember(ref reader, (string part, ref Utf8JsonReader value) =>
        {
            switch (part)
            {
                case "resources":
                    EachItem(ref value, (ref Utf8JsonReader item) => ReadResource(ref item, module));
                    break;
                case "module_calls":
                    EachMember(ref value, (string name, ref Utf8JsonReader call) => module.Calls[name] = ReadCall(ref call));
                    break;
                case "outputs":
                    module.Outputs = new Members(Parse(ref value));
                    break;
                case "variables":
                    module.Variables = new Members(Parse(ref value));
                    break;
                default:
                    value.Skip();
                    break;
            }
        });
        return module;
    }

    private void ReadResource(ref Utf8JsonReader reader, ConfiguredModule module)
    {
        work.Charge();
        var glance = Glance.At(reader);
        var mentions = glance.Type is { } type && glance.Address is { } address && EndpointMentions.MayUse(type)
            ? new EndpointMentions(module, address, work) : null;
        mentions?.Read(reader);
        if (Glance.Resource(ref reader, glance, out var isData) is not { } resource) return;
        module.Resources[$"{(isData ? "data." : "")}{resource.Member("type").Text()}.{resource.Member("name").Text()}"] =
            new ConfiguredResource(resource, work);
    }

    private ModuleCall ReadCall(ref Utf8JsonReader reader)
    {
        var call = new ModuleCall();
        EachMember(ref reader, (string part, ref Utf8JsonReader value) =>
        {
            if (part == "expressions") call.Expressions = new Members(Parse(ref value));
            else if (part == "for_each_expression") call.ForEach = Written.Of(Parse(ref value), work);
            else if (part == "module") call.Module = ReadModule(ref value);
            else value.Skip();
        });
        return call;
    }
}
