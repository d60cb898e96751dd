namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Puts together what the parts of an expression lead to.</summary>
internal sealed class Gathering(Work work)
{
    /// <summary>How many possibilities are kept: a VPC has 200 subnets, and of more than these nothing certain can be said.</summary>
    public const int Most = 256;

    private readonly List<Found> _leads = [];
    private bool _isComplete = true;
    private bool _isThroughLocal;
    private int _count;

    /// <summary>Whether all parts could be followed to the end.</summary>
    public bool IsComplete => _isComplete;

    public bool IsFull => _count >= Most;

    /// <summary>The parts that lead to something.</summary>
    public IReadOnlyList<Found> Leads => _leads;

    /// <summary>Notes that there is more than could be followed.</summary>
    public void Miss() => _isComplete = false;

    public void Add(Found part)
    {
        work.Charge();
        _isComplete &= part.IsComplete;
        _isThroughLocal |= part.IsThroughLocal;
        if (part.Count == 0) return;
        _leads.Add(part);
        _count += part.Count;
    }

    /// <param name="isAll">Whether the parts are written so that a list has all of them.</param>
    public Found Sum(bool isAll)
    {
        // One part is handed on as it is: however often it is referred to, it is there once.
        if (_leads is [var only])
            return only.IsComplete == _isComplete && only.IsAll == (only.IsAll && isAll) && only.IsThroughLocal == _isThroughLocal
                ? only
                : only with { IsComplete = _isComplete, IsAll = only.IsAll && isAll, IsThroughLocal = _isThroughLocal };
        if (_leads.Count == 0) return _isComplete ? Found.None : Found.Unknown with { IsThroughLocal = _isThroughLocal };
        work.Charge(Math.Min(_count, 2 * Most));
        var resources = _leads.SelectMany(lead => lead.Resources).Take(2 * Most).Distinct().Take(Most).ToArray();
        var ids = _leads.SelectMany(lead => lead.Ids).Take(2 * Most).Distinct(StringComparer.Ordinal).Take(Most).ToArray();
        var isComplete = _isComplete && _count <= Most;
        // Several blocks in one expression are added up by one function and chosen from by another; several single things are a list.
        var isList = isAll && isComplete && _leads.TrueForAll(lead => lead is { IsAll: true, Count: 1 });
        return new Found(resources, ids, isComplete, isList) { IsThroughLocal = _isThroughLocal };
    }
}
