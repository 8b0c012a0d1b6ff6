using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Messages;

public sealed class MessageTests
{
    private static readonly Dictionary<string, string> Values = new() { ["kommun"] = "Ekerö kommun", ["uppgifter"] = "Villkor: {kommun}", ["raknas"] = "Räknas.", ["adress"] = "https://x.example" };

    [Fact]
    public void Every_unknown_word_is_named_at_once_without_loose_brackets()
    {
        var refusal = MessageTemplate.RefusalOf(MessageKind.Receipt, "Kvitto", "{uppgifter} {raknas} {adress} {{lösenord}} {hemligt}")!;

        Assert.StartsWith("Orden {lösenord}, {hemligt} finns inte i listan.", refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("registrator@kommun.se", "registrator@kommun.se")]
    [InlineData("  Registrator <Registrator@Kommun.SE> ", "Registrator@kommun.se")]
    [InlineData("\"registrator@kommun.se\" <registrator@kommun.se>", "registrator@kommun.se")]
    [InlineData("registrator@malmö.se", "registrator@xn--malm-8qa.se")]
    public void An_address_is_read_as_typed_or_as_a_message_writes_it(string typed, string expected)
    {
        Assert.True(EmailAddress.TryParse(typed, out var address));
        Assert.Equal(expected, address.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("registrator")]
    [InlineData("@kommun.se")]
    [InlineData("a@b")]
    [InlineData("a b@kommun.se")]
    [InlineData("a@kommun.se, b@kommun.se")]
    [InlineData("a@kommun.se\nBcc: b@kommun.se")]
    [InlineData("a@kommun.se\u2028Bcc: b@kommun.se")]
    [InlineData("a@-kommun.se")]
    [InlineData("a..b@kommun.se")]
    public void What_is_no_single_address_is_refused(string typed) => Assert.False(EmailAddress.TryParse(typed, out _));

    [Theory]
    [InlineData("registrator@ekero.example <nagon@annan.example>")]
    [InlineData("\"registrator@ekero.example\" <nagon@annan.example>")]
    [InlineData("registrator\uFF20ekero.example <nagon@annan.example>")]
    [InlineData("Registrator <registrator@ekero.example> <nagon@annan.example>")]
    [InlineData("<nagon@annan.example> registrator@ekero.example")]
    public void A_name_that_is_spelled_as_another_address_deceives_and_is_refused(string typed) => Assert.False(EmailAddress.TryParse(typed, out _));

    [Fact]
    public void A_reference_is_eight_characters_that_are_not_mistaken_for_each_other_and_carries_forty_bits()
    {
        var all = Enumerable.Range(0, 256).Select(b => ReceiptReference.Of([(byte)b, 0, 0xFF, (byte)b, 1]).Text).ToList();

        Assert.Equal(256, all.Distinct().Count());
        Assert.All(all, r => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", r));
        Assert.Equal("ZZZZ-ZZZZ", ReceiptReference.Of([0xFF, 0xFF, 0xFF, 0xFF, 0xFF]).Text);
    }

    [Theory]
    [InlineData("k7m2-9qxp", "K7M2-9QXP")]
    [InlineData(" K7M2 9QXP ", "K7M2-9QXP")]
    [InlineData("OIL2–9QXP", "0112-9QXP")]
    public void A_reference_typed_carelessly_is_read(string typed, string expected)
    {
        Assert.True(ReceiptReference.TryParse(typed, out var reference));
        Assert.Equal(expected, reference.Text);
    }

    [Fact]
    public void A_value_is_never_read_for_variables_itself()
    {
        MessageTemplate.Write(MessageKind.Receipt, before: null, "Kvitto", "{uppgifter} {raknas} {adress}", new PersonId(Guid.Empty), DateTimeOffset.UnixEpoch, out var template);

        Assert.Equal("Villkor: {kommun} Räknas. https://x.example", template!.Fill(Values).Body);
    }

    [Theory]
    [InlineData("Skicka beslutet till oss. Ange vårt diarienummer: {dnr}", "Skicka beslutet till oss.")]
    [InlineData("Hej!\n\nVårt diarienummer: {dnr}\n\nHälsningar", "Hej!\n\nHälsningar")]
    [InlineData("Vårt diarienummer: {dnr}\n\nHälsningar", "Hälsningar")]
    [InlineData("Kommun: {kommun}\nDiarienummer: {dnr}\nSlut. Hej!", "Kommun: Ekerö kommun\nSlut. Hej!")]
    [InlineData("Först. Diarienummer: {dnr}. Sist.", "Först. Sist.")]
    public void A_sentence_that_would_tell_of_nothing_is_left_out(string body, string expected)
    {
        var (_, filled) = MessageTemplate.Fill("Fråga", body, new Dictionary<string, string>(Values) { ["dnr"] = "" });

        Assert.Equal(expected, filled);
    }

    [Fact]
    public void A_value_with_line_breaks_cannot_end_the_line_of_the_subject()
    {
        MessageTemplate.Write(MessageKind.Receipt, before: null, "Kvitto {kommun}", "{uppgifter} {raknas} {adress}", new PersonId(Guid.Empty), DateTimeOffset.UnixEpoch, out var template);

        Assert.Equal("Kvitto Ekerö Bcc: a@b.example", template!.Fill(new Dictionary<string, string>(Values) { ["kommun"] = "Ekerö\r\nBcc: a@b.example" }).Subject);
    }

    [Theory]
    [InlineData("Kvitto {kommunn}", "{uppgifter} {raknas} {adress}", "template-unknown-variable", "amne")]
    [InlineData("Kvitto", "{uppgifter} {raknas} {adress} {avgift}", "template-unknown-variable", "text")]
    [InlineData("Kvitto", "{uppgifter} {raknas} {adress} {}", "template-unknown-variable", "text")]
    [InlineData("Kvitto", "{uppgifter} {raknas} {adress} {kommun", "template-unknown-variable", "text")]
    [InlineData("Kvitto", "{uppgifter} {raknas}", "template-missing-variable", "text")]
    [InlineData("Kvitto\nBcc: alla@kommun.example", "{uppgifter} {raknas} {adress}", "template-subject-lines", "amne")]
    public void A_template_whose_words_cannot_be_filled_is_no_template(string subject, string body, string why, string field)
    {
        var result = MessageTemplate.Write(MessageKind.Receipt, before: null, subject, body, new PersonId(Guid.Empty), DateTimeOffset.UnixEpoch, out var template);

        Assert.Equal((why, field), (result.Refusal?.Code, result.Refusal?.Field));
        Assert.Null(template);
    }

    [Fact]
    public void The_same_words_again_are_no_new_version()
    {
        MessageTemplate.Write(MessageKind.AskForFinalDecision, before: null, "Fråga", "Ord.", new PersonId(Guid.Empty), DateTimeOffset.UnixEpoch, out var first);

        Assert.Equal(TemplateRefusals.NothingChanged, MessageTemplate.Write(MessageKind.AskForFinalDecision, first, "Fråga", "Ord.\r\n", new PersonId(Guid.Empty), DateTimeOffset.UnixEpoch, out _).Refusal);
    }
}
