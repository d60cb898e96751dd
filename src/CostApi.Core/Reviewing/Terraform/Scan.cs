using System.Text.Json;
using CostApi.Core.PriceLists;
using static CostApi.Core.Reviewing.Terraform.JsonWalk;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>A resource at the two times of a plan.</summary>
internal readonly record struct Change(Resource? Before, Resource? After);

/// <summary>Reads a document in one pass, and keeps only what tells of a network: plans reach 100 MB, most of which does not.</summary>
internal sealed class Scan(Work work)
{
    private readonly HashSet<string> _modules = new(StringComparer.Ordinal);
    private bool _isMessage;
    private bool _isTemplate;
    private bool _isEncrypted;
    private bool _isRawState;
    private bool _isResourceList = true;
    private UnreadableDocumentException? _wrongShape;
    private bool _isState;
    private bool _isPlan;

    public string? FormatVersion { get; private set; }

    public string? StateVersion { get; private set; }

    public string? ToolVersion { get; private set; }

    /// <summary>The instances at both times, where the document is a plan.</summary>
    public List<Change>? Changes { get; private set; }

    /// <summary>Addresses that the changes speak of, old ones of moved resources included.</summary>
    public HashSet<string> Changed { get; } = new(StringComparer.Ordinal);

    /// <summary>The instances of a state, or of the state that a plan starts from.</summary>
    public List<Resource> Stated { get; } = [];

    /// <summary>The instances under <c>planned_values</c>, where there are no changes.</summary>
    public List<Resource> Planned { get; } = [];

    public Configuration Configuration { get; } = new();

    /// <summary>Ids of endpoints that resources which are not read otherwise have in their values.</summary>
    public List<(string Address, string Id)> MentionedIds { get; } = [];

    /// <summary>What makes the plan less than the whole of what will stand.</summary>
    public Wholeness Wholeness { get; } = new();

    public List<Unread> Unread { get; } = [];

    public bool IsPlan => _isPlan;

    public bool IsRawState => _isRawState;

    /// <exception cref="UnreadableDocumentException">The document is neither a plan nor a state.</exception>
    public static Scan Of(ReadOnlySpan<byte> text, Work work)
    {
        var scan = new Scan(work);
        try
        {
            scan.Read(text);
        }
        catch (JsonException)
        {
            throw Refusals.NotJson(text);
        }

        return scan;
    }

    private static JsonReaderOptions Options => new() { MaxDepth = Refusals.DeepestNesting };

    private void Read(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw Refusals.NoPlan("JSON, but no object");
        var planned = (Start: 0, Length: 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            Member(name, ref reader);
            if (name == "planned_values") planned = (start, (int)reader.BytesConsumed - start);
        }

        Refuse();
        // Something may follow the object: the stream of messages is one object a line.
        reader.Read();
        if (Changes is null && planned.Length > 0)
        {
            var again = new Utf8JsonReader(text.Slice(planned.Start, planned.Length), Options);
            again.Read();
            Values(ref again, Planned);
            if (_wrongShape is not null) throw _wrongShape;
        }
    }

