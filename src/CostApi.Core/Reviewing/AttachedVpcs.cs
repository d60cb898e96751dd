namespace CostApi.Core.Reviewing;

/// <summary>
/// Attachments to Transit Gateways, each with a VPC of its own where one can be assumed: an attachment-hour does not depend on
/// which VPC it is (rule 3.1), and AWS attaches a VPC to a Transit Gateway once.
/// </summary>
/// <param name="Attachments">The attachments; one for which no VPC is left has none.</param>
/// <param name="Assumed">Addresses of those whose VPC is assumed.</param>
internal sealed record AttachedVpcs(IReadOnlyList<DeclaredAttachment> Attachments, IReadOnlySet<string> Assumed)
{
    /// <param name="network">What the document declares.</param>
    /// <param name="only">Address of its only VPC; null where it declares none or several.</param>
    /// <param name="assumptions">Takes what is assumed.</param>
    public static AttachedVpcs Of(DeclaredNetwork network, string? only, List<string> assumptions)
    {
        var certain = network.Attachments.Where(IsOfVpc).Select(attachment => attachment.Vpc).OfType<string>();
        var taken = certain.ToHashSet(StringComparer.Ordinal);
        var unsure = network.Attachments.Where(attachment => IsOfVpc(attachment) && attachment.Vpc is null).ToArray();
        foreach (var same in unsure.GroupBy(attachment => string.Join(' ', attachment.PossibleVpcs)))
            assumptions.Add(Said([.. same.Select(attachment => attachment.Address)], same.First().PossibleVpcs));
        var assumed = unsure.Select(attachment => attachment.Address).ToHashSet(StringComparer.Ordinal);
        return new AttachedVpcs([.. network.Attachments.Select(Attached)], assumed);

        DeclaredAttachment Attached(DeclaredAttachment attachment) =>
            assumed.Contains(attachment.Address) ? attachment with { Vpc = Free(attachment) } : attachment;

        string? Free(DeclaredAttachment attachment)
        {
            IEnumerable<string> candidates = attachment.PossibleVpcs.Count > 0 || only is null ? attachment.PossibleVpcs : [only];
            return candidates.FirstOrDefault(taken.Add);
        }
    }

    /// <summary>Whether it attaches a VPC.</summary>
    public static bool IsOfVpc(DeclaredAttachment attachment) => attachment.Kind == "vpc";

    private static string Said(IReadOnlyList<string> addresses, IReadOnlyList<string> candidates)
    {
        var some = candidates.Count == 0 ? "" : $", out of {Sayable.Some(candidates)}";
        return $"The document does not show for certain which VPC is attached by {Sayable.Some(addresses)}{some}. "
            + "The attachment-hour charge is the same for each VPC. A separate VPC is assumed for each attachment.";
    }
}
