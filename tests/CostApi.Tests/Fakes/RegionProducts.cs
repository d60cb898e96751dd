using System.Globalization;
using CostApi.Core.Prices;

namespace CostApi.Tests.Fakes;

/// <summary>The rows of a Region as AWS's price lists have them: those that matter, and those that a hasty reader takes for them.</summary>
internal sealed class RegionProducts
{
    public const string Vpc = "AmazonVPC", Ec2 = "AmazonEC2", Transfer = "AWSDataTransfer";

    private const string Endpoint = "VpcEndpoint", TransitGateway = "AWSTransitGateway", Nat = "NAT Gateway", DataTransfer = "Data Transfer";
    private static readonly string[] Tiered = ["D7RZ6WCPVW", "RBMR72YW69", "SW9U2ZKBYX", "HWDSBTNJX9"];
    private static readonly (string Operation, string Attachment)[] Attachments =
    [
        ("TransitGatewayVPC", "VPC"), ("TransitGatewayVPN", "AWS Site-to-Site VPN"), ("TransitGatewayDirectConnect", "AWS DirectConnect"),
        ("TransitGatewayPeering", "Transit Gateway"), ("TransitGatewayConnect", "Transit Gateway Connect"),
    ];

    private readonly Region _region;
    private readonly List<CatalogueProduct> _products = [];

    private RegionProducts(Region region) => _region = region;

    private bool IsChina => _region.Partition == Partition.China;

    private string Location => _region.PriceListLocation!;

    public static IReadOnlyList<CatalogueProduct> Of(string code)
    {
        var region = Shipped.Snapshot.Regions[code];
        if (region.UsageTypePrefix is null) throw new ArgumentException($"The usage types of {code} are not known.", nameof(code));
        var rows = new RegionProducts(region);
        rows.AddEndpoints();
        rows.AddTransitGateways();
        rows.AddAddresses();
        rows.AddNatGateways();
        rows.AddTransfer();
        rows.AddInterRegion();
        return rows._products;
    }

    /// <summary>The allowances that hold for all Regions together.</summary>
    public static IEnumerable<CatalogueProduct> Global(IReadOnlyList<CatalogueProduct> all)
    {
        string[] paid = [.. all.Where(product => product["toLocation"] == "External" && !product.IsDecoy).Select(product => product.Sku)];
        yield return Free("Global-DataTransfer-Out-Bytes", "AWS Outbound", "100", "External", "Other", paid);
        yield return Free("Global-DataTransfer-Regional-Bytes", "IntraRegion", "1", "Global", "Other", []);

        static CatalogueProduct Free(string usageType, string transferType, string end, string to, string toType, string[] paid) => new(
            Transfer, CatalogueProduct.SkuOf(usageType), DataTransfer, new Dictionary<string, string>
            {
                ["servicecode"] = Transfer,
                ["transferType"] = transferType,
                ["fromLocation"] = "Global",
                ["fromLocationType"] = "Other",
                ["toLocation"] = to,
                ["toLocationType"] = toType,
                ["usagetype"] = usageType,
                ["operation"] = "",
                ["servicename"] = "AWS Data Transfer",
            },
            [new CatalogueTerm("A429C66SYZ", [CatalogueDimension.Of("GB", "USD", "0.0000000000") with { End = end, AppliesTo = paid }])]);
    }

    public static string RateCode(string sku, int tier) => tier < Tiered.Length ? Tiered[tier] : CatalogueProduct.SkuOf($"{sku} {tier}")[..10];

    private static string Text(decimal price) => price.ToString("0.0000000000####", CultureInfo.InvariantCulture);

