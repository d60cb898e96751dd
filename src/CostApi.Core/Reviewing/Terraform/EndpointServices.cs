using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads which service an endpoint is for.</summary>
internal sealed class EndpointServices(World world)
{
    private static readonly string[] Attributes = ["service_name", "resource_configuration_arn", "service_network_arn"];

    /// <summary>The service, or, as the end of a sentence, why it is not known.</summary>
    public (string? Service, string? Doubt) Of(Resource endpoint)
    {
        var fields = Attributes.Select(attribute => endpoint[attribute]).ToArray();
        foreach (var field in fields)
            if (field.Text is not null) return field.PublicText is { } known ? (known, null) : (null, "it is marked as sensitive");
        if (LookedUp(endpoint) is { } service) return (service, null);
        return (null, fields.Any(field => field.IsUnknown) ? "it is known only after apply" : "the document does not show it");
    }

    /// <summary>The service that a data source is to look up: what it was asked for is known before what it answers.</summary>
    private string? LookedUp(Resource endpoint)
    {
        if (world.Links.Written(endpoint, "service_name")?.References is not { Count: > 0 } references) return null;
        var steps = references.Select(Steps.Of)
            .Where(reference => reference is [{ Name: "data" }, { Name: "aws_vpc_endpoint_service" }, _, ..]).Take(2).ToArray();
        if (steps is not [var one]) return null;
        var key = one[2].Key ?? (references.Contains("each.key") || references.Contains("count.index") ? endpoint.Index : null);
        var block = $"data.aws_vpc_endpoint_service.{one[2].Name}";
        var group = world.Inventory.Block(endpoint.Module, block);
        var asked = key is null ? group?.Resources is [var only] ? only : null : group?.At(key);
        if (asked is not null) return asked["service_name"].PublicText ?? asked["service"].PublicText;
        // One block stands for every instance, where it asks for a constant.
        return world.References.Module(endpoint.Module)?.Resources.GetValueOrDefault(block)?.Written("service") is { } written
            && CostApi.Core.PriceLists.Foreign.Text(written.Constant) is { Length: > 0 } constant ? constant : null;
    }
}
