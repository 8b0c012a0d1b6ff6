using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Reading;

namespace Kunskapsstyrning.Web.Features.Documents;

/// <summary>Which program looks for harmful code in files.</summary>
/// <param name="Program">Its path; null where files are not looked through.</param>
/// <param name="Arguments">What it is told, so that it reads the file on its standard input and ends with 0 only when it found nothing.</param>
public sealed record ScannerOptions(string? Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Reads Scanner:Program and Scanner:Arguments, "/usr/bin/clamdscan" and "--no-summary -".</summary>
    public static ScannerOptions From(IConfiguration configuration) => new(
        configuration["Scanner:Program"] is { Length: > 0 } program ? program : null,
        (configuration["Scanner:Arguments"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Has every file looked through before it is kept, where a program for it is configured. When that program does not say yes, for whatever reason, the answer is no.</summary>
public sealed class FileScanner(ScannerOptions options, ILogger<FileScanner> log)
{
    /// <summary>Not let through: something was found, or the program could not say.</summary>
    public static readonly Refusal NotLetThrough = new("not-let-through", "Virusskyddet släppte inte igenom filen. Prova igen om en stund, och be annars avsändaren skicka den på nytt.", "handling");

    private static readonly ProgramLimits Limits = new(TimeSpan.FromSeconds(60), Megabytes: 4096, OutputBytes: 64 * 1024);

    /// <summary>Why the file may not be kept; null when it may.</summary>
    public async Task<Refusal?> RefusalOf(byte[] bytes, CancellationToken cancellation)
    {
        if (options.Program is null) return null;

        var output = await LimitedProgram.Run(options.Program, options.Arguments, bytes, Limits, cancellation);
        if (output.End is ProgramEnd.Done) return null;

        log.LogWarning("A file of {Size} bytes was not let through by the virus scanner: {End}.", bytes.Length, output.End);
        return NotLetThrough;
    }
}
