using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CostApi.OpenApi;

/// <summary>The OpenAPI document of the contract.</summary>
internal static class ContractDocument
{
    private const string Description = """
        Estimates what an AWS VPC layout costs per month before it is built, and compares layouts: with interface endpoints,
        gateway endpoints, NAT gateways, or a hub VPC behind a Transit Gateway.

        Amounts of money and quantities are exact decimal numbers with at most 10 decimals. The line items of a layout add up
        to its `monthlyCost`. 1 GB is 2^30 bytes. Prices are list prices before tax, less the discounts that the request
        specifies. A charge without a known price is not priced, with a reason; it is never 0. Errors are problem documents
        (RFC 9457). The answer to an invalid request has status 400 and a member `errors`, which has a message for each
        invalid value, by its path. Unknown members, unknown parameters, numbers in quotes and duplicate members are errors.
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
                new() { Name = "Reviews", Description = "Review Terraform plans and states, and CloudFormation templates." },
                new() { Name = "Imports", Description = "Create layouts from Terraform plans and states and CloudFormation templates." },
                new() { Name = "Facts", Description = "Regions, prices, services and bundles." },
                new() { Name = "Health", Description = "Health checks for load balancers and orchestrators." },
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
            if (operation.Responses?.GetValueOrDefault("500") is { } failure)
                failure.Description = "An internal error occurred. The log of the service has the details.";
            return Task.CompletedTask;
        });
    });
}
