using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CostApi.Tests.Fakes;

/// <summary>Stands in for AWS: a server on a loopback port that speaks the protocols of the AWS Price List, and misbehaves when told to.</summary>
public sealed class FakeAws : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ConcurrentDictionary<string, AccessKey> _keys = new();
    private readonly FaultPlan _faults = new();
    private readonly QueryApi _query;
    private readonly OfferFiles _files;
    private int _isDisposed;

    private FakeAws(PriceCatalogue catalogue, int port)
    {
        Catalogue = catalogue;
        _query = new QueryApi(catalogue, _keys);
        _files = new OfferFiles(catalogue);
        Know(new AccessKey(AccessKeyId, SecretAccessKey));

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            // Faults last as long as a test wants.
            kestrel.Limits.MinResponseDataRate = null;
        });
        _app = builder.Build();
        _app.Run(ServeAsync);
    }

    // Example credentials of AWS's own documentation.
    public string AccessKeyId { get; } = "AKIAIOSFODNN7EXAMPLE";

    public string SecretAccessKey { get; } = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    /// <summary>Where it listens, for the Query API and the offer files alike.</summary>
    public Uri Url => new(_app.Urls.Single());

    public PriceCatalogue Catalogue { get; }

    /// <summary>Every request so far, in the order in which they came.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>How many products more than the catalogue's each Regional file of AmazonEC2 holds; about 4 kB each as JSON.</summary>
    public int Ec2Filler { get => _files.Ec2Filler; set => _files.Ec2Filler = value; }

    /// <summary>Starts with these Regions on sale, or with all of them.</summary>
    public static Task<FakeAws> StartAsync(params string[] regions) =>
        StartAsync(PriceCatalogue.Of(regions.Length == 0 ? PriceCatalogue.AllRegions : regions));

    /// <param name="catalogue">What is on sale.</param>
    /// <param name="port">Port of the loopback; 0 for any.</param>
    public static async Task<FakeAws> StartAsync(PriceCatalogue catalogue, int port = 0)
    {
        var aws = new FakeAws(catalogue, port);
        await aws._app.StartAsync();
        return aws;
    }

    /// <summary>Adds a key, or changes what is known of it.</summary>
    public void Know(AccessKey key) => _keys[key.Id] = key;

    /// <summary>Limits the calls of the Query API as AWS does; with 0, no call passes.</summary>
    public void Throttle(int burst = 10, double perSecond = 5) => _query.Limit = new Bucket(burst, perSecond);

    public void Unthrottle() => _query.Limit = null;

    /// <summary>Makes every token of GetProducts that is out there an expired one.</summary>
    public void ExpireTokens() => _query.ExpireTokens();

    /// <summary>Misbehaves for matching requests, so many times. Of several faults that match, the one added first plays.</summary>
    public void Fault(Func<HttpRequest, bool> when, Misbehaviour fault, int times = int.MaxValue) => _faults.Add(when, fault, times);

    /// <summary>The same for requests whose path or <c>X-Amz-Target</c> holds the text.</summary>
    public void Fault(string where, Misbehaviour fault, int times = int.MaxValue) =>
        Fault(request => request.Path.Value!.Contains(where, StringComparison.Ordinal) || request.Target?.Contains(where, StringComparison.Ordinal) == true, fault, times);

    public void Fault(string where, Func<HttpContext, Task> fault, int times = int.MaxValue) => Fault(where, (context, _) => fault(context), times);

    /// <summary>Behaves again.</summary>
    public void ClearFaults() => _faults.Clear();

    public async ValueTask DisposeAsync()
    {
        // A test may have switched AWS off before it ends.
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1) return;
        _app.Lifetime.StopApplication();
        await _app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        var recorded = await RecordedRequest.OfAsync(context.Request);
        _requests.Enqueue(recorded);
        var stopping = _app.Lifetime.ApplicationStopping;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.RequestAborted = over.Token;
        context.Response.OnStarting(() =>
        {
            // Kestrel starts the answer of a request that nobody waits for, too.
            if (!over.IsCancellationRequested) recorded.Status = context.Response.StatusCode;
            return Task.CompletedTask;
        });
        var pipe = context.Response.BodyWriter;
        context.Response.Body = new Body(context.Response.Body, async (inner, bytes, _) =>
        {
            await inner.WriteAsync(bytes, over.Token);
            // Kestrel takes what is written for a client that has gone, and lets it fall.
            if ((await pipe.FlushAsync(over.Token)).IsCompleted) throw new OperationCanceledException("The client has gone.");
            recorded.BytesSent += bytes.Length;
        });
        try
        {
            await _faults.PlayAsync(context, AnswerAsync);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            context.Abort();
        }
        finally
        {
            recorded.IsOver = true;
        }
    }

    private Task AnswerAsync(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.Path == "/" ? _query.AnswerAsync(context) : _files.AnswerAsync(context);
}
