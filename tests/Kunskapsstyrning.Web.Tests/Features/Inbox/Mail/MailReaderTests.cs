using System.Text;
using Kunskapsstyrning.Web.Features.Inbox.Mail;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox.Mail;

public sealed class MailReaderTests
{
    [Fact]
    public void A_plain_message_says_who_sent_it_when_and_what()
    {
        var message = Mails.Read("""
            From: "Registrator, Kommunen" <registrator@kommunen.se>
            To: registrator@skr.se
            Date: Mon, 3 Oct 2016 09:10:11 +0200
            Subject: Protokollsutdrag
            Message-ID: <123@kommunen.se>

            Bifogat.
            """);

        Assert.Equal(("123@kommunen.se", "registrator@kommunen.se", "Registrator, Kommunen", "Protokollsutdrag"), (message.MessageId, message.From, message.FromName, message.Subject));
        Assert.Equal(new DateTimeOffset(2016, 10, 3, 7, 10, 11, TimeSpan.Zero), message.SentAt);
        Assert.Equal("Bifogat.", message.TextOf());
        Assert.Null(message.Fault);
    }

    [Theory]
    [InlineData("=?utf-8?Q?Svar_fr=C3=A5n_Kommunen?=", "Svar från Kommunen")]
    [InlineData("=?ISO-8859-1?B?5eT2?=", "åäö")]
    [InlineData("=?utf-8?B?w6U=?= =?utf-8?B?w6Q=?=", "åä")]
    [InlineData("=?utf-8?Q?f=C3?= =?utf-8?Q?=A5r?=", "får")]
    [InlineData("Svar =?utf-8?Q?=C2=A7?= 67", "Svar § 67")]
    [InlineData("=?utf-8*sv?Q?=C2=A7_67?=", "§ 67")]
    [InlineData("=?okänd?X?abc?= kvar", "=?okänd?X?abc?= kvar")]
    [InlineData("=?utf-8?Q?utan slut", "=?utf-8?Q?utan slut")]
    [InlineData("Mitt förslag", "Mitt förslag")]
    [InlineData("a =? b =?utf-8?Q?c?=", "a =? b c")]
    public void A_subject_is_read_in_whatever_way_it_is_written(string written, string read) =>
        Assert.Equal(read, Mails.Read($"Subject: {written}\n\n").Subject);

    [Fact]
    public void A_header_that_goes_on_below_is_one_line() =>
        Assert.Equal("Protokollsutdrag § 67 från nämnden", Mails.Read("Subject: Protokollsutdrag\n =?utf-8?Q?_=C2=A7_67?=\n\tfrån nämnden\n\n").Subject);

    [Theory]
    [InlineData("filename=\"utdrag.pdf\"", "utdrag.pdf")]
    [InlineData("filename=utdrag.pdf", "utdrag.pdf")]
    [InlineData("filename*=utf-8''Utdrag%20%C2%A7%2067.pdf", "Utdrag § 67.pdf")]
    [InlineData("filename*=iso-8859-1'sv'N%E4mnden.pdf", "Nämnden.pdf")]
    [InlineData("filename*0=\"Proto\"; filename*1=\"koll.pdf\"", "Protokoll.pdf")]
    [InlineData("filename*0*=utf-8''N%C3%A4; filename*1*=mnd%C3%A9; filename*2=\"n.pdf\"", "Nämndén.pdf")]
    [InlineData("filename=\"=?utf-8?Q?N=C3=A4mnden.pdf?=\"", "Nämnden.pdf")]
    [InlineData("filename=\"a\\\"b.pdf\"; filename*=utf-8''c.pdf", "c.pdf")]
    [InlineData("filename=\"\"", "handling")]
    public void A_file_has_its_name_in_whatever_way_it_is_written(string written, string name)
    {
        var message = Mails.Read($"Content-Type: application/pdf\nContent-Disposition: attachment; {written}\n\n%PDF-1.4");

        Assert.Equal(name, Assert.Single(message.Parts).Name);
    }

    [Fact]
    public void Plain_text_is_read_where_the_same_stands_in_html_too()
    {
        var message = Mails.Read("Subject: a\n" + Mails.Multipart("alternative", "b", "Content-Type: text/plain; charset=utf-8\n\nSom text", "Content-Type: text/html\n\n<b>Som HTML</b>"));

        Assert.Equal("Som text", Assert.Single(message.Parts).Text());
    }

    [Fact]
    public void Text_is_made_of_html_where_there_is_nothing_else()
    {
        var message = Mails.Read("Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n<p>N=E4mnden beslutar<br>enligt =\nf=F6rslag &amp; bilaga</p><script>alert(1)</script>");

        Assert.Equal("Nämnden beslutar\nenligt förslag & bilaga", message.TextOf());
    }

