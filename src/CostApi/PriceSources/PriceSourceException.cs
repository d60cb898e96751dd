namespace CostApi.PriceSources;

/// <summary>A source of prices could not be read; the message says what was asked for and what happened, and holds no secrets.</summary>
public sealed class PriceSourceException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether the source was not even asked, because it had failed too often just then.</summary>
    public bool WasLeftAlone { get; init; }
}
