using System.Text;
using CostApi.Core.Reporting;

namespace CostApi.Api;

/// <summary>An answer in a format other than JSON.</summary>
internal sealed class ReportResult(Report report, ReportFormat format) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        AddHeaders(httpContext.Response, format);
        httpContext.Response.ContentType = format.ContentType;
        return httpContext.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(format.Write!(report)), httpContext.RequestAborted).AsTask();
    }

    /// <summary>What keeps a browser from making more of an answer than it is.</summary>
    public static void AddHeaders(HttpResponse response, ReportFormat format)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        if (format.Name is "html" or "svg") response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
    }
}
