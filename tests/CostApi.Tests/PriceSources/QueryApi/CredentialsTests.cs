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
        Assert.True(await new Credentials(chain, _time).AreAtHandAsync(CancellationToken.None));
    }

    [Fact]
    public async Task That_there_are_none_is_remembered_for_a_while()
    {
        var chain = new Chain(() => throw new AmazonClientException("no credentials, but the secret was hunter2"));
        var credentials = new Credentials(chain, _time);
        Assert.False(await credentials.AreAtHandAsync(CancellationToken.None));
        Assert.False(await credentials.AreAtHandAsync(CancellationToken.None));
        var error = await Assert.ThrowsAsync<PriceSourceException>(() => credentials.GetAsync(CancellationToken.None));
        Assert.Contains("No AWS credentials are at hand", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, chain.Asked);

        _time.Advance(TimeSpan.FromMinutes(5));
        chain.Answer = () => new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret");
        Assert.True(await credentials.AreAtHandAsync(CancellationToken.None));
        Assert.Equal(2, chain.Asked);
    }

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
        var first = credentials.AreAtHandAsync(CancellationToken.None);
        Assert.False(first.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(await first);

        var second = credentials.AreAtHandAsync(CancellationToken.None);
        found.Set();
        Assert.True(await second);
        Assert.Equal(1, chain.Asked);
    }
}
