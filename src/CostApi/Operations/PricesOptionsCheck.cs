using CostApi.PriceSources;
using Microsoft.Extensions.Options;

namespace CostApi.Operations;

/// <summary>A setting that cannot be meant ends the program at the start, with every culprit named.</summary>
internal sealed class PricesOptionsCheck : IValidateOptions<PricesOptions>
{
    public ValidateOptionsResult Validate(string? name, PricesOptions options)
    {
        var faults = new List<string>();
        var unknown = options.SourceList.Except(SourceNames.All).ToArray();
        if (unknown.Length > 0) faults.Add($"Prices:Sources names {string.Join(", ", unknown)}; the sources are {string.Join(", ", SourceNames.All)}.");
        if (options.SourceList.Count == 0) faults.Add("Prices:Sources names no source.");
        if (options.HoldBackFactor < 1) faults.Add($"Prices:HoldBackFactor is {options.HoldBackFactor}; it must be at least 1.");
        if (options.StaleAfter <= TimeSpan.Zero) faults.Add("Prices:StaleAfter must be more than 0.");
        if (options.Refresh.Interval < TimeSpan.FromSeconds(1)) faults.Add("Prices:Refresh:Interval must be a second or more.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
