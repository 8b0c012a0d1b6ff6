using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Xunit;
using static Kunskapsstyrning.Domain.Tests.Invoices.InvoiceCases;

namespace Kunskapsstyrning.Domain.Tests.Invoices;

public sealed class InvoiceSettingsTests
{
    [Theory]
    [InlineData("1234566", "123-4566")]
    [InlineData(" 123-4566 ", "123-4566")]
    [InlineData("9999 0004", "9999-0004")]
    public void A_bankgiro_is_read_as_people_write_it(string typed, string shown)
    {
        Assert.True(Bankgiro.TryParse(typed, out var bankgiro));
        Assert.Equal(shown, bankgiro.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("123-4567")]
    [InlineData("123456")]
    [InlineData("0000000")]
    [InlineData("12345A6")]
    [InlineData("999900041")]
    public void A_bankgiro_with_wrong_digits_is_none(string typed) => Assert.False(Bankgiro.TryParse(typed, out _));

    [Theory]
    [InlineData("se31 5000 0000 0000 0000 0000", true)]
    [InlineData("SE20 5000 0000 0000 0000 0000", false)]
    [InlineData("SE19 5000 0000 0000 0000", false)]
    [InlineData("DE89 3704 0044 0532 0130 00", true)]
    [InlineData("1234", false)]
    public void An_IBAN_is_an_IBAN_when_its_check_digits_fit(string typed, bool fits) => Assert.Equal(fits, Iban.TryParse(typed, out _));

    [Theory]
    [InlineData("SE802000000901", true)]
    [InlineData("se 802000-0009 01", true)]
    [InlineData("SE802000000801", false)]
    [InlineData("SE8020000009", false)]
    [InlineData("DK802000000901", false)]
    public void A_VAT_number_is_SE_an_organisation_number_and_two_digits(string typed, bool fits) => Assert.Equal(fits, VatNumber.TryParse(typed, out _));

    [Theory]
    [InlineData("ZZ 1234", "ZZ 1234")]
    [InlineData("  8100 \t 2201  ", "8100 2201")]
    public void A_buyer_reference_is_kept_as_written_with_single_spaces(string typed, string kept)
    {
        Assert.True(BuyerReference.TryParse(typed, out var reference));
        Assert.Equal(kept, reference.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("---")]
    [InlineData("A\u0007B")]
    [InlineData("A\u202EB")]
    public void What_says_nothing_or_cannot_be_printed_is_no_buyer_reference(string typed)
    {
        Assert.False(BuyerReference.TryParse(typed, out _));
        Assert.False(BuyerReference.TryParse(new string('a', BuyerReference.Longest + 1), out _));
    }

    public static TheoryData<string, InvoiceTerms> Refused => new()
    {
        { InvoiceRefusals.NoAccount.Code, Terms() with { Bankgiro = null } },
        { InvoiceRefusals.PaymentDays.Code, Terms() with { PaymentDays = 0 } },
        { InvoiceRefusals.PaymentDays.Code, Terms() with { PaymentDays = 121 } },
        { InvoiceRefusals.VatNumberOfAnother.Code, Terms() with { Seller = Sender with { OrganisationNumber = OrganisationNumber.Parse("212000-0142") } } },
        { InvoiceRefusals.NoRate.Code, Terms(new Vat(VatCategory.Standard, 24m, null)) },
        { InvoiceRefusals.NoRate.Code, Terms(new Vat(VatCategory.Standard, 0m, null)) },
        { InvoiceRefusals.RateWithoutVat.Code, Terms(new Vat(VatCategory.Exempt, 25m, "Undantag")) },
        { InvoiceRefusals.NoVatReason.Code, Terms(new Vat(VatCategory.Exempt, 0m, null)) },
        { InvoiceRefusals.NoVatReason.Code, Terms(new Vat(VatCategory.OutsideScope, 0m, null)) },
        { InvoiceRefusals.NoVatNumber.Code, Terms(new Vat(VatCategory.ZeroRated, 0m, null)) with { Seller = Sender with { VatNumber = null } } },
    };

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_cannot_stand_on_an_invoice_is_refused(string code, InvoiceTerms terms)
    {
        Assert.Equal(code, InvoiceSettings.State(null, 0, terms, default, default, out var stated).Refusal?.Code);
        Assert.Null(stated);
    }

    [Fact]
    public void VAT_may_be_left_unchosen_and_is_then_nothing() => Assert.Null((Terms() with { Vat = null }).Refusal);

    [Fact]
    public void One_who_did_not_see_the_latest_is_refused_and_the_same_again_states_nothing()
    {
        var first = Stated(Terms());

        Assert.Equal(InvoiceRefusals.SettingsChangedMeanwhile, InvoiceSettings.State(first, 0, Terms() with { PaymentDays = 10 }, default, default, out _).Refusal);
        Assert.True(InvoiceSettings.State(first, 1, Terms(), default, default, out var same).IsDone);
        Assert.Null(same);
    }

    [Theory]
    [InlineData(25, 9_501, 237_525)]
    [InlineData(12, 9_500, 114_000)]
    [InlineData(6, 9_501, 57_006)]
    public void VAT_comes_to_the_öre(int percent, int net, int öre) => Assert.Equal(new Kronor(öre / 100m), new Vat(VatCategory.Standard, percent, null).On(new Kronor(net)));
}
