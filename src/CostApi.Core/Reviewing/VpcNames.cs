using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing;

/// <summary>A name for each VPC that something stands in: its Name tag where that tells it apart, else its address.</summary>
internal sealed class VpcNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public VpcNames(DeclaredNetwork network)
    {
        var tags = network.Vpcs.ToDictionary(vpc => vpc.Address, vpc => vpc.Name, StringComparer.Ordinal);
        var unique = tags.Values.OfType<string>().CountBy(name => name).Where(count => count.Value == 1).Select(count => count.Key).ToHashSet(StringComparer.Ordinal);
        Addresses = [.. network.Vpcs.Where(vpc => vpc.IsDeclared).Select(vpc => vpc.Address)
            .Concat(network.NatGateways.Select(nat => nat.Vpc)).Concat(network.Endpoints.Select(endpoint => endpoint.Vpc))
            .Concat(network.Attachments.Where(attachment => attachment.Kind == "vpc").Select(attachment => attachment.Vpc))
            .OfType<string>().Distinct()];
        foreach (var address in Addresses)
        {
            var name = tags.GetValueOrDefault(address) is { Length: > 0 and <= Limits.NameLength } tag && unique.Contains(tag) ? tag : address;
            _names[address] = Free(name);
        }
    }

    /// <summary>The VPCs that are declared, or that something declared stands in.</summary>
    public IReadOnlyList<string> Addresses { get; }

    public string this[string address] => _names[address];

    public bool Knows(string address) => _names.ContainsKey(address);

    /// <summary>A name for what stands beside a VPC.</summary>
    public string Beside(string name, int number) => Free($"{name} ({number})");

    /// <summary>A name for what is in no VPC of the document.</summary>
    public string Made(string wanted) => Free(wanted);

    // Where one name stands for several, each further one is numbered.
    private string Free(string wanted)
    {
        var name = Sayable.Name(wanted);
        while (!_taken.Add(name))
        {
            var suffix = $" ({_numbers[wanted] = _numbers.GetValueOrDefault(wanted, 1) + 1})";
            name = Sayable.End(Sayable.Name(wanted), Limits.NameLength - suffix.Length) + suffix;
        }

        return name;
    }
}
