using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>Reads PDF with poppler's programs. They run no script, open no file and follow no link of a document.</summary>
internal static class PdfReading
{
    private const string NoPoppler = "PDF-filer kan inte läsas här, för programmet poppler är inte installerat.";
    private const string Locked = "PDF-filen är skyddad med lösenord och kan inte läsas; be avsändaren om en utan.";
    private const string Broken = "PDF-filen är skadad och kan inte läsas.";
    private const string TooSlow = "PDF-filen tar för lång tid att läsa och lämnades därhän.";
    private const string TooMuch = "PDF-filen innehåller mer än vad som läses; bara början är läst.";
    private const string Active = "PDF-filen innehåller skript eller kommandon. De körs aldrig här; öppna inte originalet utan att veta vem det kommer från.";

    /// <summary>The longer side of a picture of a page in pixels: about 120 dots an inch for A4.</summary>
    private const int PagePixels = 1_400;

    /// <summary>The same for a page whose letters are to be made out: about 200 dots an inch.</summary>
    private const int ScanPixels = 2_339;

    /// <summary>A text with fewer words than this is taken for a scan with a stamp on it.</summary>
    private const int FewWords = 15;

    private static readonly ProgramLimits TextLimits = new(TimeSpan.FromSeconds(10), Megabytes: 768, OutputBytes: 24 * 1024 * 1024);
    private static readonly ProgramLimits FactLimits = new(TimeSpan.FromSeconds(10), Megabytes: 512, OutputBytes: 256 * 1024);
    private static readonly ProgramLimits PageLimits = new(TimeSpan.FromSeconds(15), Megabytes: 768, OutputBytes: 12 * 1024 * 1024);

    public static async Task<ReadText> Read(ReadingPrograms programs, byte[] bytes, CancellationToken cancellation)
    {
        var reading = programs.Run("pdftotext", ["-bbox-layout", "-l", Text(ReadText.MostPages), "-", "-"], bytes, TextLimits, cancellation);
        var facts = await programs.Run("pdfinfo", ["-"], bytes, FactLimits, cancellation);
        var read = await reading;

        var pages = PdfText.Parse(Encoding.UTF8.GetString(read.Bytes));
        var count = Math.Max(pages.Count, PageCount(facts));
        string?[] remarks = [FaultOf(read), count > ReadText.MostPages ? $"Bara de {ReadText.MostPages} första av {SwedishText.Number(count)} sidor är lästa." : null, IsActive(bytes, facts) ? Active : null];
        var text = new ReadText(new DocumentText(pages), count, ReadText.Sentences(remarks));
        return read.End == ProgramEnd.Done && await IsScan(programs, bytes, pages, cancellation) ? await Scan(programs, bytes, text, cancellation) : text;
    }

    public static async Task<byte[]?> Page(ReadingPrograms programs, byte[] bytes, int page, CancellationToken cancellation)
    {
        var picture = await Render(programs, bytes, page, PagePixels, ["-png"], cancellation);
        return picture.End == ProgramEnd.Done && picture.Bytes.Length > 0 ? picture.Bytes : null;
    }

    private static async Task<bool> IsScan(ReadingPrograms programs, byte[] bytes, IReadOnlyList<TextPage> pages, CancellationToken cancellation)
    {
        var words = pages.Sum(p => p.Lines.Sum(l => l.Words.Count));
        if (words == 0 || words >= FewWords) return words == 0 && pages.Count > 0;

        // Two lines of heading, then a row for each picture.
        var pictures = await programs.Run("pdfimages", ["-list", "-l", Text(PictureReading.MostPages), "-"], bytes, FactLimits, cancellation);
        return pictures.Bytes.AsSpan().Count((byte)'\n') > 2;
    }

    /// <summary>Makes out the letters of pages that are only pictures.</summary>
    private static async Task<ReadText> Scan(ReadingPrograms programs, byte[] bytes, ReadText asText, CancellationToken cancellation)
    {
        var read = await Task.WhenAll(asText.Text.Pages.Take(PictureReading.MostPages).Select(page => ScanPage(programs, bytes, page.Number, cancellation)));
        if (Array.TrueForAll(read, r => r.Page is null)) return asText with { Fault = ReadText.Sentences(asText.Fault, read[0].Fault) };

        var more = asText.PageCount > PictureReading.MostPages ? PictureReading.OnlyTheFirst : null;
        return new ReadText(new DocumentText([.. read.Select((r, at) => r.Page ?? asText.Text.Pages[at])]), asText.PageCount, ReadText.Sentences(asText.Fault, more)) { IsFromPicture = true };
    }

    private static async Task<(TextPage? Page, string? Fault)> ScanPage(ReadingPrograms programs, byte[] bytes, int page, CancellationToken cancellation)
    {
        var picture = await Render(programs, bytes, page, ScanPixels, ["-png", "-gray"], cancellation);
        return picture.End == ProgramEnd.Done ? await PictureReading.MakeOut(programs, picture.Bytes, page, cancellation) : (null, FaultOf(picture));
    }

    private static Task<ProgramOutput> Render(ReadingPrograms programs, byte[] bytes, int page, int pixels, IReadOnlyList<string> form, CancellationToken cancellation) =>
        programs.Run("pdftoppm", ["-q", .. form, "-f", Text(page), "-l", Text(page), "-scale-to", Text(pixels), "-"], bytes, PageLimits, cancellation);

    private static string? FaultOf(ProgramOutput read) => read.End switch
    {
        ProgramEnd.Done => null,
        ProgramEnd.Missing => NoPoppler,
        ProgramEnd.TooSlow => TooSlow,
        ProgramEnd.TooMuch => TooMuch,
        _ => read.Complaint.Contains("password", StringComparison.OrdinalIgnoreCase) ? Locked : Broken,
    };

    private static int PageCount(ProgramOutput facts) => int.TryParse(Fact(facts, "Pages:"), CultureInfo.InvariantCulture, out var count) ? count : 0;

    /// <summary>Script is found by the program wherever it hides; commands only where they stand openly, and they are not run either way.</summary>
    private static bool IsActive(byte[] bytes, ProgramOutput facts) =>
        Fact(facts, "JavaScript:") == "yes" || bytes.AsSpan().IndexOf("/Launch"u8) >= 0 || bytes.AsSpan().IndexOf("/JavaScript"u8) >= 0;

    private static string? Fact(ProgramOutput facts, string name) =>
        Encoding.UTF8.GetString(facts.Bytes).Split('\n').Where(line => line.StartsWith(name, StringComparison.Ordinal)).Select(line => line[name.Length..].Trim()).LastOrDefault();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
