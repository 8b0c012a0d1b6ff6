using System.Diagnostics;
using Kunskapsstyrning.Web.Features.Invoicing;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Invoicing;

/// <summary>The workbook in a spreadsheet that is not the one it is written for. `./dev test` installs it.</summary>
public sealed class InvoiceWorkbookInLibreOfficeTests(TestApp app) : IClassFixture<TestApp>, IDisposable
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("underlag-").FullName;

    [Fact]
    public async Task The_workbook_opens_with_amounts_as_numbers_and_a_reference_that_looks_like_a_formula_as_it_is()
    {
        Assert.SkipWhen(Program is null, "LibreOffice is not installed.");
        await app.States();
        await app.Knows("0125", "=1+1");
        await app.Adopts2016("0125");
        Assert.Null((await app.Makes(reason: null)).Refusal);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "underlag.xlsx"), InvoiceWorkbook.Write(await app.Made(1)), TestContext.Current.CancellationToken);

        await Convert();

        var text = await File.ReadAllTextAsync(Path.Combine(_folder, "underlag.csv"), TestContext.Current.CancellationToken);
        Assert.Contains("KS000001", text, StringComparison.Ordinal);
        Assert.Contains("=1+1", text, StringComparison.Ordinal);
        Assert.Matches("9[^0-9;]?500;2[^0-9;]?375;11[^0-9;]?875", text);
        Assert.Contains("Ekerö kommun", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task Convert()
    {
        var start = new ProcessStartInfo(Program!,
            [$"-env:UserInstallation=file://{_folder}/profil", "--headless", "--norestore", "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76", "--outdir", _folder, Path.Combine(_folder, "underlag.xlsx")])
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
