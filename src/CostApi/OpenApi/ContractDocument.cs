using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CostApi.OpenApi;

/// <summary>The OpenAPI document of the contract.</summary>
internal static class ContractDocument
{
    public static void AddContractDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "CostApi";
            document.Info.Version = "v1";
            return Task.CompletedTask;
        });
    });
}
