using System.Text.Json;
using CostApi.Core.Layouts.Checks;

namespace CostApi.Tests.Properties;

public sealed class RequestProperties
{
    [Fact]
    public void The_generator_makes_valid_requests_only() => Requests.Any.Holds(
        request =>
        {
            var problems = RequestCheck.Check(request, Shipped.Snapshot.Regions, Shipped.Snapshot.Services, [], isEstimate: false);
            Assert.False(problems.Any, JsonSerializer.Serialize(problems.ByPath()));
        },
        times: 1000);

    [Fact]
    public void All_36_priced_Regions_are_asked_about() => Assert.Equal(36, Requests.PricedRegions.Length);
}
