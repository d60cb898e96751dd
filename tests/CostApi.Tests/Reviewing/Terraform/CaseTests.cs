using System.Text.Json;
using CostApi.Core.Layouts;
using CostApi.Core.Reviewing.Terraform;

namespace CostApi.Tests.Reviewing.Terraform;

/// <summary>Plans and states of others, which stand beside the checkout and not in it.</summary>
public sealed class CaseTests
{
    private static readonly string Folder = Repository.Folder("../shared/cases");

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            var table = System.IO.Path.Combine(Folder, "EXPECTED.csv");
            if (!File.Exists(table)) return cases;
            foreach (var line in File.ReadLines(table).Where(line => line.StartsWith("terraform/", StringComparison.Ordinal)))
                cases.Add(line[..line.IndexOf(',', StringComparison.Ordinal)], line[line.IndexOf("\"{", StringComparison.Ordinal)..].Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal));
            return cases;
        }
    }

    [TheoryOfCases]
    [MemberData(nameof(Cases))]
    public void A_real_document_gives_the_counts_that_are_in_it(string file, string expected)
    {
        var after = TerraformReader.Read(File.ReadAllBytes(System.IO.Path.Combine(Folder, file))).After;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["interface_endpoints"] = after.Endpoints.Count(endpoint => endpoint.Type == EndpointType.Interface),
            ["gateway_endpoints"] = after.Endpoints.Count(endpoint => endpoint.Type == EndpointType.Gateway),
            ["nat_gateways"] = after.NatGateways.Count,
            ["tgw_vpc_attachments"] = after.Attachments.Count(attachment => attachment.Kind == "vpc"),
            ["eips"] = after.Addresses.Count,
            ["interface_endpoint_subnet_pairs"] = after.Endpoints.Where(endpoint => endpoint.Type == EndpointType.Interface).Sum(endpoint => endpoint.Zones.Most),
        };
        using var document = JsonDocument.Parse(expected);
        foreach (var count in document.RootElement.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Number))
            Assert.Equal((count.Name, count.Value.GetInt32()), (count.Name, counts[count.Name]));
        if (document.RootElement.GetProperty("region_from_az_or_service") is { ValueKind: JsonValueKind.Array } regions)
            Assert.Equal(regions.EnumerateArray().Select(region => region.GetString()), after.NatGateways.Select(nat => nat.Region).Distinct());
        Assert.All(after.Endpoints, endpoint => Assert.True(endpoint.Zones.Least == endpoint.Zones.Most));
    }

    private sealed class TheoryOfCasesAttribute : TheoryAttribute
    {
        public TheoryOfCasesAttribute()
        {
            if (!Directory.Exists(Folder)) Skip = "The cases of others are not beside this checkout.";
        }
    }
}
