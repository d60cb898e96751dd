using System.Text.Json;
using CostApi.Core.Reviewing.Terraform;

namespace CostApi.Tests.Reviewing.Terraform;

/// <summary>
/// Writes a plan as Terraform does: the instances with what is known of them, and the configuration with names for expressions.
/// </summary>
internal sealed class Plan
{
    private readonly List<object> _changes = [];

    public Dictionary<string,
        object> Providers
    { get; } =
        new() { ["aws"] = new { name = "aws", expressions = new { region = new { constant_value = "eu-west-1" } } } };

    /// <summary>Members of the plan beside the changes and the configuration.</summary>
    public Dictionary<string, object> Members { get; } = new() { ["format_version"] = "1.2" };

    public Module Root { get; } = new();

    /// <summary>An instance.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="after">What is known of it.</param>
    /// <param name="unknown">Attributes that are known after apply, separated by spaces.</param>
    /// <param name="sensitive">What of it is sensitive.</param>
    public Plan Has(string address, object? after = null, string unknown = "", object? sensitive = null, string action = "create")
    {
        var steps = Steps.Of(address).ToList();
        var module = new List<string>();
        while (steps[0].Name == "module")
        {
            module.Add($"module.{steps[1].Name}{(steps[1].Key is { } of ? $"[{(int.TryParse(of, out _) ? of : $"\"{of}\"")}]" : "")}");
            steps.RemoveRange(0, 2);
        }

        var isData = steps[0].Name == "data";
        if (isData) steps.RemoveAt(0);
        var change = new Dictionary<string, object?>
        {
            ["address"] = address,
            ["mode"] = isData ? "data" : "managed",
            ["type"] = steps[0].Name,
            ["name"] = steps[1].Name,
            ["change"] = new
            {
                actions = new[] { action },
                before = action == "no-op" ? after ?? new { } : null,
                after = after ?? new { },
                after_unknown = ("id " + unknown).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(_ => action != "no-op")
                    .Distinct().ToDictionary(name => name, _ => true),
                after_sensitive = sensitive ?? new { },
            },
        };
        if (module.Count > 0) change["module_address"] = string.Join('.', module);
        if (steps[1].Key is { } key) change["index"] = int.TryParse(key, out var number) ? number : key;
        _changes.Add(change);
        return this;
    }

    /// <summary>A subnet of a zone whose VPC is known by reference.</summary>
    public Plan Subnet(string address, string zone) => Has(address, new { availability_zone = zone, cidr_block = "10.0.0.0/24" }, "vpc_id");

    /// <summary>Adds to the configuration of the root module.</summary>
    public Plan With(Action<Module> add)
    {
        add(Root);
        return this;
    }

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 200 };

    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>(Members)
    {
        ["resource_changes"] = _changes,
        ["configuration"] = new { provider_config = Providers, root_module = Root.Json() },
    }, Deep);

    /// <summary>An expression by what it refers to, separated by spaces, with the beginnings that Terraform lists behind each.</summary>
    public static object Refers(string references) =>
        new { references = references.Split(' ').SelectMany(WithBeginnings).Distinct().ToArray() };

    public static object Is(object value) => new { constant_value = value };

    private static IEnumerable<string> WithBeginnings(string reference)
    {
        yield return reference;
        var least = reference.StartsWith("module.", StringComparison.Ordinal) || reference.StartsWith("var.", StringComparison.Ordinal)
            || reference.StartsWith("each.", StringComparison.Ordinal) || reference.StartsWith("local.", StringComparison.Ordinal)
            || reference.StartsWith("count.", StringComparison.Ordinal) ? 1
            : reference.StartsWith("data.", StringComparison.Ordinal) ? 2 : 1;
        for (var at = reference.LastIndexOf('.'); at > 0
            && reference[..at].Count(c => c == '.') >= least; at = reference.LastIndexOf('.', at - 1))
            yield return reference[..at];
    }

    internal sealed class Module
    {
        private readonly List<object> _resources = [];

        public Dictionary<string, object> Outputs { get; } = [];

        public Dictionary<string, object> Variables { get; } = [];

        public Dictionary<string, (Module Module, Dictionary<string, object> Expressions, object? ForEach)> Calls { get; } = [];

        /// <summary>A block: the attributes, each with what it refers to, or an expression.</summary>
        public Module Block(string block, object expressions, object? forEach = null, string provider = "aws")
        {
            var parts = block.Split('.');
            var isData = parts[0] == "data";
            var resource = new Dictionary<string, object>
            {
                ["address"] = block,
                ["mode"] = isData ? "data" : "managed",
                ["type"] = parts[^2],
                ["name"] = parts[^1],
                ["provider_config_key"] = provider,
                ["expressions"] = Written(expressions),
            };
            if (forEach is string references) resource["for_each_expression"] = Refers(references);
            _resources.Add(resource);
            return this;
        }

        public Module Call(string name, object? expressions = null, string? forEach = null)
        {
            var module = new Module();
            Calls[name] = (module, Written(expressions ?? new { }), forEach is null ? null : Refers(forEach));
            return module;
        }

        public Module Output(string name, string references)
        {
            Outputs[name] = new { expression = Refers(references) };
            return this;
        }

        public object Json()
        {
            var json = new Dictionary<string, object> { ["resources"] = _resources, ["outputs"] = Outputs, ["variables"] = Variables };
            json["module_calls"] = Calls.ToDictionary(call => call.Key, call =>
            {
                var made = new Dictionary<string,
                    object>
                { ["expressions"] = call.Value.Expressions, ["module"] = call.Value.Module.Json() };
                if (call.Value.ForEach is { } each) made["for_each_expression"] = each;
                return made;
            });
            return json;
        }

        private static Dictionary<string, object> Written(object expressions) =>
            expressions as Dictionary<string, object>
            ?? expressions.GetType().GetProperties()
                .ToDictionary(member => member.Name, member => member.GetValue(expressions) is string references ? Refers(references)
                : member.GetValue(expressions)!);
    }
}
