using System.Text.Json.Nodes;

namespace CostApi.Tests.Api;

/// <summary>Requests in which every member that there is stands at least once.</summary>
internal static class EveryMember
{
    private const string Shared = """
        "region": "eu-west-1", "hoursPerMonth": 744, "baseline": "one", "strict": false,
        "pricing": {
          "discountPercent": 1, "discountPercentByCategory": { "natGateway": 8 }, "privateLinkGbAlreadyProcessed": 1, "internetGbAlreadySent": 1,
          "crossZoneSidesBilled": 1, "unitPrices": { "NatGateway-Hours": 0.04 }, "asOf": "2026-11-22"
        },
        "traffic": [{ "from": "app", "to": "s3", "region": "us-east-1", "sentGb": 1, "receivedGb": 1, "zones": { "a": 1 } }]
        """;

    private const string Layout = """
        {
          "name": "one",
          "vpcs": [
            {
              "name": "app", "availabilityZones": ["a"], "egressVia": "hub", "internetGateway": { "publicIpv4Addresses": 1 }, "elasticIpAddresses": { "inUse": 1, "idle": 1 },
              "endpoints": [
                { "type": "gateway", "service": "s3" },
                { "type": "interface", "service": "s3", "availabilityZones": ["a"], "privateDns": true, "privateDnsOnlyForInboundResolver": true, "endpointUrl": true, "shared": true },
                { "type": "serviceNetwork", "service": "mesh", "gbPerMonth": 1, "resourceConfigurations": 1 }
              ]
            },
            {
              "name": "hub", "availabilityZones": ["a"],
              "natGateway": { "mode": "zonal", "availabilityZones": ["a"], "publicIpv4PerZone": 1 },
              "natInstance": { "pricePerHour": 0.01, "availabilityZones": ["a"], "publicIpv4PerZone": 1 }
            }
          ],
          "transitGateway": { "attachments": ["app", "hub"], "alreadyPaid": ["hub"] },
          "peerings": [["app", "hub"]],
          "traffic": [{ "from": "app", "to": "sqs", "sentGb": 1 }],
          "notes": ["made by hand"]
        }
        """;

    private const string Wanted = """
        "traffic": [
          { "from": "app", "to": "sqs", "sentGb": { "low": 1, "typical": 2, "high": 3 }, "receivedGb": 1, "zones": { "a": 1 } },
          { "from": "app", "to": "s3", "region": "us-east-1", "sentGb": 1 }
        ],
        "vpcs": [{ "name": "app", "availabilityZones": ["a"] }, { "name": "hub", "availabilityZones": ["a"] }],
        "bundles": [{ "name": "eks-private", "vpc": "app" }],
        "constraints": {
          "leastEndpointZones": 1, "nat": "any", "hub": "allowed", "transitGateway": "none", "mostInterfaceEndpointsPerVpc": 9,
          "privateServices": ["kms"], "keepAsIs": ["logs"]
        },
        "sensitivity": true, "timeLimitSeconds": 5
        """;

    private static string Recommendation => $"{{ {Shared[..Shared.IndexOf("\"traffic\"", StringComparison.Ordinal)].Replace("\"baseline\": \"one\", \"strict\": false,", "", StringComparison.Ordinal)} {Wanted}, \"current\": {Layout.Replace("""{ "from": "app", "to": "sqs", "sentGb": 1 }""", """{ "from": "app", "to": "s3", "region": "us-east-1", "sentGb": 1, "receivedGb": 1, "zones": { "a": 1 } }""", StringComparison.Ordinal)} }}";

    public static JsonNode Of(string schema) => schema == "RecommendationRequest" ? JsonNode.Parse(Recommendation)! : JsonNode.Parse(schema == "ComparisonRequest" ? $"{{ {Shared}, \"layouts\": [{Layout}] }}" : $"{{ {Shared}, \"layout\": {Layout} }}")!;
}

/// <summary>The members of a request, named as in <c>Vpc.egressVia</c>.</summary>
internal sealed class RequestMembers
{
    private readonly JsonObject _schemas;
    private readonly string _root;

    public RequestMembers(JsonObject schemas, string root)
    {
        (_schemas, _root) = (schemas, root);
        Find(root);
    }

    /// <summary>The schemas that the request is made of.</summary>
    public HashSet<string> Schemas { get; } = [];

    public IEnumerable<string> Documented => Schemas.SelectMany(schema => Properties(schema).Select(member => $"{schema}.{member.Key}"));

    public IEnumerable<string> In(JsonNode request) => In(request, _root).Distinct();

    private IEnumerable<string> In(JsonNode? value, string? schema) => (value, schema) switch
    {
        (JsonArray items, _) => items.SelectMany(item => In(item, schema)),
        (JsonObject members, not null) => members.SelectMany(member => In(member.Value, Reference(_schemas[schema]!["properties"]?[member.Key])).Prepend($"{schema}.{member.Key}")),
        _ => [],
    };

    private void Find(string schema)
    {
        if (Properties(schema).Count == 0 || !Schemas.Add(schema)) return;
        foreach (var (_, member) in Properties(schema))
            if (Reference(member) is { } reference) Find(reference);
    }

    private JsonObject Properties(string schema) => _schemas[schema]!["properties"]?.AsObject() ?? [];

    // The schema that a member or its items refer to, if any; a nullable one is one of two.
    private static string? Reference(JsonNode? member) => member switch
    {
        null => null,
        _ when (string?)member["$ref"] is { } reference => reference.Split('/')[^1],
        _ when member["oneOf"] is JsonArray choices => choices.Select(Reference).FirstOrDefault(reference => reference is not null),
        _ => Reference(member["items"]),
    };
}