    private void AddEndpoints()
    {
        const string group = "VPCE:VpcEndpoint";
        Own(Charges.InterfaceEndpointHours, Endpoint, "Hrs", group, "Hourly charge for VPC Endpoints");
        Own(Charges.InterfaceEndpointBytes, Endpoint, "GB", group, "Charge for per GB data processed by VPC Endpoints");
        Own(Charges.GatewayLoadBalancerEndpointHours, Endpoint, "Hrs", group, "Hourly charge for AWS Gateway Load Balancer VPC Endpoint");
        Own(Charges.GatewayLoadBalancerEndpointBytes, Endpoint, "GB", group, "Charge for per GB data processed by AWS Gateway Load Balancer VPC Endpoint");
        Own(Charges.ResourceEndpointHours, null, "Hrs", "VpcResources", null, [(0, null, 0.02m)]);
        Own(Charges.ResourceEndpointBytes, null, "GB", "VpcResources", null, [(0, 1048576, 0.01m), (1048576, 5242880, 0.006m), (5242880, null, 0.004m)]);
        Own(Charges.ServiceNetworkHours, null, "Hrs", null, null, [(0, null, 0.1m)]);
        Row(Vpc, "VPCLattice-Service-Hourly", null, "", "Hrs", Flat(0.025m));
        Row(Vpc, "VPCLattice-DataProcessing-Bytes", null, "", "GB", Flat(0.025m));
        Zone(Vpc, "VpcEndpoint-Hours", Endpoint, "VpcEndpoint", "Hrs");
    }

    private void AddTransitGateways()
    {
        foreach (var charge in new[] { Charges.TransitGatewayHours, Charges.TransitGatewayBytes })
        {
            if (Tiers(charge) is not { } tiers) continue;
            var hours = charge.Unit == ChargeUnit.Hours;
            foreach (var (index, (operation, attachment)) in Attachments.Index())
                Row(Vpc, charge.UsageType, "Cloud Connectivity", operation, hours ? "hour" : "GigaBytes",
                    [.. tiers.Select(tier => tier with { Price = tier.Price + index * 0.001m })], SkuOf(charge, operation),
                    ("group", TransitGateway),
                    ("groupDescription", hours ? $"Hourly charge for Transit Gateway {attachment} Attachments" : $"Charge for per GB data processed by AWS Transit Gateways for {attachment} attachments"),
                    ("attachmentType", attachment));
        }
    }

    private void AddAddresses()
    {
        const string group = "VPCPublicIPv4Address";
        Own(Charges.PublicIpv4InUse, null, "Hrs", group, "Hourly charge for In-use Public IPv4 Addresses");
        Own(Charges.PublicIpv4Idle, null, "Hrs", group, "Hourly charge for Idle Public IPv4 Addresses");
        Row(Vpc, "PublicIPv4:ContiguousBlock", null, null, "Hrs", Flat(0.008m), null, ("group", group), ("groupDescription", "Hourly charge for IPv4 address in a contiguous block"));
        Own(Charges.PeeringIn, null, "GB", null, null);
        Own(Charges.PeeringOut, null, "GB", null, null);
    }

    private void AddNatGateways()
    {
        const string group = "NGW:NatGateway";
        Own(Charges.NatGatewayHours, Nat, "Hrs", group, "Hourly charge for NAT Gateways");
        Own(Charges.NatGatewayBytes, Nat, "GB", group, "Charge for per GB data processed by NatGateways");
        Own(Charges.RegionalNatGatewayHours, Nat, "Hrs", group, "Hourly charge for Regional NAT Gateways");
        Own(Charges.RegionalNatGatewayBytes, Nat, "GB", group, "Charge for per GB data processed by NAT Gateways");
        Row(Ec2, "NatGateway-Prvd-Gbps", Nat, "NatGateway", "Gbps-hrs", Flat(1.076m), null, ("group", group));
        Row(Ec2, "NatGateway-Prvd-Bytes", Nat, "NatGateway", "GB", Flat(0), null, ("group", group));
        Zone(Ec2, "NatGateway-Hours", Nat, "NatGateway", "Hrs");
        Zone(Ec2, "NatGateway-Bytes", Nat, "NatGateway", "GB");
        Row(Ec2, "EBS:VolumeUsage.gp3", "Storage", "", "GB-Mo", Flat(0.08m), null, ("volumeApiName", "gp3"));
        Row(Ec2, "CPUCredits:t3", "CPU Credits", "", "vCPU-Hours", Flat(0.05m));
        var instance = Row(Ec2, "BoxUsage:m5.large", "Compute Instance", "RunInstances", "Hrs", Flat(0.096m), null, ("instanceType", "m5.large"), ("operatingSystem", "Linux"));
        _products[^1] = instance with { Terms = [.. instance.Terms, Reserved()] };
    }

