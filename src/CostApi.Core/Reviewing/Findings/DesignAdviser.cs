using CostApi.Core.Advising;

namespace CostApi.Core.Reviewing.Findings;

public static class DesignAdviser
{
    public static IReadOnlyList<Finding> Advise(Design design, IReadOnlyList<Finding> ofModel) =>
        [.. ofModel.Select(finding => finding with { Addresses = finding.Vpc is null ? null : design.Imported.Addresses.GetValueOrDefault((finding.Vpc, finding.Resource ?? "")) })];
}
