using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Web.Example;

namespace Kunskapsstyrning.Bench;

/// <summary>The machine's share of registering what has arrived: from a dropped PDF of two pages to a filled form with its pictures, and from saving to the next.</summary>
internal sealed partial class InboxMeasured(HttpClient http)
{
    private const int Times = 12;
    private const double OpenLimit = 1;
    private const double SaveLimit = 0.3;

    public static async Task Measure(Contestants contestants, Report report)
    {
        var (node, _) = await contestants.StartInDevelopment("inbox");
        await using var stops = node;
        using var browser = await Browser.SignedIn(node, "registrator");
        var inbox = new InboxMeasured(browser.Http);
        report.Heading("The inbox, a PDF of two pages");

        var (opened, saved) = (new List<double>(), new List<double>());
        for (var i = -2; i < Times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var item = await inbox.Drop(i);
            var form = await inbox.Open(item, i);
            var open = Stopwatch.GetElapsedTime(start).TotalSeconds;
            start = Stopwatch.GetTimestamp();
            await inbox.Save(item, form);
            var save = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (i < 0) continue;
            opened.Add(open);
            saved.Add(save);
        }

        report.AtMost("Dropped PDF to filled form with both pages, median", Cost.Median(opened), OpenLimit, "s");
        report.AtMost("Saved to the next on screen, median", Cost.Median(saved), SaveLimit, "s");
    }

    /// <summary>Drops a PDF that nobody has seen before, and tells where it lies.</summary>
    private async Task<string> Drop(int number)
    {
        var inbox = await http.GetStringAsync(new Uri("/inkorg", UriKind.Relative));
        using var file = new ByteArrayContent(Paper.Pdf(Pages(number)));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent { { new StringContent(Browser.TokenOf(inbox)), "__RequestVerificationToken" }, { file, "filer", $"utdrag {number}.pdf" } };
        using var answer = await http.PostAsync(new Uri("/inkorg", UriKind.Relative), form);
        while (true)
        {
            var list = await http.GetStringAsync(new Uri($"/inkorg?sok={Uri.EscapeDataString($"utdrag {number}.pdf")}", UriKind.Relative));
            if (!list.Contains("Läses in", StringComparison.Ordinal) && Item().Match(list) is { Success: true } item) return item.Value;
            await Task.Delay(5);
        }
    }

    private async Task<string> Open(string item, int number)
    {
        while (true)
        {
            var page = await http.GetStringAsync(new Uri(item, UriKind.Relative));
            if (!page.Contains($"value=\"{Paragraph(number)}\"", StringComparison.Ordinal))
            {
                await Task.Delay(5);
                continue;
            }

            foreach (var picture in Picture().Matches(page).Select(m => m.Groups["at"].Value)) _ = await http.GetByteArrayAsync(new Uri(picture, UriKind.Relative));
            return page;
        }
    }

    private async Task Save(string item, string page)
    {
        var fields = Field().Matches(page[page.IndexOf("<form class=\"log\"", StringComparison.Ordinal)..]).Where(f => f.Groups["name"].Value is not ("utfall" or "kvitto"))
            .Select(f => KeyValuePair.Create(f.Groups["name"].Value, WebUtility.HtmlDecode(f.Groups["value"].Value))).DistinctBy(f => f.Key).ToList();
        fields.AddRange([new("utfall", "antar"), new("niva", "forslag"), new("rekommendation", "2016-nationell-stodfunktion")]);
        using var answer = await http.PostAsync(new Uri(item, UriKind.Relative), new FormUrlEncodedContent(fields));
        var next = await answer.Content.ReadAsStringAsync();
        if (!next.Contains("id=\"sparat\"", StringComparison.Ordinal) && answer.RequestMessage?.RequestUri?.Query.StartsWith("?gjort=tomt", StringComparison.Ordinal) is not true) throw new InvalidOperationException($"The decision was not saved: {answer.StatusCode} {Refused().Match(next).Value}");
    }

    /// <summary>Each paper is an act of its own, unlike those of the example: the same paragraph twice would be asked about.</summary>
    private static string Paragraph(int number) => $"§ {(700 + number).ToString(CultureInfo.InvariantCulture)}";

    private static IEnumerable<PaperLine> Pages(int number)
    {
        yield return new PaperLine("Ekerö kommun", true);
        yield return new PaperLine("Socialnämndens arbetsutskott");
        yield return new PaperLine(Paragraph(number), true);
        yield return new PaperLine("Rekommendation om finansiering av nationell stödfunktion till stöd för en mer kunskapsbaserad och jämlik socialtjänst (SN16/103)", true);
        yield return new PaperLine("Förslag till Socialnämnden", true);
        yield return new PaperLine("Nämnden ställer sig bakom rekommendationen. Kostnaden är 9.500 kr per år.");
        for (var line = 0; line < 60; line++) yield return new PaperLine($"Rad {line.ToString(CultureInfo.InvariantCulture)} av sammanfattningen i utdrag {number.ToString(CultureInfo.InvariantCulture)}, med bakgrund till ärendet.");
    }

    [GeneratedRegex("/inkorg/[0-9a-f-]{36}", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Item();

    [GeneratedRegex("<img src=\"(?<at>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Picture();

    [GeneratedRegex("<li><a href=\"#[^<]+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Refused();

    [GeneratedRegex("<input[^>]* name=\"(?<name>[^\"]+)\"[^>]* value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Field();
}
