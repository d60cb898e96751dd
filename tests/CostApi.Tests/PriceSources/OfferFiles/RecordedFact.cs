namespace CostApi.Tests.PriceSources.OfferFiles;

/// <summary>A test on files that AWS really published; skipped where they are not at hand (<c>COSTAPI_RECORDED_PRICE_LISTS</c> names their folder).</summary>
public sealed class RecordedFactAttribute : FactAttribute
{
    private const string Variable = "COSTAPI_RECORDED_PRICE_LISTS";

    public RecordedFactAttribute()
    {
        if (!Directory.Exists(Folder)) Skip = $"{Variable} names no folder.";
    }

    public static string Folder { get; } = Environment.GetEnvironmentVariable(Variable) ?? "";
}
