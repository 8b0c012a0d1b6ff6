using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;

namespace Kunskapsstyrning.Bench;

/// <summary>The fee notices of every municipality as PDF, from the press of the button until the file with all of them has come.</summary>
internal static class PapersMeasured
{
    private const string Page = "/rekommendationer/2016-nationell-stodfunktion/hantera/avgiftsbesked/2017";
    private const double Limit = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task Measure(Contestants contestants, Report report)
    {
        var (node, _) = await contestants.StartInDevelopment("papers");
        await using var stops = node;
        using var browser = await Browser.SignedIn(node, "handlaggare");

        report.Heading("Papers");
        var start = Stopwatch.GetTimestamp();
        var page = await browser.Http.GetStringAsync(Address(""));
        using (var asked = await browser.Http.PostAsync(Address(""), new FormUrlEncodedContent([new("__RequestVerificationToken", Browser.TokenOf(page))]))) asked.EnsureSuccessStatusCode();
        while (await IsPrinting(browser.Http))
        {
            if (Stopwatch.GetElapsedTime(start) > Patience) throw new InvalidOperationException("The fee notices are never done.");
            await Task.Delay(100);
        }

        var done = await browser.Http.GetStringAsync(Address(""));
        var end = done.IndexOf(".zip\"", StringComparison.Ordinal);
        if (end < 0)
        {
            report.Missing("290 fee notices", "they could not be printed here");
            return;
        }

        var file = done[(done.LastIndexOf('"', end) + 1)..(end + 4)];
        var bytes = await browser.Http.GetByteArrayAsync(new Uri(file, UriKind.Relative));
        var time = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using var zip = new ZipArchive(new MemoryStream(bytes));
        report.AtMost($"{zip.Entries.Count} fee notices in one file, time", time, Limit, "s");
    }

    private static async Task<bool> IsPrinting(HttpClient http)
    {
        using var state = JsonDocument.Parse(await http.GetStringAsync(Address("/laget")));
        return state.RootElement.GetProperty("isPrinting").GetBoolean();
    }

    private static Uri Address(string part) => new(Page + part, UriKind.Relative);
}
