using Amazon.Runtime;
using Amazon.Runtime.Identity;
using CostApi.Tests.Fakes;
using CostApi.Tests.PriceSources.QueryApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CostApi.Tests.PriceSources;

/// <summary>The default set-up of sources, and no credentials that serve.</summary>
public sealed class MissingCredentialsTests
{
    private const string Secret = "hunter2";

    [Theory]
    [InlineData(false, "No AWS credentials were found")]
    [InlineData(true, "AWS credentials were found, but ")]
    public async Task It_is_told_once_and_stands_in_the_state_of_each_Region(bool found, string says)
    {
        await using var aws = await FakeAws.StartAsync("eu-west-1", "eu-west-2");
        var chain = new Chain(() => found ? new Failing() : throw new AmazonClientException(Secret));
        await using var service = new Service(
            null,
            services => services.AddSingleton<IIdentityResolver<AWSCredentials>>(chain),
            ("Prices:Sources", "query-api,offer-files,snapshot"), ("Prices:OfferFiles:BaseUrl", aws.Url.ToString()), ("Prices:Regions", "eu-west-1,eu-west-2"));
        for (var day = 0; day < 3; day++)
        {
            var state = await service.UntilAsync("/v1/prices", state => InUse(state).All(region => (string)region["source"]! == "offer-files"), TimeSpan.FromSeconds(1));
            Assert.All(InUse(state), region => Assert.StartsWith($"query-api, AmazonVPC, AWSDataTransfer, AmazonEC2: {says}", (string)region["errors"]!.AsArray().Single()!, StringComparison.Ordinal));
            service.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Single(service.Log.Lines, line => line.Level >= LogLevel.Warning && line.Text.Contains(says, StringComparison.Ordinal));
        Assert.DoesNotContain(service.Log.Lines, line => $"{line.Text} {line.Error}".Contains(Secret, StringComparison.Ordinal));
    }

    private static IEnumerable<System.Text.Json.Nodes.JsonNode> InUse(System.Text.Json.Nodes.JsonNode state) => state["regions"]!.AsArray().Where(region => (bool)region!["inUse"]!)!;

    private sealed class Failing : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonServiceException(Secret) { ErrorCode = "AccessDenied" };
    }
}
