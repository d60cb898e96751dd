using System.Text.Json;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>Reads the network that a CloudFormation template declares.</summary>
public static class CloudFormationReader
{
    // Steps for any template, and for each part of it: a real one takes some ten for each part.
    private const long StepsForAny = 1_000_000;
    private const long StepsForEach = 50;

    /// <summary>Reads a template in its long form. A template tells of one time only, so there is no network before.</summary>
    /// <param name="template">The template as JSON.</param>
    /// <param name="parameters">Values of parameters by name, and of imports by the name they are exported under.</param>
    /// <param name="region">The Region to deploy to; null where the caller does not say.</param>
    /// <exception cref="UnreadableDocumentException">It is no template, or one too entangled to be worked out.</exception>
    public static ReadDocument Read(JsonElement template, IReadOnlyDictionary<string, string> parameters, string? region)
    {
        var root = Literal.Of(template, out var parts);
        return Read(root, parameters, region, new Work(StepsForAny + (StepsForEach * parts)));
    }

    /// <summary>Reads a template, and charges the work.</summary>
    internal static ReadDocument Read(JsonElement template, IReadOnlyDictionary<string, string> parameters, string? region, Work work)
    {
        var root = Literal.Of(template, out var parts);
        work.Charge(parts);
        return Read(root, parameters, region, work);
    }

    private static ReadDocument Read(Literal root, IReadOnlyDictionary<string, string> parameters, string? region, Work work)
    {
        if (ForeignDocument.WhatElse(root) is { } message) throw new UnreadableDocumentException(message);
        var notes = new Notes();
        var stack = new Deployment(new Template((Literal.Mapping)root), parameters, work).Of(region, notes, out var leftOut);
        var paths = stack.Resources.Where(resource => resource.SourcePath is not null)
            .ToDictionary(resource => resource.Address, resource => resource.SourcePath!);
        var network = NetworkReader.Read(stack);
        return new ReadDocument(
            paths.Count > 0 ? "CloudFormation template, made by the AWS CDK" : "CloudFormation template",
            null, network with { LeftOut = leftOut, SourcePaths = paths, Unread = [.. notes.All] });
    }
}
