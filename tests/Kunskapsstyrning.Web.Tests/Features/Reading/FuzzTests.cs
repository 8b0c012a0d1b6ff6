using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.ReferenceData;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Inbox.Mail;
using Kunskapsstyrning.Web.Features.Reading;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Reading;

/// <summary>More than a hundred thousand spoiled inputs, the same every time. Nothing may be thrown, take long or come out unclean.</summary>
public sealed class FuzzTests
{
    /// <summary>Far above what any takes, so that a busy machine fails nothing.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private static readonly NumberFormatInfo SwedishFigures = new() { NumberDecimalSeparator = "," };

    [Fact]
    public void Mail() => Feed(20_000, new Mutation(1, FuzzSeeds.Mail, FuzzSeeds.MailWords), bytes =>
    {
        var message = MailReader.Read(bytes);

        foreach (var line in (string?[])[message.MessageId, message.From, message.FromName, message.Subject, message.ForwardedFrom, .. message.Parts.SelectMany(p => new[] { p.Name, p.ContentType })]) AssertOneLine(line);
        foreach (var body in message.Parts.Where(p => p.Kind == MailPartKind.Body)) AssertClean(Encoding.UTF8.GetString(body.Bytes.Span));
        Assert.Equal(Enumerable.Range(1, message.Parts.Count), message.Parts.Select(p => p.Number));
        Assert.All(message.Parts, p => Assert.True(p.Parent is null || p.Parent < p.Number && message.Parts[p.Parent.Value - 1].Kind == MailPartKind.Message));
    });

    [Fact]
    public void Html() => Feed(15_000, new Mutation(2, FuzzSeeds.Html, FuzzSeeds.HtmlWords), bytes => HtmlText.Of(Encoding.UTF8.GetString(bytes)));

    [Fact]
    public void Word_documents() => Feed(6_000, new Mutation(3, FuzzSeeds.Word, FuzzSeeds.WordWords), bytes =>
        AssertClean(WordText.Read(WordFiles.Zip(("[Content_Types].xml", ""), ("word/document.xml", Encoding.UTF8.GetString(bytes)))).Text));

    [Fact]
    public void Packed_files()
    {
        var good = WordFiles.Of(WordFiles.Paragraph("§ 67"), ("word/header1.xml", WordFiles.Head(WordFiles.Paragraph("Kommunen"))));

        Feed(6_000, new Mutation(4, [good], ["PK\u0001\u0002"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), "PK\u0005\u0006"u8.ToArray(), [0xFF, 0xFF, 0xFF, 0xFF]]), bytes =>
        {
            ReceivedFile.TryTake("utdrag.docx", bytes, out _);
            AssertClean(WordText.Read(bytes).Text);
        });
    }

    [Fact]
    public void Boxes_of_words() => Feed(15_000, new Mutation(5, FuzzSeeds.Boxes, FuzzSeeds.BoxWords), bytes =>
    {
        var text = new DocumentText(PdfText.Parse(Encoding.UTF8.GetString(bytes)));

        AssertClean(text);
        Assert.All(BoxesOf(text), AssertOnThePage);
    });

    [Fact]
    public void Tables_of_words() => Feed(10_000, new Mutation(6, FuzzSeeds.Cells, [.. FuzzSeeds.BoxWords, "\t"u8.ToArray()]), bytes =>
    {
        var text = new DocumentText([PictureText.Parse(Encoding.UTF8.GetString(bytes), number: 1)]);

        AssertClean(text);
        Assert.All(BoxesOf(text), AssertOnThePage);
    });

    [Fact]
    public void Days() => Feed(15_000, new Mutation(7, FuzzSeeds.Days, FuzzSeeds.Marks), bytes =>
    {
        if (SwedishDay.TryParse(Encoding.UTF8.GetString(bytes), out var day)) Assert.True(SwedishDay.TryParse(SwedishText.LongDate(day), out var again) && again == day);
    });

    [Fact]
    public void Amounts() => Feed(15_000, new Mutation(8, FuzzSeeds.Amounts, FuzzSeeds.Marks), bytes =>
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (SwedishAmount.TryParse(text, out var amount)) Assert.InRange(Math.Abs(amount.Amount), 0m, 1e22m);
        if (SwedishAmount.TryParseRate(text, out var rate)) Assert.True(rate >= 0m);
    });

    [Fact]
    public void Numbers() => Feed(15_000, new Mutation(9, FuzzSeeds.Amounts, FuzzSeeds.Marks), bytes =>
    {
        if (SwedishNumber.TryParse(Encoding.UTF8.GetString(bytes), out var number)) Assert.True(SwedishNumber.TryParse(number.ToString("0.############################", SwedishFigures), out var again) && again == number);
    });

    [Fact]
    public void Facts()
    {
        var known = Known.From(ReferenceFiles.Read());

        Feed(1_500, new Mutation(10, FuzzSeeds.Minutes, FuzzSeeds.MinuteWords), bytes =>
        {
            var read = ReadText.Plain(Charsets.Decode(bytes, charset: null), fault: null);
            ReadFacts.Of(read.Text, new Envelope("registrator@kommunen.se", Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 40)]), new DateOnly(2019, 5, 20)), known);
        });
    }

    [Fact]
    public void Kinds_of_file() => Feed(10_000, new Mutation(11, [.. FuzzSeeds.Mail, .. FuzzSeeds.Html, .. FuzzSeeds.Word, .. FuzzSeeds.Minutes], FuzzSeeds.MailWords), bytes =>
    {
        if (ReceivedFile.TryTake("utdrag.pdf", bytes, out var file).IsDone) AssertOneLine(file!.Name);
    });

    private static void Feed(int inputs, Mutation mutation, Action<byte[]> read)
    {
        for (var number = 0; number < inputs; number++)
        {
            var input = mutation.Next();
            var watch = Stopwatch.StartNew();
            try
            {
                read(input);
            }
            catch (Exception thrown)
            {
                Assert.Fail($"Input {number}, {Convert.ToBase64String(input)}: {thrown}");
            }
            Assert.True(watch.Elapsed < Longest, $"Input {number} took {watch.Elapsed}: {Convert.ToBase64String(input)}");
        }
    }

    private static IEnumerable<PageBox> BoxesOf(DocumentText text) => text.Pages.SelectMany(p => p.Lines).SelectMany(l => l.Words).Select(w => w.Box).OfType<PageBox>();

    private static void AssertOnThePage(PageBox box) =>
        Assert.True(box is { Left: >= 0, Top: >= 0, Width: > 0, Height: > 0 } && box.Left + box.Width <= 1.000001 && box.Top + box.Height <= 1.000001, box.ToString());

    private static void AssertClean(DocumentText text)
    {
        foreach (var line in text.Pages.SelectMany(p => p.Lines)) AssertOneLine(line.Text);
    }

    /// <summary>As the database takes it: no null, no half letter.</summary>
    private static void AssertClean(string text)
    {
        Assert.DoesNotContain('\0', text);
        Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
    }

    private static void AssertOneLine(string? text)
    {
        if (text is null) return;
        AssertClean(text);
        Assert.DoesNotContain(text, char.IsControl);
    }
}
