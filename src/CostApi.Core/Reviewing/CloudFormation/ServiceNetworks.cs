namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Counts the resource configurations of VPC Lattice service networks.</summary>
internal static class ServiceNetworks
{
    /// <summary>How many resource configurations the template associates with each service network, by its address.</summary>
    public static IReadOnlyDictionary<string, int> ResourceConfigurations(Stack stack) =>
        stack.Of("AWS::VpcLattice::ServiceNetworkResourceAssociation")
            .Select(resource => stack.Which(resource, "ServiceNetworkId", "Its service network").Only)
            .OfType<string>().CountBy(network => network).ToDictionary(StringComparer.Ordinal);
}
