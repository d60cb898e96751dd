using System.Text;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.CloudFormation;
using CostApi.Reviewing;

namespace CostApi.Tests.Reviewing.CloudFormation;

/// <summary>Functions of templates: what is written, and what it comes to.</summary>
public sealed class IntrinsicTests
{
    private const string Around = """
        Parameters:
          Stage: { Type: String, Default: test }
          Zones: { Type: Number, Default: 2 }
          Flag: { Type: String, Default: true }
          Asked: { Type: String }
          List: { Type: CommaDelimitedList, Default: "a, b ,c" }
          ListOfLists: { Type: CommaDelimitedList, Default: [x, y] }
          Ids: { Type: "List<AWS::EC2::Subnet::Id>" }
          Stored: { Type: "AWS::SSM::Parameter::Value<String>", Default: /net/vpc }
          Secret: { Type: String, Default: "{{resolve:ssm:/a/b:1}}" }
        Mappings:
          Sizes: { eu-west-1: { Zones: 3, Names: [p, q] }, us-east-1: { Zones: "6" } }
        Conditions:
          Always: !Equals [!Ref Stage, test]
          Never: !Not [!Condition Always]
          Unknown: !Equals [!Ref Asked, x]
          Empty: null
          Self: !Not [!Condition Self]
          Ping: !And [!Condition Pong, !Condition Unknown]
          Pong: !Or [!Condition Ping, !Condition Never]
          Text: "true"
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
          Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: !Select [1, !GetAZs ""] } }
          Nat: { Type: AWS::EC2::NatGateway }
          Inner: { Type: AWS::CloudFormation::Stack }
          Loop: { Type: AWS::EC2::Subnet, Properties: { VpcId: !GetAtt Loop.VpcId } }
          Tested:
            Type: AWS::EC2::VPCEndpoint
            Properties:
              Value: EXPRESSION
        """;

    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("3", "'3'")]
    [InlineData("yes", "'true'")]
    [InlineData("!Ref Stage", "'test'")]
    [InlineData("!Ref Flag", "'true'")]
    [InlineData("!Ref List", "['a', 'b', 'c']")]
    [InlineData("!Ref ListOfLists", "['x', 'y']")]
    [InlineData("!Ref Vpc", "Vpc")]
    [InlineData("!Ref 'AWS::Region'", "'eu-west-1'")]
    [InlineData("!Ref 'AWS::Partition'", "'aws'")]
    [InlineData("!Ref 'AWS::URLSuffix'", "'amazonaws.com'")]
    [InlineData("!Ref 'AWS::NoValue'", "absent")]
    [InlineData("[a, !Ref 'AWS::NoValue', b]", "['a', 'b']")]
    [InlineData("{ a: b, c: !Ref 'AWS::NoValue' }", "{a: 'b'}")]
    [InlineData("!Sub a-${Stage}-${AWS::Region}", "'a-test-eu-west-1'")]
    [InlineData("!Sub ${!Stage}", "'${Stage}'")]
    [InlineData("!Sub 'a${'", "'a${'")]
    [InlineData("!Sub ['${A}-${Stage}', { A: !Ref Zones }]", "'2-test'")]
    [InlineData("!Sub ['${Stage}', { Stage: mine }]", "'mine'")]
    [InlineData("!Sub 'x-${Vpc}'", "'x-'+Vpc")]
    [InlineData("!Sub '${Subnet.VpcId}'", "Vpc")]
    [InlineData("!Join ['-', [a, !Ref Stage, !Ref Zones]]", "'a-test-2'")]
    [InlineData("!Join [',', !Ref List]", "'a,b,c'")]
    [InlineData("!Join ['', []]", "''")]
    [InlineData("!Split [',', 'a,b,']", "['a', 'b', '']")]
    [InlineData("!Split [',', !Join [',', [!Ref Vpc, !Ref Subnet]]]", "[Vpc, Subnet]")]
    [InlineData("!Select [1, [a, b]]", "'b'")]
    [InlineData("!Select ['0', !Ref List]", "'a'")]
    [InlineData("!Select [2, !GetAZs '']", "zone 2")]
    [InlineData("!Select [0, !GetAZs { Ref: 'AWS::Region' }]", "zone 0")]
    [InlineData("!Select [1, !Split ['|', 'a|b']]", "'b'")]
    [InlineData("!GetAtt Vpc.VpcId", "Vpc")]
    [InlineData("!GetAtt [Nat, NatGatewayId]", "Nat")]
    [InlineData("!GetAtt Subnet.AvailabilityZone", "zone 1")]
    [InlineData("!GetAtt Vpc.CidrBlock", "'10.0.0.0/16'")]
    [InlineData("!FindInMap [Sizes, !Ref 'AWS::Region', Zones]", "'3'")]
    [InlineData("!FindInMap [Sizes, eu-west-1, Names]", "['p', 'q']")]
    [InlineData("!FindInMap [Sizes, nowhere, Zones, { DefaultValue: 1 }]", "'1'")]
    [InlineData("!If [Always, a, b]", "'a'")]
    [InlineData("!If [Never, a, !Ref 'AWS::NoValue']", "absent")]
    [InlineData("!If [Empty, a, b]", "'b'")]
    [InlineData("!If [Text, a, b]", "'a'")]
    [InlineData("!If [Unknown, a, a]", "'a'")]
    [InlineData("!If [Unknown, a, b]", "either 'a' or 'b'")]
    [InlineData("!Equals [!Ref Flag, 'true']", "'true'")]
    [InlineData("!Equals [!Ref Zones, 2]", "'true'")]
    [InlineData("!Equals ['a', 'A']", "'false'")]
    [InlineData("!Equals [!Ref Asked, !Ref Asked]", "'true'")]
    [InlineData("!And [!Condition Unknown, !Condition Never]", "'false'")]
    [InlineData("!Or [!Condition Unknown, !Condition Always]", "'true'")]
    [InlineData("!Not [!Condition Never]", "'true'")]
    [InlineData("!Base64 ab", "'YWI='")]
    [InlineData("!Length [a, b]", "'2'")]
    [InlineData("!Length { Ref: List }", "'3'")]
    [InlineData("!ToJsonString { a: [b] }", "'{\"a\":[\"b\"]}'")]
    [InlineData("!Select [1, !Cidr [10.0.0.0/16, 2, 8]]", "? CIDR blocks are not calculated")]
    [InlineData("!Ref { 'Fn::Join': ['', [V, pc]] }", "Vpc")]
    [InlineData("!Ref { 'Fn::If': [Unknown, Vpc, Subnet] }", "either Vpc or Subnet")]
    [InlineData("!GetAtt [!Sub ['Sub${Net}', { Net: net }], AvailabilityZone]", "zone 1")]
    [InlineData("!GetAtt [Subnet, !If [Always, AvailabilityZone, VpcId]]", "zone 1")]
    [InlineData("!Ref [a]", "? Ref requires a name")]
    [InlineData("!Length [!If [Unknown, a, b], c]", "'2'")]
    [InlineData("!Length { 'Fn::If': [Unknown, [a], [b, c]] }", "either '1' or '2'")]
    [InlineData("!Length [!If [Unknown, a, !Ref 'AWS::NoValue']]", "? the condition Unknown is not known, because the parameter Asked has no default; specify its value")]
    [InlineData("!Sub ['${A}${B}', { A: !If [Unknown, a, b], B: !If [Unknown, c, d] }]", "either 'ac' or 'ad' or 'bc' or 'bd'")]
    [InlineData("!Equals [!If [Unknown, a, b], c]", "'false'")]
    [InlineData("!Equals [!If [Unknown, a, b], a]", "? the condition Unknown is not known, because the parameter Asked has no default; specify its value")]
    [InlineData("!FindInMap [Sizes, !Ref Asked, Zones]", "either '3' or '6'")]
    [InlineData("!FindInMap [Sizes, eu-west-1, !Ref Asked]", "either '3' or ['p', 'q']")]
    [InlineData("!Select [!Ref Asked, [a, b]]", "either 'a' or 'b'")]
    [InlineData("!Ref Asked", "? the parameter Asked has no default; specify its value")]
    [InlineData("!Ref Ids", "? the parameter Ids has no default; specify its value")]
    [InlineData("!Ref Stored", "? the parameter Stored is read from Systems Manager (/net/vpc) when the stack is deployed; specify its value")]
    [InlineData("!Ref Secret", "? {{resolve:ssm:/a/b:1}} is resolved when the stack is deployed")]
    [InlineData("!Sub '{{resolve:ssm:/${Stage}}}'", "? {{resolve:ssm:/test}} is resolved when the stack is deployed")]
    [InlineData("!Ref Nothing", "? 'Nothing' is neither a parameter nor a resource of the template")]
    [InlineData("!ImportValue net-vpc", "? it is imported from another stack as net-vpc; specify its value under that name")]
    [InlineData("!ImportValue { 'Fn::Sub': '${Asked}-vpc' }", "? it is imported from another stack as ${Asked}-vpc; specify its value under that name")]
    [InlineData("!GetAtt Inner.Outputs.Vpc", "? Inner.Outputs.Vpc comes from a nested stack, which is not read; review the template of that stack as well")]
    [InlineData("!GetAtt Vpc.Ipv6CidrBlocks", "? Vpc.Ipv6CidrBlocks is known only after deployment")]
    [InlineData("!GetAtt Nobody.Id", "? 'Nobody' is not a resource of the template")]
    [InlineData("!GetAtt Loop.VpcId", "? Loop.VpcId refers to itself")]
    [InlineData("!FindInMap [Sizes, nowhere, Zones]", "? the mapping Sizes has no value for nowhere, Zones")]
    [InlineData("!Select [7, [a]]", "? the list has no item with the index 7: it has 1 item")]
    [InlineData("!Select [-1, [a]]", "? the index is not a number")]
    [InlineData("!Join [a]", "? Fn::Join requires a delimiter and a list")]
    [InlineData("!Sub [a, b, c]", "? Fn::Sub requires a string, with or without a mapping of variables")]
    [InlineData("!If [Always, a]", "? Fn::If requires a condition and two values")]
    [InlineData("!If [Missing, a, b]", "either 'a' or 'b'")]
    [InlineData("{ 'Fn::Later': a }", "? Fn::Later is not a known function")]
    [InlineData("!Transform { Name: Mine }", "? the macro Mine runs when the stack is deployed")]
    [InlineData("!Condition Self", "? the condition Self depends on itself")]
    [InlineData("!Condition Ping", "? the condition Ping depends on itself")]
    [InlineData("null", "? it is null, which CloudFormation does not accept")]
    public void A_function_comes_to_its_value_or_to_the_reason_why_it_is_not_known(string expression, string expected) => Assert.Equal(expected, Shown(Worked(expression, "eu-west-1")));

    [Theory]
    [InlineData("!Ref Asked", "'given'", "Asked", "given")]
    [InlineData("!Ref Stage", "'given'", "Stage", "given")]
    [InlineData("!Ref Ids", "['subnet-1', 'subnet-2']", "Ids", "subnet-1,subnet-2")]
    [InlineData("!Ref Stored", "'vpc-1'", "Stored", "vpc-1")]
    [InlineData("!Ref Stored", "? the parameter Stored is read from Systems Manager (/other) when the stack is deployed; specify its value", "Stored", "/other")]
    [InlineData("!ImportValue net-vpc", "'vpc-1'", "net-vpc", "vpc-1")]
    [InlineData("!Split [',', !ImportValue nets]", "['a', 'b']", "nets", "a,b")]
    [InlineData("!ImportValue { 'Fn::Sub': '${Asked}-vpc' }", "'vpc-1'", "${Asked}-vpc", "vpc-1")]
    [InlineData("!Ref 'AWS::StackName'", "'mine'", "AWS::StackName", "mine")]
    [InlineData("!If [Unknown, a, b]", "'a'", "Asked", "x")]
    public void What_the_caller_gives_is_taken(string expression, string expected, string name, string value) => Assert.Equal(expected, Shown(Worked(expression, "eu-west-1", (name, value))));

    [Theory]
    [InlineData("cn-north-1", "'aws-cn/amazonaws.com.cn'")]
    [InlineData("us-gov-west-1", "'aws-us-gov/amazonaws.com'")]
    [InlineData("us-isob-east-1", "'aws-iso-b/sc2s.sgov.gov'")]
    [InlineData("eusc-de-east-1", "'aws-eusc/amazonaws.eu'")]
    [InlineData(null, "AWS::Partition+'/'+AWS::URLSuffix")]
    public void Partition_and_domain_follow_the_Region(string? region, string expected) => Assert.Equal(expected, Shown(Worked("!Sub '${AWS::Partition}/${AWS::URLSuffix}'", region)));

    private static Value Worked(string expression, string? region, params (string Name, string Value)[] given)
    {
        using var document = TemplateText.Read(Encoding.UTF8.GetBytes(Around.Replace("EXPRESSION", expression, StringComparison.Ordinal)));
        Assert.Empty(document.Unread);
        var template = new Template((Literal.Mapping)Literal.Of(document.Json.RootElement, out _));
        var resources = template.Resources.ToDictionary(member => member.Key, member => new Resource(member.Key, member.Value));
        var evaluator = new Evaluator(template, new Inputs(template.Parameters, given.ToDictionary(one => one.Name, one => one.Value), region), resources, template.Conditions, new Work(1_000_000));
        return evaluator.Evaluate(resources["Tested"].Properties["Value"]!);
    }

    private static string Shown(Value value) => value switch
    {
        Value.Text text => $"'{text.Content}'",
        Value.List list => $"[{string.Join(", ", list.Items.Select(Shown))}]",
        Value.Map map => $"{{{string.Join(", ", map.Members.Select(member => $"{member.Key}: {Shown(member.Value)}"))}}}",
        Value.Reference reference => reference.Address,
        Value.Zone zone => $"zone {zone.Position}",
        Value.Mixed mixed => string.Join("+", mixed.Parts.Select(part => part is Value.Unknown { Name: { } name } ? name : Shown(part))),
        Value.OneOf several => $"either {string.Join(" or ", several.Options.Select(Shown))}",
        Value.Absent => "absent",
        Value.Unknown unknown => $"? {unknown.Why}",
        _ => value.ToString(),
    };
}
