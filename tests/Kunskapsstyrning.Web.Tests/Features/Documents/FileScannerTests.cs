using System.Text;
using Kunskapsstyrning.Web.Features.Documents;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Documents;

public sealed class FileScannerTests
{
    private static readonly byte[] File = Encoding.UTF8.GetBytes("§ 67");

    [Fact]
    public async Task A_file_is_kept_where_no_program_looks_through_files() =>
        Assert.Null(await RefusalBy(null));

    [Fact]
    public async Task A_file_in_which_nothing_is_found_is_kept() =>
        Assert.Null(await RefusalBy("/bin/sh", "-c", "cat >/dev/null"));

    [Fact]
    public async Task A_file_in_which_something_is_found_is_refused() =>
        Assert.Equal(FileScanner.NotLetThrough, await RefusalBy("/bin/sh", "-c", "cat >/dev/null; exit 1"));

    [Fact]
    public async Task A_file_is_refused_when_the_program_is_not_there() =>
        Assert.Equal(FileScanner.NotLetThrough, await RefusalBy("/no/such/program"));

    [Fact]
    public async Task What_is_stopped_is_told_of_in_the_log()
    {
        using var heard = new Heard();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(heard));

        await new FileScanner(new ScannerOptions("/bin/sh", ["-c", "cat >/dev/null; exit 1"]), logs.CreateLogger<FileScanner>()).RefusalOf(File, TestContext.Current.CancellationToken);

        Assert.Equal("A file of 5 bytes was not let through by the virus scanner: Failed.", Assert.Single(heard.Lines));
    }

    private static Task<Domain.Shared.Refusal?> RefusalBy(string? program, params string[] arguments) =>
        new FileScanner(new ScannerOptions(program, arguments), NullLogger<FileScanner>.Instance).RefusalOf(File, TestContext.Current.CancellationToken);
}
