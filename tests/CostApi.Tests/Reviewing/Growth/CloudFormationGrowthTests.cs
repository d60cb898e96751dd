using System.Text;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.CloudFormation;
using CostApi.Reviewing;

namespace CostApi.Tests.Reviewing.Growth;

/// <summary>Templates that have one construct many times, each of which refers to others in more ways than there are things.</summary>
public sealed class CloudFormationGrowthTests
{
    private const string Unknown = "Parameters: { P: { Type: String } }\nConditions: { U: !Equals [!Ref P, x] }\n";

    // The construct, the template that has it so many times, and how many are many.
    private static readonly Dictionary<string, (Func<int, string> Template, int Many)> Constructs = new()
    {
        ["Fn::If of the Fn::If before it, both ways"] =
            (n => Unknown + Subnets(n, i => $"AvailabilityZone: !If [U, !GetAtt A{i}.AvailabilityZone, !GetAtt C{i}.AvailabilityZone]", twins: true), 50),
        ["a list of the list before it, twice"] =
            (n => Subnets(n, i => $"CidrBlock: [!GetAtt A{i}.CidrBlock, !GetAtt A{i}.CidrBlock]"), 60),
        ["Fn::Sub of the text before it, twice"] = (n => Subnets(n, i => $"CidrBlock: !Sub '${{A{i}.CidrBlock}}${{A{i}.CidrBlock}}'"), 60),
        ["Fn::Sub of a text that is not known, twice"] =
            (n => Subnets(n, i => $"CidrBlock: !Sub '${{A{i}.CidrBlock}}${{A{i}.CidrBlock}}'", first: "CidrBlock: !GetAtt Nobody.Id"), 60),
        ["Fn::Join of a list with the list before it, twice"] =
            (n => Subnets(n, i => $"CidrBlock: !Join ['', [!GetAtt A{i}.CidrBlock, !GetAtt A{i}.CidrBlock]]"), 60),
        ["Fn::ToJsonString of the text before it"] =
            (n => Subnets(n, i => $"CidrBlock: {{ 'Fn::ToJsonString': [!GetAtt A{i}.CidrBlock] }}"), 60),
        ["Fn::Split of the text before it"] =
            (n => Subnets(n, i => $"CidrBlock: !Join [',', !Split [',', !Sub '${{A{i}.CidrBlock}},${{A{i}.CidrBlock}}']]"), 60),
        ["Fn::Sub of many texts that are one of several"] =
            (n => Unknown + Endpoint("ServiceName: !Sub ['" + Repeat(n, i => $"${{V{i}}}") + "', { " + Repeat(n, i => $"V{i}: !If [U, a{i}, b{i}], ") + " }]"), 100),
        ["many conditions of the conditions behind them"] =
            (n => "Conditions:\n" + Repeat(n, i => $"  C{i}: !And [!Condition C{i + 1}, !Condition C{i + 2}]\n") + $"  C{n}: !Equals [a, a]\n  C{n + 1}: !Equals [a, a]\n" + Endpoint("", "Condition: C0"), 100),
        ["many conditions that lead back to the first"] =
            (n => "Conditions:\n" + Repeat(n, i => $"  C{i}: !And [!Condition C{i + 1}, !Condition C0, !Condition C{i / 2}]\n") + Endpoint("", "Condition: C0"), 100),
        ["many comparisons of one long list"] =
            (n => $"Parameters: {{ L: {{ Type: CommaDelimitedList, Default: '{Repeat(200, i => $"{i},")}' }} }}\nConditions:\n" + Repeat(n, i => $"  C{i}: !Equals [!Ref L, !Ref L]\n") + "Resources:\n" + Repeat(n, i => $"  E{i}: {{ Type: AWS::EC2::EIP, Condition: C{i} }}\n"), 100),
        ["loops within loops"] = (n => Loops(n, "[a]", "'R${V0}': { Type: AWS::EC2::EIP }"), 12),
        ["a loop over many items"] =
            (n => Loops(1, $"[{Repeat(n, i => $"a{i}, ")}]", "'R${V0}': { Type: AWS::EC2::EIP, Properties: { Tags: [{ Key: Name, Value: !Sub '${V0}-${V0}' }] } }"), 300),
        ["a loop with much in its body"] =
            (n => Loops(1, "[a, b, c]", Repeat(n, i => $"'R{i}${{V0}}': {{ Type: AWS::EC2::EIP, Properties: {{ Tags: [{{ Key: Name, Value: !Ref V0 }}] }} }}, ")), 300),
        ["a loop over a long item with much in its body"] =
            (n => Loops(1, $"[{new string('a', n)}]", Repeat(50, i => $"'R{i}&{{V0}}': {{ Type: AWS::EC2::EIP }}, ")), 4_000),
        ["loops within properties"] =
            (n => "Resources:\n" + Repeat(n, i => $"  E{i}: {{ Type: AWS::EC2::VPCEndpoint, Properties: {{ VpcId: v, 'Fn::ForEach::X': [K, [ServiceName, VpcEndpointType], {{ '${{K}}': Interface }}] }} }}\n"), 100),
        ["a loop within properties over many items"] =
            (n => Endpoint($"'Fn::ForEach::X': [K, [{Repeat(n, i => $"K{i}, ")}], {{ '${{K}}': !Ref K }}]"), 300),
        ["braces that name no variable"] =
            (n => Loops(1, "[a]", $"'R': {{ Type: AWS::EC2::EIP, Properties: {{ A: '{Repeat(n, _ => "${${&{")}}}' }} }}"), 4_000),
        ["Fn::FindInMap with a key that is not known"] =
            (n => "Mappings: { M: { " + Repeat(n, i => $"k{i}: {{ v: x{i} }}, ") + " } }\n" + Unknown + "Resources:\n" + Repeat(n, i => $"  E{i}: {{ Type: AWS::EC2::Subnet, Properties: {{ VpcId: !FindInMap [M, !Ref P, v] }} }}\n"), 100),
        ["mappings that refer to the mapping before, twice"] =
            (n => "Mappings: { M: { k: { v0: x, " + Repeat(n, i => $"v{i + 1}: [!FindInMap [M, k, v{i}], !FindInMap [M, k, v{i}]], ") + " } } }\n" + Endpoint($"ServiceName: !FindInMap [M, k, v{n}]"), 60),
        ["endpoints in a VPC with many subnets"] =
            (n => Unknown + Subnets(n, i => $"AvailabilityZone: z{i}") + Repeat(n, i => $"  E{i}: {{ Type: AWS::EC2::VPCEndpoint, Properties: {{ VpcId: !Ref Vpc, VpcEndpointType: Interface, SubnetIds: !Ref P }} }}\n"), 200),
        ["associations with one of two route tables"] =
            (n => Unknown + "Resources:\n" + Repeat(n, i => $"  T{i}: {{ Type: AWS::EC2::RouteTable }}\n  S{i}: {{ Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {{ SubnetId: s{i}, RouteTableId: !If [U, !Ref T0, !Ref T{i}] }} }}\n"), 200),
        ["resources that depend on all before them by one chain"] =
            (n => "Resources:\n" + Repeat(n, i => $"  R{i}: {{ Type: AWS::EC2::EIP, DependsOn: R{i + 1}, Properties: {{ A: !Ref R{i / 2}, B: !Ref R{i + 1} }} }}\n"), 300),
        ["records that lead to many endpoints"] =
            (n => "Resources:\n" + Repeat(n, i => $"  E{i}: {{ Type: AWS::EC2::VPCEndpoint, Properties: {{ VpcId: v }} }}\n  R{i}: {{ Type: AWS::Route53::RecordSet, Properties: {{ HostedZoneName: x.y, AliasTarget: {{ DNSName: !Select [0, !GetAtt E{i}.DnsEntries] }} }} }}\n  Z{i}: {{ Type: AWS::Route53::HostedZone, Properties: {{ Name: z{i}.y, VPCs: [{{ VPCId: v }}] }} }}\n"), 200),
        ["aliases of aliases"] =
            (n => Repeat(n, i => $"a{i}: &a{i} [{(i == 0 ? "x" : $"*a{i - 1}, *a{i - 1}")}]\n") + "Resources: {}\n", 40),
        ["merges of merges"] =
            (n => Repeat(n, i => $"a{i}: &a{i} {{ k{i}: 1{(i == 0 ? "" : $", <<: [*a{i - 1}, *a{i - 1}]")} }}\n") + "Resources: {}\n", 40),
        ["many aliases of one text"] =
            (n => "a: &a x\nResources: { E: { Type: AWS::EC2::EIP, Properties: { A: [" + Repeat(n, _ => "*a, ") + "] } } }\n", 2_000),
        ["many anchors"] = (n => Repeat(n, i => $"a{i}: &a{i} x\n") + "Resources: {}\n", 1_000),
        ["keys that are lists"] = (n => "Resources:\n" + Repeat(n, i => $"  ? [a{i}]\n  : b\n"), 500),
        ["tags of nobody"] = (n => "Resources:\n" + Repeat(n, i => $"  E{i}: !Nobody {{ Type: AWS::EC2::EIP }}\n"), 500),
    };

    public static TheoryData<string> Names => [.. Constructs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_as_much_of_a_construct_takes_at_most_three_times_the_work_and_memory(string construct)
    {
        var (template, many) = Constructs[construct];
        // Once before it counts: the process keeps buffers for texts as long as the longest so far.
        Read(Encoding.UTF8.GetBytes(template(2 * many)), new Work(50_000_000));
        Growing.IsLinear(Read, n => Encoding.UTF8.GetBytes(template(n)), many);
    }

    [RecordedInputTheory]
    [InlineData("cfn-either-24.json")]
    [InlineData("cfn-either-40.json")]
    public void What_is_one_of_two_things_forty_times_is_one_of_two_things(string file)
    {
        var work = new Work(50_000_000);
        Read(File.ReadAllBytes(Path.Combine(RecordedInputTheoryAttribute.Folder, file)), work);
        Assert.InRange(work.Charged, 1, 20_000);
    }

    [Fact]
    public void A_template_that_takes_more_work_than_its_size_allows_is_refused_and_says_so()
    {
        // Each endpoint takes a list of ten thousand subnets: more to go through than a template of any size has written.
        var list = $"Parameters: {{ L: {{ Type: CommaDelimitedList, Default: '{Repeat(10_000, i => $"{i % 9},")}' }} }}\n";
        var endpoints = "Resources:\n" + Repeat(2_000,
            i => $"  E{i}: {{ Type: AWS::EC2::VPCEndpoint, Properties: {{ VpcEndpointType: Interface, SubnetIds: !Ref L }} }}\n");
        Assert.StartsWith("It is too complex: ", CloudFormation.Reading.Refusal(list + endpoints), StringComparison.Ordinal);
    }

    private static void Read(byte[] document, Work work)
    {
        try
        {
            using var template = TemplateText.Read(document);
            CloudFormationReader.Read(template.Json.RootElement, new Dictionary<string, string>(), null, work);
        }
        catch (UnreadableDocumentException)
        {
            // Refused is an answer too, and what it cost is counted.
        }
    }

    private static string Repeat(int n, Func<int, string> part) => string.Concat(Enumerable.Range(0, n).Select(part));

    private static string Endpoint(string properties, string beside = "Condition: Always") =>
        $"Resources:\n  E:\n    Type: AWS::EC2::VPCEndpoint\n    {beside}\n    Properties: {{ VpcId: v, {properties} }}\n";

    // A chain of subnets, each of which has a property that refers to the one before; with twins, to both before.
    private static string Subnets(int n, Func<int, string> property, bool twins = false, string first = "AvailabilityZone: a, CidrBlock: x")
    {
        var text = new StringBuilder("Resources:\n  Vpc: { Type: AWS::EC2::VPC }\n");
        foreach (var name in twins ? "AC" : "A")
            text.Append($"  {name}0: {{ Type: AWS::EC2::Subnet, Properties: {{ VpcId: !Ref Vpc, {first.Replace(": a", $": {name}", StringComparison.Ordinal)} }} }}\n");
        for (var index = 0; index < n; index++)
            foreach (var name in twins ? "AC" : "A")
                text.Append($"  {name}{index + 1}: {{ Type: AWS::EC2::Subnet, Properties: {{ VpcId: !Ref Vpc, {property(index)} }} }}\n");
        return text.Append($"  Last: {{ Type: AWS::EC2::VPCEndpoint, Properties: {{ VpcId: !Ref Vpc, ServiceName: !GetAtt A{n}.CidrBlock }} }}\n").ToString();
    }

    private static string Loops(int depth, string items, string body) =>
        "Transform: AWS::LanguageExtensions\nResources:\n  " + Repeat(depth,
            i => $"Fn::ForEach::L{i}: [V{i}, {items}, {{ ") + body + Repeat(depth, _ => "}]") + "\n";
}

/// <summary>A table of requests recorded beside the checkout; skipped where they are not at hand.</summary>
public sealed class RecordedInputTheoryAttribute : TheoryAttribute
{
    public RecordedInputTheoryAttribute() => Skip = Directory.Exists(Folder) ? null : "The recorded requests are not at hand.";

    public static string Folder { get; } = Repository.Folder("../shared/cases/faults/http");
}
