using CostApi.Benchmarks;

// Run in Release: dotnet run -c Release --project benchmarks/CostApi.Benchmarks -- model|http|start|offer|plan|refresh|recommend [options]
var options = new Options(args);
switch (options.Command)
{
    case "model":
        ModelBenchmarks.Run();
        return 0;
    case "http":
        HttpComparison.Run(options);
        return 0;
    case "start":
        StartComparison.Run(options);
        return 0;
    case "offer":
        OfferComparison.Run(options);
        return 0;
    case "plan":
        PlanComparison.Run(options);
        return 0;
    case "refresh":
        RefreshComparison.Run(options);
        return 0;
    case "recommend":
        RecommendationScale.Run(options);
        return 0;
    case "aws":
        await RefreshComparison.PlayAwsAsync();
        return 0;
    case "offer-read":
        await OfferComparison.ReadAsync(args[1], args[2], long.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case "plan-read":
        PlanComparison.Read(args[1], args[2]);
        return 0;
    case "echo":
        EchoServer.Run();
        return 0;
    default:
        Console.Error.WriteLine("""
            model                  the cost model alone, and reading and writing JSON (BenchmarkDotNet)
            http                   requests a second beside an endpoint that only reads and writes JSON
              --big                the request of 10 layouts too
              --rounds=7 --seconds=3 --warm-up=10 --concurrency=8
            start                  time to the first answer beside an empty application
              --runs=20
            offer                  an offer file of 440 MB beside other ways to read JSON
              --runs=3
            plan                   a Terraform plan of 50 MB beside other ways to read JSON
              --runs=5
            refresh                answers while the prices of every Region are read, beside answers at rest
              --rounds=5 --concurrency=2 --warm-up=10
            recommend              the search for the cheapest layout by size, beside a solver
              --runs=5 --solver-seconds=60
            http and start take --before=PATH/CostApi.dll, another build to measure in the same run
            """);
        return 1;
}
