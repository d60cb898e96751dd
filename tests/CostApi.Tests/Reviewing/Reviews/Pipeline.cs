using System.Diagnostics;

namespace CostApi.Tests.Reviewing.Reviews;

/// <summary>A folder in which the scripts of docs/embedding run against the service.</summary>
internal sealed class Pipeline : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public Pipeline(Service service)
    {
        using var client = service.CreateClient();
        ServiceUrl = client.BaseAddress!.ToString().TrimEnd('/');
    }

    public static string Scripts { get; } = Repository.Folder("docs/embedding");

    public string ServiceUrl { get; }

    public void Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(_folder.FullName, name));

    /// <summary>Runs a script of docs/embedding.</summary>
    public Task<(int Code, string Output)> RunAsync(string script, string[] arguments, params (string Name, string Value)[] environment) =>
        StartAsync("/bin/sh", [Path.Combine(Scripts, script), .. arguments], environment);

    /// <summary>Runs commands as a step of a pipeline does, with the scripts in <c>ci</c>.</summary>
    public Task<(int Code, string Output)> StepAsync(string commands, params (string Name, string Value)[] environment)
    {
        var ci = Path.Combine(_folder.FullName, "ci");
        if (!Directory.Exists(ci)) Directory.CreateSymbolicLink(ci, Scripts);
        return StartAsync("/bin/sh", ["-e", "-c", commands], environment);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<(int Code, string Output)> StartAsync(string program, string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in new[] { "GITHUB_TOKEN", "REVIEW_TOKEN", "COSTAPI_TRAFFIC", "COSTAPI_IGNORE", "COSTAPI_REPORT", "COSTAPI_MARK" }) start.Environment.Remove(name);
        start.Environment["COSTAPI_URL"] = ServiceUrl;
        start.Environment["no_proxy"] = "127.0.0.1,localhost";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}

/// <summary>A theory that needs a shell and curl.</summary>
internal sealed class ShellTheoryAttribute : TheoryAttribute
{
    public ShellTheoryAttribute()
    {
        if (!File.Exists("/bin/sh") || !File.Exists("/usr/bin/curl")) Skip = "needs /bin/sh and /usr/bin/curl, which this machine lacks.";
    }
}

/// <summary>A theory that needs a shell, curl and jq.</summary>
internal sealed class CommentTheoryAttribute : TheoryAttribute
{
    public CommentTheoryAttribute()
    {
        if (!File.Exists("/bin/sh") || !File.Exists("/usr/bin/curl") || !File.Exists("/usr/bin/jq")) Skip = "needs /bin/sh, /usr/bin/curl and /usr/bin/jq, which this machine lacks.";
    }
}
