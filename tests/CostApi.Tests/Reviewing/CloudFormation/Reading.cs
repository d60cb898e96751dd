using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.CloudFormation;
using CostApi.Reviewing;

namespace CostApi.Tests.Reviewing.CloudFormation;

/// <summary>Reads templates as the service does: bytes, long form, network.</summary>
internal static class Reading
{
    private static readonly JsonSerializerOptions Plain = new() { IncludeFields = true, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    public static DeclaredNetwork Network(string text, string? region = null, params (string Name, string Value)[] parameters) => Document(Encoding.UTF8.GetBytes(text), region, parameters).After;

    /// <summary>The network of a template, and how many steps it took to read.</summary>
    public static DeclaredNetwork Network(string text, out long steps)
    {
        using var template = TemplateText.Read(Encoding.UTF8.GetBytes(text));
        var work = new Work(100_000_000);
        var network = CloudFormationReader.Read(template.Json.RootElement, new Dictionary<string, string>(), null, work).After;
        steps = work.Charged;
        return network;
    }

    public static ReadDocument Document(byte[] bytes, string? region = null, params (string Name, string Value)[] parameters)
    {
        using var template = TemplateText.Read(bytes);
        var read = CloudFormationReader.Read(template.Json.RootElement, parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value), region);
        return read with { After = read.After with { Unread = [.. template.Unread, .. read.After.Unread] } };
    }

    public static string Refusal(string text) => Refusal(Encoding.UTF8.GetBytes(text));

    public static string Refusal(byte[] bytes) => Assert.Throws<UnreadableDocumentException>(() => Document(bytes)).Message;

    /// <summary>All that was read, so that two networks can be told apart.</summary>
    public static string Said(this DeclaredNetwork network) => JsonSerializer.Serialize(network, Plain);
}
