using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kunskapsstyrning.Web.Api;

/// <summary>In what form the API answers: JSON unless CSV is asked for, by <c>format=csv</c> or by <c>Accept: text/csv</c>.</summary>
internal static class ApiFormat
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An answer that is one thing and no table.</summary>
    public static IResult One<T>(HttpContext context, string? format, ApiAnswer<T> answer) where T : class
    {
        if (answer.Problem is { } problem) return problem.ToResult();
        return Wish(context.Request, format) switch
        {
            Wished.Json => Results.Json(answer.Value, Json),
            Wished.Csv => ApiProblem.NotATable().ToResult(),
            _ => ApiProblem.UnknownFormat(format!).ToResult(),
        };
    }

    /// <summary>An answer that is rows.</summary>
    /// <param name="name">What the file is called.</param>
    public static IResult Rows<T>(HttpContext context, string? format, string name, ApiAnswer<IReadOnlyList<T>> answer) => Table(context, format, name, answer, rows => rows);

    /// <summary>An answer that has rows in it: in CSV only the rows.</summary>
    /// <param name="name">What the file is called.</param>
    /// <param name="rows">The rows.</param>
    public static IResult Table<T, TRow>(HttpContext context, string? format, string name, ApiAnswer<T> answer, Func<T, IEnumerable<TRow>> rows) where T : class
    {
        if (answer.Problem is { } problem) return problem.ToResult();
        return Wish(context.Request, format) switch
        {
            Wished.Json => Results.Json(answer.Value, Json),
            Wished.Csv => Csv.File(rows(answer.Value!), name),
            _ => ApiProblem.UnknownFormat(format!).ToResult(),
        };
    }

    private static Wished Wish(HttpRequest request, string? format) => format switch
    {
        null => ByAccept(request),
        "json" => Wished.Json,
        "csv" => Wished.Csv,
        _ => Wished.Unknown,
    };

    private static Wished ByAccept(HttpRequest request)
    {
        var (csv, json) = (0d, 0d);
        foreach (var type in request.GetTypedHeaders().Accept)
        {
            var quality = type.Quality ?? 1;
            if (type.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase)) csv = Math.Max(csv, quality);
            if (type.MatchesMediaType("application/json")) json = Math.Max(json, quality);
        }

        return csv > 0 && csv >= json ? Wished.Csv : Wished.Json;
    }

    private enum Wished
    {
        Unknown,
        Json,
        Csv,
    }
}
