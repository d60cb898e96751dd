using CostApi.Core.Services;
using Microsoft.AspNetCore.Mvc;

namespace CostApi.Api;

/// <summary>A query parameter that the handler does not take is a mistake, as an unknown member of a body is.</summary>
internal static class KnownQuery
{
    public static EndpointFilterDelegate Require(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var known = factory.MethodInfo.GetParameters()
            .Where(parameter => !parameter.IsDefined(typeof(FromHeaderAttribute), inherit: false))
            .Where(parameter => parameter.ParameterType.IsPrimitive || parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(string[]) || parameter.ParameterType == typeof(decimal) || Nullable.GetUnderlyingType(parameter.ParameterType) is not null)
            .Select(parameter => parameter.Name!)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return async invocation =>
        {
            var unknown = invocation.HttpContext.Request.Query.Keys.Where(name => !known.Contains(name)).Select(name => (name, Message(name))).ToArray();
            if (unknown.Length == 0) return await next(invocation);
            try
            {
                await next(invocation);
            }
            catch (BadRequestException bad)
            {
                throw new BadRequestException(unknown, bad.Errors.ToDictionary());
            }

            throw new BadRequestException(unknown, new Dictionary<string, string[]>());
        };

        string Message(string name) =>
            $"is not a known parameter.{(Nearest.To(name, known, 1) is [var near] ? $" Did you mean '{near}'?" : "")} "
            + (known.Count == 0 ? "This operation has no parameters." : $"The parameters are {string.Join(", ", known)}.");
    }
}
