using System.Runtime.CompilerServices;
using Kunskapsstyrning.Persistence.ReferenceData;
using Kunskapsstyrning.Web.Features.Reading;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Reading;

public sealed class ReadingSetTests
{
    [Fact]
    public async Task The_reading_set_bears_out_every_promise()
    {
        var report = await ReadingReport.Of(Folder(), Known.From(ReferenceFiles.Read()), CancellationToken.None);

        Assert.InRange(report.Documents, 60, 1_000);
        Assert.All(report.Fields, field => Assert.True(field.Certain > 0, $"Nothing is säker of {field.Name}."));
        Assert.Empty(report.BrokenPromises);
    }

    [Fact]
    public void Every_document_of_the_set_has_its_answer()
    {
        var answered = File.ReadAllText(Path.Combine(Folder(), "answers.json"));

        Assert.All(Directory.EnumerateFiles(Folder()).Select(Path.GetFileName).Where(name => name is not ("answers.json" or "README.md")), name => Assert.Contains($"\"{name}\"", answered, StringComparison.Ordinal));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../ReadingSet"));
}
