using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.Tests.Features.Inbox;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Reports;

/// <summary>290 personal covers printed by the real program, which is killed in the middle: under a minute of printing, and nothing is printed twice.</summary>
public sealed class KilledWhileCoversPrintTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Slug = "2016-nationell-stodfunktion";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly ProgramLimits Limits = new(TimeSpan.FromSeconds(30), Megabytes: 512, OutputBytes: 4 * 1024 * 1024);

    private readonly ReadingPrograms _programs = new(ReadingPrograms.UsualFolders());
    private readonly ReportId _report = new(Guid.CreateVersion7());
    private TestApp _app = null!;

    private string Page => Urls.ToCovers(Slug, _report);

    [Fact]
    public async Task What_is_printed_stays_the_rest_follows_and_each_municipality_gets_its_own()
    {
        var watch = new Stopwatch();
        await using (var first = await Start())
        {
            using var officer = await first.SignIn("handlaggare");
            using var asked = await Post(officer, Page);
            Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
            watch.Start();
            await Until(async () => await Count() >= 25);
            Assert.Contains("följebrev är utskrivna", await officer.GetStringAsync(new Uri(Page, UriKind.Relative)), StringComparison.Ordinal);
            first.Kill();
            watch.Stop();
        }

        var (kept, before) = (await Count(), await Sums());
        Assert.InRange(kept, 25, 289);

        await using var second = await Start();
        using var again = await second.SignIn("handlaggare");
        watch.Start();
        await Until(async () => await State() is not "Printing");
        watch.Stop();

        output.WriteLine($"290 covers in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal("Done", await State());
        Assert.Subset((await Sums()).ToHashSet(), before.ToHashSet());
        using var zip = new ZipArchive(new MemoryStream(await again.GetByteArrayAsync(new Uri($"{Page}/{await _app.Read<Guid>("SELECT id FROM cover_batch")}.zip", UriKind.Relative))));
        Assert.Equal(290, zip.Entries.Count);
        Assert.Contains("Stockholms kommun", await Text(zip, "0180"), StringComparison.Ordinal);
        Assert.Contains("Tagged:          yes", Encoding.UTF8.GetString((await _programs.Run("pdfinfo", ["-"], Bytes(zip, "0125"), Limits, CancellationToken.None)).Bytes), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Create();
        Assert.Null((await _app.As(Role.Officer).Run(new MakeReport(_report, Slug, null, new ReportQuotes(Conditions: true, Reasons: false)))).Refusal);
    }

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

    private static byte[] Bytes(ZipArchive zip, string code)
    {
        using var from = zip.Entries.Single(e => e.Name.StartsWith(code, StringComparison.Ordinal)).Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    private Task<RunningNode> Start() => RunningNode.Start("foljebrev", _app.OwnerConnectionString, new Dictionary<string, string> { ["Mail__Folder"] = "", ["Site__Address"] = "https://kunskapsstyrning.example/" });

    private Task<long> Count() => _app.Read<long>("SELECT count(*) FROM printed_cover");

    private async Task<string[]> Sums() => (await _app.Read<string>("SELECT coalesce(string_agg(municipality_code || ' ' || md5(pdf), ',' ORDER BY municipality_code), '') FROM printed_cover")).Split(',');

    private Task<string> State() => _app.Read<string>("SELECT state FROM cover_batch");

    private async Task<string> Text(ZipArchive zip, string code) => Encoding.UTF8.GetString((await _programs.Run("pdftotext", ["-layout", "-", "-"], Bytes(zip, code), Limits, CancellationToken.None)).Bytes);
}
