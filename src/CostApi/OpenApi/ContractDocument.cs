using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CostApi.OpenApi;

/// <summary>The OpenAPI document of the contract.</summary>
internal static class ContractDocument
{
    private const string Description = """
        What a proposed AWS VPC layout costs a month before it is built, and which layout is cheaper: interface endpoints,
        gateway endpoints, NAT gateways, hubs behind a Transit Gateway.

        Money and quantities are exact decimals with at most 10 decimals; the line items of a layout add up to its
        `monthlyCost`. A GB is 2^30 bytes. Prices are list prices before tax, less the discounts of the request. A charge
        without a known price is unpriced, with the reason, and never 0. Errors are problem documents (RFC 9457); a
        request that cannot be meant is answered 400 with `errors`, an object from the path of each culprit to what would
        be right. Unknown members and parameters, numbers as strings, and duplicate members are errors.
        """;

    public static void AddContractDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "CostApi", Version = "v1", Description = Description, License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" } };
            document.Tags = new HashSet<OpenApiTag>
            {
                new() { Name = "Pricing", Description = "Price and compare layouts." },
                new() { Name = "Reviews", Description = "Plans, states and templates, priced and judged." },
                new() { Name = "Imports", Description = "Layouts out of what people have: plans, states, templates." },
                new() { Name = "Facts", Description = "What the answers are made from." },
                new() { Name = "Health", Description = "For load balancers and orchestrators." },
            };
            OptionalMembers.Describe(document);
            // Here and not as operations are made: each endpoint describes its own body after all else.
            foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value))
            {
                Examples.Show(operation);
                ParameterNames.Differ(operation);
            }

            foreach (var server in document.Servers ?? []) server.Url = server.Url?.TrimEnd('/');
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer(WireSchemas.Transform);
        options.AddOperationTransformer((operation, _, _) =>
        {
            if (operation.Responses?.GetValueOrDefault("500") is { } failure) failure.Description = "The service failed; its log says why.";
            return Task.CompletedTask;
        });
    });
}
