using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>
/// One attribute of blocks that can stand several times, such as <c>route</c>: which block an item of the plan came from.
/// </summary>
internal sealed class WrittenBlocks
{
    // More blocks that begin alike are not told apart: their references are taken together.
    private const int MostAlike = 16;

    private readonly Dictionary<(string Member, string Value), List<Block>> _byConstant = [];
    private readonly List<Block> _withoutConstants = [];
    private readonly Written? _all;

    private sealed record Block(IReadOnlyList<(string Member, string Value)> Constants, Written Written);

    public WrittenBlocks(JsonElement blocks, string attribute, Work work)
    {
        // Where the block is written as an attribute, its references are not told apart.
        if (blocks.ValueKind == JsonValueKind.Object)
        {
            var one = blocks.Member("references").ValueKind == JsonValueKind.Array ? blocks : blocks.Member(attribute);
            if (one.ValueKind != JsonValueKind.Undefined) _all = Written.Of(one, work);
            return;
        }

        if (blocks.ValueKind != JsonValueKind.Array) return;
        var references = new List<string>();
        foreach (var block in blocks.EnumerateArray())
        {
            if (block.Member(attribute) is not { ValueKind: not JsonValueKind.Undefined } expression) continue;
            var written = new Block(Constants(block, work), Written.Of(expression, work));
            references.AddRange(written.Written.References);
            if (written.Constants is not [var first, ..])
            {
                _withoutConstants.Add(written);
                continue;
            }

            if (!_byConstant.TryGetValue(first, out var alike)) _byConstant[first] = alike = [];
            alike.Add(written);
        }

        if (references.Count > 0 || _byConstant.Count + _withoutConstants.Count > 0)
            _all = new Written(default, [.. references.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The expression of the block whose constants fit an item; of all blocks where several do.</summary>
    public Written? Of(Field item)
    {
        if (_byConstant.Count == 0 && _withoutConstants.Count == 0) return _all;
        Block? only = null;
        foreach (var alike in Alike(item))
        {
            if (alike.Count > MostAlike) return _all;
            foreach (var block in alike)
            {
                if (!Fits(block, item)) continue;
                if (only is not null) return _all;
                only = block;
            }
        }

        return only?.Written;
    }

    private IEnumerable<List<Block>> Alike(Field item)
    {
        yield return _withoutConstants;
        if (item.Value.ValueKind != JsonValueKind.Object) yield break;
        foreach (var member in item.Value.EnumerateObject())
            if (member.Value.Text() is { } text && _byConstant.TryGetValue((member.Name, text), out var alike)) yield return alike;
    }

    // Sets are ordered by what is in them, not as they are written.
    private static bool Fits(Block block, Field item) => block.Constants.All(constant => item[constant.Member].Text == constant.Value);

    private static List<(string Member, string Value)> Constants(JsonElement block, Work work)
    {
        var constants = new List<(string, string)>();
        foreach (var member in block.EnumerateObject())
        {
            work.Charge();
            if (Expressions.Constant(member.Value).Text() is { Length: > 0 } constant) constants.Add((member.Name, constant));
        }

        return constants;
    }
}
