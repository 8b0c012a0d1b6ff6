using System.Text;
using Kunskapsstyrning.Web.Features.Documents;
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

    private static Task<Domain.Shared.Refusal?> RefusalBy(string? program, params string[] arguments) =>
        new FileScanner(new ScannerOptions(program, arguments)).RefusalOf(File, TestContext.Current.CancellationToken);
}
