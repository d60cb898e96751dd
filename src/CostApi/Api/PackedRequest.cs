using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace CostApi.Api;

/// <summary>A request within an address: JSON, compressed, in base64url.</summary>
internal static class PackedRequest
{
    /// <summary>What it may grow to; little compressed can stand for very much.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const string Recipe = "must be the JSON of the request, compressed with deflate, zlib or gzip and then encoded as base64url.";

    /// <summary>What an address holds for a request.</summary>
    public static string Pack(string json)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize)) deflate.Write(Encoding.UTF8.GetBytes(json));
        return Base64Url.EncodeToString(packed.ToArray());
    }

    /// <summary>The JSON.</summary>
    /// <exception cref="BadRequestException">It cannot be unpacked.</exception>
    public static ReadOnlyMemory<byte> Unpack(string? packed)
    {
        if (string.IsNullOrEmpty(packed)) throw Bad($"is required. It {Recipe}");
        var bytes = new byte[Base64Url.GetMaxDecodedLength(packed.Length)];
        if (Base64Url.DecodeFromChars(packed, bytes, out _, out var length) != OperationStatus.Done)
            throw Bad($"is not base64url (letters, digits, - and _). It {Recipe}");
        return Inflate(bytes[..length]) ?? throw Bad($"cannot be decompressed. It {Recipe}");
    }

    private static byte[]? Inflate(byte[] packed)
    {
        // Two bytes that check out as zlib's can begin plain deflate too, if hardly ever.
        if (packed is [0x1F, 0x8B, ..]) return Read(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress));
        var isZlib = packed is [var method, var flags, ..] && (method & 0x0F) == 8 && (method << 8 | flags) % 31 == 0;
        return (isZlib ? Read(new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress)) : null)
            ?? Read(new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress));
    }

    // Reads no further than the limit, however much is to come.
    private static byte[]? Read(Stream stream)
    {
        using (stream)
        {
            try
            {
                var json = new ArrayBufferWriter<byte>();
                while (stream.Read(json.GetSpan(16 * 1024)) is var read and > 0)
                {
                    json.Advance(read);
                    if (json.WrittenCount > MaxBytes)
                        throw Bad($"is larger than {MaxBytes / 1024 / 1024} MB after decompression. Send the request with POST instead.");
                }

                return json.WrittenCount == 0 ? null : json.WrittenSpan.ToArray();
            }
            catch (InvalidDataException)
            {
                return null;
            }
        }
    }

    private static BadRequestException Bad(string message) => new([("request", message)], new Dictionary<string, string[]>());
}
