using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Kunskapsstyrning.Web.Layout;

/// <summary>
/// Keeps public pages whole and compressed. The version of the facts, the day in Sweden and the accepted encoding are
/// part of the key, so that a page made from older facts is never found again: nothing has to be evicted, and no page
/// that was being made while something changed can slip in behind. Whoever is signed in is by-passed.
/// </summary>
internal sealed class PublicPages(Changes changes, TimeProvider clock) : IOutputCachePolicy
{
    /// <summary>The policy's name.</summary>
    public const string Name = "public";

    private static readonly string Process = Guid.NewGuid().ToString("N")[..8];

    /// <inheritdoc/>
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var keep = HttpMethods.IsGet(request.Method) && !context.HttpContext.Actor().IsSignedIn;
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (keep, keep, keep, keep);
        if (!keep) return ValueTask.CompletedTask;

        var facts = $"{Process}-{changes.Version}-{SwedishTime.DayOf(clock.GetUtcNow()):yyyyMMdd}";
        var encoding = OnlyEncoding(request);
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = HeaderNames.Accept;
        context.CacheVaryByRules.VaryByValues["facts"] = facts;
        context.CacheVaryByRules.VaryByValues["encoding"] = encoding;
        context.ResponseExpirationTimeSpan = TimeSpan.FromHours(24);
        var headers = context.HttpContext.Response.Headers;
        headers.ETag = $"W/\"{facts}-{encoding}{(request.Headers.Accept.ToString().Contains("text/csv", StringComparison.OrdinalIgnoreCase) ? "-csv" : "")}\"";
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept-Encoding, Accept, Cookie";
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (!StringValues.IsNullOrEmpty(response.Headers.SetCookie) || response.StatusCode is not StatusCodes.Status200OK) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>Leaves one encoding of those accepted, so that key and compression cannot disagree.</summary>
    private static string OnlyEncoding(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is null or > 0).Select(e => e.Value.Value ?? "").ToList();
        var chosen = accepted.Contains("br") ? "br" : accepted.Contains("gzip") ? "gzip" : "identity";
        request.Headers.AcceptEncoding = chosen;
        return chosen;
    }
}
