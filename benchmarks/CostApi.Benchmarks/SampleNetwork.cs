namespace CostApi.Benchmarks;

/// <summary>The network of a made-up plan: VPCs in 3 zones with a NAT gateway in each, 8 interface endpoints and 2 gateway endpoints.</summary>
internal static class SampleNetwork
{
    public const int NatGateways = 3;

    private static readonly string[] Services = ["ecr.api", "ecr.dkr", "logs", "sqs", "sns", "ssm", "kms", "secretsmanager"];

    /// <summary>The blocks of the module that makes a VPC, as the plan's <c>configuration</c> has them.</summary>
    public const string Configuration = """
        {"outputs":{"private_subnets":{"expression":{"references":["aws_subnet.private"]}},"vpc_id":{"expression":{"references":["aws_vpc.this.id","aws_vpc.this"]}}},"resources":[
        {"address":"aws_eip.nat","mode":"managed","type":"aws_eip","name":"nat","provider_config_key":"aws","expressions":{"domain":{"constant_value":"vpc"}},"schema_version":0,"count_expression":{"references":["var.azs"]}},
        {"address":"aws_internet_gateway.this","mode":"managed","type":"aws_internet_gateway","name":"this","provider_config_key":"aws","expressions":{"vpc_id":{"references":["aws_vpc.this.id","aws_vpc.this"]}},"schema_version":0},
        {"address":"aws_nat_gateway.this","mode":"managed","type":"aws_nat_gateway","name":"this","provider_config_key":"aws","expressions":{"allocation_id":{"references":["aws_eip.nat","count.index"]},"subnet_id":{"references":["aws_subnet.public","count.index"]}},"schema_version":0,"count_expression":{"references":["var.azs"]}},
        {"address":"aws_route.nat","mode":"managed","type":"aws_route","name":"nat","provider_config_key":"aws","expressions":{"destination_cidr_block":{"constant_value":"0.0.0.0/0"},"nat_gateway_id":{"references":["aws_nat_gateway.this","count.index"]},"route_table_id":{"references":["aws_route_table.private","count.index"]}},"schema_version":0,"count_expression":{"references":["var.azs"]}},
        {"address":"aws_route_table.private","mode":"managed","type":"aws_route_table","name":"private","provider_config_key":"aws","expressions":{"vpc_id":{"references":["aws_vpc.this.id","aws_vpc.this"]}},"schema_version":0,"count_expression":{"references":["var.azs"]}},
        {"address":"aws_route_table_association.private","mode":"managed","type":"aws_route_table_association","name":"private","provider_config_key":"aws","expressions":{"route_table_id":{"references":["aws_route_table.private","count.index"]},"subnet_id":{"references":["aws_subnet.private","count.index"]}},"schema_version":0,"count_expression":{"references":["var.azs"]}},
        {"address":"aws_subnet.private","mode":"managed","type":"aws_subnet","name":"private","provider_config_key":"aws","expressions":{"availability_zone":{"references":["var.azs","count.index"]},"vpc_id":{"references":["aws_vpc.this.id","aws_vpc.this"]}},"schema_version":1,"count_expression":{"references":["var.azs"]}},
        {"address":"aws_subnet.public","mode":"managed","type":"aws_subnet","name":"public","provider_config_key":"aws","expressions":{"availability_zone":{"references":["var.azs","count.index"]},"vpc_id":{"references":["aws_vpc.this.id","aws_vpc.this"]}},"schema_version":1,"count_expression":{"references":["var.azs"]}},
        {"address":"aws_vpc.this","mode":"managed","type":"aws_vpc","name":"this","provider_config_key":"aws","expressions":{"cidr_block":{"references":["var.cidr"]},"tags":{"references":["each.key"]}},"schema_version":1},
        {"address":"aws_vpc_endpoint.interface","mode":"managed","type":"aws_vpc_endpoint","name":"interface","provider_config_key":"aws","expressions":{"private_dns_enabled":{"constant_value":true},"service_name":{"references":["each.value"]},"subnet_ids":{"references":["aws_subnet.private"]},"vpc_endpoint_type":{"constant_value":"Interface"},"vpc_id":{"references":["aws_vpc.this.id","aws_vpc.this"]}},"schema_version":0,"for_each_expression":{"references":["var.services"]}},
        {"address":"aws_vpc_endpoint.gateway","mode":"managed","type":"aws_vpc_endpoint","name":"gateway","provider_config_key":"aws","expressions":{"route_table_ids":{"references":["aws_route_table.private"]},"service_name":{"references":["each.value"]},"vpc_endpoint_type":{"constant_value":"Gateway"},"vpc_id":{"references":["aws_vpc.this.id","aws_vpc.this"]}},"schema_version":0,"for_each_expression":{"constant_value":["s3","dynamodb"]}}
        ],"variables":{"azs":{},"cidr":{},"services":{}}}
        """;

