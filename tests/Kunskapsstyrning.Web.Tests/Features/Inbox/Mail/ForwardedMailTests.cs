using Kunskapsstyrning.Web.Features.Inbox.Mail;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox.Mail;

public sealed class ForwardedMailTests
{
    [Theory]
    [InlineData("-----Ursprungligt meddelande-----\nFrån: Registrator [mailto:registrator@kommunen.se]\nSkickat: den 3 oktober 2016 09:10\nTill: SKL\nÄmne: Svar")]
    [InlineData("Från: Registrator <registrator@kommunen.se>\nSkickat: den 3 oktober\nTill: a@b.se")]
    [InlineData("---------- Vidarebefordrat meddelande ---------\nFrån: Registrator <registrator@kommunen.se>\nDatum: 3 okt. 2016\nÄmne: Svar")]
    [InlineData("Begin forwarded message:\n\nFrom: registrator@kommunen.se\nSubject: Svar\nDate: 3 October 2016")]
    [InlineData("> *Från:* Registrator <registrator@kommunen.se>\n> *Skickat:* måndag")]
    [InlineData("From: Registrator\n<registrator@kommunen.se>\nSent: Monday")]
    [InlineData("Från: A <a@region.se>\nSkickat: tisdag\n\nFrån: Registrator <registrator@kommunen.se>\nSkickat: måndag")]
    [InlineData("Från: Registrator <registrator@kommunen.se>\nSkickat: tisdag\n\n> Från: SKR <info@skr.se>\n> Skickat: måndag")]
    public void The_one_who_sent_it_first_is_found(string text) => Assert.Equal("registrator@kommunen.se", ForwardedMail.Sender(text));

    [Theory]
    [InlineData("Från: det ena till det andra\nTill: alla")]
    [InlineData("Från: Registrator <registrator@kommunen.se>\n\nVi beslutade i går.")]
    [InlineData("Med vänlig hälsning\nregistrator@kommunen.se")]
    [InlineData("Från: SKR <info@skr.se>\nSkickat: måndag\nTill: kommunerna")]
    [InlineData("")]
    public void No_sender_is_made_up(string text) => Assert.Null(ForwardedMail.Sender(text));

    [Theory]
    [InlineData("a@skr.se", true)]
    [InlineData("a@post.SKL.se", true)]
    [InlineData("a@inteskr.se", false)]
    [InlineData("skr.se@kommunen.se", false)]
    public void What_SKR_itself_sends_is_known_by_its_domain(string address, bool own) => Assert.Equal(own, ForwardedMail.IsOwn(address));
}
