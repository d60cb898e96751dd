using System.Diagnostics;
using System.Text.Json;

namespace CostApi.Tests.Fakes;

/// <summary>A client of AWS that is not ours: Debian's botocore.</summary>
internal static class Botocore
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Why it cannot be had; null where it can.</summary>
    public static string? Missing { get; } = Check();

    /// <summary>Runs a script that has <c>pricing</c>, a client of the fake; it answers by printing JSON.</summary>
    public static async Task<JsonElement> RunAsync(FakeAws aws, string script, string? secret = null, string? sessionToken = null)
    {
        var (status, output, error) = await PythonAsync($"""
            import json, botocore.session
            from botocore.config import Config
            from botocore.exceptions import ClientError
            session = botocore.session.Session()
            pricing = session.create_client("pricing", region_name="us-east-1", endpoint_url="{aws.Url}",
                aws_access_key_id="{aws.AccessKeyId}", aws_secret_access_key="{secret ?? aws.SecretAccessKey}", aws_session_token={(sessionToken is null ? "None" : $"\"{sessionToken}\"")},
                config=Config(retries=dict(total_max_attempts=1), connect_timeout=10, read_timeout=10, proxies=dict()))
            def code(call):
                try:
                    call()
                except ClientError as error:
                    return error.response["Error"]["Code"]
            {script}
            """);
        Assert.True(status == 0, error);
        return JsonElement.Parse(output);
    }

    private static string? Check()
    {
        if (!File.Exists(Python)) return $"{Python} is not there.";
        var (status, _, error) = PythonAsync("import botocore").GetAwaiter().GetResult();
        return status == 0 ? null : $"{Python} has no botocore (Debian's python3-botocore): {error.Trim().Split('\n')[^1]}";
    }

    private static async Task<(int Status, string Output, string Error)> PythonAsync(string script)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}

/// <summary>A test that needs <see cref="Botocore"/>; skipped, with the reason, where that is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BotocoreFactAttribute : FactAttribute
{
    public BotocoreFactAttribute() => Skip = Botocore.Missing;
}
