using System.Text.Json;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Goes through JSON member by member and item by item, without a document of it in memory.</summary>
internal static class JsonWalk
{
    public delegate void MemberAction(string name, ref Utf8JsonReader reader);

    public delegate void ItemAction(ref Utf8JsonReader reader);

    public static void EachMember(ref Utf8JsonReader reader, MemberAction action)
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

    public static void EachItem(ref Utf8JsonReader reader, ItemAction action)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) action(ref reader);
    }

    /// <summary>A value as a document of its own.</summary>
    public static JsonElement Parse(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);
}
