namespace CostApi.Api;

/// <summary>Answers HEAD as GET without the body (RFC 9110, 9.3.2), which the server itself holds back.</summary>
internal static class HeadAsGet
{
    /// <summary>Has to stand before routing, which chooses the endpoint by the method.</summary>
    public static void UseHeadAsGet(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            // What logs the request afterwards is to see what was sent.
            context.Request.Method = HttpMethods.Head;
        }
    });
}
