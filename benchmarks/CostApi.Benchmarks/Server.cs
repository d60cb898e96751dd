using System.Diagnostics;
using System.Net;

namespace CostApi.Benchmarks;

/// <summary>A server process on a free port of the loopback.</summary>
internal sealed class Server : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private Server(string name, Process process, int port) => (Name, _process, Port) = (name, process, port);

    public string Name { get; }

    public int Port { get; }

    /// <summary>Starts <c>dotnet dll arguments</c>.</summary>
    public static Server Start(string name, string dll, params string[] arguments) => Start(name, dll, [("Prices__Sources", "snapshot")], arguments);

    /// <summary>The same with settings in its environment.</summary>
    public static Server Start(string name, string dll, IReadOnlyList<(string Key, string Value)> settings, params string[] arguments)
    {
        if (!File.Exists(dll)) throw new FileNotFoundException($"{name} is not built; run dotnet build CostApi.All.sln -c Release.", dll);
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(dll) };
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || key == "DOTNET_ENVIRONMENT").ToArray()) start.Environment.Remove(inherited);
        foreach (var (key, value) in settings) start.Environment[key] = value;
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new Server(name, process, port);
    }

    /// <summary>A connection, as soon as the server takes one.</summary>
    public Connection Connect()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; Thread.Sleep(1))
        {
            if (_process.HasExited) throw new InvalidOperationException($"{Name} ended with {_process.ExitCode}.");
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.Connect(IPAddress.Loopback, Port);
                return new Connection(socket);
            }
            catch (SocketException)
            {
                socket.Dispose();
            }
        }

        throw new TimeoutException($"{Name} took no connection.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
