namespace CostApi.PriceSources.QueryApi;

/// <summary>The operation <c>GetProducts</c> of the AWS Price List Query API.</summary>
public interface IPricingApi
{
    /// <summary>One page: the first, or the one that the token stands for.</summary>
    /// <exception cref="PricingApiException">AWS refused, or gave no usable answer.</exception>
    /// <exception cref="PriceSourceException">There is nowhere to ask, or nothing to ask with.</exception>
    Task<ProductPage> GetProductsAsync(ProductQuery query, string? nextToken, CancellationToken cancellationToken);
}

/// <summary>A page of products.</summary>
/// <param name="PriceList">The products, each a JSON text.</param>
/// <param name="NextToken">What to ask the next page with; null after the last. An empty page may have one.</param>
public sealed record ProductPage(IReadOnlyList<string> PriceList, string? NextToken);
