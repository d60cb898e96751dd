using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using CostApi.Operations;
using Microsoft.Extensions.Configuration;

namespace CostApi.Tests.Operations;

/// <summary>The program as it is started from a shell: what cannot be right is refused in one line, and the first log says where to look.</summary>
public sealed partial class StartTests
{
    [Theory]
    [InlineData("Prices:StaleAftr", "1", "Prices__StaleAftr is not a setting. Did you mean Prices__StaleAfter?")]
    [InlineData("Prices:QueryApi:Bursts", "1", "Did you mean Prices__QueryApi__Burst?")]
    [InlineData("Prices:OfferFiles:EC2Intervall", "1", "Did you mean Prices__OfferFiles__Ec2Interval?")]
    [InlineData("Prices:Refresh:OnStarts", "true", "Did you mean Prices__Refresh__OnStart?")]
    [InlineData("Prices:Sources:0", "snapshot", "Prices__Sources__0 is not a setting.")]
    [InlineData("Prices", "snapshot", "Prices is not a setting.")]
    [InlineData("Prices:Refresh", "true", "Prices__Refresh is not a setting.")]
    [InlineData("Prices:StaleAfter", "soon", "Prices__StaleAfter is 'soon'. It must be a duration")]
    [InlineData("Prices:QueryApi:Burst", "many", "Prices__QueryApi__Burst is 'many'. It must be a whole number.")]
    [InlineData("Prices:HoldBackFactor", "two", "It must be a number.")]
    [InlineData("Prices:Refresh:OnStart", "yes", "It must be true or false.")]
    public void A_setting_that_is_not_known_or_of_the_wrong_type_is_named(string key, string value, string says) =>
        Assert.Contains(says, Assert.Single(OwnSettings.Faults(Settings((key, value)))), StringComparison.Ordinal);

    [Fact]
    public void All_wrong_settings_are_named_at_once() =>
        Assert.Equal(2, OwnSettings.Faults(Settings(("Prices:StaleAftr", "1"), ("Prices:QueryApi:Burst", "many"), ("Elsewhere:Key", "1"))).Count());

    [Fact]
    public void Every_documented_setting_is_known()
    {
        var documented = DocumentedSetting().Matches(File.ReadAllText(Repository.Folder("docs/operations.md"))).Select(match => match.Groups[1].Value).ToArray();
        Assert.True(documented.Length > 10);
        var faults = OwnSettings.Faults(Settings([.. documented.Select(name => (name.Replace("__", ":", StringComparison.Ordinal), "1"))]));
        Assert.DoesNotContain(faults, fault => fault.Contains("is not a setting", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--ulrs http://localhost:8080", "'--ulrs' is not an argument. Did you mean '--urls'?")]
    [InlineData("--urls", "'--urls' needs a value.")]
    [InlineData("--port=8080", "'--port' is not an argument.")]
    [InlineData("-p 8080", "'-p' is not an argument.")]
    [InlineData("--Price:Sources snapshot", "'--Price:Sources' is not an argument.")]
    [InlineData("udpate-pricing-data", "'udpate-pricing-data' is not a command. Did you mean 'update-pricing-data'?")]
    [InlineData("update-pricing-data one two", "'two' is not a command.")]
    [InlineData("healthcheck --prot 80", "'--prot' is not an argument.")]
    [InlineData("serve", "Use healthcheck, update-pricing-data.")]
    public void An_unknown_argument_is_named(string line, string says) => Assert.Contains(says, string.Join(' ', Arguments.Faults(line.Split(' '))), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("--urls http://127.0.0.1:8080")]
    [InlineData("--urls=http://127.0.0.1:8080 --environment Production")]
    [InlineData("urls=http://127.0.0.1:8080")]
    [InlineData("--Prices:StaleAfter 30.00:00:00 --Logging:LogLevel:Default=Debug --Kestrel:Limits:MaxRequestLineSize 1")]
    [InlineData("update-pricing-data")]
    [InlineData("update-pricing-data pricing-data --Prices:OfferFiles:Ec2 true")]
    [InlineData("update-pricing-data --Prices:OfferFiles:Ec2 true")]
    [InlineData("healthcheck --urls http://127.0.0.1:8080")]
    public void A_known_one_is_taken(string line) => Assert.Empty(Arguments.Faults(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("--ulrs http://localhost:8080", "'--ulrs' is not an argument")]
    [InlineData("--Prices:StaleAftr 1", "Did you mean Prices__StaleAfter?")]
    [InlineData("--Prices:StaleAfter soon", "It must be a duration")]
    [InlineData("--Prices:StaleAfter 0", "Prices:StaleAfter must be more than 0")]
    [InlineData("--Prices:SnapshotDirectory /nowhere", "The prices cannot be used")]
    [InlineData("--urls nonsense", "nonsense")]
    public async Task A_start_that_cannot_be_ends_with_one_line(string arguments, string says) => await AssertRefusedAsync(arguments.Split(' '), says);

    [Fact]
    public async Task A_port_that_is_taken_ends_it_with_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        await AssertRefusedAsync(["--urls", address, "--Prices:Sources", "snapshot"], $"Failed to bind to address {address}: address already in use.");
    }

    [Fact]
    public async Task The_first_log_says_which_address_to_open()
    {
        using var program = Start(["--urls", "http://127.0.0.1:0", "--Prices:Sources", "snapshot"]);
        try
        {
            // The level and category of a log stand in a line of their own.
            var category = await program.StandardOutput.ReadLineAsync();
            var first = await program.StandardOutput.ReadLineAsync();
            var open = Address().Match(first ?? "");
            Assert.True(open.Success, $"{category} {first}");
            using var client = new HttpClient();
            Assert.Contains("<html", await client.GetStringAsync(new Uri(open.Groups["page"].Value)), StringComparison.Ordinal);
            Assert.Contains("swagger", await client.GetStringAsync(new Uri(open.Groups["api"].Value)), StringComparison.Ordinal);
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }
    }

    private static async Task AssertRefusedAsync(string[] arguments, string says)
    {
        using var program = Start(arguments);
        var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        Assert.Equal("", await output);
        var line = Assert.Single((await error).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(says, line, StringComparison.Ordinal);
        Assert.Equal(1, program.ExitCode);
    }

    private static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static IConfiguration Settings(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();

    [GeneratedRegex(@"`(Prices__\w+)`")]
    private static partial Regex DocumentedSetting();

    [GeneratedRegex(@"Open (?<page>http://127\.0\.0\.1:\d+/) in a browser\. The API is described at (?<api>http://127\.0\.0\.1:\d+/swagger)\.")]
    private static partial Regex Address();
}
