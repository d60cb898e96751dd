using System.Globalization;
using System.Text;

namespace CostApi.Tests.Reviewing.CloudFormation;

/// <summary>What is no template is refused with what it is; what goes wrong within one is said.</summary>
public sealed class BadTemplateTests
{
    private const string Right = "A CloudFormation template is a mapping with Resources, as JSON or YAML.";

    [Theory]
    [InlineData("", "It is empty.")]
    [InlineData(" \n\t ", "It is empty.")]
    [InlineData("# nothing\n", "It contains only comments.")]
    [InlineData("Just some words.", "It is plain text, not a template.")]
    [InlineData("[1, 2]", "This is a list. " + Right)]
    [InlineData("- a\n- b\n", "This is a list. " + Right)]
    [InlineData("{}", "This is an empty mapping. " + Right)]
    [InlineData("""{"Resources": {"Vpc": """, "It is JSON that is truncated or has an error at line 1, byte ")]
    [InlineData("{\n \"Resources\": {\n  \"Vpc\": {\"Type\" \"AWS::EC2::VPC\"}}}", "It is JSON that is truncated or has an error at line 3, byte ")]
    [InlineData("Resources:\n  Vpc:\n   Type: [a\n", "It is neither valid JSON nor valid YAML: at line ")]
    [InlineData("Resources:\n\tVpc: {}\n", "It is neither valid JSON nor valid YAML: at line ")]
    [InlineData("Resources: { A: \"\\udc00\" }", "It is neither valid JSON nor valid YAML: at line 1")]
    [InlineData("Resources: {}\n---\nResources: {}\n", "It contains several YAML documents, but a template is a single document.")]
    [InlineData("resource \"aws_vpc\" \"main\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n", "It is Terraform source code (HCL).")]
    [InlineData("# net\n\nterraform {\n  required_version = \">= 1\"\n}\n", "It is Terraform source code (HCL).")]
    [InlineData("""{"format_version": "1.2", "terraform_version": "1.11.0", "planned_values": {}, "resource_changes": []}""", "This is a Terraform plan or state.")]
    [InlineData("""{"version": 4, "terraform_version": "1.11.0", "lineage": "x", "resources": []}""", "This is a Terraform state.")]
    [InlineData("{\"@level\":\"info\",\"type\":\"version\"}\n{\"@level\":\"info\"}\n", "It is Terraform's -json output")]
    [InlineData("""{"version": "36.0.0", "artifacts": {}}""", "This is a file of a CDK cloud assembly")]
    [InlineData("""{"version": "tree-0.1", "tree": {}}""", "This is a file of a CDK cloud assembly")]
    [InlineData("""{"app": "node app.js", "context": {}}""", "This is the settings file of a CDK application (cdk.json).")]
    [InlineData("""{"TemplateBody": {"Resources": {}}}""", "This is the output of aws cloudformation get-template.")]
    [InlineData("apiVersion: v1\nkind: Pod\n", "This is a mapping with the keys 'apiVersion', 'kind'. " + Right)]
    [InlineData("Resources: [a]\n", "Its Resources section is not a mapping. " + Right)]
    [InlineData("Resources: *nobody\n", "The alias *nobody at line 1 refers to no anchor before it.")]
    [InlineData("Resources: &r { Vpc: *r }\n", "The alias *r at line 1 refers to a node that contains the alias itself.")]
    public void What_is_no_template_is_refused_with_what_it_is(string text, string message) => Assert.StartsWith(message, Reading.Refusal(text), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_text_is_refused()
    {
        Assert.StartsWith("It is a zip archive", Reading.Refusal([0x50, 0x4B, 3, 4, 0, 0, 0, 0]), StringComparison.Ordinal);
        Assert.StartsWith("It is compressed", Reading.Refusal([0x1F, 0x8B, 8, 0]), StringComparison.Ordinal);
        Assert.StartsWith("It is not text", Reading.Refusal([0x89, 0x50, 0x4E, 0x47, 0, 0xFF, 0xFE, 0x80]), StringComparison.Ordinal);
        Assert.StartsWith("It is not text", Reading.Refusal([0xFF, 0xFE, 0x00, 0xD8]), StringComparison.Ordinal);
        Assert.StartsWith("It is empty", Reading.Refusal([0xEF, 0xBB, 0xBF]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(200)]
    public void What_is_nested_too_deeply_is_refused(int levels)
    {
        const string TooDeep = "It is nested more than 100 levels deep, at line ";
        Assert.StartsWith(TooDeep, Reading.Refusal($"Resources: {new string('[', levels)}{new string(']', levels)}"), StringComparison.Ordinal);
        Assert.StartsWith(TooDeep, Reading.Refusal($"{{\"Resources\": {new string('[', levels)}{new string(']', levels)}}}"), StringComparison.Ordinal);
        Assert.StartsWith(TooDeep, Reading.Refusal(string.Concat(Enumerable.Range(0, Math.Min(levels, 1_000)).Select(level => $"{new string(' ', level)}a:\n"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_90_levels_deep_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("!Join ['', [", 45)) + "x" + string.Concat(Enumerable.Repeat("]]", 45));
        Assert.Equal("x", Assert.Single(Reading.Network($"Resources: {{ E: {{ Type: AWS::EC2::VPCEndpoint, Properties: {{ VpcId: v, ServiceName: {deep} }} }} }}").Endpoints).Service);
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused_before_it_fills_the_memory()
    {
        var laughs = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        var merges = new StringBuilder("a0: &a0 {}\n");
        for (var level = 1; level < 20; level++)
        {
            laughs.Append(CultureInfo.InvariantCulture, $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
            merges.Append(CultureInfo.InvariantCulture, $"a{level}: &a{level} {{ <<: [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}] }}\n");
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.All([laughs, merges], bomb => Assert.StartsWith("Its aliases expand it to more than a template can contain", Reading.Refusal(bomb + "Resources: {}\n"), StringComparison.Ordinal));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 250_000_000);
    }

    [Fact]
    public void Twenty_megabytes_are_refused_unread()
    {
        var text = Encoding.UTF8.GetBytes("Resources:\n" + string.Concat(Enumerable.Repeat("  # filler filler filler filler filler filler\n", 450_000)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.StartsWith("It is 19.7 MB long", Reading.Refusal(text), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void The_largest_template_takes_a_few_steps_for_each_of_its_parts()
    {
        var text = new StringBuilder("Resources:\n  Vpc: { Type: AWS::EC2::VPC }\n");
        for (var index = 0; text.Length < 3_900_000; index++)
            text.Append(CultureInfo.InvariantCulture, $"  E{index}:\n    Type: AWS::EC2::VPCEndpoint\n    Properties:\n      VpcId: !Ref Vpc\n      ServiceName: !Sub com.amazonaws.${{AWS::Region}}.sqs\n      VpcEndpointType: Interface\n      SubnetIds: [subnet-a, subnet-b]\n");
        var network = Reading.Network(text.ToString(), out var steps);
        Assert.All(network.Endpoints, endpoint => Assert.Equal(2, endpoint.Zones.Most));
        Assert.InRange(steps, 0, 200 * network.Endpoints.Count);
    }

    [Fact]
    public void A_list_as_long_as_a_template_can_hold_takes_a_few_steps_for_each_of_its_items()
    {
        var ids = string.Join(',', Enumerable.Range(0, 200_000).Select(number => $"\"s{number}\""));
        var network = Reading.Network($$"""{"Resources":{"E":{"Type":"AWS::EC2::VPCEndpoint","Properties":{"VpcId":"v","VpcEndpointType":"Interface","SubnetIds":[{{ids}}] } } } }""", out var steps);
        Assert.Equal(200_000, Assert.Single(network.Endpoints).Subnets.Count);
        Assert.InRange(steps, 0, 20 * 200_000);
    }

    [Fact]
    public void Circles_of_resources_and_conditions_are_said()
    {
        var network = Reading.Network("""
            Conditions:
              A: !Not [!Condition B]
              B: !And [!Condition A, !Condition A]
            Resources:
              Vpc: { Type: AWS::EC2::VPC, DependsOn: Subnet }
              Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: !Ref Table } }
              Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Sub "${Subnet.VpcId}" } }
              Self: { Type: AWS::EC2::EIP, Properties: { Tags: [!Ref Self] } }
              Nat: { Type: AWS::EC2::NatGateway, Condition: A, Properties: { SubnetId: !Ref Subnet } }
            """);
        var said = network.Unread.Select(unread => (unread.Address, unread.Why)).ToArray();
        Assert.Contains(("Vpc", "It depends on itself through Subnet, Table, which CloudFormation rejects."), said);
        Assert.Contains(("Self", "It depends on itself, which CloudFormation rejects."), said);
        Assert.Contains(("", "The condition A depends on itself, which CloudFormation rejects."), said);
        Assert.Contains(("", "The condition B depends on itself, which CloudFormation rejects."), said);
        Assert.Contains(("Nat", "It is counted, although it is not known whether the stack contains it: the condition A depends on itself."), said);
        Assert.Single(network.NatGateways);
    }

    [Fact]
    public void Chains_and_loops_of_thousands_end()
    {
        var text = new StringBuilder("Conditions:\n");
        for (var index = 0; index < 5_000; index++) text.Append(CultureInfo.InvariantCulture, $"  C{index}: !Not [!Condition C{index + 1}]\n");
        text.Append("Resources:\n");
        for (var index = 0; index < 5_000; index++) text.Append(CultureInfo.InvariantCulture, $"  R{index}: {{ Type: AWS::EC2::Subnet, Condition: C{index}, Properties: {{ VpcId: !GetAtt R{index + 1}.VpcId }} }}\n");
        text.Append("  Fn::ForEach::A: [A, [a, b, c, d, e, f, g, h, i, j], { ").Append(string.Concat(Enumerable.Range(0, 20).Select(level => $"Fn::ForEach::L{level}: [V{level}, [a, b, c, d, e, f, g, h, i, j], {{ "))).Append(string.Concat(Enumerable.Repeat("}]", 21))).Append('\n');
        var network = Reading.Network(text.ToString(), out var steps);
        Assert.InRange(steps, 0, 3_000_000);
        Assert.Contains(network.Unread, unread => unread.Why == "Fn::ForEach expands to more than a template can contain. The rest is not read.");
        Assert.Contains(network.Unread, unread => unread.Why.EndsWith("its functions are nested too deeply.", StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_that_double_themselves_end()
    {
        var doubled = string.Concat(Enumerable.Range(0, 40).Select(_ => "!Sub ['${a}${a}${a}${a}', { a: ")) + "x" + string.Concat(Enumerable.Repeat("}]", 40));
        var network = Reading.Network($"Resources: {{ E: {{ Type: AWS::EC2::VPCEndpoint, Properties: {{ ServiceName: {doubled} }} }} }}", out var steps);
        Assert.InRange(steps, 0, 100_000);
        Assert.Contains(network.Unread, unread => unread.Why == $"Its service is not known: it is longer than {64 * 1024} characters.");
    }
}