    private CatalogueTerm Reserved() => new("4NA7Y494T4", [CatalogueDimension.Of("Hrs", _region.Currency, "0.0610000000")])
    {
        Type = nameof(Reserved),
        Attributes = new Dictionary<string, string> { ["LeaseContractLength"] = "1yr", ["OfferingClass"] = "standard", ["PurchaseOption"] = "No Upfront" },
    };

    private void AddTransfer()
    {
        (string, string) here = (Location, "AWS Region"), outside = ("External", "Other");
        Moved(Charges.CrossZone.UsageType, "IntraRegion", here, here, Tiers(Charges.CrossZone) ?? Flat(0.01m), SkuOf(Charges.CrossZone, null));
        if (Tiers(Charges.InternetOut) is { } outward) Moved(Charges.InternetOut.UsageType, "AWS Outbound", here, outside, outward, SkuOf(Charges.InternetOut, null));
        Moved("DataTransfer-In-Bytes", "AWS Inbound", outside, here, Flat(0));
        Moved("DataTransfer-xAZ-In-Bytes", "IntraRegion-xAZ-In", here, here, Flat(0));
        Moved("DataTransfer-xAZ-Out-Bytes", "IntraRegion-xAZ-Out", here, here, Flat(0));
        Moved(Charges.InternetOut.UsageType, "AWS Outbound", here, ("External-GCP", "Other"), Flat(0.123m), isDecoy: true);
        Moved(Charges.InternetOut.UsageType, "AWS Outbound", here, ("External-5G-Carrier", "Other"), Flat(0.234m), isDecoy: true);
        Moved("CloudFront-Out-Bytes", "AWS Outbound", here, ("Amazon CloudFront", "AWS Edge Location"), Flat(0));
        Moved(Charges.InternetOut.UsageType, "AWS Outbound", ("Europe", "AWS Edge Location"), outside, Flat(0.085m), isDecoy: true);
        Moved(Charges.InternetOut.UsageType, "AWS Outbound", ($"{Location} Local Zone", "AWS Local Zone"), outside, Flat(0.345m), isDecoy: true);
        Moved("DataTransfer-AZ-VPCPeering-In-Bytes", "IntraRegion-VPCpeering-In", here, here, Flat(0.01m));
    }

    private void AddInterRegion()
    {
        foreach (var to in Shipped.Snapshot.Regions.Values.Where(region => region.UsageTypePrefix is not null && region != _region))
        {
            var price = IsChina && to.Partition == _region.Partition ? 0.6003m : (Shipped.Snapshot.Book(_region.Code).Find(Charges.InterRegionOut(to)) as Quote.Priced)?.Rate.Tiers[0].Price;
            if (price is null) continue;
            (string, string) here = (Location, "AWS Region"), there = (to.PriceListLocation!, "AWS Region");
            Moved($"{to.UsageTypePrefix}-AWS-Out-Bytes", "InterRegion Outbound", here, there, Flat(price.Value), other: to);
            Moved($"{to.UsageTypePrefix}-AWS-In-Bytes", "InterRegion Inbound", there, here, Flat(0), other: to);
        }
    }

    /// <summary>The shipped tiers; for China, which has none, those of us-east-1 in a currency of seven to the dollar.</summary>
    private Step[]? Tiers(Charge charge) =>
        Shipped.Snapshot.Book(IsChina ? "us-east-1" : _region.Code).Find(charge) is Quote.Priced { Rate: var rate }
            ? [.. rate.Tiers.Select(tier => new Step(tier.From, tier.To, IsChina ? tier.Price * 7 : tier.Price))]
            : null;

    private string? SkuOf(Charge charge, string? operation) =>
        !IsChina && (operation ?? charge.Operation) == charge.Operation && Shipped.Snapshot.Book(_region.Code).Find(charge) is Quote.Priced { Rate.Sku: var sku } ? sku : null;

    private void Own(Charge charge, string? family, string unit, string? group, string? description, (decimal From, decimal? To, decimal Price)[]? otherwise = null)
    {
        if ((Tiers(charge) ?? otherwise?.Select(tier => new Step(tier.From, tier.To, tier.Price)).ToArray()) is not { } tiers) return;
        Row(charge.ServiceCode!, charge.UsageType, family, charge.Operation, unit, tiers, SkuOf(charge, null), ("group", group), ("groupDescription", description));
    }

