using System.Net;
using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Bench;

/// <summary>Somebody's browser: it keeps its cookies.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly CookieContainer _cookies = new();

    private Browser(Uri address) =>
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = _cookies, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = address };

    /// <summary>What it asks with.</summary>
    public HttpClient Http { get; }

    /// <summary>What it sends along, as a header's value.</summary>
    public string Cookies => _cookies.GetCookieHeader(Http.BaseAddress!);

    /// <summary>A browser in which a ready-made user has signed in.</summary>
    public static async Task<Browser> SignedIn(Node node, string user)
    {
        var browser = new Browser(node.Address);
        var page = await browser.Http.GetStringAsync(new Uri("/logga-in", UriKind.Relative));
        using var answer = await browser.Http.PostAsync(new Uri("/logga-in", UriKind.Relative), new FormUrlEncodedContent([new("anvandare", user), new("__RequestVerificationToken", TokenOf(page))]));
        return answer.IsSuccessStatusCode ? browser : throw new InvalidOperationException($"{user} cannot sign in: {(int)answer.StatusCode}.");
    }

    /// <summary>What a form on the page must carry to be taken for the page's own.</summary>
    public static string TokenOf(string page) => Token().Match(page).Groups["value"].Value;

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Token();
}
