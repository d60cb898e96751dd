namespace CostApi.Benchmarks;

/// <summary>An instance in a made-up plan.</summary>
/// <param name="Module">Address of its module.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">Name of its block.</param>
/// <param name="Index">Its key as JSON: <c>0</c>, <c>"sqs"</c>; none where it is the block's only instance.</param>
/// <param name="Action">What the plan does with it.</param>
/// <param name="Declared">Members that its configuration gives.</param>
/// <param name="Computed">Members that AWS gives or another resource has, so that they are not known of what is new.</param>
internal sealed record SampleResource(string Module, string Type, string Name, string? Index, string Action, string Declared, (string Name, string Value)[] Computed)
{
    private const string Sensitive = """{"tags_all":{}}""";

    public bool IsNew => Action == "create";

    private string Address => $"{Module}.{Type}.{Name}{(Index is null ? "" : $"[{Index}]")}".Replace("\"", "\\\"", StringComparison.Ordinal);

    private string Block(string module = "") => $"""
        "address":"{Address}",{module}"mode":"managed","type":"{Type}","name":"{Name}",{(Index is null ? "" : $"\"index\":{Index},")}"provider_name":"registry.terraform.io/hashicorp/aws"
        """;

    private string Values => IsNew ? $"{{{Declared}}}" : $"{{{Declared},{string.Join(',', Computed.Select(member => $"\"{member.Name}\":{member.Value}"))}}}";

    private string Unknown => IsNew ? $"{{{string.Join(',', Computed.Select(member => $"\"{member.Name}\":true"))}}}" : "{}";

    private string ModuleAddress => Module.Replace("\"", "\\\"", StringComparison.Ordinal);

    /// <summary>As it stands under <c>planned_values</c> and in the state.</summary>
    public string Value => $"{{{Block()},\"schema_version\":1,\"values\":{Values},\"sensitive_values\":{Sensitive}}}";

    /// <summary>As it stands in <c>resource_changes</c>.</summary>
    public string Change =>
        $"{{{Block($"\"module_address\":\"{ModuleAddress}\",")},\"change\":{{\"actions\":[\"{Action}\"],\"before\":{(IsNew ? "null" : Values)},\"after\":{Values},\"after_unknown\":{Unknown},\"before_sensitive\":{(IsNew ? "false" : Sensitive)},\"after_sensitive\":{Sensitive}}}}}";
}
