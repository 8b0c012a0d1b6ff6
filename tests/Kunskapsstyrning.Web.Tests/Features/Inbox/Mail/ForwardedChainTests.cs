using Kunskapsstyrning.Web.Features.Inbox.Mail;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox.Mail;

public sealed class ForwardedChainTests
{
    [Theory]
    [InlineData("Hej!\n\n-----Ursprungligt meddelande-----\nFrån: Registrator [mailto:registrator@kommunen.se]\nSkickat: den 3 oktober 2016 09:10\nTill: SKL\nÄmne: Svar\n\nVi antar.")]
    [InlineData("Begin forwarded message:\n\nFrom: Registrator <registrator@kommunen.se>\nSubject: Svar\nDate: 3 October 2016 at 09:10:00 CEST\nTo: a@b.se\n\nVi antar.")]
    [InlineData("Hej\n---------- Forwarded message ---------\nFrom: Registrator <registrator@kommunen.se>\nDate: Mon, Oct 3, 2016 at 9:10 AM\nSubject: Svar\nTo: <a@b.se>\n\nVi antar.")]
    [InlineData("Se nedan\n> *Från:* Registrator <registrator@kommunen.se>\n> *Skickat:* måndag 3 okt. 2016\n> *Ämne:* Svar\n>\n> Vi antar.")]
    [InlineData("Från: Registrator\n<registrator@kommunen.se>\n\nSkickat: 2016-10-03 09:10\n\nÄmne: Svar\n\nVi antar.")]
    public void A_forwarded_message_is_found_with_its_sender_its_day_and_its_subject(string text)
    {
        var forwarded = Assert.Single(ForwardedChain.In(text, most: 3));

        Assert.Equal(("registrator@kommunen.se", "Svar", new DateOnly(2016, 10, 3)), (forwarded.From, forwarded.Subject, forwarded.SentOn));
        Assert.EndsWith("Vi antar.", forwarded.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n>", forwarded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_a_chain_holds_its_own_text_and_not_that_of_the_next()
    {
        var chain = ForwardedChain.In("VB\n\nFrån: A\nSkickat: måndag\nÄmne: Yttre\n\nMellan\n\n-----Ursprungligt meddelande-----\nFrån: b@b.se\nTill: A\nÄmne: Inre\n\nInnerst", most: 3);

        Assert.Equal(["Yttre", "Inre"], chain.Select(m => m.Subject));
        Assert.Equal("Från: A\nSkickat: måndag\nÄmne: Yttre\n\nMellan", chain[0].Text);
        Assert.EndsWith("Innerst", chain[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Från: Socialnämnden\nTill: SKL\nDatum: 2016-10-03\n\nVi antar.")]
    [InlineData("Hej\nFrån: det ena till det andra\n\nVi antar.")]
    [InlineData("Datum: 2016-10-03\nÄmne: Svar\n\nVi antar.")]
    [InlineData("")]
    public void The_head_of_a_letter_and_other_lines_are_nothing_forwarded(string text) => Assert.Empty(ForwardedChain.In(text, most: 3));

    [Fact]
    public void The_parts_of_a_chain_lie_within_each_other_to_the_third_and_after_all_others()
    {
        var chain = string.Concat(Enumerable.Range(1, 5).Select(n => $"\n\nFrån: a{n}@kommunen.se\nTill: SKR\nÄmne: Nummer {n}\n\nText {n}"));
        var message = Mails.Read("From: a@skr.se\nSubject: VB\nMIME-Version: 1.0\n" + Mails.Multipart("mixed", "b", "Content-Type: text/plain\n\nHej" + chain, Mails.Attachment("a.txt", "bilagan")));

        Assert.Equal(["meddelande.txt", "a.txt"], message.Parts.Where(p => p.Forwarded is null).Select(p => p.Name));
        var forwarded = message.Parts.Where(p => p.Forwarded is not null).ToList();
        Assert.Equal([(3, null), (4, 3), (5, 3), (6, 5), (7, 5), (8, 7)], forwarded.Select(p => (p.Number, p.Parent)));
        Assert.Equal(3, forwarded.Count(p => p.Kind is MailPartKind.Message));
        Assert.Equal("Vidarebefordrat från a1@kommunen.se", forwarded[0].Name);
    }
}
