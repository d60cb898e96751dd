namespace CostApi.Tests.PriceSources.OfferFiles;

/// <summary>A test on a file that AWS really published; skipped where the recorded files do not lie beside the checkout.</summary>
public sealed class RecordedFactAttribute : FactAttribute
{
    public RecordedFactAttribute(string file)
    {
        if (!File.Exists(PathOf(file))) Skip = $"The recorded file {file} is not at hand.";
    }

    public static string PathOf(string file) => Repository.Folder($"../shared/cases/price-list/{file}");
}
