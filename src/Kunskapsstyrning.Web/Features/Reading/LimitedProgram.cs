using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>How a program ended.</summary>
internal enum ProgramEnd
{
    Done = 1,
    /// <summary>With an error of its own, or stopped by the system for taking too much memory or processor.</summary>
    Failed,
    /// <summary>It took too long.</summary>
    TooSlow,
    /// <summary>It wrote more than it may.</summary>
    TooMuch,
    /// <summary>It is not installed.</summary>
    Missing,
}

/// <summary>What a program may take before it is stopped.</summary>
internal sealed record ProgramLimits(TimeSpan Time, int Megabytes, int OutputBytes)
{
    /// <summary>How the shell is told: the seconds are $1, the kilobytes $2. A reader writes no file.</summary>
    public string Rules { get; init; } = "ulimit -f 0; ulimit -n 64; ulimit -t \"$1\"; ulimit -v \"$2\"";
}

/// <summary>What a program left behind: all that it wrote, or as much as it may.</summary>
internal sealed record ProgramOutput(ProgramEnd End, byte[] Bytes, string Complaint);

/// <summary>
/// Runs a program that reads what strangers have sent. It gets the file on its standard input and answers on its standard output;
/// it may write no file, knows nothing of our environment, has little memory and time, and is nobody where we are root.
/// </summary>
internal static class LimitedProgram
{
    private const int LongestComplaint = 4_000;
    private const string Nobody = "nobody";

    private static readonly bool MayBeNobody = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess && HasNobody();

    public static async Task<ProgramOutput> Run(string program, IReadOnlyList<string> arguments, byte[] input, ProgramLimits limits, CancellationToken cancellation)
    {
        using var process = Start(program, arguments, limits);
        if (process is null) return new ProgramOutput(ProgramEnd.Missing, [], "");

        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limits.Time);
        try
        {
            var complaint = ReadUpTo(process.StandardError.BaseStream, LongestComplaint, time.Token);
            var output = ReadUpTo(process.StandardOutput.BaseStream, limits.OutputBytes + 1, time.Token, stopWhenFull: true);
            await Feed(process, input, time.Token);
            var bytes = await output;
            if (bytes.Length > limits.OutputBytes) return new ProgramOutput(ProgramEnd.TooMuch, bytes, "");

            var said = Encoding.UTF8.GetString(await complaint);
            await process.WaitForExitAsync(time.Token);
            return new ProgramOutput(process.ExitCode == 0 ? ProgramEnd.Done : ProgramEnd.Failed, bytes, said);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ProgramOutput(ProgramEnd.TooSlow, [], "");
        }
        finally
        {
            Kill(process);
        }
    }

    /// <summary>Starts one that goes on, for who speaks with it and ends it; null when it cannot be started. The time is what it may take of the processor.</summary>
    public static Process? Start(string program, IReadOnlyList<string> arguments, ProgramLimits limits)
    {
        var process = new Process { StartInfo = StartOf(program, arguments, limits) };
        if (TryStart(process) || TryStartAsOurselves(process)) return process;

        process.Dispose();
        return null;
    }

    /// <summary>Ends it and all that it has started.</summary>
    public static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in between.
        }
    }

    private static ProcessStartInfo StartOf(string program, IReadOnlyList<string> arguments, ProgramLimits limits)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(program, arguments)
            : new ProcessStartInfo("/bin/sh", ["-c", ScriptOf(limits), "sh", Text((int)Math.Ceiling(limits.Time.TotalSeconds)), Text(limits.Megabytes * 1024), program, .. arguments]);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = Path.GetPathRoot(Path.GetTempPath())!;
        if (MayBeNobody) start.UserName = Nobody;
        if (OperatingSystem.IsWindows()) return start;

        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        return start;
    }

    /// <summary>Feeds it while its output is read, for it may answer before it has heard all.</summary>
    private static async Task Feed(Process process, byte[] input, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It went away before it had read everything; how it ended says why.
        }
    }

    private static async Task<byte[]> ReadUpTo(Stream stream, int most, CancellationToken cancellation, bool stopWhenFull = false)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[32 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            kept.Write(buffer, 0, Math.Min(read, most - (int)kept.Length));
            if (stopWhenFull && kept.Length >= most) break;
        }
        return kept.ToArray();
    }

    private static bool TryStart(Process process)
    {
        try
        {
            return process.Start();
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Some containers let not even root become somebody else.</summary>
    private static bool TryStartAsOurselves(Process process)
    {
        if (string.IsNullOrEmpty(process.StartInfo.UserName)) return false;

        process.StartInfo.UserName = "";
        return TryStart(process);
    }

    private static bool HasNobody() => File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(line => line.StartsWith(Nobody + ":", StringComparison.Ordinal));

    /// <summary>Not every system knows every limit, and one that is refused must not keep the others from holding.</summary>
    private static string ScriptOf(ProgramLimits limits) => $"ulimit -c 0; {limits.Rules}; shift 2; exec \"$@\"";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
