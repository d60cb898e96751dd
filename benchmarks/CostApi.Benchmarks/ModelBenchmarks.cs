using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.Json;

namespace CostApi.Benchmarks;

/// <summary>The parts of an answer, without HTTP.</summary>
[MemoryDiagnoser]
public class ModelBenchmarks
{
    private static readonly JsonSerializerOptions Json = CostJson.Create();
    private byte[] _body = [];
    private ComparisonRequest _request = null!;
    private Facts _facts = null!;
    private Comparison _answer = null!;

    [Params("contract", "big")]
    public string Request { get; set; } = "";

    internal static void Run()
    {
        // In this process: a project that BenchmarkDotNet makes would have to be restored.
        var config = DefaultConfig.Instance
            .WithArtifactsPath(Path.Combine(Checkout.Root, "BenchmarkDotNet.Artifacts"))
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        var summary = BenchmarkRunner.Run<ModelBenchmarks>(config);
        Results.Write("model.csv", "request,part,microseconds,standard deviation,bytes allocated", summary.Reports.Select(report => (FormattableString)
            $"{report.BenchmarkCase.Parameters["Request"]},{report.BenchmarkCase.Descriptor.WorkloadMethod.Name},{report.ResultStatistics!.Mean / 1000:F1},{report.ResultStatistics.StandardDeviation / 1000:F1},{report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)}"));
    }

    [GlobalSetup]
    public void Setup()
    {
        _body = Request == "big" ? Requests.Big : Requests.Contract;
        _request = Requests.Read(_body);
        _facts = Shipped.Facts(_request.Region);
        _answer = Comparer.Compare(_request, _facts);
    }

    [Benchmark]
    public ComparisonRequest Read() => JsonSerializer.Deserialize<ComparisonRequest>(_body, Json)!;

    [Benchmark]
    public bool Check() => RequestCheck.Check(_request, _facts.Regions, _facts.Services, [], isEstimate: false).Any;

    [Benchmark]
    public Comparison Compare() => Comparer.Compare(_request, _facts);

    [Benchmark]
    public string Identify() => QuestionId.Of(_request, _facts.Book.Edition.Version);

    [Benchmark]
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(_answer, Json);
}
