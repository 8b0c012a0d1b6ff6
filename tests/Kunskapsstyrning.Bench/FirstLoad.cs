using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Bench;

/// <summary>What a browser fetches that has never been here: page, style sheet, scripts and icon, headers included.</summary>
internal static partial class FirstLoad
{
    public static async Task Measure(Node product, Report report)
    {
        var (page, html) = await Fetch(product, Contestants.Page);
        var all = page;
        foreach (Match reference in Reference().Matches(html))
        {
            var (size, _) = await Fetch(product, reference.Groups["address"].Value);
            all += size;
        }

        report.AtMost("First load, HTML", page, 24_000, "bytes");
        report.AtMost("First load, all", all, 60_000, "bytes");
    }

    private static async Task<(int Size, string Text)> Fetch(Node product, string address)
    {
        var (response, body) = await product.Get(address);
        using var _ = response.EnsureSuccessStatusCode();
        var size = body.Length + response.Headers.ToString().Length + response.Content.Headers.ToString().Length;
        if (!response.Content.Headers.ContentEncoding.Contains("br")) return (size, Encoding.UTF8.GetString(body));

        await using var whole = new BrotliStream(new MemoryStream(body), CompressionMode.Decompress);
        using var reader = new StreamReader(whole, Encoding.UTF8);
        return (size, await reader.ReadToEndAsync());
    }

    [GeneratedRegex("<(?:link[^>]*\\brel=\"(?:stylesheet|icon|modulepreload)\"[^>]*\\bhref|link[^>]*\\bhref|script[^>]*\\bsrc)=\"(?<address>/[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
