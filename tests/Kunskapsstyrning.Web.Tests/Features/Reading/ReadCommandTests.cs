using System.Text;
using System.Text.Json;
using Kunskapsstyrning.Web.Features.Reading;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Reading;

public sealed class ReadCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kunskapsstyrning-").FullName;

    [Fact]
    public async Task Each_file_gets_its_line_with_facts_passages_and_no_outcome()
    {
        var lines = await Read(("utdrag.txt", "Vara kommun\nKommunstyrelsen 2019-05-14\n\n§ 125\n\nKommunstyrelsen beslutar att anta rekommendationen."u8.ToArray()), ("utdrag.pdf", Pdfs.Of("Socialnämnden\n§ 67\nDenna text har nog med ord för att inte tas för ett inskannat papper i stället")));

        Assert.Equal(
            ["file", "municipalityCodes", "recommendation", "stage", "body", "meetingDate", "paragraph", "caseNumber", "amountSekPerYear", "confidence", "passages"],
            lines[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal("§ 125", lines[0].GetProperty("paragraph").GetString());
        Assert.Equal("§ 125", lines[0].GetProperty("passages").GetProperty("paragraph").GetProperty("text").GetString());
        Assert.Contains(lines[0].GetProperty("confidence").GetProperty("paragraph").GetString(), (string?[])["säker", "trolig"]);
        Assert.Equal("§ 67", lines[1].GetProperty("paragraph").GetString());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_gets_a_sentence_and_the_rest_are_read()
    {
        var lines = await Read(("tom.txt", []), ("sida.html", "<html></html>"u8.ToArray()), ("skadad.pdf", "%PDF-1.4 nej"u8.ToArray()), ("utdrag.txt", "§ 125 Kommunstyrelsen"u8.ToArray()));

        Assert.All(lines[..3], line => Assert.True(line.GetProperty("error").GetString()!.Length > 10));
        Assert.All(lines[..3], line => Assert.Equal(JsonValueKind.Null, line.GetProperty("paragraph").ValueKind));
        Assert.False(lines[3].TryGetProperty("error", out _));
    }

    [Fact]
    public async Task A_file_that_is_not_there_gets_a_sentence()
    {
        using var output = new MemoryStream();

        Assert.Equal(0, await ReadCommand.Run(["read", Path.Combine(_folder, "finns-inte.pdf")], output));

        Assert.Contains("Filen finns inte.", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_commands_are_left_to_others() => Assert.Null(await ReadCommand.Run(["backup", "fil"]));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<JsonElement[]> Read(params (string Name, byte[] Bytes)[] files)
    {
        foreach (var (name, bytes) in files) await File.WriteAllBytesAsync(Path.Combine(_folder, name), bytes);
        using var output = new MemoryStream();
        Assert.Equal(0, await ReadCommand.Run(["read", .. files.Select(f => Path.Combine(_folder, f.Name))], output));
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
