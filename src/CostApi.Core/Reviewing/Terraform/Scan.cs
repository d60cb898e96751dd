using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>A resource at the two times of a plan.</summary>
internal readonly record struct Change(Resource? Before, Resource? After);

/// <summary>Reads a document in one pass, and keeps only what tells of a network: plans reach 100 MB, most of which does not.</summary>
internal sealed class Scan
{
    private readonly HashSet<string> _modules = new(StringComparer.Ordinal);
    private bool _isMessage;
    private bool _isTemplate;
    private bool _isEncrypted;
    private bool _isRawState;
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

    public List<Unread> Unread { get; } = [];

    public bool IsPlan => _isPlan;

    public bool IsRawState => _isRawState;

    /// <exception cref="UnreadableDocumentException">The document is neither a plan nor a state.</exception>
    public static Scan Of(ReadOnlySpan<byte> text)
    {
        var scan = new Scan();
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
                Configuration.Variables = Parse(ref reader);
                break;
            case "resource_changes":
                _isPlan = true;
                Changes ??= [];
                EachItem(ref reader, ReadChange);
                break;
            case "configuration":
                _isPlan = true;
                EachMember(ref reader, ReadConfiguration);
                break;
            case "planned_values":
                _isPlan = true;
                reader.Skip();
                break;
            case "prior_state":
                EachMember(ref reader, (string part, ref Utf8JsonReader state) =>
                {
                    if (part == "values") Values(ref state, Stated);
                    else state.Skip();
                });
                break;
            case "values":
                _isState = true;
                Values(ref reader, Stated);
                break;
            case "resources":
                _isRawState = true;
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
            _isRawState = true;
            return;
        }

