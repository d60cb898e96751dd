using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CostApi.Tests.Operations;

public sealed class FailureLogTests : IDisposable
{
    private readonly MemoryLog _log = new();
    private readonly WebApplicationFactory<Program> _service;

    public FailureLogTests() => _service = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.ConfigureTestServices(services => services
        .AddSingleton<TimeProvider>(new StoppedClock())
        .AddSingleton<ILoggerProvider>(_log)));

    [Fact]
    public async Task A_failure_of_the_service_is_in_its_log()
    {
        using var client = _service.CreateClient();
        using var answer = await client.GetAsync(new Uri("/v1/break-even?region=eu-west-1", UriKind.Relative));
        Assert.Equal(500, (int)answer.StatusCode);
        Assert.Contains(_log.Lines, line => line.Level == LogLevel.Error && line.Error is StoppedClockException);
    }

    [Fact]
    public async Task A_refused_request_is_not()
    {
        using var client = _service.CreateClient();
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/v1/comparisons", UriKind.Relative), body);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.DoesNotContain(_log.Lines, line => line.Level >= LogLevel.Warning);
    }

    public void Dispose()
    {
        _service.Dispose();
        _log.Dispose();
    }

    private sealed class StoppedClockException : Exception;

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new StoppedClockException();
    }
}
