using CostApi.Core.Layouts;
using CsCheck;

namespace CostApi.Tests.Properties;

/// <summary>Endpoints of every type and flag.</summary>
internal static class Endpoints
{
    private static readonly string[] Known =
        ["s3", "dynamodb", "dynamodb-fips", "sqs", "kms", "ecr.dkr", "ecr.api", "execute-api", "ssm", "transfer.server", "athena"];

    /// <summary>Services that have an interface endpoint: known ones, one in full, a newer one and somebody's own.</summary>
    public static Gen<string> Services(string region) => Gen.Frequency(
        (12, Gen.OneOf(Known)),
        (1, Gen.OneOf($"com.amazonaws.{region}.sqs", $"com.amazonaws.{region}.newer", $"com.amazonaws.vpce.{region}.vpce-svc-0123")));

    public static Gen<Endpoint> In(string region, Vpc vpc) =>
        Gen.Frequency((2, Gateway), (6, Interface(region, vpc)), (1, Unrouted(vpc)));

    public static Gen<Endpoint> Gateway { get; } =
        Gen.OneOf("s3", "dynamodb", "s3express").Select(service => new Endpoint { Type = EndpointType.Gateway, Service = service });

    private static Gen<Endpoint> Interface(string region, Vpc vpc) =>
        from service in Services(region)
        from zones in Layouts.ZonesOf(vpc)
        from privateDns in Gen.OneOf<bool?>(null, true, false)
        from inboundOnly in Gen.Bool
        from url in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        from shared in Gen.Frequency((2, Gen.Const(false)), (1, Gen.Const(true)))
        select new Endpoint
        {
            Type = EndpointType.Interface,
            Service = service,
            AvailabilityZones = zones,
            PrivateDns = privateDns,
            PrivateDnsOnlyForInboundResolver = inboundOnly && service == "s3",
            EndpointUrl = url,
            Shared = shared,
        };

    private static Gen<Endpoint> Unrouted(Vpc vpc) =>
        from type in Gen.OneOf(EndpointType.GatewayLoadBalancer, EndpointType.Resource, EndpointType.ServiceNetwork)
        from zones in Layouts.ZonesOf(vpc)
        from gb in Amounts.AnyGb
        from configurations in Gen.Int[0, 5]
        select new Endpoint
        {
            Type = type,
            Service = "ours",
            AvailabilityZones = zones,
            GbPerMonth = gb,
            ResourceConfigurations = type == EndpointType.ServiceNetwork ? configurations : null,
        };
}