    private void Member(string? name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "format_version":
                FormatVersion = Parse(ref reader).Text();
                break;
            case "terraform_version":
                ToolVersion = Parse(ref reader).Text();
                break;
            case "version":
                StateVersion = Parse(ref reader).Text();
                break;
            case "variables":
                Configuration.VariableValues = Parse(ref reader);
                break;
            case "resource_changes":
                _isPlan = true;
                Changes ??= [];
                Expect(reader, JsonTokenType.StartArray, name);
                EachItem(ref reader, ReadChange);
                break;
            case "configuration":
                _isPlan = true;
                Expect(reader, JsonTokenType.StartObject, name);
                EachMember(ref reader, new ConfigurationScan(Configuration, work).Read);
                break;
            case "errored" or "complete" or "deferred_changes" or "deferred_action_invocations" or "resource_drift":
                Wholeness.Read(name, ref reader);
                break;
            case "planned_values":
                _isPlan = true;
                Expect(reader, JsonTokenType.StartObject, name);
                reader.Skip();
                break;
            case "prior_state":
                Expect(reader, JsonTokenType.StartObject, name);
                EachMember(ref reader, (string part, ref Utf8JsonReader state) =>
                {
                    if (part == "values") Values(ref state, Stated);
                    else state.Skip();
                });
                break;
            case "values":
                _isState = true;
                Expect(reader, JsonTokenType.StartObject, name);
                Values(ref reader, Stated);
                break;
            case "resources":
                _isRawState = true;
                _isResourceList = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.Null;
                EachItem(ref reader, ReadStateResource);
                break;
            case "lineage":
                _isRawState = true;
                reader.Skip();
                break;
            case "@level":
                _isMessage = true;
                reader.Skip();
                break;
            case "AWSTemplateFormatVersion" or "Resources":
                _isTemplate = true;
                reader.Skip();
                break;
            case "encrypted_data":
                _isEncrypted = true;
                reader.Skip();
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private void Refuse()
    {
        if (_isMessage) throw Refusals.UiStream();
        if (_isEncrypted) throw Refusals.EncryptedState();
        if (_isTemplate && !_isPlan) throw Refusals.CloudFormation();
        if (!_isPlan && !_isState && (_isRawState || (StateVersion is not null && ToolVersion is not null)))
        {
            if (StateVersion != "4") throw Refusals.StateVersion(Shown(StateVersion ?? "unknown"));
            if (!_isResourceList) throw Refusals.WrongShape("resources", "an array");
            _isRawState = true;
            return;
        }

        _isRawState = false;
        if (_wrongShape is not null) throw _wrongShape;
        // The state of nothing is a format version alone.
        if (!_isPlan && !_isState && FormatVersion is null) throw Refusals.NoPlan("a JSON object");
        if (FormatVersion is { } version && version.Split('.')[0] is not ("0" or "1")) throw Refusals.FormatVersion(Shown(version));
    }

    // Only what looks like a version is repeated.
    private static string Shown(string version) =>
        version.Length <= 12 && version.All(c => char.IsAsciiDigit(c) || c == '.') ? version : "unknown";

    private void Values(ref Utf8JsonReader reader, List<Resource> into) =>
        EachMember(ref reader, (string part, ref Utf8JsonReader values) =>
    {
        if (part == "root_module") ModuleValues(ref values, into, part);
        else values.Skip();
    });

    private void ModuleValues(ref Utf8JsonReader reader, List<Resource> into, string name)
    {
        Expect(reader, JsonTokenType.StartObject, name);
        EachMember(ref reader, (string part, ref Utf8JsonReader module) => ModulePart(part, ref module, into));
    }

    private void ModulePart(string part, ref Utf8JsonReader module, List<Resource> into)
    {
        if (part is "resources" or "child_modules") Expect(module, JsonTokenType.StartArray, part);
        if (part == "resources") EachItem(ref module, (ref Utf8JsonReader item) =>
        {
            work.Charge();
            Expect(item, JsonTokenType.StartObject, "resources[]");
            if (Glance.Resource(ref item, MentionedIds, out var isData) is not { } resource) return;
            var made = Make(resource, isData, resource.Member("values"), resource.Member("unknown"), resource.Member("sensitive_values"),
                resource.Member("deposed_key"));
            if (made is not null) into.Add(made);
        });
        else if (part == "child_modules") EachItem(ref module, (ref Utf8JsonReader child) => ModuleValues(ref child, into, "child_modules[]"));
        else module.Skip();
    }

    // What holds resources and has another shape would be passed over in silence: a review of nothing looks like a good one.
    // Said at the end, so that a text that is no JSON is refused for that.
    private void Expect(Utf8JsonReader reader, JsonTokenType kind, string name)
    {
        if (reader.TokenType != kind && reader.TokenType != JsonTokenType.Null)
            _wrongShape ??= Refusals.WrongShape(name, kind == JsonTokenType.StartArray ? "an array" : "an object");
    }

    private void ReadChange(ref Utf8JsonReader reader)
    {
        Expect(reader, JsonTokenType.StartObject, "resource_changes[]");
        var glance = Glance.At(reader);
        if (glance.Address is { } address) Changed.Add(address);
        if (glance.Previous is { } previous) Changed.Add(previous);
        work.Charge();
        if (Glance.Resource(ref reader, glance, MentionedIds, out var isData) is not { } resource) return;
        var change = resource.Member("change");
        var actions = change.Member("actions");
        var said = actions.ValueKind == JsonValueKind.Array ? actions.EnumerateArray().Select(action => action.Text()).ToList() : [];
        var isNew = said is ["create"];
        var isGone = said is ["delete"];
        // Terraform forgets a resource and leaves it running: it costs what it did.
        var isForgotten = said is ["forget"];
        var deposed = resource.Member("deposed");
        var before = isNew || change.Member("before").ValueKind != JsonValueKind.Object ? null
            : Make(resource, isData, change.Member("before"), default, change.Member("before_sensitive"), deposed);
        var after = isGone ? null
            : isForgotten ? before
            : Make(resource, isData, change.Member("after"), change.Member("after_unknown"), change.Member("after_sensitive"), deposed);
        if (before is not null || after is not null) Changes!.Add(new Change(before, after));
    }

    private Resource? Make(JsonElement resource, bool isData, JsonElement values, JsonElement unknown, JsonElement sensitive,
        JsonElement deposed)
    {
        var type = resource.Member("type").Text()!;
        var address = resource.Member("address").Text();
        var name = resource.Member("name").Text();
        if (address is null || name is null)
        {
            Unread.Add(new Unread("", $"A resource of type {type} has no address or no name."));
            return null;
        }

        // The module's address is its own field in changes, and part of the address elsewhere.
        var block = isData ? $"data.{type}.{name}" : $"{type}.{name}";
        var module = resource.Member("module_address").Text()
            ?? (address.StartsWith("module.", StringComparison.Ordinal)
                && address.LastIndexOf($".{block}", StringComparison.Ordinal) is > 0 and var end ? address[..end] : "");
        if (module.Length > 0 && !_modules.Contains(module))
        {
            if (!Steps.IsModule(module))
            {
                Unread.Add(new Unread("", $"A resource of type {type} is in a module whose address cannot be read."));
                return null;
            }

            _modules.Add(module);
        }

        if (deposed.Text() is { } key) address = $"{address} (deposed {key})";
        return new Resource(address, module, type, name, resource.Member("index").Text(), ResourceTypes.Of(type, isData), isData, values,
            unknown, sensitive);
    }

    private void ReadStateResource(ref Utf8JsonReader reader)
    {
        work.Charge();
        if (Glance.Resource(ref reader, MentionedIds, out var isData) is { } resource) RawState.Add(resource, isData, Stated, Unread);
    }
}
