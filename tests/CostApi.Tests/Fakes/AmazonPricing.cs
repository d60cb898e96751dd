// What AWSSDK.Pricing offers and the product's client of it uses, by the package's public source: it is not restored here.
namespace Amazon.Pricing
{
    using Amazon.Pricing.Model;

    internal interface IAmazonPricing
    {
        Task<GetProductsResponse> GetProductsAsync(GetProductsRequest request, CancellationToken cancellationToken = default);
    }

    internal sealed record FilterType(string Value)
    {
        public static readonly FilterType TERM_MATCH = new("TERM_MATCH");
    }
}

namespace Amazon.Pricing.Model
{
    internal sealed class GetProductsRequest
    {
        public string? ServiceCode { get; set; }

        public string? FormatVersion { get; set; }

        public List<Filter> Filters { get; set; } = [];

        public int? MaxResults { get; set; }

        public string? NextToken { get; set; }
    }

    internal sealed class Filter
    {
        public FilterType? Type { get; set; }

        public string? Field { get; set; }

        public string? Value { get; set; }
    }

    internal sealed class GetProductsResponse
    {
        public List<string>? PriceList { get; set; }

        public string? NextToken { get; set; }
    }
}
