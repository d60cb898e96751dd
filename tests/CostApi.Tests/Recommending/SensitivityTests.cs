using System.Text.Json.Nodes;
using CostApi.Core.Recommending;

namespace CostApi.Tests.Recommending;

/// <summary>A flip is where it is said to be.</summary>
public sealed class SensitivityTests(Service service) : IClassFixture<Service>
{
    private const string OneVpc = """
        { "region": "us-east-1", "vpcs": [{ "name": "app", "availabilityZones": ["a"] }], "constraints": { "leastEndpointZones": 1 },
          "traffic": [{ "to": "sqs", "sentGb": { "low": 10, "typical": 150, "high": 900 } }, { "to": "internet", "receivedGb": 100 }] }
        """;

    [Fact]
    public async Task An_endpoint_beside_a_NAT_that_stays_pays_from_208_57_GB()
    {
        var answer = (await service.PostAsync("/v1/recommendations", OneVpc)).Json;
        var flow = answer["sensitivity"]!.AsArray().Single(input => (string)input!["input"]! == "traffic[0]")!;
        Assert.Equal(7.30m / 0.035m, (decimal)flow["above"]!, 4);
        Assert.Null(flow["below"]);
        Assert.True((bool)flow["flipsWithinFactorTwo"]!);
        Assert.Equal("app to sqs: an interface endpoint instead of the NAT gateway", (string)flow["aboveChanges"]![0]!);
        Assert.Equal([true, true, false], answer["bands"]!.AsArray().Select(band => (bool)band!["holds"]!));
        Assert.Equal("traffic[0]", (string)answer["curves"]![0]!["input"]!);
    }

    [Theory]
    [InlineData("markdown", "text/markdown")]
    [InlineData("html", "text/html")]
    [InlineData("csv", "text/csv")]
    [InlineData("svg", "image/svg+xml")]
    [InlineData("sarif", "application/sarif+json")]
    public async Task It_comes_in_every_format(string format, string type)
    {
        var reply = await service.PostAsync($"/v1/recommendations?format={format}", OneVpc);
        Assert.Equal(200, reply.Status);
        Assert.Equal(type, reply.ContentType);
        if (format is "markdown" or "html") Assert.Contains("208.57", reply.Text, StringComparison.Ordinal);
        if (format is "svg") Assert.Contains("without interface endpoints", (await service.PostAsync("/v1/recommendations?format=svg", OneVpc.Replace("150", "800", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Just_before_each_flip_the_recommendation_is_the_best_and_just_behind_it_is_not()
    {
        var (random, flips) = (new Random(11), 0);
        for (var i = 0; i < 60; i++)
        {
            var request = Instance.Make(random, random.Next(1, 4), random.Next(1, 5));
            var (found, _) = Instance.Solve(request);
            if (found.Choice is not { } best) continue;
            var facts = Shipped.Facts(request.Region);
            foreach (var input in Input.Of(request, Need.Of(request, range => range.Typical), 4))
                foreach (var end in new[] { input.Least, input.Most })
                {
                    var flip = Flip.Of(best, input, end, facts, default);
                    if (flip.Value is not { } value)
                    {
                        Assert.Equal(0, Regret(input, end), 2);
                        continue;
                    }

                    flips++;
                    Assert.Equal(0, Regret(input, value + (input.Value - value) * 0.001m), 2);
                    var behind = value + (end - value) * 0.001m;
                    if (value != end) Assert.True(Regret(input, behind) > 0, $"question {i}, {input.Name}: at {behind}");
                }

            double Regret(Input input, decimal value)
            {
                var problem = new Problem(input.At(value), facts);
                return (double)(Total.Cost(best, problem) - Search.Run(problem, default).Cost);
            }
        }

        Assert.InRange(flips, 50, 1000);
    }
}
