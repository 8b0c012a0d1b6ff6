using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Tests.Features.Inbox;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.FeePapers;

/// <summary>All fee notices printed by the real program, which is killed in the middle.</summary>
public sealed class KilledWhilePrintingTests : IAsyncLifetime
{
    private const string Page = "/rekommendationer/2016-nationell-stodfunktion/hantera/avgiftsbesked/2017";
    private const string Single = "/kommuner/0180/avgiftsbesked/2016-nationell-stodfunktion/2017.pdf";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);
    private static readonly ProgramLimits Limits = new(TimeSpan.FromSeconds(30), Megabytes: 512, OutputBytes: 4 * 1024 * 1024);

    private readonly ReadingPrograms _programs = new(ReadingPrograms.UsualFolders());
    private TestApp _app = null!;

    [Fact]
    public async Task What_is_printed_stays_the_rest_follows_and_nobody_gets_half()
    {
        await using (var first = await Start())
        {
            using var officer = await first.SignIn("handlaggare");
            using var asked = await Post(officer, Page);
            Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
            await Until(async () => await Count() >= 25);
            Assert.Contains("avgiftsbesked är utskrivna", await officer.GetStringAsync(new Uri(Page, UriKind.Relative)), StringComparison.Ordinal);
            first.Kill();
        }

        var (kept, before) = (await Count(), await Sums());
        Assert.InRange(kept, 25, 289);

        await using var second = await Start();
        using var again = await second.SignIn("handlaggare");
        using (var half = await again.GetAsync(new Uri(await File(), UriKind.Relative))) if (await State() is "Printing") Assert.Equal(HttpStatusCode.NotFound, half.StatusCode);
        await Until(async () => await State() is not "Printing");

        Assert.Equal("Done", await State());
        Assert.Subset((await Sums()).ToHashSet(), before.ToHashSet());
        using var zip = new ZipArchive(new MemoryStream(await again.GetByteArrayAsync(new Uri(await File(), UriKind.Relative))));
        Assert.Equal(290, zip.Entries.Count);
        Assert.All(zip.Entries, entry => Assert.StartsWith("%PDF-", Start(entry), StringComparison.Ordinal));
        var alone = await again.GetByteArrayAsync(new Uri(Single, UriKind.Relative));
        Assert.Equal(await Text(alone), await Text(Bytes(zip.Entries.Single(e => e.Name.StartsWith("0180-stockholm", StringComparison.Ordinal)))));
    }

    public async ValueTask InitializeAsync() => _app = await TestApp.Create();

    public async ValueTask DisposeAsync()
    {
        _programs.Dispose();
        await _app.DisposeAsync();
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string address)
    {
        using var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(new Uri(address, UriKind.Relative)));
        var token = page.QuerySelector($"form[action='{address}'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed < Patience, "It took too long.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static string Start(ZipArchiveEntry entry) => Encoding.Latin1.GetString(Bytes(entry)[..5]);

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    private Task<RunningNode> Start() => RunningNode.Start("utskrift", _app.OwnerConnectionString, new Dictionary<string, string> { ["Mail__Folder"] = "" });

    private Task<long> Count() => _app.Read<long>("SELECT count(*) FROM printed_notice");

    private async Task<string[]> Sums() => (await _app.Read<string>("SELECT coalesce(string_agg(municipality_code || ' ' || md5(pdf), ',' ORDER BY municipality_code), '') FROM printed_notice")).Split(',');

    private Task<string> State() => _app.Read<string>("SELECT state FROM fee_notice_batch");

    private async Task<string> File() => $"{Page}/{await _app.Read<Guid>("SELECT id FROM fee_notice_batch")}.zip";

    private async Task<string> Text(byte[] pdf) => Encoding.UTF8.GetString((await _programs.Run("pdftotext", ["-layout", "-", "-"], pdf, Limits, CancellationToken.None)).Bytes);
}
