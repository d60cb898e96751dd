using System.Text.Json;
using System.Text.Json.Serialization;
using CostApi.Core.Layouts;
using CostApi.Json;

namespace CostApi.Benchmarks;

/// <summary>The requests that are measured, as a caller would send them.</summary>
internal static class Requests
{
    // What is not set is left out, as callers do.
    private static JsonSerializerOptions Sparing => field ??= new(CostJson.Create()) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The contract's example without the flow to a VPC that no layout has: 2 layouts, 4 flows.</summary>
    public static byte[] Contract { get; } = """
        {
          "region": "eu-west-1",
          "hoursPerMonth": 730,
          "baseline": "one NAT",
          "strict": false,
          "pricing": {
            "discountPercent": 0,
            "discountPercentByCategory": { "natGateway": 8 },
            "privateLinkGbAlreadyProcessed": 0,
            "internetGbAlreadySent": 0,
            "crossZoneSidesBilled": 2,
            "unitPrices": { "NatGateway-Hours": 0.04 }
          },
          "traffic": [
            { "from": "app", "to": "s3", "sentGb": 200, "receivedGb": 1800 },
            { "from": "app", "to": "sqs", "sentGb": 40, "receivedGb": 60, "zones": { "a": 0.7, "b": 0.3 } },
            { "from": "app", "to": "s3", "region": "us-east-1", "sentGb": 10, "receivedGb": 0 },
            { "from": "app", "to": "internet", "sentGb": 50, "receivedGb": 300 }
          ],
          "layouts": [
            {
              "name": "one NAT",
              "vpcs": [ {
                "name": "app",
                "availabilityZones": ["a", "b", "c"],
                "natGateway": { "mode": "zonal", "availabilityZones": ["a"] }
              } ]
            },
            {
              "name": "endpoints",
              "vpcs": [ {
                "name": "app",
                "availabilityZones": ["a", "b", "c"],
                "natGateway": { "mode": "regional" },
                "endpoints": [
                  { "type": "gateway", "service": "s3" },
                  { "type": "interface", "service": "sqs", "availabilityZones": ["a", "b"] }
                ]
              } ]
            }
          ]
        }
        """u8.ToArray();

    /// <summary>10 layouts of 5 VPCs, each with a NAT and 40 interface endpoints in 3 zones, and 200 flows.</summary>
    public static byte[] Big { get; } = JsonSerializer.SerializeToUtf8Bytes(MakeBig(), Sparing);

    public static ComparisonRequest Read(byte[] json) => JsonSerializer.Deserialize<ComparisonRequest>(json, CostJson.Create())!;

    private static ComparisonRequest MakeBig()
    {
        string[] zones = ["a", "b", "c"];
        string[] services = [.. Shipped.Snapshot.Services.Services.Where(service => service is { HasInterface: true, HasGateway: false, ServiceName: not null }).Select(service => service.Service).Take(60)];
        return new ComparisonRequest
        {
            Region = "eu-west-1",
            Traffic = [.. Enumerable.Range(0, 200).Select(index => new Flow
            {
                From = $"vpc{index % 5}",
                To = index % 20 == 19 ? "internet" : index % 20 == 18 ? "s3" : services[index / 5 % services.Length],
                SentGb = 10 + index,
                ReceivedGb = 100.5m + 7 * index,
                Zones = index % 4 == 0 ? new Dictionary<string, decimal> { ["a"] = 0.5m, ["b"] = 0.3m, ["c"] = 0.2m } : null,
            })],
            // Each layout has other services by endpoint, so that of the traffic some takes the NAT.
            Layouts = [.. Enumerable.Range(0, 10).Select(layout => new Layout
            {
                Name = $"layout {layout}",
                Vpcs = [.. Enumerable.Range(0, 5).Select(vpc => new Vpc
                {
                    Name = $"vpc{vpc}",
                    AvailabilityZones = zones,
                    NatGateway = layout % 2 == 0 ? new NatGateway { Mode = NatMode.Zonal, AvailabilityZones = zones[..(1 + layout / 2 % 3)] } : new NatGateway { Mode = NatMode.Regional },
                    Endpoints = [.. Enumerable.Range(0, 40).Select(index => new Endpoint { Type = EndpointType.Interface, Service = services[(index + layout * 2) % services.Length] })],
                })],
            })],
        };
    }
}
