namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>The programs that read documents, where they are installed; no more than a few of them run at the same time.</summary>
internal sealed class ReadingPrograms(IReadOnlyList<string> folders) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(Math.Max(3, Environment.ProcessorCount));

    /// <summary>The path first, then where the common packages put them.</summary>
    public static IReadOnlyList<string> UsualFolders() =>
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries), "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];

    public async Task<ProgramOutput> Run(string program, IReadOnlyList<string> arguments, byte[] input, ProgramLimits limits, CancellationToken cancellation)
    {
        var file = OperatingSystem.IsWindows() ? program + ".exe" : program;
        if (folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists) is not { } found) return new ProgramOutput(ProgramEnd.Missing, [], "");

        await _turns.WaitAsync(cancellation);
        try
        {
            return await LimitedProgram.Run(found, arguments, input, limits, cancellation);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();
}
