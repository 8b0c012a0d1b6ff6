using System.Globalization;

namespace Kunskapsstyrning.Persistence.Server;

/// <summary>One installed version of PostgreSQL's programs.</summary>
internal sealed record Binaries(string Folder, int Major)
{
    private const int OldestMajor = 15;

    public string this[string program] => Path.Combine(Folder, FileNameOf(program));

    /// <summary>The environment variable first, then the path, then where the common packages put them, newest first.</summary>
    public static IReadOnlyList<string> UsualFolders() =>
    [
        .. Given(Environment.GetEnvironmentVariable("KUNSKAPSSTYRNING_PGBIN")),
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. NewestFirst("/usr/lib/postgresql", "*", "bin"),
        .. NewestFirst("/opt/homebrew/opt", "postgresql@*", "bin"),
        .. NewestFirst("/usr/local/opt", "postgresql@*", "bin"),
        .. NewestFirst("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
        .. NewestFirst(@"C:\Program Files\PostgreSQL", "*", "bin"),
    ];

    /// <summary>The first folder that holds all the named programs, in a version that will do and that the user may run.</summary>
    public static async Task<Binaries?> Find(IReadOnlyList<string> folders, string[] programs, int? major, string? user, CancellationToken cancellation)
    {
        foreach (var folder in folders)
        {
            if (!programs.All(program => File.Exists(Path.Combine(folder, FileNameOf(program))))) continue;

            var version = await ExternalProgram.Run(Path.Combine(folder, FileNameOf(programs[0])), ["--version"], cancellation, user);
            if (version.Succeeded && MajorIn(version.Output) is >= OldestMajor and var found && (major ?? found) == found) return new Binaries(folder, found);
        }
        return null;
    }

    private static IEnumerable<string> Given(string? folder) => string.IsNullOrWhiteSpace(folder) ? [] : [folder];

    private static IEnumerable<string> NewestFirst(string parent, string pattern, string below) =>
        Directory.Exists(parent)
            ? Directory.GetDirectories(parent, pattern).OrderByDescending(folder => MajorIn(Path.GetFileName(folder))).Select(folder => Path.Combine(folder, below))
            : [];

    private static string FileNameOf(string program) => OperatingSystem.IsWindows() ? program + ".exe" : program;

    /// <summary>The first whole number in "initdb (PostgreSQL) 15.18" or "postgresql@16".</summary>
    private static int? MajorIn(string text)
    {
        var digits = text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit).ToArray();
        return int.TryParse(digits, CultureInfo.InvariantCulture, out var major) ? major : null;
    }
}
