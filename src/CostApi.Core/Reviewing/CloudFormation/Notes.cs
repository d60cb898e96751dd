namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>What could not be read, each thing said once.</summary>
internal sealed class Notes
{
    private readonly HashSet<Unread> _said = [];
    private readonly List<Unread> _all = [];

    public IReadOnlyList<Unread> All => _all;

    public void Add(string address, string why)
    {
        var note = new Unread(address, why);
        if (_said.Add(note)) _all.Add(note);
    }
}
