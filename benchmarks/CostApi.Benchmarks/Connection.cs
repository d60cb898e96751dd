using System.Globalization;
using System.Text;

namespace CostApi.Benchmarks;

/// <summary>
/// One kept-alive HTTP/1.1 connection that sends the same bytes over and over. It understands just what Kestrel answers;
/// a full client would take as much of the processor as the servers that are measured.
/// </summary>
internal sealed class Connection(Socket socket) : IDisposable
{
    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _start, _end;

    public static byte[] Post(byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"POST /v1/comparisons HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];

    /// <summary>Sends a request and reads its answer. Returns the length of the answer's body.</summary>
    public int Exchange(byte[] request)
    {
        socket.Send(request);
        var status = Line();
        if (!status.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) throw new InvalidOperationException(status);
        var length = -1;
        for (var header = Line(); header.Length > 0; header = Line())
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) length = int.Parse(header.AsSpan(15), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
        if (length >= 0)
        {
            Skip(length);
            return length;
        }

        var total = 0;
        while (true)
        {
            var chunk = int.Parse(Line(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            Skip(chunk + 2);
            if (chunk == 0) return total;
            total += chunk;
        }
    }

    public void Dispose() => socket.Dispose();

    private string Line()
    {
        int at;
        while ((at = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0) Receive();
        var line = Encoding.ASCII.GetString(_buffer, _start, at);
        _start += at + 2;
        return line;
    }

    private void Skip(int count)
    {
        while (count > _end - _start)
        {
            count -= _end - _start;
            _start = _end;
            Receive();
        }

        _start += count;
    }

    private void Receive()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = socket.Receive(_buffer, _end, _buffer.Length - _end, SocketFlags.None);
        _end += read > 0 ? read : throw new InvalidOperationException("The server closed the connection.");
    }
}
