using System.Runtime.CompilerServices;

namespace CostApi.Tests.PriceSources.QueryApi;

/// <summary>What the SDK finds around it while tests run: the key that <see cref="Fakes.FakeAws"/> knows, no files, no instance.</summary>
internal static class AwsEnvironment
{
    [ModuleInitializer]
    internal static void Set()
    {
        var nowhere = System.IO.Path.Combine(AppContext.BaseDirectory, "no-such-file");
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", nowhere);
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", nowhere);
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        string[] unset = ["AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];
        foreach (var name in unset) Environment.SetEnvironmentVariable(name, null);
    }
}
