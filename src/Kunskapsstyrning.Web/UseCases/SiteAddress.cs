namespace Kunskapsstyrning.Web.UseCases;

/// <summary>The address under which people reach the site. Links in messages begin with it, since nothing else tells it where no request is.</summary>
/// <param name="Root">The address, "https://kunskapsstyrning.example/"; null when it is not set.</param>
public sealed record SiteAddress(Uri? Root)
{
    /// <summary>What <c>Site:Address</c> says; in development the first address that is listened on.</summary>
    /// <exception cref="InvalidOperationException">It is no address.</exception>
    public static SiteAddress Of(IConfiguration configuration, bool inDevelopment)
    {
        var text = configuration["Site:Address"];
        if (string.IsNullOrWhiteSpace(text)) text = inDevelopment ? configuration["urls"]?.Split(';')[0] ?? "http://localhost:5080" : null;
        if (text is null) return new SiteAddress((Uri?)null);
        return Uri.TryCreate(text, UriKind.Absolute, out var root) && root.Scheme is "http" or "https"
            ? new SiteAddress(root)
            : throw new InvalidOperationException("Site:Address must be an address that begins with https://.");
    }
}
