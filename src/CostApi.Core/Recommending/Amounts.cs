using CostApi.Core.Metering;
using CostApi.Core.Prices;

namespace CostApi.Core.Recommending;

/// <summary>Quantities of charges, as the meters read them.</summary>
internal sealed class Amounts
{
    private readonly (Charge Charge, decimal Quantity)[] _parts;

    private Amounts((Charge, decimal)[] parts)
    {
        _parts = parts;
    }

    public static Amounts Nothing { get; } = new([]);

    public IReadOnlyList<(Charge Charge, decimal Quantity)> Parts => _parts;

    public static Amounts Of(IEnumerable<Usage> usages) => Of(usages.Where(usage => usage.OwnPrice is null).Select(usage => (usage.Charge, usage.Quantity)));

    public static Amounts Of(IEnumerable<(Charge Charge, decimal Quantity)> parts)
    {
        var sums = new Dictionary<Charge, decimal>();
        foreach (var (charge, quantity) in parts) sums[charge] = sums.GetValueOrDefault(charge) + quantity;
        return new Amounts([.. sums.Where(sum => sum.Value != 0).Select(sum => (sum.Key, sum.Value))]);
    }

    /// <summary>The part that a choice can change: what is sent out of the Region costs the same by every NAT.</summary>
    public Amounts Where(Func<Charge, bool> charges) => new([.. _parts.Where(part => charges(part.Charge))]);
}
