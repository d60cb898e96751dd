namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The partitions of AWS with the domain of each, by their Regions' codes (botocore's endpoints.json).</summary>
internal static class Partitions
{
    private static readonly (string Prefix, string Name, string Domain)[] Others =
    [
        ("cn-", "aws-cn", "amazonaws.com.cn"),
        ("us-gov-", "aws-us-gov", "amazonaws.com"),
        ("us-iso-", "aws-iso", "c2s.ic.gov"),
        ("us-isob-", "aws-iso-b", "sc2s.sgov.gov"),
        ("us-isof-", "aws-iso-f", "csp.hci.ic.gov"),
        ("eu-isoe-", "aws-iso-e", "cloud.adc-e.uk"),
        ("eusc-", "aws-eusc", "amazonaws.eu"),
    ];

    public static (string Name, string Domain) Of(string region)
    {
        var found = Others.FirstOrDefault(partition => region.StartsWith(partition.Prefix, StringComparison.Ordinal));
        return found.Name is null ? ("aws", "amazonaws.com") : (found.Name, found.Domain);
    }
}
