using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Printing;

/// <summary>A file of our own making, sent to be kept and never run as a page.</summary>
internal static class FileToKeep
{
    private const int LongestName = 120;

    public static IResult Of(HttpContext context, byte[] bytes, string mediaType, string name)
    {
        context.Response.Headers.ContentSecurityPolicy = ContentPolicy.OfFiles;
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!context.Actor().IsSignedIn) context.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(bytes, mediaType, Name(name));
    }

    /// <summary>A name that every system can write, with å, ä and ö as they are.</summary>
    public static string Name(string name)
    {
        var ending = Path.GetExtension(name);
        var words = string.Concat(name[..^ending.Length].Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? ' ' : c));
        var tidy = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('.');
        return (tidy.Length > LongestName ? tidy[..LongestName].TrimEnd() : tidy) + ending;
    }
}
