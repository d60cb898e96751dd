using Amazon.Runtime;
using Amazon.Runtime.Identity;

namespace CostApi.PriceSources.QueryApi;

/// <summary>The credentials of AWS's standard chain: environment, shared files, container, instance.</summary>
/// <remarks>The search may ask the instance metadata service, so this belongs in the background, and waits a few seconds at most.</remarks>
public sealed class Credentials(IIdentityResolver<AWSCredentials> chain, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), NoneFor = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private Task<ImmutableCredentials?>? _search;
    private long? _noneSince;

    /// <summary>Whether there are any. That there are none is remembered for five minutes.</summary>
    public async Task<bool> AreAtHandAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) is not null;

    /// <summary>The credentials as they now stand; temporary ones are renewed by the chain.</summary>
    /// <exception cref="PriceSourceException">There are none.</exception>
    internal async Task<ImmutableCredentials> GetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ?? throw new PriceSourceException(
            "No AWS credentials are at hand: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or a role of the container or instance.");

    private async Task<ImmutableCredentials?> FindAsync(CancellationToken cancellationToken)
    {
        Task<ImmutableCredentials?> search;
        lock (_gate)
        {
            // A search that outlasted our patience goes on by itself; whoever asks next gets its result.
            if (_search is null or { IsCompleted: true })
            {
                if (_noneSince is { } since && time.GetElapsedTime(since) < NoneFor) return null;
                // Parts of the chain block.
                _search = Task.Run(SearchAsync, CancellationToken.None);
            }

            search = _search;
        }

        try
        {
            return await search.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private async Task<ImmutableCredentials?> SearchAsync()
    {
        try
        {
            var found = await chain.ResolveIdentityAsync(null, CancellationToken.None);
            return await found.GetCredentialsAsync();
        }
        catch (Exception)
        {
            // Each link of the chain has its own ways to say no, and what it says may hold what it found.
            lock (_gate) _noneSince = time.GetTimestamp();
            return null;
        }
    }
}
