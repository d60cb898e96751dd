using System.Text.Json;
using System.Text.RegularExpressions;
using CostApi.Core.Layouts;
using CostApi.Core.Reviewing;

namespace CostApi.Tests.Reviewing.CloudFormation;

/// <summary>Templates that others have published, with the counts that somebody counted by hand; read where they lie beside the checkout.</summary>
public sealed partial class PublicTemplateTests
{
    private static readonly string Cases = Repository.Folder("../shared/cases");

    public static TheoryData<string, string> Expected()
    {
        var data = new TheoryData<string, string>();
        if (!File.Exists(Path.Combine(Cases, "EXPECTED.csv"))) return data;
        foreach (var line in File.ReadLines(Path.Combine(Cases, "EXPECTED.csv")).Where(line => line.StartsWith("cloudformation/", StringComparison.Ordinal)))
            data.Add(line[..line.IndexOf(',', StringComparison.Ordinal)], Counts().Match(line).Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal));
        return data;
    }

    [RecordedTemplateTheory]
    [MemberData(nameof(Expected))]
    public void A_public_template_has_the_counts_that_were_counted_by_hand(string file, string expected)
    {
        var network = Reading.Document(File.ReadAllBytes(Path.Combine(Cases, file))).After;
        using var counts = JsonDocument.Parse(expected);
        foreach (var count in counts.RootElement.GetProperty("with_defaults").EnumerateObject()) Assert.Equal((count.Name, count.Value.GetInt32()), (count.Name, Count(network, count.Name)));
        foreach (var count in counts.RootElement.GetProperty("declared").EnumerateObject()) Assert.Equal((count.Name, count.Value.GetInt32()), (count.Name, Count(network, count.Name) + LeftOut(network, count.Name)));
    }

    [RecordedTemplateFact]
    public void The_same_template_as_JSON_and_YAML_gives_the_same_network()
    {
        var json = Reading.Document(File.ReadAllBytes(Path.Combine(Cases, "cloudformation/awscfn_fargate_private_vpc.json"))).After;
        var yaml = Reading.Document(File.ReadAllBytes(Path.Combine(Cases, "cloudformation/awscfn_fargate_private_vpc.yaml"))).After;
        Assert.Equal(json.Said(), yaml.Said());
    }

    private static int Count(DeclaredNetwork network, string what) => what switch
    {
        "eips" => network.Addresses.Count,
        "nat_gateways" => network.NatGateways.Count,
        "gateway_endpoints" => network.Endpoints.Count(endpoint => endpoint.Type == EndpointType.Gateway),
        "interface_endpoints" => network.Endpoints.Count(endpoint => endpoint.Type == EndpointType.Interface),
        "interface_endpoint_subnet_pairs" => Pairs(network),
        "nested_stacks" => network.Unread.Count(unread => unread.Why.StartsWith("This is a nested stack", StringComparison.Ordinal)),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "is no count"),
    };

    private static int Pairs(DeclaredNetwork network)
    {
        var endpoints = network.Endpoints.Where(endpoint => endpoint.Type == EndpointType.Interface).ToArray();
        Assert.All(endpoints, endpoint => Assert.Equal(endpoint.Zones.Least, endpoint.Zones.Most));
        return endpoints.Sum(endpoint => endpoint.Zones.Most);
    }

    private static int LeftOut(DeclaredNetwork network, string what) => what switch
    {
        "eips" => network.LeftOut.Count(left => left.Type == "AWS::EC2::EIP"),
        "nat_gateways" => network.LeftOut.Count(left => left.Type == "AWS::EC2::NatGateway"),
        "nested_stacks" => network.LeftOut.Count(left => left.Type == "AWS::CloudFormation::Stack"),
        _ => 0,
    };

    [GeneratedRegex("\"(\\{.*\\})\"$")]
    private static partial Regex Counts();
}