    private CatalogueProduct Row(string service, string charge, string? family, string? operation, string unit, Step[] tiers, string? sku = null, params (string Name, string? Value)[] more) =>
        Add(service, family, Prefixed(service, charge), unit, tiers, sku, isDecoy: false,
        [
            ("servicecode", service), ("location", Location), ("locationType", "AWS Region"), .. more, ("usagetype", Prefixed(service, charge)), ("operation", operation),
            ("regionCode", _region.Code), ("servicename", service == Vpc ? "Amazon Virtual Private Cloud" : "Amazon Elastic Compute Cloud"),
        ]);

    // A Local Zone's row has the Region's code in some lists and one of its own in others: the trap is the former.
    private void Zone(string service, string charge, string family, string operation, string unit) =>
        Add(service, family, $"{_region.UsageTypePrefix}ZON1-{charge}", unit, Flat(0.999m), null, isDecoy: true,
        [
            ("servicecode", service), ("location", $"{Location} Local Zone"), ("locationType", "AWS Local Zone"),
            ("usagetype", $"{_region.UsageTypePrefix}ZON1-{charge}"), ("operation", operation), ("regionCode", _region.Code),
        ]);

    private void Moved(string charge, string transferType, (string Name, string Type) from, (string Name, string Type) to, Step[] tiers, string? sku = null, bool isDecoy = false) =>
        Moved(Prefixed(Transfer, charge), transferType, from, to, tiers, CodeOf(from), CodeOf(to), sku, isDecoy);

    private void Moved(string charge, string transferType, (string Name, string Type) from, (string Name, string Type) to, Step[] tiers, Region other) =>
        Moved($"{_region.UsageTypePrefix}-{charge}", transferType, from, to, tiers, from.Name == Location ? _region.Code : other.Code, to.Name == Location ? _region.Code : other.Code, null, false);

    private string? CodeOf((string Name, string Type) place) => place.Type is "AWS Region" or "AWS Local Zone" ? _region.Code : null;

    private void Moved(
        string usageType, string transferType, (string Name, string Type) from, (string Name, string Type) to, Step[] tiers, string? fromCode, string? toCode, string? sku, bool isDecoy) =>
        Add(Transfer, DataTransfer, $"{usageType} {from.Name} {to.Name}", "GB", tiers, sku, isDecoy,
        [
            ("servicecode", Transfer), ("transferType", transferType), ("fromLocation", from.Name), ("fromLocationType", from.Type), ("toLocation", to.Name),
            ("toLocationType", to.Type), ("usagetype", usageType), ("operation", ""), ("fromRegionCode", fromCode), ("toRegionCode", toCode), ("servicename", "AWS Data Transfer"),
        ]);

    private CatalogueProduct Add(string service, string? family, string identity, string unit, Step[] tiers, string? sku, bool isDecoy, (string Name, string? Value)[] attributes)
    {
        var named = attributes.Where(attribute => attribute.Value is not null).ToDictionary(attribute => attribute.Name, attribute => attribute.Value!);
        sku ??= CatalogueProduct.SkuOf($"{_region.Code} {service} {identity} {named.GetValueOrDefault("operation")}");
        var product = new CatalogueProduct(service, sku, family, named, [new CatalogueTerm(CatalogueTerm.OnDemand, [.. tiers.Select((tier, index) => CatalogueDimension.Of(unit, _region.Currency, Text(tier.Price)) with
        {
            Code = tiers.Length == 1 ? CatalogueDimension.OnlyTier : RateCode(sku, index),
            Begin = tier.From.ToString(CultureInfo.InvariantCulture),
            End = tier.To?.ToString(CultureInfo.InvariantCulture) ?? "Inf",
        })])])
        { IsDecoy = isDecoy };
        _products.Add(product);
        return product;
    }

    private string Prefixed(string service, string charge) =>
        _region.UnprefixedServices.Contains(service) ? charge : $"{_region.UsageTypePrefix}-{charge}";

    private static Step[] Flat(decimal price) => [new(0, null, price)];

    private sealed record Step(decimal From, decimal? To, decimal Price);
}
