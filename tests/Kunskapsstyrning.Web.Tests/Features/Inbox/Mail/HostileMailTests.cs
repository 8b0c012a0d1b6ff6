using System.Diagnostics;
using System.Text;
using Kunskapsstyrning.Web.Features.Inbox.Mail;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox.Mail;

public sealed class HostileMailTests
{
    [Fact]
    public void A_message_with_ten_thousand_parts_is_read_to_its_limit()
    {
        var message = Mails.Read(Mails.Multipart("mixed", "b", Enumerable.Range(0, 10_000).Select(n => Mails.Attachment($"{n}.pdf", "%PDF-1"))));

        Assert.Equal(MailLimits.Parts, message.Parts.Count);
        Assert.Contains("fler än 200 delar", message.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_in_messages_are_opened_three_deep_and_then_kept_as_they_are()
    {
        var mail = Mails.Multipart("mixed", "b0", "\nInnerst");
        for (var level = 1; level <= 50; level++) mail = $"Subject: nivå {level}\n" + Mails.Multipart("mixed", $"b{level}x", Mails.Nested(mail));

        var message = Mails.Read(mail);

        Assert.Equal([MailPartKind.Message, MailPartKind.Message, MailPartKind.Message, MailPartKind.Attachment], message.Parts.Select(p => p.Kind));
        Assert.Equal([null, 1, 2, 3], message.Parts.Select(p => p.Parent));
        Assert.Contains("fler led", message.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_in_parts_without_end_are_kept_as_they_are()
    {
        var mail = "\nInnerst";
        for (var level = 0; level < 1_000; level++) mail = Mails.Multipart("mixed", $"b{level}x", mail);

        var message = Mails.Read(mail);

        Assert.Equal(MailPartKind.Attachment, Assert.Single(message.Parts).Kind);
        Assert.Contains("fler led", message.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("C:\\Windows\\system32\\utdrag.pdf", "utdrag.pdf")]
    [InlineData("..", "handling")]
    [InlineData("a\u0000b\u0007.pdf", "a b .pdf")]
    public void A_name_of_a_file_leads_nowhere(string written, string name) =>
        Assert.Equal(name, Mails.Read(Mails.Multipart("mixed", "b", Mails.Attachment(written, "x"))).Parts[0].Name);

    [Theory]
    [InlineData("=?utf-8?Q?Svar=0D=0ABcc:_ond@example.com?=")]
    [InlineData("=?utf-8?B?U3Zhcg0KQmNjOiBvbmRAZXhhbXBsZS5jb20=?=")]
    [InlineData("Svar\rBcc: ond@example.com")]
    public void A_line_break_within_a_header_makes_no_second_header(string subject)
    {
        var message = MailReader.Read(Encoding.Latin1.GetBytes($"Subject: {subject}\r\nFrom: a@b.se\r\n\r\nHej"));

        Assert.Equal("Svar Bcc: ond@example.com", message.Subject);
        Assert.Equal("a@b.se", message.From);
    }

    [Fact]
    public void A_line_break_in_the_name_of_a_file_makes_no_second_header()
    {
        var message = Mails.Read("Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''a%0D%0AX-Ond:%20ja.pdf\n\n%PDF");

        Assert.DoesNotContain(message.Parts[0].Name, c => char.IsControl(c));
    }

    [Theory]
    [InlineData("base64", "!!!TsOk\u00FFbW5k*\nZW4=====IQ==\n-", "Nämnden!")]
    [InlineData("quoted-printable", "N=C3=\n=A4mnden=ZZ = =3", "Nämnden=ZZ = =3")]
    [InlineData("x-uuencode", "begin 644 a", "begin 644 a")]
    [InlineData("", "N\u00E4mnden\u0000", "Nämnden")]
    public void Broken_encodings_give_what_can_be_read(string encoding, string content, string text)
    {
        var message = Mails.Read($"Content-Type: text/plain; charset=\"utf-8\nContent-Transfer-Encoding: {encoding}\n\n{content}");

        Assert.Equal(text, message.TextOf());
    }

    [Fact]
    public void A_multipart_that_does_not_name_its_boundary_is_parted_where_it_seems_to_be()
    {
        var message = Mails.Read("Content-Type: multipart/mixed\n\n--abc123\n\nText\n--abc123\nContent-Type: application/pdf\n\n%PDF\n--abc123--\n");

        Assert.Equal([MailPartKind.Body, MailPartKind.Attachment], message.Parts.Select(p => p.Kind));
    }

    [Fact]
    public void A_multipart_without_any_boundary_is_text_and_that_is_said()
    {
        var message = Mails.Read("Content-Type: multipart/mixed; boundary=finns-inte\n\nBeslutet bifogas inte.");

        Assert.Equal("Beslutet bifogas inte.", message.TextOf());
        Assert.Contains("visas som text", message.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_part_may_lack_its_end()
    {
        var message = Mails.Read("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nText\n--b\nContent-Type: application/pdf\n\n%PDF-avbruten");

        Assert.Equal("%PDF-avbruten", message.Parts[1].Text());
    }

    [Fact]
    public void Headers_without_end_are_read_to_a_limit()
    {
        var message = Mails.Read("Subject: Svar\n" + string.Concat(Enumerable.Repeat("X-Fyllnad: " + new string('a', 900) + "\n", 2_000)) + "From: a@b.se\n\nText");

        Assert.Equal(("Svar", null, "Text"), (message.Subject, message.From, message.TextOf()));
        Assert.Contains("brevhuvud", message.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_is_never_longer_than_a_line() =>
        Assert.Equal(MailLimits.LineLength, Mails.Read("Subject: " + new string('a', 100_000) + "\n\n").Subject!.Length);

    [Fact]
    public void More_than_may_be_decoded_is_left_out_and_said()
    {
        byte[] part = [.. Mails.Bytes("\n--b\nContent-Type: application/pdf; name=utdrag.pdf\n\n"), .. new byte[MailLimits.DecodedBytes / 2 - 1000]];

        var message = MailReader.Read((byte[])[.. Mails.Bytes("Content-Type: multipart/mixed; boundary=b\n"), .. part, .. part, .. part]);

        Assert.Equal(2, message.Parts.Count);
        Assert.Contains("större än", message.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attachment_for_Outlook_alone_is_a_file_like_any_other() =>
        Assert.Equal("winmail.dat", Mails.Read("Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\neJ8+IhQ=").Parts[0].Name);

    public static TheoryData<string> Slow => new()
    {
        "Subject: " + string.Concat(Enumerable.Repeat("=?", 300_000)) + "\n\n",
        "Subject: a\n" + string.Concat(Enumerable.Repeat(" b\n", 300_000)) + "\n",
        "Content-Type: multipart/mixed; boundary=" + new string('-', 150) + "\n\n" + new string('-', 1_000_000),
        "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("\n--bb", 300_000)),
        "Content-Transfer-Encoding: quoted-printable\n\n" + string.Concat(Enumerable.Repeat("=" + new string(' ', 30), 40_000)),
        "Content-Type: text/html\n\n" + new string('<', 1_000_000),
        "Content-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<a href=\"", 150_000)),
        "Content-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<!-", 300_000)),
        "Content-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<script>", 150_000)),
        "Content-Type: text/html\n\n" + new string('&', 1_000_000),
        "Content-Type: application/pdf; " + string.Concat(Enumerable.Repeat("a=\"\\\"", 30_000)) + "\n\n",
        "From: " + new string('a', 1_000_000) + "\n\n" + string.Concat(Enumerable.Repeat("From: " + new string('a', 994) + "\n", 500)),
        "\n" + string.Concat(Enumerable.Repeat("Från: a@b.se\n", 80_000)),
    };

    [Theory, MemberData(nameof(Slow), DisableDiscoveryEnumeration = true)]
    public void Nothing_takes_long_however_it_is_made(string message)
    {
        var bytes = Mails.Bytes(message);
        var watch = Stopwatch.StartNew();

        MailReader.Read(bytes);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }
}
