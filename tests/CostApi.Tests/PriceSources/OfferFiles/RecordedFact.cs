namespace CostApi.Tests.PriceSources.OfferFiles;

/// <summary>A test on files that AWS really published; skipped where they are not at hand (<c>COSTAPI_RECORDED_PRICE_LISTS</c> names their folder).</summary>
public sealed class RecordedFactAttribute : FactAttribute
{
    public RecordedFactAttribute()
    {
        if (!Directory.Exists(Folder)) Skip = $"{Folder} is not there.";
    }

    public static string Folder { get; } = Environment.GetEnvironmentVariable("COSTAPI_RECORDED_PRICE_LISTS") ?? "/work/shared/cases/price-list";
}
