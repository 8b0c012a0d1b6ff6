using System.Xml.Linq;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Publishing;

/// <summary>The addresses of the pages that the one who asks may see, for search engines.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record PublicAddresses : IQuery<IReadOnlyList<string>>
{
    public Task<IReadOnlyList<string>> Answer(Session session, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>(
    [
        Urls.Start, Urls.Municipalities, Urls.Accessibility,
        .. session.Facts.Recommendations.Where(session.MaySee).Select(r => Urls.ToRecommendation(r.Slug)),
        .. session.Facts.MunicipalitiesOn(session.Today).Select(m => Urls.ToMunicipality(m.Code)),
    ]);
}

/// <summary>What search engines are told: which pages there are, and where they are not to look. Always as nobody, whoever asks.</summary>
internal static class Sitemap
{
    private static readonly XNamespace Protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Pages for those who sign in or hold a reference, and files that are made anew for each who asks.</summary>
    private static readonly string[] NotForSearching =
        [Urls.FindReceipt, Urls.SignIn, Urls.Account, Urls.OwnMunicipality, Urls.Inbox, Urls.Log, "/beslut", Urls.Messages, Urls.Templates, Urls.Administration, "/handlingar", Urls.News, "/api", "/kommuner/*/beslutsunderlag", "/kommuner/*/avgiftsbesked"];

    public static void MapSitemap(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Sitemap, async (HttpContext context, SiteAddress site, Runner runner, CancellationToken cancellation) =>
        {
            var root = Root(context, site);
            var addresses = await runner.Ask(new PublicAddresses(), Actor.Anyone, cancellation);
            var map = new XElement(Protocol + "urlset", addresses.Select(a => new XElement(Protocol + "url", new XElement(Protocol + "loc", new Uri(root, a).AbsoluteUri))));
            return Results.Text($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{map}", "application/xml");
        }).For(typeof(PublicAddresses)).CacheOutput(PublicPages.Name);
        app.MapGet(Urls.Robots, (HttpContext context, SiteAddress site) => Results.Text(
            $"User-agent: *\n{string.Concat(NotForSearching.Select(a => $"Disallow: {a}\n"))}\nSitemap: {new Uri(Root(context, site), Urls.Sitemap)}\n")).Open("Search engines are told the same as everyone.").CacheOutput(PublicPages.Name);
    }

    private static Uri Root(HttpContext context, SiteAddress site) => site.Root ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}/");
}
