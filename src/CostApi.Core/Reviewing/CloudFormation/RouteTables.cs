namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads route tables with their routes and subnets.</summary>
internal static class RouteTables
{
    private const string Type = "AWS::EC2::RouteTable";

    public static IReadOnlyList<DeclaredRouteTable> Read(Stack stack)
    {
        var subnets = new Members<string>();
        foreach (var resource in stack.Of("AWS::EC2::SubnetRouteTableAssociation"))
        {
            var subnet = stack.Which(resource, "SubnetId", "Its subnet");
            var table = stack.Which(resource, "RouteTableId", "Its route table");
            foreach (var address in subnet.All) subnets.Add(table, address, resource.IsCertain && subnet.Only is not null);
        }

        var routes = new Members<DeclaredRoute>();
        foreach (var resource in stack.Of("AWS::EC2::Route"))
            routes.Add(stack.Which(resource, "RouteTableId", "Its route table"), Routes.Read(resource, stack), resource.IsCertain);
        // Tables that other stacks declare get routes and subnets here.
        var others = subnets.Tables.Concat(routes.Tables).Distinct().Where(address => stack.TypeOf(address) != Type);
        return [.. stack.Of(Type).Select(Declared), .. others.Select(address => Of(address, Which.None))];

        DeclaredRouteTable Declared(Resource resource) => Of(resource.Address, stack.Which(resource, "VpcId", "Its VPC"));

        DeclaredRouteTable Of(string address, Which vpc) => new(address, vpc.Only, false, subnets.Certain(address), routes.Certain(address))
        {
            PossibleVpcs = vpc.Possible,
            PossibleSubnets = subnets.Possible(address),
            PossibleRoutes = routes.Possible(address),
        };
    }

    /// <summary>What is in tables for certain, and what may be.</summary>
    private sealed class Members<T>
    {
        private readonly Dictionary<string, List<T>> _certain = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<T>> _possible = new(StringComparer.Ordinal);

        public IEnumerable<string> Tables => _certain.Keys.Concat(_possible.Keys);

        public void Add(Which table, T member, bool isCertain)
        {
            var into = isCertain && table.Only is not null ? _certain : _possible;
            foreach (var address in table.All)
            {
                if (!into.TryGetValue(address, out var members)) into[address] = members = [];
                members.Add(member);
            }
        }

        public List<T> Certain(string table) => _certain.TryGetValue(table, out var members) ? members : [];

        public List<T> Possible(string table) => _possible.TryGetValue(table, out var members) ? members : [];
    }
}
