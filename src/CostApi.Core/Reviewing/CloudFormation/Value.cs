namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>What an expression of a template comes to, as far as that can be told before it is deployed.</summary>
internal abstract record Value
{
    /// <summary>Longest text that is built; longer ones come from texts that double themselves.</summary>
    public const int LongestText = 64 * 1024;

    /// <summary>The most possibilities that are told apart; what can be more things than that is not known.</summary>
    public const int MostOptions = 64;

    /// <summary>The heaviest value that is built: a list as long as a template can hold, and no list of lists of lists.</summary>
    public const long Heaviest = 400_000;

    private const int LongestWhy = 400;

    /// <summary>How much there is to go through in it, itself included: values share parts, and whoever walks one walks all of
    /// them.</summary>
    public virtual long Weight => 1;

    public sealed record Text(string Content) : Value
    {
        public override long Weight => 1 + (Content.Length / 16);
    }

    public sealed record List(IReadOnlyList<Value> Items) : Value
    {
        private readonly int _hash = Hash(Items);

        public override long Weight { get; } = WeightOf(Items);

        public bool Equals(List? other) => other is not null && AreSame(Items, _hash, other.Items, other._hash);

        public override int GetHashCode() => _hash;
    }

    public sealed record Map(IReadOnlyDictionary<string, Value> Members) : Value
    {
        public override long Weight { get; } = WeightOf(Members.Values);
    }

    /// <summary>A resource of the template, or an attribute of it.</summary>
    public sealed record Reference(string Address, string? Attribute) : Value;

    /// <summary>The zone at a position of the Region's list: distinct from the others, whatever its name.</summary>
    public sealed record Zone(int Position) : Value;

    /// <summary>All zones of the Region.</summary>
    public sealed record Zones : Value;

    /// <summary><c>AWS::NoValue</c>: as if it were not written.</summary>
    public sealed record Absent : Value;

    /// <summary>A text of which only some parts are known.</summary>
    public sealed record Mixed(IReadOnlyList<Value> Parts) : Value
    {
        private readonly int _hash = Hash(Parts);

        public override long Weight { get; } = WeightOf(Parts);

        public bool Equals(Mixed? other) => other is not null && AreSame(Parts, _hash, other.Parts, other._hash);

        public override int GetHashCode() => _hash;
    }

    /// <summary>One of several, no two of them the same and none of this kind itself.</summary>
    /// <param name="Options">The possibilities, two at least.</param>
    /// <param name="Why">Why it is not known which one it is.</param>
    public sealed record OneOf(IReadOnlyList<Value> Options, string Why) : Value
    {
        private readonly int _hash = Hash(Options);

        public override long Weight { get; } = WeightOf(Options);

        public bool Equals(OneOf? other) => other is not null && AreSame(Options, _hash, other.Options, other._hash);

        public override int GetHashCode() => _hash;
    }

    /// <summary>Not known.</summary>
    /// <param name="Why">Why, and what would help.</param>
    /// <param name="Name">The same for what is surely the same: a parameter, an export.</param>
    /// <param name="IsList">Whether it is known to be a list.</param>
    public sealed record Unknown(string Why, string? Name = null, bool IsList = false) : Value
    {
        /// <summary>Why, and what would help: said of each resource that rests on it, so it is kept short.</summary>
        public string Why { get; } = Sayable.Beginning(Why, LongestWhy);

        /// <summary>What it comes to all the same, where the template asks that nobody sees it: compared, and never said.</summary>
        public Value? Hidden { get; init; }

        public override long Weight => 1 + ((Name?.Length ?? 0) / 16);
    }

    /// <summary>The possibilities: of what is known, only itself.</summary>
    public IReadOnlyList<Value> Choices => this is OneOf several ? several.Options : [this];

    /// <summary>Why this is not known to the last letter; null where it is.</summary>
    public string? Doubt => this switch
    {
        Unknown unknown => unknown.Why,
        OneOf several => several.Why,
        // Without the Region a name is still useful; what else is missing is what to ask for.
        Mixed mixed =>
            mixed.Parts.OrderBy(part => part is Unknown { Name: "AWS::Region" })
                .Select(part => part.Doubt).FirstOrDefault(why => why is not null),
        List list => list.Items.Select(item => item.Doubt).FirstOrDefault(why => why is not null),
        Reference reference => $"the ID of {reference.Address} is known only after deployment",
        Zone or Zones => "the Availability Zones of the Region are known only after deployment",
        _ => null,
    };

    /// <summary>A text in which what is not known stands as in <c>Fn::Sub</c>; null where even that has no name.</summary>
    public string? Pattern => this switch
    {
        Text text => text.Content,
        Reference { Attribute: null } reference => $"${{{reference.Address}}}",
        Reference reference => $"${{{reference.Address}.{reference.Attribute}}}",
        Zone zone => $"zone {zone.Position + 1}",
        Unknown { Name: { } name } => $"${{{name}}}",
        Mixed mixed when mixed.Parts.All(part => part.Pattern is not null) => string.Concat(mixed.Parts.Select(part => part.Pattern)),
        _ => null,
    };

    /// <summary>One of several, or the one that they all are. Possibilities of possibilities are possibilities of one thing.</summary>
    public static Value Either(IEnumerable<Value> options, string why)
    {
        var told = new HashSet<Value>();
        foreach (var option in options.SelectMany(option => option.Choices))
            if (told.Add(option) && told.Count > MostOptions) return new Unknown(why);
        return told.Count == 1 ? told.First() : new OneOf([.. told], why);
    }

    /// <summary>What a function makes of each possibility.</summary>
    public Value Each(Func<Value, Value> function) =>
        this is OneOf several ? Either(several.Options.Select(function), several.Why) : function(this);

    private static long WeightOf(IEnumerable<Value> parts) => 1 + parts.Sum(part => part.Weight);

    private static int Hash(IReadOnlyList<Value> parts)
    {
        var hash = default(HashCode);
        foreach (var part in parts) hash.Add(part);
        return hash.ToHashCode();
    }

    private static bool AreSame(IReadOnlyList<Value> parts, int hash, IReadOnlyList<Value> others, int otherHash) =>
        ReferenceEquals(parts, others) || (hash == otherHash && parts.SequenceEqual(others));
}
