using Kunskapsstyrning.Web.Features.Inbox.Mail;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox.Mail;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>Ett</p><p>Två</p>", "Ett\n\nTvå")]
    [InlineData("<div>Ett</div><div>Två</div>", "Ett\nTvå")]
    [InlineData("Ett<br>Två<br/><br>Tre", "Ett\nTvå\n\nTre")]
    [InlineData("<table><tr><td>Dnr</td><td>KS 2019/1</td></tr><tr><td>§</td><td>67</td></tr></table>", "Dnr KS 2019/1\n§ 67")]
    [InlineData("<ul><li>Ett</li><li>Två</li></ul>", "Ett\nTvå")]
    [InlineData("9&nbsp;500 kr &lt;b&gt; &aring; &#228; &okänd;", "9 500 kr <b> å ä &okänd;")]
    [InlineData("a  \r\n  b<b>c</b> <i>d</i>", "a bc d")]
    [InlineData("3 < 4 och 5 > 4", "3 < 4 och 5 > 4")]
    [InlineData("<a title=\"a>b\">länk</a>", "länk")]
    [InlineData("ut\u200Bdrag", "utdrag")]
    public void Html_is_read_as_a_person_reads_it(string html, string text) => Assert.Equal(text, HtmlText.Of(html));

    [Theory]
    [InlineData("<script>alert(1)</script>kvar")]
    [InlineData("<SCRIPT src=x>a<b</SCRIPT >kvar")]
    [InlineData("<style>p{content:'<p>'}</style>kvar")]
    [InlineData("<head><title>Rubrik</title></head>kvar")]
    [InlineData("<!-- <p>dold</p> -->kvar")]
    [InlineData("<svg onload=alert(1)><text>x</text></svg>kvar")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE html>kvar<script>utan slut")]
    [InlineData("kvar<img src=x onerror=alert(1)>")]
    public void What_a_person_does_not_read_is_left_out(string html) => Assert.Equal("kvar", HtmlText.Of(html));
}
