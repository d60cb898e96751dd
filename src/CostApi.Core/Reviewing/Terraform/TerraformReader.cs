namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads plans and states of Terraform and OpenTofu.</summary>
public static class TerraformReader
{
    // Following references takes a few steps for each of them, and a reference is some bytes long: a real plan needs a hundredth.
    private const long LeastWork = 2_000_000;
    private const long WorkPerByte = 20;

    /// <summary>The network before and after, of a plan; the one that stands, of a state.</summary>
    /// <param name="document">Output of <c>terraform show -json</c>, or a raw state of version 4, in UTF-8 or UTF-16.</param>
    /// <exception cref="UnreadableDocumentException">It is neither; the message says what it is, and what would be right.</exception>
    public static ReadDocument Read(ReadOnlySpan<byte> document) => Read(document, new Work(LeastWork + (WorkPerByte * document.Length)));

    /// <summary>Reads a document within an amount of work.</summary>
    internal static ReadDocument Read(ReadOnlySpan<byte> document, Work work)
    {
        var scan = Scan.Of(DocumentText.Utf8(document), work);
        if (!scan.IsPlan) return new ReadDocument(Kind(scan), null, Network.Of(scan.Stated, scan, work));
        if (scan.Changes is null)
            return new ReadDocument(Kind(scan), null,
                Network.Of([.. scan.Planned, .. scan.Stated.Where(resource => resource.IsData)], scan, work));

        // A plan of chosen targets speaks of these alone; what else stands is in the state that it starts from, and stays.
        var others = scan.Stated.Where(resource => resource.IsData || !scan.Changed.Contains(resource.Address)).ToList();
        return new ReadDocument(
            Kind(scan),
            Network.Of([.. scan.Changes.Select(change => change.Before).OfType<Resource>(), .. others], scan, work),
            Network.Of([.. scan.Changes.Select(change => change.After).OfType<Resource>(), .. others], scan, work));
    }

    private static string Kind(Scan scan) =>
        scan.IsRawState ? "Terraform state, version 4"
        : $"Terraform {(scan.IsPlan ? "plan" : "state")}{(scan.FormatVersion is { Length: <= 12 } version ? $", format {version}" : "")}";
}
