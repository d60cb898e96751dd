using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>One instance of a resource, at one time.</summary>
/// <param name="Address">Its address: <c>module.net.aws_subnet.private[0]</c>.</param>
/// <param name="Module">Address of its module; empty for the root.</param>
/// <param name="Type">Resource type.</param>
/// <param name="Name">Name in its module.</param>
/// <param name="Index">Key of <c>count</c> or <c>for_each</c>; null where it has neither.</param>
/// <param name="Kind">What it is to the network.</param>
/// <param name="IsData">Whether it is a data source.</param>
/// <param name="Values">Its attributes.</param>
/// <param name="Unknown">What of them is known only after apply.</param>
/// <param name="Sensitive">What of them is sensitive.</param>
internal sealed record Resource(
    string Address, string Module, string Type, string Name, string? Index, Kind Kind, bool IsData,
    JsonElement Values, JsonElement Unknown, JsonElement Sensitive)
{
    /// <summary>Its block in the configuration, without an index.</summary>
    public string Block { get; } = IsData ? $"data.{Type}.{Name}" : $"{Type}.{Name}";

    /// <summary>Address of its block, for what holds for all instances; its own where it is the only one.</summary>
    public string BlockAddress => Index is null ? Address : Module.Length > 0 ? $"{Module}.{Block}" : Block;

    // An instance is itself; comparing its values would take long where thousands are told apart.
    public bool Equals(Resource? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Address.GetHashCode(StringComparison.Ordinal);

    public Field this[string attribute] => new Field(Values, Unknown, Sensitive)[attribute];

    public string? Id => this["id"].Text;

    public bool IsSensitive(string attribute) =>
        Sensitive.ValueKind == JsonValueKind.True || Sensitive.Member(attribute).ValueKind == JsonValueKind.True;
}

/// <summary>An attribute of a resource, with what is known of it.</summary>
internal readonly record struct Field(JsonElement Value, JsonElement Unknown, JsonElement Sensitive)
{
    public bool IsUnknown => Unknown.ValueKind == JsonValueKind.True;

    /// <summary>Its text; null where it has none, or an empty one, which is how the provider writes "unset".</summary>
    public string? Text => Value.Text() is { Length: > 0 } text ? text : null;

    /// <summary>Its text where it may be repeated in an answer.</summary>
    public string? PublicText => Sensitive.ValueKind == JsonValueKind.True ? null : Text;

    // CloudFormation's types, and so awscc, take texts for booleans.
    public bool IsTrue =>
        Value.ValueKind == JsonValueKind.True
        || (Value.ValueKind == JsonValueKind.String && string.Equals(Value.Text(), "true", StringComparison.OrdinalIgnoreCase));

    public bool IsSet => Value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public Field this[string attribute] =>
        new(Value.Member(attribute), Unknown.Member(attribute),
            Sensitive.ValueKind == JsonValueKind.True ? Sensitive : Sensitive.Member(attribute));

    /// <summary>
    /// Its items; where it is an object, itself: a block that can stand once is a list in one provider and an object in the
    /// other.
    /// </summary>
    public IReadOnlyList<Field> Items
    {
        get
        {
            if (Value.ValueKind == JsonValueKind.Object) return [this];
            var values = List(Value);
            var unknown = List(Unknown);
            var sensitive = List(Sensitive);
            var items = new Field[Math.Max(values.Length, unknown.Length)];
            var isAllSensitive = Sensitive.ValueKind == JsonValueKind.True;
            for (var i = 0; i < items.Length; i++)
                items[i] = new Field(At(values, i), At(unknown, i), isAllSensitive ? Sensitive : At(sensitive, i));
            return items;
        }
    }

    private static JsonElement[] List(JsonElement element) => element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : [];

    private static JsonElement At(JsonElement[] list, int i) => i < list.Length ? list[i] : default;
}
