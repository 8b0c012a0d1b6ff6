using System.Diagnostics;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.DecisionKits;

/// <summary>The draft in the program that many municipalities open it with. `./dev test` installs it.</summary>
public sealed class LibreOfficeTests(TestSite site) : IClassFixture<TestSite>, IDisposable
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("utkast-").FullName;

    [Theory]
    [InlineData("0125", "9 500 kr per år")]
    [InlineData("0180", "293 100 kr per år")]
    public async Task The_draft_opens_and_holds_the_amount_and_the_signs_of_Swedish(string code, string amount)
    {
        Assert.SkipWhen(Program is null, "LibreOffice is not installed.");
        using var answer = await site.Get($"/kommuner/{code}/beslutsunderlag/2016-nationell-stodfunktion.docx");
        await File.WriteAllBytesAsync(Path.Combine(_folder, "utkast.docx"), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        await Convert();

        var text = (await File.ReadAllTextAsync(Path.Combine(_folder, "utkast.txt"), TestContext.Current.CancellationToken)).Replace('\u00A0', ' ');
        Assert.Contains(amount, text, StringComparison.Ordinal);
        Assert.Contains("Förslag till beslut", text, StringComparison.Ordinal);
        Assert.Contains("30 september 2016", text, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task Convert()
    {
        var start = new ProcessStartInfo(Program!,
            [$"-env:UserInstallation=file://{_folder}/profil", "--headless", "--norestore", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", _folder, Path.Combine(_folder, "utkast.docx")])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var program = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await program.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!program.HasExited) program.Kill(entireProcessTree: true);
        }
    }
}
