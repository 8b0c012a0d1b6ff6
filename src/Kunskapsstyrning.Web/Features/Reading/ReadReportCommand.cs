using System.Globalization;
using Kunskapsstyrning.Persistence.ReferenceData;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>What the program does when its first argument is read-report: tells how well it reads a folder of documents with right answers.</summary>
internal static class ReadReportCommand
{
    /// <returns>The exit code, 1 when a promise is broken; null when the arguments ask for something else.</returns>
    public static async Task<int?> Run(IReadOnlyList<string> arguments, CancellationToken cancellation = default)
    {
        if (arguments is not ["read-report", var folder]) return null;

        var report = await ReadingReport.Of(folder, Known.From(ReferenceFiles.Read()), cancellation);
        var broken = report.BrokenPromises.ToList();
        await Print(Console.Out, report, broken);
        return broken.Count == 0 ? 0 : 1;
    }

    private static async Task Print(TextWriter output, ReadingReport report, List<string> broken)
    {
        await output.WriteLineAsync($"{report.Documents} documents\n\n{"field",-16}{"read right",16}{"coverage",10}{"precision",22}{"säker, of them wrong",24}");
        foreach (var field in report.Fields)
            await output.WriteLineAsync(
                $"{field.Name,-16}{$"{field.Right} of {field.Stated}",16}{Percent(field.Coverage),10}{$"{field.Right} of {field.Right + field.Wrong}  {Percent(field.Precision)}",22}{$"{field.CertainAndWrong} of {field.Certain}",24}");

        await output.WriteLineAsync("\nstage, right as read");
        foreach (var (stage, count) in report.Stages) await output.WriteLineAsync($"{count,6}  {stage}");

        await output.WriteLineAsync(report.Faults.Count == 0 ? "\nnothing wrong or missing" : "\nwrong or missing");
        foreach (var fault in report.Faults) await output.WriteLineAsync($"  {fault}");

        await output.WriteLineAsync(broken.Count == 0 ? "\nevery promise is kept" : "\nbroken promises");
        foreach (var promise in broken) await output.WriteLineAsync($"  {promise}");
    }

    private static string Percent(double part) => part.ToString("P0", CultureInfo.InvariantCulture);
}
