using System.Text;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Terraform;
using CostApi.Tests.Reviewing.CloudFormation;

namespace CostApi.Tests.Reviewing;

/// <summary>The one table of paid products, read from both languages.</summary>
public sealed class PaidProductsTests
{
    private const string Facts = "../shared/design/paid-products.csv";

    public static TheoryData<string> Products => [.. PaidProducts.All.Select(product => product.Name)];

    [Fact]
    public void The_table_has_59_products_each_with_a_name_of_its_own() =>
        Assert.Equal(59, PaidProducts.All.Select(product => product.Name).Distinct().Count());

    [Theory]
    [MemberData(nameof(Products))]
    public void A_product_is_named_in_both_languages_with_the_same_words_where_it_is_billed_and_not_priced(string name)
    {
        var product = PaidProducts.All.Single(product => product.Name == name);
        var isNamed = product.Treatment == PaidTreatment.NotPriced;
        var awscc = product.CloudFormationTypes.Select(PaidProducts.Awscc);
        foreach (var type in product.TerraformTypes.Concat(awscc))
            Assert.Equal(isNamed ? (string[])[product.What] : [], InPlan(type, product.BilledWhere));
        foreach (var type in product.CloudFormationTypes)
            Assert.Equal(isNamed ? (string[])[product.What] : [], InTemplate(type, product.BilledWhere));
    }

    [Fact]
    public void What_belongs_to_a_product_and_is_not_billed_on_its_own_is_not_named()
    {
        foreach (var type in PaidProducts.All.SelectMany(product => product.FreeTypes))
            Assert.Empty(type.StartsWith("AWS::", StringComparison.Ordinal) ? InTemplate(type, null) : InPlan(type, null));
    }

    [Fact]
    public void A_setting_that_makes_a_product_free_is_read()
    {
        var free = PaidProducts.All.Single(product => product.FreeWhere is not null);
        Assert.Empty(InPlan(free.TerraformTypes[0], free.FreeWhere));
        Assert.Empty(InTemplate(free.CloudFormationTypes[0], free.FreeWhere));
        var billed = PaidProducts.All.Single(product => product.BilledWhere is not null);
        Assert.Empty(InPlan(billed.TerraformTypes[0], null));
        Assert.Empty(InTemplate(billed.CloudFormationTypes[0], null));
    }

    [Theory]
    [InlineData("AWS::EC2::VPNConnection", "awscc_ec2_vpn_connection")]
    [InlineData("AWS::EC2::IPAMPool", "awscc_ec2_ipam_pool")]
    [InlineData("AWS::ElasticLoadBalancingV2::LoadBalancer", "awscc_elasticloadbalancingv2_load_balancer")]
    [InlineData("AWS::NetworkFirewall::TLSInspectionConfiguration", "awscc_networkfirewall_tls_inspection_configuration")]
    [InlineData("AWS::Route53Resolver::ResolverEndpoint", "awscc_route53resolver_resolver_endpoint")]
    public void The_awscc_provider_spells_types_in_snake_case(string type, string awscc) => Assert.Equal(awscc, PaidProducts.Awscc(type));

    [Fact]
    public void Every_type_of_the_facts_is_in_the_table()
    {
        var file = Repository.Folder(Facts);
        if (!File.Exists(file)) return;
        var text = File.ReadAllText(file);
        var known = PaidProducts.All
            .SelectMany(product => product.TerraformTypes.Concat(product.CloudFormationTypes).Concat(product.FreeTypes))
            .ToHashSet(StringComparer.Ordinal);
        var named = System.Text.RegularExpressions.Regex.Matches(text, @"\baws_[a-z0-9_]+|\bAWS::[A-Za-z0-9]+::[A-Za-z0-9]+").Select(match => match.Value);
        Assert.Empty(named.Distinct().Except(known).Order());
    }

    private static string[] InPlan(string type, PaidSetting? setting)
    {
        var values = setting is null ? "" : $"\"{setting.TerraformAttribute}\": \"{setting.Value}\"";
        var change = "{\"actions\": [\"create\"], \"before\": null, \"after\": {" + values + "}, \"after_unknown\": {}}";
        var plan = $$"""
            {"format_version": "1.2", "terraform_version": "1.11.0", "resource_changes": [{"address": "{{type}}.it", "mode": "managed",
            "type": "{{type}}", "name": "it", "provider_name": "p", "change": {{change}} }]}
            """;
        return [.. TerraformReader.Read(Encoding.UTF8.GetBytes(plan)).After.NotPriced.Select(one => one.What)];
    }

    private static string[] InTemplate(string type, PaidSetting? setting)
    {
        var properties = setting is null ? "" : $"\"{setting.CloudFormationProperty}\": \"{setting.Value}\"";
        var template = $$"""{"Resources": { "It": {"Type": "{{type}}", "Properties": { {{properties}} } } } }""";
        return [.. Reading.Document(Encoding.UTF8.GetBytes(template), "eu-west-1").After.NotPriced.Select(one => one.What)];
    }
}
