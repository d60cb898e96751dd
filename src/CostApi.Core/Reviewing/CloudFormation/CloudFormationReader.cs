using System.Text.Json;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads the network that a CloudFormation template declares.</summary>
public static class CloudFormationReader
{
    /// <summary>Reads a template in its long form. A template tells of one time only, so there is no network before.</summary>
    /// <param name="template">The template as JSON.</param>
    /// <param name="parameters">Values of parameters by name, and of imports by the name they are exported under.</param>
    /// <param name="region">The Region to deploy to; null where the caller does not say.</param>
    /// <exception cref="UnreadableDocumentException">It is no template.</exception>
    public static ReadDocument Read(JsonElement template, IReadOnlyDictionary<string, string> parameters, string? region)
    {
        var root = Literal.Of(template);
        if (ForeignDocument.WhatElse(root) is { } message) throw new UnreadableDocumentException(message);
        var notes = new Notes();
        var sections = new Template((Literal.Mapping)root);
        var stack = Deployment.Of(sections, parameters, region, notes, out var leftOut);
        var paths = stack.Resources.Where(resource => resource.SourcePath is not null).ToDictionary(resource => resource.Address, resource => resource.SourcePath!);
        var network = NetworkReader.Read(stack, sections);
        return new ReadDocument(
            paths.Count > 0 ? "CloudFormation template, made by the AWS CDK" : "CloudFormation template",
            null, network with { LeftOut = leftOut, SourcePaths = paths, Unread = [.. notes.All] });
    }
}
