namespace CostApi.Core.Reviewing.Terraform;

/// <summary>The tables that AWS makes with a VPC, which a configuration can lead to but need not declare.</summary>
internal sealed class MainRouteTables
{
    private readonly Dictionary<string, Resource> _byVpc = new(StringComparer.Ordinal);

    public IEnumerable<(string Vpc, Resource Table)> All => _byVpc.Select(entry => (entry.Key, entry.Value));

    public Resource Of(Resource vpc)
    {
        if (_byVpc.TryGetValue(vpc.Address, out var table)) return table;
        return _byVpc[vpc.Address] = new Resource(
            $"{vpc.Address}.main_route_table_id", vpc.Module, "aws_main_route_table", vpc.Name, vpc.Index, Kind.RouteTable, IsData: true,
                default, default, default);
    }
}
