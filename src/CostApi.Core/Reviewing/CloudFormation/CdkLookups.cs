using System.Text.RegularExpressions;
using CostApi.Core.Units;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>
/// What the AWS CDK writes for a VPC or a Region that it was to look up and has not (<c>Vpc.fromLookup</c> without
/// <c>cdk.context.json</c>): ids and zones that nobody has.
/// </summary>
internal static partial class CdkLookups
{
    public static bool IsPlaceholder(string? text) => text is { Length: <= 12 } && Placeholder().IsMatch(text);

    /// <summary>Says so where the template holds any.</summary>
    public static void Note(IEnumerable<Resource> resources, Notes notes)
    {
        var found = resources.Where(resource => resource.Type.StartsWith("AWS::EC2::", StringComparison.Ordinal))
            .SelectMany(resource => Texts(resource.Properties)).Where(IsPlaceholder).Distinct().Take(6).ToArray();
        if (found.Length == 0) return;
        var what = $"{Listing.Of(found)} {(found.Length == 1 ? "is a placeholder" : "are placeholders")}";
        notes.Add("", $"{what} that the AWS CDK uses for values that it has not looked up, so the VPC, its subnets and its Availability "
            + "Zones "
            + "are not read. Run cdk synth with credentials for the account, or with its cdk.context.json, and send the template that it "
            + "writes.");
    }

    private static IEnumerable<string> Texts(Literal literal)
    {
        var open = new Stack<Literal>([literal]);
        while (open.TryPop(out var next))
        {
            if (next is Literal.Scalar scalar) yield return scalar.Content;
            foreach (var part in next is Literal.Sequence sequence ? sequence.Items : next.Members.Values) open.Push(part);
        }
    }

    [GeneratedRegex("^(?:vpc-12345|[spi]-(?:12345|67890)|rtb-[0-9]{5}[spi]|dummy[0-9][a-z])$")]
    private static partial Regex Placeholder();
}
