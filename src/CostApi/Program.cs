using System.IO.Compression;
using System.Net.Sockets;
using CostApi.Api;
using CostApi.Core.Prices;
using CostApi.Json;
using CostApi.OpenApi;
using CostApi.Operations;
using CostApi.PriceSources;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

if (Arguments.Faults(args).ToArray() is { Length: > 0 } unknown) return StartupLog.Refuse($"The arguments are invalid: {string.Join(" ", unknown)}");
if (args is [HealthProbe.Command, ..]) return await HealthProbe.RunAsync(args[1..]);

// Settings lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (OwnSettings.Faults(builder.Configuration).ToArray() is { Length: > 0 } faults) return StartupLog.Refuse($"The settings are invalid: {string.Join(" ", faults)}");
var quiet = new QuietStart();
((IConfigurationBuilder)builder.Configuration).Add(quiet);
// A maintainer's command keeps no prices: a service beside it may have the data directory.
if (args is [PricingDataCommand.Name, ..]) builder.Configuration[$"{PricesOptions.Section}:{nameof(PricesOptions.DataDirectory)}"] = "";
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = JsonBodyReader.MaxBytes;
});

builder.Services.AddOptions<PricesOptions>().BindConfiguration(PricesOptions.Section);
builder.Services.AddSingleton<IValidateOptions<PricesOptions>, PricesOptionsCheck>();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(services => Snapshot.Read(services.GetRequiredService<IOptions<PricesOptions>>().Value.SnapshotDirectory));
builder.Services.AddLivePrices();
builder.Services.AddSingleton<Answers>();
builder.Services.AddSingleton<RecommendationAnswers>();
builder.Services.AddSingleton<PriceReport>();
builder.Services.AddSingleton<PricingDataCommand>();
builder.Services.ConfigureHttpJsonOptions(json => CostJson.Configure(json.SerializerOptions));
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = PlainProblems.Explain);
builder.Services.AddExceptionHandler<ProblemHandler>();
builder.Services.AddHealthChecks().AddCheck<PriceBookCheck>("prices");
builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
builder.Services.AddContractDocument();

var app = builder.Build();
app.UseHeadAsGet();
app.UseRouting();
// Unless told otherwise, the framework logs no exception that a handler turned into an answer.
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    SuppressDiagnosticsCallback = failure => failure.HttpContext.Response.StatusCode < StatusCodes.Status500InternalServerError,
});
app.UseStatusCodePages(ProblemAnswers.OfStatusAsync);
app.UseResponseCompression();
app.UsePage();
app.UseSwaggerUI(swagger =>
{
    swagger.SwaggerEndpoint("/openapi/v1.json", "CostApi v1");
    swagger.DocumentTitle = "CostApi";
    swagger.EnableTryItOutByDefault();
    swagger.DefaultModelsExpandDepth(0);
});

var v1 = app.MapGroup("/v1").AddEndpointFilterFactory(KnownQuery.Require).ProducesProblem(StatusCodes.Status500InternalServerError);
v1.MapComparisons();
v1.MapRecommendations();
v1.MapShared();
v1.MapBreakEven();
v1.MapRegions();
v1.MapServices();
v1.MapBundles();
v1.MapReviews();
v1.MapImports();
v1.MapPrices();
app.MapHealth();
app.MapOpenApi();

// Reading the prices now finds a fault at the start, not at the first request.
try
{
    app.Services.GetService<IStartupValidator>()?.Validate();
    app.Services.GetRequiredService<PriceBooks>();
}
catch (PriceFileException fault)
{
    return StartupLog.Refuse($"The prices cannot be used: {fault.Message}");
}
catch (OptionsValidationException fault)
{
    return StartupLog.Refuse($"The settings are invalid: {fault.Message}");
}

if (args is [PricingDataCommand.Name, ..])
    return await app.Services.GetRequiredService<PricingDataCommand>().RunAsync(Arguments.Operand(args) ?? "pricing-data", Console.Out, app.Lifetime.ApplicationStopping);

try
{
    await app.StartAsync();
}
catch (Exception fault) when (fault is IOException or SocketException or FormatException or InvalidOperationException)
{
    return StartupLog.Refuse($"The service cannot start: {fault.Message}");
}

quiet.End();
StartupLog.Open(app.Logger, app.Urls);
StartupLog.Prices(app.Logger, app.Services.GetRequiredService<Snapshot>(), app.Services.GetRequiredService<PriceBooks>(), app.Services.GetRequiredService<IOptions<PricesOptions>>().Value);
await app.WaitForShutdownAsync();
return 0;
