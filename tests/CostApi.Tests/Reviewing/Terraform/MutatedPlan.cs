using System.Text;
using System.Text.Json;

namespace CostApi.Tests.Reviewing.Terraform;

/// <summary>A plan, and where its values stand, so that they change places without its being parsed again.</summary>
internal sealed class MutatedPlan
{
    private static readonly byte[][] Values = [.. new[]
    {
        "null", "true", "false", "0", "-1", "1e400", "\"\"", "\"each.value\"", "\"module.\"", "\"a[\"", "[]", "{}", "[[]]", "[null]", "{\"references\":[\"var.x\",\"local.y\",\"each.value.z\",\"module.vpc\"]}", "\"aws_subnet\"", "\"\\u0000\"",
        "\"eu-west-1a\"", "\"us-east-1\"", "\"Interface\"", "\"regional\"", "\"com.amazonaws.eu-west-1.s3\"", "[\"create\"]", "\"\\ud83e\\udd80\"",
    }.Select(Encoding.UTF8.GetBytes)];

    private readonly byte[] _plan;

    /// <summary>The values of each depth: there are ever more of them the deeper they stand.</summary>
    private readonly List<List<Range>> _depths = [];

    public MutatedPlan(byte[] plan)
    {
        _plan = plan;
        var reader = new Utf8JsonReader(plan);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray) continue;
            while (_depths.Count <= reader.CurrentDepth) _depths.Add([]);
            var start = (int)reader.TokenStartIndex;
            var ahead = reader;
            ahead.Skip();
            _depths[reader.CurrentDepth].Add(start..(int)ahead.BytesConsumed);
        }
    }

    public byte[] By(Random random) => random.Next(8) switch
    {
        0 => Flipped(random),
        1 => _plan[..random.Next(_plan.Length)],
        2 => Cut(random),
        _ => Swapped(random),
    };

    private byte[] Flipped(Random random)
    {
        var bytes = (byte[])_plan.Clone();
        for (var flips = random.Next(1, 6); flips > 0; flips--) bytes[random.Next(bytes.Length)] = (byte)random.Next(random.Next(3) == 0 ? 256 : 128);
        return bytes;
    }

    private byte[] Cut(Random random)
    {
        var from = random.Next(_plan.Length);
        return [.. _plan[..from], .. _plan[Math.Min(_plan.Length, from + random.Next(1, 200))..]];
    }

    /// <summary>Stays JSON: values are replaced by others of the document, or by ones that fit nowhere.</summary>
    private byte[] Swapped(Random random)
    {
        var bytes = new List<byte>(_plan.Length);
        var at = 0;
        foreach (var target in Enumerable.Range(0, random.Next(1, 12)).Select(_ => Any(random)).OrderBy(target => target.Start.Value))
        {
            // Within one that is replaced already.
            if (target.Start.Value < at) continue;
            bytes.AddRange(_plan.AsSpan(at..target.Start.Value));
            bytes.AddRange(random.Next(2) == 0 ? Fitting(target, random) : Values[random.Next(Values.Length)]);
            at = target.End.Value;
        }

        bytes.AddRange(_plan.AsSpan(at..));
        return [.. bytes];
    }

    /// <summary>Another value, more often one that begins as this one does.</summary>
    private ReadOnlySpan<byte> Fitting(Range target, Random random)
    {
        var value = Any(random);
        for (var more = 3; more > 0 && _plan[value.Start] != _plan[target.Start]; more--) value = Any(random);
        return _plan.AsSpan(value);
    }

    private Range Any(Random random)
    {
        var values = _depths[random.Next(1, _depths.Count)];
        return values[random.Next(values.Count)];
    }
}
