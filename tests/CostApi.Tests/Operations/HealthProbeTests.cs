using CostApi.Operations;
using Microsoft.Extensions.Configuration;

namespace CostApi.Tests.Operations;

public class HealthProbeTests
{
    [Theory]
    [InlineData(null, null, "http://localhost:5000/health/ready")]
    [InlineData(null, "8080", "http://127.0.0.1:8080/health/ready")]
    [InlineData(null, "9000;9001", "http://127.0.0.1:9000/health/ready")]
    [InlineData("http://+:7000", "8080", "http://127.0.0.1:7000/health/ready")]
    [InlineData("https://*:7001;http://0.0.0.0:7002", null, "http://127.0.0.1:7002/health/ready")]
    [InlineData("http://[::]:7003", null, "http://127.0.0.1:7003/health/ready")]
    [InlineData("http://[::1]:7004", null, "http://[::1]:7004/health/ready")]
    [InlineData("http://127.0.0.1:7005/", null, "http://127.0.0.1:7005/health/ready")]
    [InlineData("http://unix:/tmp/cost.sock;http://localhost", null, "http://localhost/health/ready")]
    public void Asks_where_the_server_listens(string? urls, string? ports, string expected) =>
        Assert.Equal(new Uri(expected), HealthProbe.Ready(Settings(urls, ports)));

    [Theory]
    [InlineData("https://*:7001")]
    [InlineData("seven")]
    public void Says_so_where_there_is_no_http_address(string urls) =>
        Assert.Throws<FormatException>(() => HealthProbe.Ready(Settings(urls, null)));

    [Fact]
    public async Task A_service_that_does_not_answer_is_not_ready() =>
        Assert.Equal(1, await HealthProbe.RunAsync(["--urls", "http://127.0.0.1:1"]));

    private static IConfiguration Settings(string? urls, string? ports) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["urls"] = urls, ["http_ports"] = ports }).Build();
}
