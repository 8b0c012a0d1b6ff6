using System.Diagnostics;
using System.Text;
using Kunskapsstyrning.Web.Features.Reading;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Reading;

public sealed class LimitedProgramTests
{
    private static readonly ProgramLimits Limits = new(TimeSpan.FromSeconds(2), Megabytes: 200, OutputBytes: 100_000);

    [Fact]
    public async Task A_program_gets_the_file_and_answers()
    {
        var output = await Run("cat", "Nämnden");

        Assert.Equal((ProgramEnd.Done, "Nämnden"), (output.End, Encoding.UTF8.GetString(output.Bytes)));
    }

    [Fact]
    public async Task A_program_that_goes_on_too_long_is_stopped_with_all_that_it_started()
    {
        var (watch, mark) = (Stopwatch.StartNew(), $"9{Random.Shared.Next(10_000, 99_999)}");

        Assert.Equal(ProgramEnd.TooSlow, (await Run($"sleep {mark} & sleep {mark}; wait")).End);

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(8));
        await AllGone(mark);
    }

    [Fact]
    public async Task A_program_that_answers_without_end_is_stopped() => Assert.Equal(ProgramEnd.TooMuch, (await Run("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done")).End);

    [Fact]
    public async Task A_program_that_complains_without_end_is_heard_for_a_while() => Assert.InRange((await Run("head -c 1000000 /dev/zero >&2")).Complaint.Length, 1, 4_000);

    [Fact]
    public async Task A_program_that_takes_too_much_memory_fails() => Assert.Equal(ProgramEnd.Failed, (await Run("head -c 300000000 /dev/zero | tail -c 299999999 | wc -c; exit $((1 - $?))")).End);

    [Fact]
    public async Task A_program_may_write_no_file()
    {
        var file = Path.Combine(Path.GetTempPath(), $"kunskapsstyrning-{Guid.NewGuid()}");

        await Run($"(echo a > {file}) 2>/dev/null; cat");

        Assert.True(!File.Exists(file) || new FileInfo(file).Length == 0);
        File.Delete(file);
    }

    [Fact]
    public async Task A_program_knows_nothing_of_our_environment()
    {
        var known = Encoding.UTF8.GetString((await Run("env")).Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]);

        Assert.Empty(known.Except(["PATH", "LC_ALL", "OMP_THREAD_LIMIT", "PWD", "OLDPWD", "SHLVL", "_"]));
    }

    [Fact]
    public async Task A_program_is_nobody_where_we_are_root() =>
        Assert.Equal(Environment.IsPrivilegedProcess ? "nobody" : Environment.UserName, Encoding.UTF8.GetString((await Run("id -un")).Bytes).Trim());

    [Fact]
    public async Task A_program_that_does_not_listen_does_no_harm() => Assert.Equal(ProgramEnd.Done, (await Run("exit 0", new string('a', 5_000_000))).End);

    [Fact]
    public async Task A_program_that_is_not_there_is_missed()
    {
        using var programs = new ReadingPrograms(["/finns-inte"]);

        Assert.Equal(ProgramEnd.Missing, (await programs.Run("cat", [], [], Limits, CancellationToken.None)).End);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_is_not_told_that_it_took_too_long()
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LimitedProgram.Run("/bin/sh", ["-c", "sleep 5"], [], Limits, giveUp.Token));
    }

    /// <summary>Waits for what was killed to be gone: the system is told at once and ends them when it comes to it. What nobody has killed sleeps for a day.</summary>
    private static async Task AllGone(string mark)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        foreach (var sleeper in Process.GetProcessesByName("sleep").Where(p => CommandLine(p).Contains(mark, StringComparison.Ordinal))) await sleeper.WaitForExitAsync(patience.Token);
    }

    private static string CommandLine(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (IOException)
        {
            return ""; // It is gone.
        }
    }

    private static Task<ProgramOutput> Run(string script, string input = "") => LimitedProgram.Run("/bin/sh", ["-c", script], Encoding.UTF8.GetBytes(input), Limits, CancellationToken.None);
}
