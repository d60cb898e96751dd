using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using CostApi.PriceSources;
using CostApi.PriceSources.QueryApi;
using Microsoft.Extensions.Time.Testing;

namespace CostApi.Tests.PriceSources.QueryApi;

public sealed class CredentialsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task The_standard_chain_is_asked()
    {
        using var chain = new DefaultAWSCredentialsIdentityResolver();
        Assert.Null(await new Credentials(chain, _time).FindObstacleAsync(CancellationToken.None));
    }

    [Fact]
    public async Task That_there_are_none_is_remembered_for_a_while()
    {
        var chain = new Chain(() => throw new AmazonClientException("no credentials, but the secret was hunter2"));
        var credentials = new Credentials(chain, _time);
        Assert.False((await credentials.FindObstacleAsync(CancellationToken.None))!.MayPass);
        Assert.False((await credentials.FindObstacleAsync(CancellationToken.None))!.MayPass);
        var error = await Assert.ThrowsAsync<PriceSourceException>(() => credentials.GetAsync(CancellationToken.None));
        Assert.Contains("No AWS credentials were found", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, chain.Asked);

        _time.Advance(TimeSpan.FromMinutes(5));
        chain.Answer = () => new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret");
        Assert.Null(await credentials.FindObstacleAsync(CancellationToken.None));
        Assert.Equal(2, chain.Asked);
    }

    [Fact]
    public async Task Credentials_that_are_found_and_fail_are_told_apart_from_none_without_their_words()
    {
        var failing = new Failing(new AmazonServiceException("the secret was hunter2") { ErrorCode = "com.amazonaws.sts#ExpiredTokenException", StatusCode = System.Net.HttpStatusCode.BadRequest });

        var obstacle = await new Credentials(new Chain(() => failing), _time).FindObstacleAsync(CancellationToken.None);

        Assert.Equal(
            new Obstacle("AWS credentials were found, but Failing could not provide them (ExpiredTokenException): check the profile, role or token that they come from.", MayPass: true),
            obstacle);
    }

    [Fact]
    public async Task An_instance_without_a_role_has_no_credentials() =>
        Assert.StartsWith(
            "No AWS credentials were found: ",
            (await new Credentials(new Chain(() => new InstanceProfileAWSCredentialsWithoutRole()), _time).FindObstacleAsync(CancellationToken.None))!.Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_search_that_blocks_holds_nobody_up_and_is_not_begun_twice()
    {
        using var found = new ManualResetEventSlim();
        var chain = new Chain(() =>
        {
            found.Wait();
            return new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret");
        });
        var credentials = new Credentials(chain, _time);
        var first = credentials.FindObstacleAsync(CancellationToken.None);
        Assert.False(first.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.True((await first)!.MayPass);

        var second = credentials.FindObstacleAsync(CancellationToken.None);
        found.Set();
        Assert.Null(await second);
        Assert.Equal(1, chain.Asked);
    }

    private class Failing(Exception error) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw error;
    }

    private sealed class InstanceProfileAWSCredentialsWithoutRole() : Failing(new AmazonClientException("Unable to get IAM security credentials from EC2 Instance Metadata Service."));
}
