using System.ComponentModel;
using System.Diagnostics;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>Runs another program to its end, as another user when asked to, from a folder that every user may enter.</summary>
internal static class ExternalProgram
{
    /// <summary>What a finished program left behind. A program that could not be started at all counts as finished with -1.</summary>
    internal sealed record Finished(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;
    }

    public static async Task<Finished> Run(string program, IEnumerable<string> arguments, CancellationToken cancellation, string? user = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = new Process { StartInfo = StartOf(program, arguments, user, environment) };
        process.StartInfo.RedirectStandardOutput = process.StartInfo.RedirectStandardError = true;
        if (!TryStart(process)) return new Finished(-1, "");

        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new Finished(process.ExitCode, (await output + await error).Trim());
    }

    /// <summary>For a program that leaves a server behind: the server would inherit a pipe, and the reading would never end.</summary>
    public static async Task<int> RunUnread(string program, IEnumerable<string> arguments, CancellationToken cancellation, string? user = null)
    {
        var start = OperatingSystem.IsWindows()
            ? StartOf(program, arguments, user, environment: null)
            : StartOf("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments], user, environment: null);
        using var process = new Process { StartInfo = start };
        if (!TryStart(process)) return -1;

        await process.WaitForExitAsync(cancellation);
        return process.ExitCode;
    }

    /// <summary>Feeds a program from one stream and takes what it writes into another.</summary>
    public static async Task<Finished> Pipe(string program, IEnumerable<string> arguments, Stream input, Stream output, IReadOnlyDictionary<string, string> environment, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = StartOf(program, arguments, user: null, environment) };
        process.StartInfo.RedirectStandardInput = process.StartInfo.RedirectStandardOutput = process.StartInfo.RedirectStandardError = true;
        if (!TryStart(process)) return new Finished(-1, "");

        var error = process.StandardError.ReadToEndAsync(cancellation);
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output, cancellation);
        try
        {
            await input.CopyToAsync(process.StandardInput.BaseStream, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program went away before it had read everything; its exit code and message say why.
        }

        await reading;
        await process.WaitForExitAsync(cancellation);
        return new Finished(process.ExitCode, (await error).Trim());
    }

    private static ProcessStartInfo StartOf(string program, IEnumerable<string> arguments, string? user, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = Path.GetPathRoot(Path.GetTempPath())! };
        if (user is not null) start.UserName = user;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[name] = value;
        return start;
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
}
