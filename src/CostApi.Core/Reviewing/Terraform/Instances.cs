using System.Text.Json;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>What a reference to a resource or data source may lead to: itself, or what its attribute names.</summary>
internal sealed class Instances(References references)
{
    private static readonly (Kind Kind, string[] Attributes)[] Naming =
    [
        (Kind.Vpc, ["vpc_id"]),
        (Kind.Subnet, ["subnet_id", "subnet_ids"]),
        (Kind.RouteTable, ["route_table_id", "route_table_ids"]),
        (Kind.ElasticIp, ["allocation_id"]),
        (Kind.NatGateway, ["nat_gateway_id"]),
        (Kind.TransitGateway, ["transit_gateway_id"]),
        (Kind.Endpoint, ["vpc_endpoint_id"]),
        (Kind.HostedZone, ["zone_id"]),
    ];

    // What tells of an endpoint without leading to it.
    private static readonly HashSet<string> EndpointDescriptions = new(StringComparer.Ordinal)
    {
        "cidr_blocks", "owner_id", "policy", "prefix_list_id", "region", "requester_managed", "route_table_ids", "security_group_ids",
        "service_name",
        "service_region", "state", "subnet_ids", "tags", "tags_all", "vpc_endpoint_type", "vpc_id",
    };

    /// <param name="module">Address of the module of the reference.</param>
    /// <param name="block">The block: <c>aws_subnet.private</c>.</param>
    /// <param name="key">Key of the instance; null for all of them.</param>
    /// <param name="attribute">The attribute; without a name where it is lost.</param>
    /// <param name="wanted">What is looked for.</param>
    /// <param name="depth">How many references led here.</param>
    public Found Of(string module, string block, string? key, Step attribute, Wish wanted, int depth)
    {
        if (references.Inventory.Block(module, block) is not { } group)
            return IsOfKnownType(block) || IsOwnId(block, attribute) ? Found.None : Found.Unknown;
        var instances = key is null ? group.Resources : group.At(key) is { } one ? [one] : new List<Resource>();
        if (instances.Count == 0) return Found.Unknown;
        // All instances of a block are of one type, and so of one kind.
        if (wanted.Kind == Kind.Endpoint && attribute.Name is { } named && EndpointDescriptions.Contains(named)) return Found.None;
        if ((instances[0].Kind & wanted.Kind) != 0)
            return new Found(instances, [], IsComplete: true, IsAll: true) { Block = instances.Count > 1 ? group : null };
        var gathering = new Gathering(references.Work);
        foreach (var instance in instances)
        {
            if (gathering.IsFull) gathering.Miss();
            if (gathering.IsFull || Work.IsExhausted) break;
            gathering.Add(Behind(instance, attribute, wanted, depth));
        }

        return Picking.Within(gathering.Sum(isAll: instances.Count == 1), [attribute], 0);
    }

    private Work Work => references.Work;

    // Of a type that is read, no instance is in the plan because there is none.
    private static bool IsOfKnownType(string block)
    {
        var isData = block.StartsWith("data.", StringComparison.Ordinal);
        var type = (isData ? block["data.".Length..] : block).Split('.')[0];
        return !isData && ResourceTypes.Of(type, isData) != Kind.None;
    }

    // The id of a resource of another type is of nothing that is looked for.
    private static bool IsOwnId(string block, Step attribute) =>
        attribute.Name is "id" or "arn" && !block.StartsWith("data.", StringComparison.Ordinal);

    private Found Behind(Resource instance, Step attribute, Wish wanted, int depth)
    {
        Work.Charge();
        if (instance.Kind == Kind.Lookup) return Listed(instance, attribute.Name, wanted.Kind);
        if (instance.Kind == Kind.Vpc && (wanted.Kind & Kind.RouteTable) != 0)
            return attribute.Name is null or "main_route_table_id" or "default_route_table_id"
                ? new Found([references.MainRouteTables.Of(instance)], [], IsComplete: true, IsAll: true) : Found.None;
        var gathering = new Gathering(Work);
        foreach (var (kind, attributes) in Naming)
            foreach (var name in (kind & wanted.Kind) == 0 ? [] : attributes)
                if (attribute.Name is null || attribute.Name == name) gathering.Add(Named(instance, name, wanted, depth));
        return gathering.Sum(isAll: true);
    }

    private Found Named(Resource instance, string attribute, Wish wanted, int depth)
    {
        var field = instance[attribute];
        if (field.IsUnknown) return references.Follow(instance, references.Block(instance)?.Written(attribute), wanted, depth + 1);
        return field.IsSet ? references.Constants(field.Value, wanted.Kind) : Found.None;
    }

    // "ids" is what all of these data sources list; other attributes tell nothing here.
    private Found Listed(Resource lookup, string? attribute, Kind wanted)
    {
        var lists = lookup.Type switch
        {
            "aws_subnets" or "aws_subnet_ids" => Kind.Subnet,
            "aws_route_tables" => Kind.RouteTable,
            _ => Kind.None,
        };
        if ((lists & wanted) == 0 || attribute is not (null or "ids" or "id")) return Found.None;
        var listed = lookup["ids"].Value;
        return listed.ValueKind == JsonValueKind.Array ? references.Constants(listed, wanted) : Found.Unknown;
    }
}
