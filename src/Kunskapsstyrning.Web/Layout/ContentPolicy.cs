namespace Kunskapsstyrning.Web.Layout;

/// <summary>What a browser may do with an answer: one policy for pages, and one for files, which are kept and never run.</summary>
internal static class ContentPolicy
{
    /// <summary>Nothing runs on a page but our own script, and nobody frames it.</summary>
    public const string OfPages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Nothing runs in a file at all.</summary>
    public const string OfFiles = "sandbox; default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
