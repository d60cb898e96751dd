using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Terraform;

namespace CostApi.Tests.Reviewing.Terraform;

/// <summary>Mutated real plans. TERRAFORM_MUTATIONS asks for more of them than a test run has time for.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1e400", "\"\"", "\"each.value\"", "\"module.\"", "\"a[\"", "[]", "{}", "[[]]", "[null]", "{\"references\":[\"var.x\",\"local.y\",\"each.value.z\",\"module.vpc\"]}", "\"aws_subnet\"", "\"\\u0000\"",
    ];

    [Fact]
    public void A_mutated_plan_is_read_or_refused_and_takes_no_time()
    {
        var mutations = int.Parse(Environment.GetEnvironmentVariable("TERRAFORM_MUTATIONS") ?? "2000", CultureInfo.InvariantCulture);
        var plans = FixtureTests.Names.Select(FixtureTests.Plan).ToList();
        var random = new Random(20_261);
        for (var i = 0; i < mutations; i++)
        {
            var plan = plans[random.Next(plans.Count)];
            var mutated = (i % 4) switch
            {
                0 => Flipped(plan, random),
                1 => plan[..random.Next(plan.Length)],
                2 => Cut(plan, random),
                _ => Swapped(plan, random),
            };
            var watch = Stopwatch.StartNew();
            try
            {
                _ = Rendered.Text(TerraformReader.Read(mutated));
            }
            catch (UnreadableDocumentException refusal)
            {
                Assert.NotEmpty(refusal.Message);
            }
            catch (Exception e)
            {
                var kept = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"mutation-{i}.json");
                File.WriteAllBytes(kept, mutated);
                throw new InvalidOperationException($"Mutation {i} broke the reader; it is kept as {kept}.", e);
            }

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"Mutation {i} took {watch.Elapsed}.");
        }
    }

    private static byte[] Flipped(byte[] plan, Random random)
    {
        var bytes = (byte[])plan.Clone();
        for (var flips = random.Next(1, 6); flips > 0; flips--) bytes[random.Next(bytes.Length)] = (byte)random.Next(random.Next(3) == 0 ? 256 : 128);
        return bytes;
    }

    private static byte[] Cut(byte[] plan, Random random)
    {
        var from = random.Next(plan.Length);
        var to = Math.Min(plan.Length, from + random.Next(1, 200));
        return [.. plan[..from], .. plan[to..]];
    }

    /// <summary>Stays JSON: values are replaced by others of the document, or by ones that fit nowhere.</summary>
    private static byte[] Swapped(byte[] plan, Random random)
    {
        var root = JsonNode.Parse(plan)!;
        for (var swaps = random.Next(1, 12); swaps > 0; swaps--)
        {
            var target = Any(root, random);
            var value = random.Next(2) == 0 ? Any(root, random).DeepClone() : JsonNode.Parse(Values[random.Next(Values.Length)]);
            if (target.Parent is JsonObject holder) holder[target.GetPropertyName()] = value;
            else if (target.Parent is JsonArray list) list[target.GetElementIndex()] = value;
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static JsonNode Any(JsonNode root, Random random)
    {
        var node = root;
        for (var depth = random.Next(2, 14); depth > 0; depth--)
        {
            var children = node switch
            {
                JsonObject holder => holder.Select(member => member.Value).OfType<JsonNode>().ToList(),
                JsonArray list => list.OfType<JsonNode>().ToList(),
                _ => [],
            };
            if (children.Count == 0) break;
            node = children[random.Next(children.Count)];
        }

        return node;
    }
}
