using System.Globalization;
using System.Text;
using Kunskapsstyrning.Web.Example;

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>An invented message from a municipality with an extract of minutes, as a mail server hands it over.</summary>
/// <param name="From">Who sends it.</param>
/// <param name="Subject">Its subject, by which a test finds it in the inbox.</param>
internal sealed record Letter(Free.Municipality From, string Subject)
{
    /// <summary>When it was sent.</summary>
    public DateTimeOffset Sent { get; init; } = new(2025, 3, 10, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The body whose minutes they are.</summary>
    public string Body { get; init; } = "Kommunstyrelsen";

    /// <summary>The day it met.</summary>
    public DateOnly Met { get; init; } = new(2025, 3, 4);

    /// <summary>What the matter is called in the minutes.</summary>
    public string Matter { get; init; } = "Rekommendation om att gemensamt finansiera en mer kunskapsbaserad socialtjänst 2025–2028";

    /// <summary>The paragraph of the minutes.</summary>
    public string Paragraph { get; init; } = "§ 57";

    /// <summary>What the minutes say was decided.</summary>
    public string Decision { get; init; } = "Kommunstyrelsen beslutar att anta SKR:s rekommendation om gemensam finansiering åren 2025–2028.";

    /// <summary>The extract as a PDF of two pages.</summary>
    public byte[] Minutes => Paper.Pdf(
    [
        new($"{From.Name} kommun", true), new(Body), new($"Sammanträdesdatum {Met:yyyy-MM-dd}"), new(""), new(Paragraph, true),
        new($"{Matter} (dnr {CaseNumber})", true), new(""),
        new("Beslut", true), new(Decision), new(""), new("Sammanfattning av ärendet", true),
        .. Enumerable.Range(1, 40).Select(line => new PaperLine($"Rad {line}: förvaltningen redogör för hur arbetet i socialtjänsten har bedrivits.")),
    ]);

    /// <summary>The case number in the minutes; no other municipality has the same.</summary>
    public string CaseNumber => $"KS {Met.Year}/{From.Code}";

    /// <summary>The message byte for byte.</summary>
    public byte[] Bytes()
    {
        var mail = new StringBuilder();
        mail.Append(CultureInfo.InvariantCulture, $"From: kansliet@{From.Code}.kommun.example\r\nTo: registrator@skr.example\r\nDate: {Sent.UtcDateTime:R}\r\nMessage-ID: <{Guid.NewGuid():N}@kommun.example>\r\nSubject: =?utf-8?B?{Base64(Subject)}?=\r\n");
        mail.Append("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"del\"\r\n\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"--del\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64($"Hej! Här kommer beslutet från {From.Name} kommun.")}\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"--del\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"Protokollsutdrag.pdf\"\r\n\r\n{Convert.ToBase64String(Minutes, Base64FormattingOptions.InsertLineBreaks)}\r\n");
        return Encoding.ASCII.GetBytes(mail.Append("--del--\r\n").ToString());
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