    [Theory]
    [InlineData("utf-8", new byte[] { 0xC3, 0xA5 })]
    [InlineData("iso-8859-1", new byte[] { 0xE5 })]
    [InlineData("windows-1252", new byte[] { 0xE5 })]
    [InlineData("utf-8", new byte[] { 0xE5 })]
    [InlineData("us-ascii", new byte[] { 0xC3, 0xA5 })]
    [InlineData("x-finns-inte", new byte[] { 0xE5 })]
    [InlineData("utf-16", new byte[] { 0xE5, 0x00 })]
    [InlineData("ibm865", new byte[] { 0x86 })]
    public void An_å_is_an_å_whatever_the_message_calls_its_letters(string charset, byte[] bytes)
    {
        var message = MailReader.Read((byte[])[.. Mails.Bytes($"Content-Type: text/plain; charset={charset}\n\n"), .. bytes]);

        Assert.Equal("å", message.TextOf());
    }

    [Fact]
    public void Attachments_nested_messages_and_their_attachments_are_numbered_and_know_where_they_lie()
    {
        var inner = "From: a@kommunen.se\nSubject: Svaret\n" + Mails.Multipart("mixed", "inre", "\nInre text", Mails.Attachment("inre.pdf", "%PDF-inre"));

        var message = Mails.Read("From: b@kommunen.se\n" + Mails.Multipart("mixed", "yttre", "\nYttre text", Mails.Nested(inner), Mails.Attachment("yttre.pdf", "%PDF-yttre")));

        Assert.Equal(
            [(1, null, MailPartKind.Body, "meddelande.txt"), (2, null, MailPartKind.Message, "Svaret.eml"), (3, 2, MailPartKind.Body, "meddelande.txt"), (4, 2, MailPartKind.Attachment, "inre.pdf"), (5, null, MailPartKind.Attachment, "yttre.pdf")],
            message.Parts.Select(p => (p.Number, p.Parent, p.Kind, p.Name)));
        Assert.Equal("Inre text", message.Parts[2].Text());
        Assert.Equal("%PDF-inre", message.Parts[3].Text());
        Assert.Equal("a@kommunen.se", MailReader.Read(message.Parts[1].Bytes).From);
    }

    [Fact]
    public void A_message_saved_as_a_file_and_attached_is_opened_like_one_that_was_forwarded()
    {
        var message = Mails.Read(Mails.Multipart("mixed", "b", Mails.Attachment("svar.eml", "From: a@kommunen.se\r\nSubject: Svar\r\n\r\nHej")));

        Assert.Equal([MailPartKind.Message, MailPartKind.Body], message.Parts.Select(p => p.Kind));
    }

    [Fact]
    public void Texts_around_a_picture_are_one_text_and_the_picture_is_a_file()
    {
        var message = Mails.Read(Mails.Multipart("mixed", "b", "\nFöre", "Content-Type: image/png\nContent-ID: <1>\n\n.PNG", "\nEfter"));

        Assert.Equal("Före\n\nEfter", message.TextOf());
        Assert.Equal(["meddelande.txt", "bilaga.png"], message.Parts.Select(p => p.Name));
    }

    [Fact]
    public void A_Maildir_that_ends_its_lines_as_Unix_does_is_read_the_same()
    {
        var wire = Mails.Bytes(Mails.Multipart("mixed", "b", "\nText", Mails.Attachment("a.pdf", "%PDF-1")));
        var unix = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(wire).Replace("\r\n", "\n", StringComparison.Ordinal));

        Assert.Equal(MailReader.Read(wire).Parts.Select(p => (p.Kind, p.Text())), MailReader.Read(unix).Parts.Select(p => (p.Kind, p.Text())));
    }

    [Theory]
    [InlineData("Tue, 1 Nov 2016 00:30 +0100", "2016-10-31T23:30:00Z")]
    [InlineData("1 Nov 16 12:00:00 GMT", "2016-11-01T12:00:00Z")]
    [InlineData("Tue, 01 Nov 2016 12:00:60 -0330 (NST)", "2016-11-01T15:30:59Z")]
    [InlineData("i går", null)]
    [InlineData("Tue, 31 Feb 2016 12:00:00 +0100", null)]
    [InlineData("Tue, 1 Nov 2016 12:00:00 +9999", "2016-11-01T12:00:00Z")]
    public void The_moment_is_read_or_left_open(string written, string? moment) =>
        Assert.Equal(moment is null ? null : DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), Mails.Read($"Date: {written}\n\n").SentAt);

    [Theory]
    [InlineData("a@b.se", "a@b.se", null)]
    [InlineData("\"chef@kommunen.se\" <a@b.se>", "a@b.se", "chef@kommunen.se")]
    [InlineData("=?utf-8?Q?N=C3=A4mnden?= <a@b.se>", "a@b.se", "Nämnden")]
    [InlineData("<a@b.se>, <c@d.se>", "c@d.se", "<a@b.se>,")]
    [InlineData("ingen adress", null, null)]
    [InlineData("a@b", null, null)]
    public void The_sender_is_the_address_in_brackets(string written, string? address, string? name)
    {
        var message = Mails.Read($"From: {written}\n\n");

        Assert.Equal((address, name), (message.From, message.FromName));
    }
}