        _isRawState = false;
        // The state of nothing is a format version alone.
        if (!_isPlan && !_isState && FormatVersion is null) throw Refusals.NoPlan("a JSON object");
        if (FormatVersion is { } version && version.Split('.')[0] is not ("0" or "1")) throw Refusals.FormatVersion(Shown(version));
    }

    // Only what looks like a version is repeated.
    private static string Shown(string version) => version.Length <= 12 && version.All(c => char.IsAsciiDigit(c) || c == '.') ? version : "unknown";

    private void Values(ref Utf8JsonReader reader, List<Resource> into) => EachMember(ref reader, (string part, ref Utf8JsonReader values) =>
    {
        if (part == "root_module") ModuleValues(ref values, into);
        else values.Skip();
    });

    private void ModuleValues(ref Utf8JsonReader reader, List<Resource> into) => EachMember(ref reader, (string part, ref Utf8JsonReader module) =>
    {
        if (part == "resources") EachItem(ref module, (ref Utf8JsonReader item) =>
        {
            if (Resource(ref item, out var isData) is not { } resource) return;
            var made = Make(resource, isData, resource.Member("values"), resource.Member("unknown"), resource.Member("sensitive_values"), resource.Member("deposed_key"));
            if (made is not null) into.Add(made);
        });
        else if (part == "child_modules") EachItem(ref module, (ref Utf8JsonReader child) => ModuleValues(ref child, into));
        else module.Skip();
    });

    private void ReadChange(ref Utf8JsonReader reader)
    {
        var peeked = Peek(reader);
        if (peeked.Address is { } address) Changed.Add(address);
        if (peeked.Previous is { } previous) Changed.Add(previous);
        if (Resource(ref reader, peeked, out var isData) is not { } resource) return;
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

    private Resource? Make(JsonElement resource, bool isData, JsonElement values, JsonElement unknown, JsonElement sensitive, JsonElement deposed)
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
            ?? (address.StartsWith("module.", StringComparison.Ordinal) && address.LastIndexOf($".{block}", StringComparison.Ordinal) is > 0 and var end ? address[..end] : "");
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
        return new Resource(address, module, type, name, resource.Member("index").Text(), ResourceTypes.Of(type, isData), isData, values, unknown, sensitive);
    }

    private void ReadStateResource(ref Utf8JsonReader reader)
    {
        if (Resource(ref reader, out var isData) is not { } resource) return;
        var type = resource.Member("type").Text()!;
        var module = resource.Member("module").Text() ?? "";
        if (resource.Member("name").Text() is not { } name || resource.Member("instances").ValueKind != JsonValueKind.Array)
        {
            Unread.Add(new Unread("", $"A resource of type {type} has no name or no instances."));
            return;
        }

        if (module.Length > 0 && !Steps.IsModule(module))
        {
            Unread.Add(new Unread("", $"A resource of type {type} is in a module whose address cannot be read."));
            return;
        }

        foreach (var instance in resource.Member("instances").EnumerateArray())
        {
            var index = instance.Member("index_key");
            var address = $"{(module.Length > 0 ? module + "." : "")}{(isData ? "data." : "")}{type}.{name}{Index(index)}{Deposed(instance)}";
            Stated.Add(new Resource(address, module, type, name, index.Text(), ResourceTypes.Of(type, isData), isData, instance.Member("attributes"), default, SensitiveOf(instance)));
        }
    }

    private static string Index(JsonElement index) => index.ValueKind switch
    {
        JsonValueKind.Number => $"[{index.GetRawText()}]",
        JsonValueKind.String => $"[\"{index.Text()}\"]",
        _ => "",
    };

    private static string Deposed(JsonElement instance) => instance.Member("deposed").Text() is { Length: > 0 } key ? $" (deposed {key})" : "";

    // A raw state lists paths; the first step is enough to keep an attribute to ourselves.
    private static JsonElement SensitiveOf(JsonElement instance)
    {
        var paths = instance.Member("sensitive_attributes");
        if (paths.ValueKind != JsonValueKind.Array || paths.GetArrayLength() == 0) return default;
        var names = paths.EnumerateArray()
            .Where(path => path.ValueKind == JsonValueKind.Array && path.GetArrayLength() > 0)
            .Select(path => path[0].Member("value").Text())
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, _ => true, StringComparer.Ordinal);
        return JsonSerializer.SerializeToElement(names);
    }

    private void ReadConfiguration(string part, ref Utf8JsonReader reader)
    {
        if (part == "provider_config") Configuration.Providers = Parse(ref reader);
        else if (part == "root_module") Configuration.Root = ReadModule(ref reader);
        else reader.Skip();
    }

    private ConfiguredModule ReadModule(ref Utf8JsonReader reader)
    {
        var module = new ConfiguredModule();
        EachMember(ref reader, (string part, ref Utf8JsonReader value) =>
        {
            switch (part)
            {
                case "resources":
                    EachItem(ref value, (ref Utf8JsonReader item) =>
                    {
                        if (Resource(ref item, out var isData) is not { } resource) return;
                        module.Resources[$"{(isData ? "data." : "")}{resource.Member("type").Text()}.{resource.Member("name").Text()}"] = ConfiguredResource.Read(resource);
                    });
                    break;
                case "module_calls":
                    EachMember(ref value, (string name, ref Utf8JsonReader call) => module.Calls[name] = ReadCall(ref call));
                    break;
                case "outputs":
                    module.Outputs = Parse(ref value);
                    break;
                case "variables":
                    module.Variables = Parse(ref value);
                    break;
                default:
                    value.Skip();
                    break;
            }
        });
        return module;
    }

    private ModuleCall ReadCall(ref Utf8JsonReader reader)
    {
        var call = new ModuleCall();
        EachMember(ref reader, (string part, ref Utf8JsonReader value) =>
        {
            if (part == "expressions") call.Expressions = Parse(ref value);
            else if (part == "for_each_expression") call.ForEach = Parse(ref value);
            else if (part == "module") call.Module = ReadModule(ref value);
            else value.Skip();
        });
        return call;
    }

    private delegate void MemberAction(string name, ref Utf8JsonReader reader);

    private delegate void ItemAction(ref Utf8JsonReader reader);

    private static void EachMember(ref Utf8JsonReader reader, MemberAction action)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            action(name, ref reader);
        }
    }

    private static void EachItem(ref Utf8JsonReader reader, ItemAction action)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) action(ref reader);
    }

    /// <summary>A resource of a type that matters; others are passed over unread.</summary>
    private static JsonElement? Resource(ref Utf8JsonReader reader, out bool isData) => Resource(ref reader, Peek(reader), out isData);

    private static JsonElement? Resource(ref Utf8JsonReader reader, Peeked peeked, out bool isData)
    {
        isData = peeked.Mode == "data";
        if (ResourceTypes.Of(peeked.Type, isData) != Kind.None) return Parse(ref reader);
        reader.Skip();
        return null;
    }

    private readonly record struct Peeked(string? Type, string? Mode, string? Address, string? Previous);

    // By value: a copy looks ahead, and the reader stays where it is.
    private static Peeked Peek(Utf8JsonReader reader)
    {
        Peeked peeked = default;
        if (reader.TokenType != JsonTokenType.StartObject) return peeked;
        while ((peeked.Type is null || peeked.Mode is null || peeked.Address is null) && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isMode = reader.ValueTextEquals("mode"u8);
            var isAddress = reader.ValueTextEquals("address"u8);
            var isPrevious = reader.ValueTextEquals("previous_address"u8);
            reader.Read();
            if (reader.TokenType != JsonTokenType.String || !(isType || isMode || isAddress || isPrevious))
            {
                reader.Skip();
                continue;
            }

            var text = reader.GetString();
            peeked = isType ? peeked with { Type = text } : isMode ? peeked with { Mode = text } : isAddress ? peeked with { Address = text } : peeked with { Previous = text };
        }

        return peeked;
    }

    private static JsonElement Parse(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);
}
