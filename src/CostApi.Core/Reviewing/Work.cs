namespace CostApi.Core.Reviewing;

/// <summary>
/// The work of reading one document, in steps: whatever goes through a list, follows a reference or makes a value charges it.
/// A reader that charges all that it does stays within what it was given, whatever the document says.
/// </summary>
/// <param name="most">The most steps for the document.</param>
internal sealed class Work(long most)
{
    /// <summary>Steps so far.</summary>
    public long Charged { get; private set; }

    /// <summary>Whether there was more to do than was given.</summary>
    public bool IsExhausted => Charged > most;

    /// <summary>Charges steps.</summary>
    /// <returns>Whether the work may go on.</returns>
    public bool Charge(long steps = 1)
    {
        Charged += steps;
        return !IsExhausted;
    }
}
