using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>What the program does instead of serving pages when its first argument is take-in: puts every file of a folder in the inbox and reads it. Done again it changes nothing.</summary>
internal static class TakeInCommand
{
    /// <returns>The exit code, or null when the arguments ask for something else.</returns>
    public static async Task<int?> Run(IReadOnlyList<string> arguments, IServiceProvider services, CancellationToken cancellation)
    {
        if (arguments is not ["take-in", ..]) return null;
        if (arguments is not [_, var folder] || !Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync("Ange en mapp som finns: take-in MAPP.");
            return 1;
        }

        var (runner, scanner, refused) = (services.GetRequiredService<Runner>(), services.GetRequiredService<FileScanner>(), 0);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        foreach (var (file, number) in files.Select((f, at) => (f, at + 1)))
        {
            var bytes = new FileInfo(file).Length > ReceivedFile.LargestMessage ? null : await File.ReadAllBytesAsync(file, cancellation);
            var refusal = bytes is null ? DocumentRefusals.TooLarge
                : await scanner.RefusalOf(bytes, cancellation) ?? (await runner.Run(new TakeIn(Path.GetFileName(file), bytes, ArrivalWay.Folder), Jobs.Mailbox, cancellation)).Refusal;
            if (refusal is not null) refused++;
            Console.WriteLine($"{number} av {files.Count}  {Path.GetFileName(file)}{(refusal is null ? "" : $": {refusal.Sentence}")}");
        }

        Console.WriteLine($"{files.Count - refused} av {files.Count} filer finns i inkorgen. De läses när programmet är igång.");
        return refused == 0 ? 0 : 1;
    }
}
