using System.Text.Json;
using Generated;

// As the generated client is used: typed, so that it sends null for what is left out and enumerations by their C# names.
using var http = new HttpClient();
var client = new CostApiClient(http) { BaseUrl = args[0] };
var answer = await client.CompareAsync(null, new ComparisonRequest
{
    Region = "eu-west-1",
    Traffic =
    [
        new Flow { From = "app", To = "s3", SentGb = 200, ReceivedGb = 1800 },
        new Flow { From = "app", To = "sqs", SentGb = 40, ReceivedGb = 60 },
        new Flow { From = "app", To = "internet", SentGb = 150, ReceivedGb = 300 },
    ],
    Layouts =
    [
        new Layout { Name = "one NAT", Vpcs = [App()] },
        new Layout { Name = "endpoints", Vpcs = [App(
            new Endpoint { Type = EndpointType.Gateway, Service = "s3" },
            new Endpoint { Type = EndpointType.Interface, Service = "sqs", AvailabilityZones = ["a", "b"] })] },
    ],
});
return Expected.Compare(answer.Cheapest, answer.Layouts.Select(layout => ((string?)layout.Name, (decimal)layout.MonthlyCost)));

static Vpc App(params Endpoint[] endpoints) => new()
{
    Name = "app",
    AvailabilityZones = ["a", "b", "c"],
    NatGateway = new NatGateway { Mode = NatMode.Zonal, AvailabilityZones = ["a"] },
    Endpoints = endpoints.Length == 0 ? null : endpoints,
};
