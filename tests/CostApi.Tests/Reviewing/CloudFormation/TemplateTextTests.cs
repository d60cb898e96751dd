using System.Text;
using System.Text.Json;
using CostApi.Reviewing;

namespace CostApi.Tests.Reviewing.CloudFormation;

/// <summary>YAML as people write it, and the long form that it stands for.</summary>
public sealed class TemplateTextTests
{
    [Theory]
    [InlineData("!Ref a", """{"Ref":"a"}""")]
    [InlineData("!Condition a", """{"Condition":"a"}""")]
    [InlineData("!GetAtt a.b", """{"Fn::GetAtt":["a","b"]}""")]
    [InlineData("!GetAtt a.Outputs.b", """{"Fn::GetAtt":["a","Outputs.b"]}""")]
    [InlineData("!GetAtt [a, b]", """{"Fn::GetAtt":["a","b"]}""")]
    [InlineData("!Sub 'x${a}'", """{"Fn::Sub":"x${a}"}""")]
    [InlineData("!Sub [x, { a: 1 }]", """{"Fn::Sub":["x",{"a":1}]}""")]
    [InlineData("!Join [',', [!Ref a, b]]", """{"Fn::Join":[",",[{"Ref":"a"},"b"]]}""")]
    [InlineData("!Select [0, !GetAZs '']", """{"Fn::Select":[0,{"Fn::GetAZs":""}]}""")]
    [InlineData("!GetAZs", """{"Fn::GetAZs":""}""")]
    [InlineData("!Split [',', x]", """{"Fn::Split":[",","x"]}""")]
    [InlineData("!FindInMap [a, b, c]", """{"Fn::FindInMap":["a","b","c"]}""")]
    [InlineData("!If [a, b, !Ref 'AWS::NoValue']", """{"Fn::If":["a","b",{"Ref":"AWS::NoValue"}]}""")]
    [InlineData("!And [!Or [a], !Not [b], !Equals [c, d]]", """{"Fn::And":[{"Fn::Or":["a"]},{"Fn::Not":["b"]},{"Fn::Equals":["c","d"]}]}""")]
    [InlineData("!ImportValue x", """{"Fn::ImportValue":"x"}""")]
    [InlineData("!Base64 x", """{"Fn::Base64":"x"}""")]
    [InlineData("!Cidr [a, 1, 2]", """{"Fn::Cidr":["a",1,2]}""")]
    [InlineData("!Transform { Name: x }", """{"Fn::Transform":{"Name":"x"}}""")]
    [InlineData("!ToJsonString { a: 1 }", """{"Fn::ToJsonString":{"a":1}}""")]
    [InlineData("!Length [a]", """{"Fn::Length":["a"]}""")]
    [InlineData("!ForEach [a, [b], {}]", """{"Fn::ForEach":["a",["b"],{}]}""")]
    [InlineData("Fn::GetAtt: a.b", """{"Fn::GetAtt":"a.b"}""")]
    [InlineData("!Ref true", """{"Ref":"true"}""")]
    [InlineData("[true, Yes, on, TRUE]", "[true,true,true,true]")]
    [InlineData("[false, No, off, FALSE]", "[false,false,false,false]")]
    [InlineData("['true', \"no\", y, n, tRue]", """["true","no","y","n","tRue"]""")]
    [InlineData("[~, null, Null, ]", "[null,null,null]")]
    [InlineData("[1, -2, 3.5, 0]", "[1,-2,3.5,0]")]
    [InlineData("[012345678901, 2010-09-09, 1_000, 0x1F, 1e5, 10:30, .5, '1', +1]", """["012345678901","2010-09-09","1_000","0x1F","1e5","10:30",".5","1","\u002B1"]""")]
    [InlineData("[! 1, !!str 2, !!int 3]", """["1","2",3]""")]
    [InlineData("|\n  a\n  b\n", """ "a\nb\n" """)]
    [InlineData(">-\n  a\n  b\n", """ "a b" """)]
    [InlineData("[&x { a: 1 }, *x]", """[{"a":1},{"a":1}]""")]
    [InlineData("\"\\ud83d\\ude00\"", "\"\\ud83d\\ude00\"")]
    public void A_short_form_is_written_out(string yaml, string expected)
    {
        var text = yaml.StartsWith('|') || yaml.StartsWith('>') || yaml.StartsWith("Fn::", StringComparison.Ordinal) ? $"Resources:\n  Value:{(yaml[0] == 'F' ? "\n    " : " ")}{yaml.Replace("\n", "\n  ", StringComparison.Ordinal)}" : $"Resources: {{ Value: {yaml} }}";
        using var read = TemplateText.Read(Encoding.UTF8.GetBytes(text));
        using var wanted = JsonDocument.Parse(expected);
        var value = read.Json.RootElement.GetProperty("Resources").GetProperty("Value");
        Assert.True(JsonElement.DeepEquals(wanted.RootElement, value), $"{value.GetRawText()} is not {expected}");
        Assert.Empty(read.Unread);
    }

    [Fact]
    public void A_mapping_that_is_merged_gives_way_to_the_members_beside_it()
    {
        using var read = TemplateText.Read("A: &a { x: 1, y: 2 }\nB: &b { y: 3, z: 4 }\nResources: { x: 9, <<: [*a, *b] }"u8);
        var merged = read.Json.RootElement.GetProperty("Resources");
        Assert.Equal((9, 2, 4), (merged.GetProperty("x").GetInt32(), merged.GetProperty("y").GetInt32(), merged.GetProperty("z").GetInt32()));
    }

    [Fact]
    public void A_tag_that_is_none_of_CloudFormations_is_said_and_its_value_read()
    {
        var network = Reading.Network("Resources:\n  Vpc: { Type: !Secret AWS::EC2::VPC }\n  ? [a, b]\n  : c\n");
        Assert.Equal("Vpc", Assert.Single(network.Vpcs).Address);
        Assert.Equal(
            ["The tag !Secret at line 2 is not a CloudFormation tag. The value is read without it.", "The key at line 3 is a list or mapping, which CloudFormation does not accept. It is not read."],
            network.Unread.Select(unread => unread.Why));
    }
}
