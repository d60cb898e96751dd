using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.PriceSources.OfferFiles;

/// <summary>The place in an offer file, token by token.</summary>
internal sealed class OfferFileScan(string serviceCode, UsageTypeFilter wants)
{
    /// <summary>The most bytes of a token, a product or the terms of a SKU.</summary>
    public const int LargestPiece = 1 << 20;

    private const int DeepestNesting = 32;
    private const int LongestVersion = 100;
    private const int AttributeDepth = 4;

    private static ReadOnlySpan<byte> UsageType => "usagetype"u8;

    private readonly Picked _picked = new();
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = DeepestNesting });
    private long _released;

    // Tokens deeper than this are of no interest where we are: most of a file is passed over by this alone.
    private int _depth;
    private Member _member;
    private bool _isOnDemand, _isAttributes, _isUsageType, _isWanted, _isTooLong;
    private int? _pieceStart;
    private Picked.Sku? _sku;
    private readonly TextBuffer _key = new(), _text = new();

    private bool _isRightOffer, _productsAreRead, _termsAreReached, _termsAreRead;
    private string? _version;
    private DateTimeOffset? _publishedAt;

    private enum Member
    {
        Other,
        OfferCode,
        Version,
        PublicationDate,
        Products,
        Terms,
    }

    /// <summary>How far the window has been read.</summary>
    public int Position { get; private set; }

    private bool IsComplete =>
        _isRightOffer && _version is not null && _publishedAt is not null && _productsAreRead && (_termsAreRead || !_picked.AwaitsTerms);

    public void Skip(int bytes) => Position += bytes;

    /// <summary>Goes on through the window; null as long as more is needed.</summary>
    // Compiled well at once: a file may be over before the runtime would see to it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PriceList? Advance(ReadOnlySpan<byte> window, bool isLast)
    {
        var start = Position;
        var reader = new Utf8JsonReader(window[start..], isLast, _state);
        try
        {
            while (reader.Read())
            {
                var depth = reader.CurrentDepth;
                if (depth > _depth || (depth == AttributeDepth && IsOtherAttribute(ref reader))) continue;
                Position = start + (int)reader.BytesConsumed;
                Take(ref reader, window, start + (int)reader.TokenStartIndex);
                if (reader.CurrentDepth > 0 && IsComplete) return new PriceList(serviceCode, _version!, _publishedAt!.Value, _picked.Products());
            }
        }
        catch (JsonException error)
        {
            throw Refusal($"it is not whole JSON: {error.Message}", _released + start + reader.BytesConsumed, error);
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException)
        {
            // The latter is half of a surrogate pair or bytes that are not UTF-8: JSON to its reader, but no text.
            throw Refusal(error is InvalidDataException ? error.Message : "it has a name that is no text", _released + start + reader.BytesConsumed, error);
        }

        Position = start + (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return isLast ? throw Refusal("it ends too early", _released + Position) : null;
    }

    /// <summary>Gives up what stands before the place, or before the piece around it; how much that is.</summary>
    public int Release()
    {
        var released = _pieceStart ?? Position;
        Position -= released;
        if (_pieceStart is not null) _pieceStart = 0;
        _released += released;
        return released;
    }

    /// <summary>Gives up a piece that fills a window of the largest size, unless it is wanted.</summary>
    public int ReleasePiece()
    {
        if (_pieceStart is null || Position == 0) throw Refusal($"a token is longer than {LargestPiece} bytes", _released);
        if (_isWanted) throw Refusal(TooLong, _released);
        _isTooLong = true;
        _pieceStart = null;
        return Release();
    }

    // Nine tokens of ten in the products are of this kind.
    private bool IsOtherAttribute(ref Utf8JsonReader reader) =>
        !_isUsageType && (reader.TokenType != JsonTokenType.PropertyName || (reader.ValueSpan.Length != UsageType.Length && !reader.ValueIsEscaped));

    private void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> window, int tokenStart)
    {
        switch (reader.CurrentDepth, _member)
        {
            case (0, _):
                TakeRoot(reader.TokenType);
                break;
            case (1, _):
                TakeMember(ref reader);
                break;
            case (2, Member.Products):
                TakeProduct(ref reader, window, tokenStart);
                break;
            case (3, Member.Products) when reader.TokenType == JsonTokenType.PropertyName:
                _isAttributes = reader.ValueTextEquals("attributes"u8);
                break;
            case (AttributeDepth, Member.Products) when _isAttributes:
                TakeAttribute(ref reader);
                break;
            case (2, Member.Terms):
                TakeTermType(ref reader);
                break;
            case (3, Member.Terms) when _isOnDemand:
                TakeTerms(ref reader, window, tokenStart);
                break;
        }
    }

    private void TakeRoot(JsonTokenType token)
    {
        if (token is not (JsonTokenType.StartObject or JsonTokenType.EndObject)) throw new InvalidDataException("it is not an object");
        _depth = 1;
        if (token == JsonTokenType.StartObject) return;
        string?[] missing =
        [
            _isRightOffer ? null : "offerCode",
            _version is null ? "version" : null,
            _publishedAt is null ? "publicationDate" : null,
            _productsAreRead ? null : "products",
            _termsAreRead || !_picked.AwaitsTerms ? null : "terms.OnDemand",
        ];
        throw new InvalidDataException($"it has no {string.Join(", no ", missing.Where(name => name is not null))}");
    }

    private void TakeMember(ref Utf8JsonReader reader)
    {
        var token = reader.TokenType;
        if (token == JsonTokenType.PropertyName)
        {
            _member = reader.ValueTextEquals("offerCode"u8) ? Member.OfferCode
                : reader.ValueTextEquals("version"u8) ? Member.Version
                : reader.ValueTextEquals("publicationDate"u8) ? Member.PublicationDate
                : reader.ValueTextEquals("products"u8) ? Member.Products
                : reader.ValueTextEquals("terms"u8) ? Member.Terms
                : Member.Other;
            _termsAreReached |= _member == Member.Terms;
            if (_termsAreReached && (_member == Member.Products || !_productsAreRead)) throw new InvalidDataException("its terms come before its products, so they cannot be picked in one pass");
            return;
        }

        switch (_member)
        {
            case Member.OfferCode:
                _isRightOffer = _text.Read(ref reader).SequenceEqual(serviceCode) ? true : throw new InvalidDataException($"its offerCode is {_text.Quote}");
                break;
            case Member.Version:
                _version = _text.Read(ref reader).Length is > 0 and <= LongestVersion ? _text.Text.ToString() : throw new InvalidDataException($"its version is {_text.Quote}");
                break;
            case Member.PublicationDate:
                _publishedAt = DateTimeOffset.TryParseExact(
                    _text.Read(ref reader), "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                    ? at
                    : throw new InvalidDataException($"its publicationDate is {_text.Quote}");
                break;
            case Member.Products:
                if (token is not (JsonTokenType.StartObject or JsonTokenType.EndObject)) throw new InvalidDataException("its products are not an object");
                _productsAreRead = token == JsonTokenType.EndObject;
                _depth = _productsAreRead ? 1 : AttributeDepth;
                break;
            case Member.Terms:
                if (token is not (JsonTokenType.StartObject or JsonTokenType.EndObject)) throw new InvalidDataException("its terms are not an object");
                _isOnDemand = false;
                _depth = token == JsonTokenType.EndObject ? 1 : 2;
                break;
        }
    }

    private void TakeProduct(ref Utf8JsonReader reader, ReadOnlySpan<byte> window, int tokenStart)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _key.Read(ref reader);
                _isAttributes = _isUsageType = _isWanted = _isTooLong = false;
                break;
            case JsonTokenType.StartObject:
                _pieceStart = tokenStart;
                break;
            case JsonTokenType.EndObject:
                if (_isWanted && _isTooLong) throw new InvalidDataException(TooLong);
                if (_isWanted) PickProduct(window[_pieceStart!.Value..Position]);
                _pieceStart = null;
                break;
        }
    }

    private void TakeAttribute(ref Utf8JsonReader reader)
    {
        if (_isUsageType && reader.TokenType == JsonTokenType.String) _isWanted |= wants(_text.Read(ref reader));
        _isUsageType = reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(UsageType);
    }

    private void PickProduct(ReadOnlySpan<byte> piece)
    {
        using var json = _picked.Parse(piece);
        var product = Product.Read(json.RootElement);
        // An attribute that stands twice counts as it does for every other reader: the last one.
        if (wants(product.UsageType)) _picked.Add(_key.Text, product);
    }

    private void TakeTermType(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName) _isOnDemand = reader.ValueTextEquals("OnDemand"u8);
        if (!_isOnDemand) return;
        _depth = reader.TokenType == JsonTokenType.StartObject ? 3 : 2;
        _termsAreRead = reader.TokenType == JsonTokenType.EndObject;
    }

    private void TakeTerms(ref Utf8JsonReader reader, ReadOnlySpan<byte> window, int tokenStart)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _sku = _picked.Find(_key.Read(ref reader));
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                _isWanted = _sku is not null;
                _pieceStart = _sku is null ? null : tokenStart;
                break;
            case var _ when _sku is not null:
                using (var json = _picked.Parse(window[(_pieceStart ?? tokenStart)..Position]))
                    _picked.Add(_sku, OfferTerm.ReadAll(json.RootElement));
                _pieceStart = null;
                break;
        }
    }

    private string TooLong => $"what stands under SKU {_key.Quote} is longer than {LargestPiece} bytes";

    private InvalidDataException Refusal(string why, long at, Exception? error = null) =>
        new($"The offer file of {serviceCode} cannot be used: {why} (near byte {at}).", error);
}
