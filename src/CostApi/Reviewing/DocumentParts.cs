using System.Buffers;
using CostApi.Api;
using CostApi.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CostApi.Reviewing;

/// <summary>A document as it was sent: alone as the body, or as a part of a form beside what is said of it.</summary>
internal sealed class DocumentParts
{
    public const string Document = "document";
    public const string Before = "before";
    public const string Traffic = "traffic";
    public const string Parameters = "parameters";
    public const string Ignore = "ignore";

    /// <summary>Largest part beside the document.</summary>
    private const int MostBeside = TemplateText.MostBytes;

    private readonly Dictionary<string, ReadOnlyMemory<byte>> _parts = new(StringComparer.Ordinal);

    private DocumentParts()
    {
    }

    /// <summary>The bytes of a part; null where it was not sent.</summary>
    public ReadOnlyMemory<byte>? this[string name] => _parts.TryGetValue(name, out var part) ? part : default(ReadOnlyMemory<byte>?);

    /// <param name="request">The request.</param>
    /// <param name="most">Bytes that the document may have.</param>
    /// <param name="taken">Names of the parts that a form may have beside the document.</param>
    /// <exception cref="BadRequestException">The form has no document, or a part that is not taken.</exception>
    /// <exception cref="BadHttpRequestException">A part is too large, or the form is none.</exception>
    public static async Task<DocumentParts> ReadAsync(HttpRequest request, int most, IReadOnlyCollection<string> taken, CancellationToken cancellation)
    {
        var parts = new DocumentParts();
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            parts._parts[Document] = (await JsonBodyReader.ReadAsync(request, most, cancellation)).WrittenMemory;
            return parts;
        }

        JsonBodyReader.TakeAnySize(request);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary)) throw new BadHttpRequestException("The Content-Type multipart/form-data must specify its "
            + "boundary. Let your client set the header.", StatusCodes.Status400BadRequest);
        // More than all of its parts together may have is refused unread.
        var whole = taken.Append(Document).Sum(name => (long)(name is Document or Before ? most : MostBeside)) + MostBeside;
        if (request.ContentLength > whole) throw JsonBodyReader.TooLarge((int)whole, "The form");
        var faults = new List<(string, string)>();
        try
        {
            var form = new MultipartReader(boundary, request.Body);
            while (await form.ReadNextSectionAsync(cancellation) is { } section)
            {
                var name = section.GetContentDispositionHeader() is { } disposition ? HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "" : "";
                if (name != Document && !taken.Contains(name))
                    faults.Add((name.Length == 0 ? "$" : name, $"is not a known part. "
                        + $"The parts are {Document}, {string.Join(", ", taken)}."));
                else if (parts._parts.ContainsKey(name)) faults.Add((name, "is specified more than once. Send it once."));
                else parts._parts[name] = await ReadAsync(section, name, name is Document or Before ? most : MostBeside, request.ContentLength, cancellation);
                if (faults.Count > 100) break;
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException && !cancellation.IsCancellationRequested)
        {
            throw new BadHttpRequestException($"The form cannot be read: {broken.Message}", StatusCodes.Status400BadRequest, broken);
        }

        if (parts[Document] is null) faults.Add((Document, $"is required: the part of the form that holds the plan or template, as curl sends it with -F {Document}=@plan.json."));
        return faults.Count == 0 ? parts : throw new BadRequestException(faults, new Dictionary<string, string[]>());
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(MultipartSection section, string name, int most, long? formLength, CancellationToken cancellation)
    {
        // A document is nearly all of its form: one buffer for it, in place of one that grows.
        var bytes = new ArrayBufferWriter<byte>(name == Document && formLength is { } length ? (int)Math.Clamp(length, 1, most) : 16 * 1024);
        while (await section.Body.ReadAsync(bytes.GetMemory(16 * 1024), cancellation) is var read and > 0)
        {
            bytes.Advance(read);
            if (bytes.WrittenCount > most) throw JsonBodyReader.TooLarge(most, $"The part '{name}'");
        }

        return bytes.WrittenMemory;
    }
}
