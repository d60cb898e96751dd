using Amazon.Runtime;
using Amazon.Runtime.Identity;

namespace CostApi.PriceSources.QueryApi;

/// <summary>The credentials of AWS's standard chain: environment, shared files, container, instance.</summary>
/// <remarks>The search may ask the instance metadata service, so this belongs in the background, and waits a few seconds at most.</remarks>
public sealed class Credentials(IIdentityResolver<AWSCredentials> chain, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), NoneFor = TimeSpan.FromMinutes(5);

    private static readonly Obstacle NotFound = new(
        "No AWS credentials were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or a role of the container or instance, with the permission pricing:GetProducts.",
        MayPass: false);

    private readonly Lock _gate = new();
    private Task<Search>? _search;
    private (long Since, Obstacle Obstacle)? _none;

    /// <summary>Why there are no credentials; null where there are. That there are none is remembered for five minutes.</summary>
    internal async Task<Obstacle?> FindObstacleAsync(CancellationToken cancellationToken) => (await FindAsync(cancellationToken)).Obstacle;

    /// <summary>The credentials as they now stand; temporary ones are renewed by the chain.</summary>
    /// <exception cref="PriceSourceException">There are none.</exception>
    internal async Task<ImmutableCredentials> GetAsync(CancellationToken cancellationToken)
    {
        var search = await FindAsync(cancellationToken);
        return search.Found ?? throw new PriceSourceException(search.Obstacle!.Message);
    }

    private async Task<Search> FindAsync(CancellationToken cancellationToken)
    {
        Task<Search> search;
        lock (_gate)
        {
            // A search that outlasted our patience goes on by itself; whoever asks next gets its result.
            if (_search is null or { IsCompleted: true })
            {
                if (_none is { } none && time.GetElapsedTime(none.Since) < NoneFor) return new Search(null, none.Obstacle);
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
            return new Search(null, NotFound with { MayPass = true });
        }
    }

    private async Task<Search> SearchAsync()
    {
        AWSCredentials? found = null;
        try
        {
            found = await chain.ResolveIdentityAsync(null, CancellationToken.None);
            return new Search(await found.GetCredentialsAsync(), null);
        }
        catch (Exception error)
        {
            // Each link of the chain has its own ways to say no, and what it says may hold what it found. The last link is
            // the role of an instance, which is asked for whether there is one or not.
            var obstacle = found is null or InstanceProfileAWSCredentials || found.GetType().Name.Contains("InstanceProfile", StringComparison.Ordinal)
                ? NotFound
                : new Obstacle($"AWS credentials were found, but {found.GetType().Name} could not provide them ({Kind(error)}): check the profile, role or token that they come from.", MayPass: true);
            lock (_gate) _none = (time.GetTimestamp(), obstacle);
            return new Search(null, obstacle);
        }
    }

    private static string Kind(Exception error) =>
        error is AmazonServiceException answer && AwsFailure.CodeOf(answer.ErrorCode) is { Length: > 0 } code ? code : error.GetType().Name;

    private sealed record Search(ImmutableCredentials? Found, Obstacle? Obstacle);
}
