using Microsoft.Net.Http.Headers;

namespace CostApi.Api;

/// <summary>The page at `/` and its files.</summary>
internal static class PageFiles
{
    // Nothing from elsewhere, nothing inline; Trusted Types keep the page itself from turning text into markup.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public static void UsePage(this IApplicationBuilder app) => app.UseDefaultFiles().UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file =>
        {
            var headers = file.Context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            // Its files belong together: a new edition is asked for each time, and most often answered 304.
            headers[HeaderNames.CacheControl] = "no-cache";
        },
    });
}
