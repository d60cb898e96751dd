using CostApi.Core.Layouts;
using CostApi.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CostApi.Benchmarks;

/// <summary>Reads the same requests and writes the same answers as CostApi, and does nothing between: what HTTP and JSON alone take.</summary>
internal static class EchoServer
{
    public static void Run()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = JsonBodyReader.MaxBytes;
        });
        builder.Services.ConfigureHttpJsonOptions(json => CostJson.Configure(json.SerializerOptions));
        var app = builder.Build();

        var contract = Shipped.Compare(Requests.Read(Requests.Contract));
        var big = Shipped.Compare(Requests.Read(Requests.Big));
        app.MapPost("/v1/comparisons", (ComparisonRequest request) => TypedResults.Ok(request.Layouts.Count == contract.Layouts.Count ? contract : big));
        app.Run();
    }
}
