using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CostApi.Api;
using CostApi.Core.Advising;
using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.Core.Recommending;
using CostApi.Core.Reviewing;
using CostApi.Core.Routing;
using CostApi.Core.Services;
using CostApi.Operations;
using Microsoft.AspNetCore.Mvc;

namespace CostApi.Json;

/// <summary>
/// How the contract is spelled in JSON. Answers are written by generated code, for a fast start; requests are read by
/// reflection, because generated readers lose the defaults of members that a request leaves out; so are answers that hold
/// a layout to be posted back.
/// </summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Comparison))]
[JsonSerializable(typeof(Estimate))]
[JsonSerializable(typeof(Review))]
[JsonSerializable(typeof(RegionList))]
[JsonSerializable(typeof(Api.RegionPrices))]
[JsonSerializable(typeof(PricesState))]
[JsonSerializable(typeof(PriceChanges))]
[JsonSerializable(typeof(RefreshAccepted))]
[JsonSerializable(typeof(BundleList))]
[JsonSerializable(typeof(ServiceSummaries))]
[JsonSerializable(typeof(ServiceDetails))]
[JsonSerializable(typeof(BreakEvenAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
internal sealed partial class CostJson : JsonSerializerContext
{
    /// <summary>Strict in what it takes: numbers are numbers, and no member is unknown, duplicate or missing. A null is a member left out.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new WireDecimal());
        options.Converters.Add(new StrictEnum<ChangeKind>());
        options.Converters.Add(new StrictEnum<CostCategory>());
        options.Converters.Add(new StrictEnum<EndpointType>());
        options.Converters.Add(new StrictEnum<NatMode>());
        options.Converters.Add(new StrictEnum<PathKind>());
        options.Converters.Add(new StrictEnum<Severity>());
        options.Converters.Add(new StrictEnum<ServiceEndpointType>());
        options.Converters.Add(new StrictEnum<Verdict>());
        options.Converters.Add(new StrictEnum<BandName>());
        options.Converters.Add(new StrictEnum<ChangeAction>());
        options.Converters.Add(new StrictEnum<HubChoice>());
        options.Converters.Add(new StrictEnum<InputKind>());
        options.Converters.Add(new StrictEnum<NatChoice>());
        options.Converters.Add(new StrictEnum<NatDecision>());
        options.Converters.Add(new StrictEnum<RunnerUpKind>());
        options.Converters.Add(new StrictEnum<TransitGatewayState>());
        options.Converters.Add(new GbRangeJson());
        options.TypeInfoResolver = JsonTypeInfoResolver.Combine(new Generated(), new DefaultJsonTypeInfoResolver()).WithAddedModifier(NullAsLeftOut.Modify);
    }

    // A plan holds a layout, and what requests hold is read by reflection wherever it stands.
    private sealed class Generated : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
            type.Namespace == typeof(Layout).Namespace ? null : ((IJsonTypeInfoResolver)Default).GetTypeInfo(type, options);
    }

    public static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
