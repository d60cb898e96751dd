using Microsoft.Net.Http.Headers;

namespace CostApi.Api;

/// <summary>Which format a caller wants: `?format=` if it is there, else what `Accept` likes best (RFC 9110, 12.5.1).</summary>
internal static class ReportChoice
{
    /// <summary>The format; JSON, with a fault, where `format` names none.</summary>
    /// <exception cref="BadHttpRequestException">There is no format that `Accept` allows.</exception>
    public static ReportFormat Of(HttpRequest request, string? format, out IReadOnlyList<(string Path, string Message)> faults)
    {
        faults = [];
        if (format is null) return Accepted(request.Headers.Accept);
        if (ReportFormat.All.FirstOrDefault(known => known.Name.Equals(format, StringComparison.OrdinalIgnoreCase)) is { } named) return named;
        faults = [("format", $"'{format}' is not a known format. The formats are {ReportFormat.Names}.")];
        return ReportFormat.Json;
    }

    private static ReportFormat Accepted(Microsoft.Extensions.Primitives.StringValues accept)
    {
        // Nearly every caller wants JSON and says nothing, or just that.
        if (accept.Count == 0 || accept is ["" or "*/*" or "application/json"]) return ReportFormat.Json;
        var ranges = MediaTypeHeaderValue.TryParseList(accept, out var read) ? read : [];
        var wanted = ReportFormat.All
            .Select(format => (Format: format, Liking: Liking(format, ranges)))
            .Where(choice => choice.Liking.Quality > 0)
            .OrderByDescending(choice => choice.Liking)
            .FirstOrDefault();
        return wanted.Format ?? throw new BadHttpRequestException(
            $"Accept allows none of the available media types: {string.Join(", ", ReportFormat.All.Select(format => format.MediaType))}. "
            + $"You can also select a format with the parameter format: {ReportFormat.Names}.",
            StatusCodes.Status406NotAcceptable);
    }

    // The most exact range that holds a format speaks for it, and between equal likings the more exact one wins.
    private static (decimal Quality, int Exactness) Liking(ReportFormat format, IEnumerable<MediaTypeHeaderValue> ranges) => ranges
        .Select(range => (Range: range, Exactness: Exactness(format, range)))
        .Where(match => match.Exactness > 0)
        .OrderByDescending(match => match.Exactness)
        .Select(match => ((decimal)(match.Range.Quality ?? 1), match.Exactness))
        .FirstOrDefault();

    private static int Exactness(ReportFormat format, MediaTypeHeaderValue range) => range switch
    {
        { MatchesAllTypes: true } => 1,
        { MatchesAllSubTypes: true } => format.MediaType.StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase) ? 2 : 0,
        _ => range.MediaType.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase) ? 3 : 0,
    };
}
