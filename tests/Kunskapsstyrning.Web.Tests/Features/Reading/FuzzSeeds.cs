using System.Text;
using Kunskapsstyrning.Web.Tests.Features.Inbox.Mail;

namespace Kunskapsstyrning.Web.Tests.Features.Reading;

/// <summary>Good input to spoil, and words that mean something to whoever reads it.</summary>
internal static class FuzzSeeds
{
    public static readonly IReadOnlyList<byte[]> Mail =
    [
        Mails.Bytes("From: =?utf-8?Q?N=C3=A4mnden?= <a@kommunen.se>\nDate: Mon, 3 Oct 2016 09:10:11 +0200\nSubject: Svar =?iso-8859-1?B?5eT2?=\n folded\nMessage-ID: <1@b>\n" + Mails.Multipart(
            "mixed", "b", Mails.Multipart("alternative", "c", "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nN=C3=A4mnden =\nbeslutar", "Content-Type: text/html\n\n<p>N&auml;mnden<br>beslutar</p>"),
            Mails.Attachment("utdrag.pdf", "%PDF-1.4"), Mails.Nested("From: b@c.se\nSubject: inre\n\nInre"))),
        Mails.Bytes("From: a@b.se\nContent-Type: application/pdf; name*0*=utf-8''N%C3%A4; name*1=\"mnd.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQ=\n"),
        Mails.Bytes("Subject: VB: Svar\nContent-Type: text/html; charset=windows-1252\n\n<b>Från:</b> A &lt;a@kommunen.se&gt;<br>Skickat: den 3 oktober<br>Till: SKL<script>x</script>"),
        Mails.Bytes("Content-Type: multipart/digest; boundary=d\n\n--d\n\nFrom: a@b.se\n\nEtt\n--d\n\nFrom: c@d.se\n\nTvå\n--d--\n"),
    ];

    public static readonly IReadOnlyList<byte[]> MailWords =
        [.. new[] { "\r\n", "\r\n\r\n", "--b", "--b--", "\r\n--b\r\n", "=?utf-8?Q?", "?=", "=C3", "Content-Type: ", "multipart/mixed; boundary=b", "message/rfc822", "; ", "name=", "filename*0*=", "''", "\"", "utf-16", "utf-7", "base64", "<script>", "<!--", "&#xD800;", "&#0;", "\u00FF\u00FE" }.Select(Encoding.Latin1.GetBytes)];

    public static readonly IReadOnlyList<byte[]> Html =
        [.. new[] { "<html><head><title>t</title><style>p{}</style></head><body><p>Ett &amp; tv&aring;</p><table><tr><td>a</td></tr></table></body></html>", "<div>a<br/>b</div><!-- c --><script src='x'>alert(1)</script><a href=\"x>y\">z</a>" }.Select(Encoding.UTF8.GetBytes)];

    public static readonly IReadOnlyList<byte[]> HtmlWords = [.. new[] { "<", ">", "</", "/>", "<!--", "-->", "<script>", "</script", "<p>", "&#xD83D;", "&#1114112;", "&amp", "\"", "'", "<![CDATA[", "<?" }.Select(Encoding.UTF8.GetBytes)];

    public static readonly IReadOnlyList<byte[]> Word =
        [.. new[] { WordFiles.Document(WordFiles.Paragraph("§ 67 Nämnden beslutar")), WordFiles.Document("<w:tbl><w:tr><w:tc>" + WordFiles.Paragraph("Dnr") + "</w:tc></w:tr></w:tbl><w:p><w:r><w:br w:type=\"page\"/><w:t>två</w:t><w:tab/></w:r></w:p>") }.Select(Encoding.UTF8.GetBytes)];

    public static readonly IReadOnlyList<byte[]> WordWords =
        [.. new[] { "<w:p>", "</w:p>", "<w:t>", "</w:t>", "<w:tbl>", "</w:tbl>", "<w:br w:type=\"page\"/>", "<mc:Fallback>", "<w:moveFrom>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#xD800;", "&#0;", "]]>", "<![CDATA[", "xmlns:w=\"a\"" }.Select(Encoding.UTF8.GetBytes)];

    public static readonly IReadOnlyList<byte[]> Boxes =
        [Encoding.UTF8.GetBytes("<doc>\n<page width=\"595.0\" height=\"842.0\">\n<flow>\n<block>\n<line xMin=\"1\">\n<word xMin=\"72.0\" yMin=\"90.5\" xMax=\"110.0\" yMax=\"100.0\">N&auml;mnden</word>\n<word xMin=\"72\" yMin=\"9e1\" xMax=\"110\" yMax=\"100\">&lt;67&gt;</word>\n</line>\n</block>\n</flow>\n</page>\n</doc>\n")];

    public static readonly IReadOnlyList<byte[]> BoxWords = [.. new[] { "<word ", "</word>", "<page ", "</page>", "</line>", "</block>", "xMin=\"", "NaN", "Infinity", "-1e308", "1e400", "\n", "\"", ">", "&#xDFFF;" }.Select(Encoding.UTF8.GetBytes)];

    public static readonly IReadOnlyList<byte[]> Cells =
        [Encoding.UTF8.GetBytes("level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n1\t1\t0\t0\t0\t0\t0\t0\t1700\t2200\t-1\t\n5\t1\t1\t1\t1\t1\t94\t102\t99\t27\t96.3\tNämnden\n5\t1\t1\t2\t1\t1\t94\t202\t99\t27\t96.3\t67\n")];

    public static readonly IReadOnlyList<byte[]> Days = [.. new[] { "2019-06-15", "15 juni 2019", "den 15:e juni 2019", "15/6 2019", "15.6.2019", "190615", "20190615" }.Select(Encoding.UTF8.GetBytes)];

    public static readonly IReadOnlyList<byte[]> Amounts = [.. new[] { "9.500 kr", "293 100 kr", "9 500:-", "3,4 mkr", "19,5 miljoner kronor", "1,95 kr/inv", "-12:50 kr", "1 234,56" }.Select(Encoding.UTF8.GetBytes)];

    public static readonly IReadOnlyList<byte[]> Marks = [.. new[] { " ", "\u00A0", "\u2009", "-", "\u2212", ".", ",", ":", "/", "9", "000", "mkr", "kr", "februari", "9999999999999999999999999999999" }.Select(Encoding.UTF8.GetBytes)];

    public static readonly IReadOnlyList<byte[]> Minutes =
    [
        Encoding.UTF8.GetBytes("Ekerö kommun\nSocialnämndens arbetsutskott 2016-08-24\n§ 67 Rekommendation om finansiering av nationell stödfunktion (SN16/103)\nFörslag till beslut\nSocialnämnden beslutar att anta rekommendationen.\nKostnaden är 9.500 kr per år.\nJustering 2016-08-26"),
        Encoding.UTF8.GetBytes("PROTOKOLLSUTDRAG\nKommunstyrelsen i Vara\nSammanträdesdatum 2019-05-14\nKS § 125/2019 Dnr KS 2018/715\nSamlat system för kunskapsstyrning\nKommunstyrelsen beslutar att avstå.\nSkäl: kostnaden, 31 220 kr/år."),
    ];

    public static readonly IReadOnlyList<byte[]> MinuteWords = [.. new[] { "\n", "\f", " § ", " Dnr ", "beslutar", "föreslår", "Kil", "Region Gotland", "kommun", "stad", "2019-02-30", "99/99 9999", "mkr", "999 999 999 999 999 kr", "\u00AD", "-\n", "Kommunfullmäktige", "\u00A0" }.Select(Encoding.UTF8.GetBytes)];
}
