using Amazon.Runtime;
using Amazon.Runtime.Identity;

namespace CostApi.Tests.PriceSources.QueryApi;

/// <summary>A chain of credentials that finds what a test wants.</summary>
internal sealed class Chain(Func<AWSCredentials> answer) : IIdentityResolver<AWSCredentials>
{
    private int _asked;

    public int Asked => Volatile.Read(ref _asked);

    public Func<AWSCredentials> Answer { get; set; } = answer;

    public AWSCredentials ResolveIdentity(IClientConfig clientConfig) => Answer();

    public Task<AWSCredentials> ResolveIdentityAsync(IClientConfig clientConfig, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _asked);
        return Task.FromResult(Answer());
    }

    BaseIdentity IIdentityResolver.ResolveIdentity(IClientConfig clientConfig) => Answer();

    async Task<BaseIdentity> IIdentityResolver.ResolveIdentityAsync(IClientConfig clientConfig, CancellationToken cancellationToken) =>
        await ResolveIdentityAsync(clientConfig, cancellationToken);
}
