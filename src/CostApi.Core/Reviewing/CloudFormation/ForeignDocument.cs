namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Tells a template from other documents that are sent in its place.</summary>
internal static class ForeignDocument
{
    private const string Right = "A CloudFormation template is a mapping with Resources, as JSON or YAML.";

    private static readonly string[] Sections = ["Resources", "AWSTemplateFormatVersion", "Parameters", "Mappings", "Conditions", "Outputs", "Transform"];

    /// <summary>What the document is, where it is no template, and what would be right.</summary>
    public static string? WhatElse(Literal root)
    {
        if (root is Literal.Sequence) return $"This is a list. {Right}";
        if (root is not Literal.Mapping mapping) return $"This is a single value. {Right}";
        if (mapping["planned_values"] is not null || mapping["resource_changes"] is not null || (mapping["format_version"] is not null && mapping["terraform_version"] is not null))
            return "This is a Terraform plan or state. Send it to the review of Terraform documents.";
        if (mapping["terraform_version"] is not null || mapping["lineage"] is not null) return "This is a Terraform state. Send it to the review of Terraform documents.";
        if (mapping["@level"] is not null)
        {
            return "This is a line of Terraform's -json output. Create the JSON of the plan with terraform show -json, and send it to the "
                + "review of Terraform documents.";
        }

        if (mapping["artifacts"] is not null || mapping["version"]?.Text == "tree-0.1" || mapping["tree"] is not null || mapping["dockerImages"] is not null)
            return "This is a file of a CDK cloud assembly, not a template. Send cdk.out/<stack>.template.json.";
        if (mapping["TemplateBody"] is not null)
            return "This is the output of aws cloudformation get-template. Send the value of TemplateBody.";
        if (mapping["app"] is not null && mapping["Resources"] is null)
        {
            return "This is the settings file of a CDK application (cdk.json). Run cdk synth, and send "
                + "cdk.out/<stack>.template.json.";
        }

        if (Sections.Any(section => mapping[section] is not null))
            return mapping["Resources"] is Literal.Mapping or null ? null : $"Its Resources section is not a mapping. {Right}";
        return mapping.Members.Count == 0
            ? $"This is an empty mapping. {Right}"
            : $"This is a mapping with the keys {string.Join(", ", mapping.Members.Keys.Take(5).Select(Shortened))}"
                + $"{(mapping.Members.Count > 5 ? " and others" : "")}. {Right}";
    }

    private static string Shortened(string name) => $"'{(name.Length <= 40 ? name : name[..40] + "…")}'";
}
