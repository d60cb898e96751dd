using System.Diagnostics;
using System.Globalization;

namespace CostApi.Benchmarks;

/// <summary>Something read in a process of its own.</summary>
/// <param name="First">Seconds of the first time.</param>
/// <param name="Again">Seconds of a later time, when the runtime has compiled everything as well as it can.</param>
/// <param name="Bytes">How much was read.</param>
/// <param name="Megabytes">How far the process's peak of memory grew by it; of a program that is not ours, the whole of it.</param>
internal sealed record Reading(double First, double Again, long Bytes, double Megabytes);

/// <summary>Starts the processes that read.</summary>
internal static class Readings
{
    public static Reading Child(params string[] args)
    {
        // Through the host, where that is how the benchmarks were started.
        string[] host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Readings).Assembly.Location] : [];
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. host, .. args]) { RedirectStandardOutput = true })!;
        var line = process.StandardOutput.ReadToEnd();
        return line.Split(' ').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray() is [var first, var again, var bytes, var megabytes]
            ? new Reading(first, again, (long)bytes, megabytes)
            : throw new InvalidOperationException(line);
    }

    /// <summary>What a child says when it is done.</summary>
    public static void Say(Reading reading) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reading.First} {reading.Again} {reading.Bytes} {reading.Megabytes}"));

    /// <summary>A run of <c>jq</c>, and what it wrote.</summary>
    public static (Reading Reading, string Output) Jq(string expression, string file)
    {
        var clock = Stopwatch.StartNew();
        using var jq = Process.Start(new ProcessStartInfo("/usr/bin/jq", [expression, file]) { RedirectStandardOutput = true })!;
        // Read off as it comes, or jq would wait for it.
        var output = jq.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!jq.WaitForExit(20))
        {
            jq.Refresh();
            if (!jq.HasExited) peak = Math.Max(peak, jq.PeakWorkingSet64);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        return (new Reading(seconds, seconds, new FileInfo(file).Length, peak / 1e6), output.Result);
    }

    public static double PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }
}
