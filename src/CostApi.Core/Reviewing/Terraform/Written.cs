using System.Text.Json;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>An expression as the configuration has it, read once: many instances ask for the same.</summary>
/// <param name="Constant">Its value, where it refers to nothing.</param>
/// <param name="References">What it refers to. A plan lists the names and leaves out the functions around them.</param>
internal sealed record Written(JsonElement Constant, IReadOnlyList<string> References)
{
    public static Written Of(JsonElement expression, Work work) =>
        new(Expressions.Constant(expression), Expressions.References(expression, work));

    // Two that read the same are still two: what they lead to is kept by the expression.
    public bool Equals(Written? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
