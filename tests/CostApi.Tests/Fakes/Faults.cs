using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace CostApi.Tests.Fakes;

/// <summary>Ways to go wrong.</summary>
public static class Faults
{
    /// <summary>Resets the connection (RST) after so many bytes of the body.</summary>
    public static Misbehaviour Reset(long afterBytes = 100) => After(afterBytes, async (context, _) =>
    {
        await Task.Delay(50);
        Socket(context).LingerState = new LingerOption(true, 0);
        context.Abort();
        throw new OperationCanceledException("reset");
    });

    /// <summary>Ends the body early, but in due form: chunked, with its last chunk.</summary>
    public static Misbehaviour CutShort(long afterBytes = 100) => (context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            context.Response.ContentLength = null;
            return Task.CompletedTask;
        });
        return After(afterBytes, (_, _) => Task.CompletedTask)(context, next);
    };

    /// <summary>Closes the connection (FIN) after so many bytes of a body that was announced as longer.</summary>
    public static Misbehaviour HangUp(long afterBytes = 100) => After(afterBytes, async (context, _) =>
    {
        await CloseAsync(context);
        throw new OperationCanceledException("hung up");
    });

    /// <summary>Announces so many bytes more than it sends, or fewer, and closes the connection.</summary>
    public static Misbehaviour WrongContentLength(int by) => async (context, next) =>
    {
        var whole = await CaptureAsync(context, next);
        var head = $"HTTP/1.1 {context.Response.StatusCode} OK\r\nContent-Type: {context.Response.ContentType}\r\nContent-Length: {whole.Length + by}\r\n\r\n";
        // Kestrel counts; the socket does not.
        await Socket(context).SendAsync(Encoding.ASCII.GetBytes(head));
        await Socket(context).SendAsync(whole);
        await CloseAsync(context);
    };

    public static Misbehaviour SlowDrip(int bytesPerWrite, TimeSpan delay) => (context, next) =>
    {
        context.Response.Body = new Body(context.Response.Body, async (inner, bytes, _) =>
        {
            for (var sent = 0; sent < bytes.Length; sent += bytesPerWrite)
            {
                await inner.WriteAsync(bytes.Slice(sent, Math.Min(bytesPerWrite, bytes.Length - sent)), context.RequestAborted);
                await Task.Delay(delay, context.RequestAborted);
            }
        });
        return next(context);
    };

    /// <summary>Sends the headers and so many bytes of the body, then nothing until the client goes.</summary>
    public static Misbehaviour Stall(long afterBytes = 0) => After(afterBytes, async (context, inner) =>
    {
        await inner.FlushAsync(context.RequestAborted);
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    });

    /// <summary>Sends nothing at all until the client goes.</summary>
    public static Misbehaviour StallBeforeHeaders() => (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    /// <summary>Answers rightly, but late.</summary>
    public static Misbehaviour Late(TimeSpan delay) => async (context, next) =>
    {
        await Task.Delay(delay, context.RequestAborted);
        await next(context);
    };

    public static Misbehaviour Status(int code, string body = "", string contentType = "text/plain", params (string Name, string Value)[] headers) => async (context, _) =>
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = contentType;
        foreach (var (name, value) in headers) context.Response.Headers.Append(name, value);
        if (code is not (204 or 304)) await context.Response.SendAsync(Encoding.UTF8.GetBytes(body));
    };

    /// <summary>An error of the Query API, as AWS states it.</summary>
    public static Misbehaviour Error(string type, string message = "", int status = 400) => (context, _) => new AwsError(type, message, status).WriteAsync(context);

    public static Misbehaviour Throttling() => Error("ThrottlingException", "Rate exceeded");

    public static Misbehaviour ExpiredToken() => Error("ExpiredNextTokenException", "NextToken has expired");

    public static Misbehaviour HtmlWith200() =>
        Status(200, "<!DOCTYPE html>\n<html><head><title>Sign in to the network</title></head><body><h1>Welcome</h1></body></html>\n", "text/html; charset=utf-8");

    /// <summary>Half of the right answer, in due form.</summary>
    public static Misbehaviour MalformedJson() => async (context, next) =>
    {
        var whole = await CaptureAsync(context, next);
        await context.Response.SendAsync(whole[..(whole.Length / 2)]);
    };

    public static Misbehaviour PriceListOfNonJsonStrings() =>
        Status(200, """{"FormatVersion":"aws_v1","PriceList":["<product/>","","{\"product\":"]}""", AwsError.ContentType);

    /// <summary>Gives a token with every page; after the last comes the first again.</summary>
    public static Misbehaviour EndlessTokens() => Pages(new Paging(IsEndless: true));

    /// <summary>An empty page, with a token by which it goes on as if nothing had been.</summary>
    public static Misbehaviour EmptyPageWithToken() => Pages(new Paging(IsEmpty: true));

    /// <summary>JSON that unpacks to so many bytes of white space from about a thousandth of them.</summary>
    public static Misbehaviour GzipBomb(long unpacked = 1L << 30) => async (context, _) =>
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = "gzip";
        await context.Response.Body.WriteAsync(Zip("{ \"products\" : {"u8), context.RequestAborted);
        // A gzip stream may be many in a row.
        var spaces = new byte[16 << 20];
        spaces.AsSpan().Fill((byte)' ');
        var member = Zip(spaces);
        for (var sent = 0L; sent < unpacked; sent += spaces.Length) await context.Response.Body.WriteAsync(member, context.RequestAborted);
        await context.Response.Body.WriteAsync(Zip("} }"u8), context.RequestAborted);
    };

    private static Misbehaviour Pages(Paging paging) => (context, next) =>
    {
        paging.For(context);
        return next(context);
    };

    /// <summary>Lets so many bytes through; the rest goes to <paramref name="then"/>.</summary>
    private static Misbehaviour After(long bytes, Func<HttpContext, Stream, Task> then) => (context, next) =>
    {
        var left = bytes;
        context.Response.Body = new Body(context.Response.Body, async (inner, buffer, _) =>
        {
            var through = (int)Math.Min(left, buffer.Length);
            if (through > 0) await inner.WriteAsync(buffer[..through], context.RequestAborted);
            left -= through;
            if (through < buffer.Length) await then(context, inner);
        });
        return next(context);
    };

    private static async Task<byte[]> CaptureAsync(HttpContext context, RequestDelegate next)
    {
        var real = context.Response.Body;
        using var whole = new MemoryStream();
        context.Response.Body = whole;
        await next(context);
        context.Response.Body = real;
        return whole.ToArray();
    }

    /// <summary>Closes our side, and waits for the client to close its own: an abort with data under way would be a reset.</summary>
    private static async Task CloseAsync(HttpContext context)
    {
        await Task.Delay(50);
        Socket(context).Shutdown(SocketShutdown.Send);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        await Task.Delay(Timeout.Infinite, patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    private static Socket Socket(HttpContext context) => context.Features.Get<IConnectionSocketFeature>()!.Socket;

    private static byte[] Zip(ReadOnlySpan<byte> bytes)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal)) gzip.Write(bytes);
        return zipped.ToArray();
    }
}
