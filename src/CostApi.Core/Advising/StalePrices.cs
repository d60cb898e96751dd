using System.Globalization;
using CostApi.Core.Prices;

namespace CostApi.Core.Advising;

/// <summary>What to say of prices that have not been confirmed for long.</summary>
public static class StalePrices
{
    public static Finding Finding(PriceEdition edition) => new()
    {
        Code = FindingCodes.PricesStale,
        Severity = Severity.Info,
        Message = $"The prices were last taken from their source on {edition.RetrievedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} (edition {edition.Version}). List prices seldom change, but check those that decide.",
    };
}
