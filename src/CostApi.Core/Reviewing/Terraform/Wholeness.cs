using System.Text.Json;
using CostApi.Core.PriceLists;
using static CostApi.Core.Reviewing.Terraform.JsonWalk;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Reads from a plan what makes it less than the whole of what will stand. OpenTofu writes the same members, or none.</summary>
internal sealed class Wholeness
{
    private readonly List<string> _deferred = [];
    private readonly List<string> _drifted = [];
    private bool _isErrored;
    private bool _isIncomplete;

    public void Read(string member, ref Utf8JsonReader reader)
    {
        switch (member)
        {
            case "errored":
                _isErrored = Parse(ref reader).ValueKind == JsonValueKind.True;
                break;
            case "complete":
                _isIncomplete = Parse(ref reader).ValueKind == JsonValueKind.False;
                break;
            case "deferred_changes":
                EachItem(ref reader, (ref Utf8JsonReader item) => AddDeferred(Parse(ref item)));
                break;
            case "resource_drift":
                EachItem(ref reader, (ref Utf8JsonReader item) => AddDrifted(ref item));
                break;
            default:
                reader.Skip();
                break;
        }
    }

    /// <summary>What a reader of the plan has to know, a sentence or two each.</summary>
    public IReadOnlyList<string> All => [.. Sentences()];

    private IEnumerable<string> Sentences()
    {
        if (_isErrored)
            yield return "Terraform reports this plan as errored: planning stopped at an error, and the plan shows only what was planned "
                + "before it. Correct the error, and create the plan again.";
        if (_deferred.Count > 0)
        {
            var (changes, what) = _deferred.Count == 1 ? ("a change", "it creates") : ($"{_deferred.Count} changes", "they create");
            yield return $"Terraform defers {changes} to a later plan and apply: {Sayable.Some(_deferred)}. The cost of what {what} is not "
                + "included.";
        }

        if (_isIncomplete && !_isErrored && _deferred.Count == 0)
            yield return "Terraform reports this plan as incomplete: it was made with -target or -exclude, or more plans and applies are "
                + "needed. What it leaves out is shown as the state has it, or not at all. Create a plan of the whole configuration.";
        if (_drifted.Count > 0)
            yield return $"Terraform reports that {(_drifted.Count == 1 ? "a resource was" : $"{_drifted.Count} resources were")} changed "
                + $"outside of Terraform (drift): {Sayable.Some(_drifted)}. The figures before the change are of what Terraform found, "
                + $"which differs from its last state.";
    }

    private void AddDeferred(JsonElement deferred)
    {
        var address = deferred.Member("resource_change").Member("address").Text();
        var reason = deferred.Member("reason").Text();
        var why = reason is { Length: > 0 and <= 40 } ? $" ({reason})" : "";
        _deferred.Add(Sayable.Name(address ?? "a resource without an address") + why);
    }

    private void AddDrifted(ref Utf8JsonReader reader)
    {
        var glance = Glance.At(reader);
        reader.Skip();
        // Of what a network does not have, its cost does not depend.
        if (ResourceTypes.Of(glance.Type, isData: false) != Kind.None && glance.Address is { } address) _drifted.Add(Sayable.Name(address));
    }
}