    /// <param name="module">Address of the module.</param>
    /// <param name="number">Which VPC it is.</param>
    /// <param name="action"><c>create</c> or <c>no-op</c>.</param>
    public static IEnumerable<SampleResource> Vpc(string module, int number, string action)
    {
        var vpc = ("vpc_id", Id("vpc", number));
        yield return Of("aws_vpc", "this", null, $$"""
            "assign_generated_ipv6_cidr_block":false,"cidr_block":"10.{{number}}.0.0/16","enable_dns_hostnames":true,"enable_dns_support":true,"instance_tenancy":"default","ipv4_ipam_pool_id":null,"tags":{"Name":"network-{{number}}"},"tags_all":{"Name":"network-{{number}}"}
            """, ("id", vpc.Item2), Arn("vpc", number), ("default_route_table_id", Id("rtb", 10_000 + number)), ("main_route_table_id", Id("rtb", 10_000 + number)), ("owner_id", "\"123456789012\""));
        yield return Of("aws_internet_gateway", "this", null, """
            "tags":null,"timeouts":null
            """, ("id", Id("igw", number)), Arn("internet-gateway", number), vpc);
        for (var zone = 0; zone < NatGateways; zone++)
        {
            var at = number * NatGateways + zone;
            yield return Subnet("public", zone, at, vpc);
            yield return Subnet("private", zone, 1_000 + at, vpc);
            yield return Of("aws_eip", "nat", $"{zone}", """
                "address":null,"associate_with_private_ip":null,"customer_owned_ipv4_pool":null,"domain":"vpc","tags":null,"timeouts":null
                """, ("id", Id("eipalloc", at)), ("allocation_id", Id("eipalloc", at)), ("association_id", Id("eipassoc", at)), ("public_ip", $"\"203.0.113.{at % 250}\""), ("network_interface", Id("eni", at)), ("instance", "\"\""));
            yield return Of("aws_nat_gateway", "this", $"{zone}", """
                "connectivity_type":"public","secondary_allocation_ids":null,"tags":null,"timeouts":null
                """, ("id", Id("nat", at)), ("allocation_id", Id("eipalloc", at)), ("association_id", Id("eipassoc", at)), ("network_interface_id", Id("eni", at)), ("subnet_id", Id("subnet", at)), ("public_ip", $"\"203.0.113.{at % 250}\""));
            yield return Of("aws_route_table", "private", $"{zone}", """
                "tags":null,"timeouts":null
                """, ("id", Id("rtb", at)), Arn("route-table", at), ("owner_id", "\"123456789012\""), ("propagating_vgws", "[]"), ("route", "[]"), vpc);
            yield return Of("aws_route", "nat", $"{zone}", """
                "carrier_gateway_id":null,"core_network_arn":null,"destination_cidr_block":"0.0.0.0/0","destination_ipv6_cidr_block":null,"destination_prefix_list_id":null,"gateway_id":null,"timeouts":null,"transit_gateway_id":null,"vpc_endpoint_id":null,"vpc_peering_connection_id":null
                """, ("id", Id("r-rtb", at)), ("nat_gateway_id", Id("nat", at)), ("route_table_id", Id("rtb", at)), ("state", "\"active\""));
            yield return Of("aws_route_table_association", "private", $"{zone}", """
                "gateway_id":null,"timeouts":null
                """, ("id", Id("rtbassoc", at)), ("route_table_id", Id("rtb", at)), ("subnet_id", Id("subnet", 1_000 + at)));
        }

        var each = Enumerable.Range(number * NatGateways, NatGateways).ToArray();
        foreach (var service in Services) yield return Endpoint("interface", "Interface", service, ("subnet_ids", List("subnet", each.Select(at => 1_000 + at))));
        foreach (var service in new[] { "s3", "dynamodb" }) yield return Endpoint("gateway", "Gateway", service, ("route_table_ids", List("rtb", each)));

        SampleResource Of(string type, string name, string? index, string declared, params (string Name, string Value)[] computed) => new(module, type, name, index, action, declared, computed);

        SampleResource Subnet(string name, int zone, int at, (string, string) of) => Of("aws_subnet", name, $"{zone}", $$"""
            "assign_ipv6_address_on_creation":false,"availability_zone":"eu-west-1{{(char)('a' + zone)}}","cidr_block":"10.{{number}}.{{at % 250}}.0/24","customer_owned_ipv4_pool":null,"enable_dns64":false,"ipv6_cidr_block":null,"ipv6_native":false,"map_public_ip_on_launch":false,"outpost_arn":null,"tags":null,"timeouts":null
            """, ("id", Id("subnet", at)), Arn("subnet", at), ("availability_zone_id", $"\"euw1-az{zone + 1}\""), ("owner_id", "\"123456789012\""), of);

        SampleResource Endpoint(string name, string type, string service, (string, string) where) => Of("aws_vpc_endpoint", name, $"\"{service}\"", $$"""
            "auto_accept":null,"private_dns_enabled":{{(type == "Interface" ? "true" : "null")}},"resource_configuration_arn":null,"service_name":"com.amazonaws.eu-west-1.{{service}}","service_network_arn":null,"tags":null,"timeouts":null,"vpc_endpoint_type":"{{type}}"
            """, ("id", Id("vpce", number)), Arn("vpc-endpoint", number), ("policy", "\"{\\\"Statement\\\":[{\\\"Action\\\":\\\"*\\\",\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\"}]}\""), vpc, where);
    }

    private static string Id(string kind, int number) => $"\"{kind}-0{number:x16}\"";

    private static string List(string kind, IEnumerable<int> numbers) => $"[{string.Join(',', numbers.Select(number => Id(kind, number)))}]";

    private static (string, string) Arn(string kind, int number) => ("arn", $"\"arn:aws:ec2:eu-west-1:123456789012:{kind}/0{number:x16}\"");
}
