using Generated;
using Generated.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = args[0] };
var client = new CostApiClient(adapter);
var answer = await client.V1.Comparisons.PostAsync(new ComparisonRequest
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
return Expected.Compare(answer!.Cheapest, answer.Layouts!.Select(layout => (layout.Name, (decimal)layout.MonthlyCost!.Value)));

static Vpc App(params Endpoint[] endpoints) => new()
{
    Name = "app",
    AvailabilityZones = ["a", "b", "c"],
    NatGateway = new() { Mode = NatMode.Zonal, AvailabilityZones = ["a"] },
    Endpoints = [.. endpoints],
};
