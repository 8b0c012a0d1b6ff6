using System.Text.Json;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Municipalities;

public sealed class ContactTests
{
    private static readonly DateOnly Today = new(2025, 11, 24);
    private static readonly PersonId Somebody = new(Guid.Parse("0198a000-0000-7000-8000-00000000aaaa"));
    private static readonly PersonId SomebodyElse = new(Guid.Parse("0198a000-0000-7000-8000-00000000bbbb"));

    [Fact]
    public void A_contact_is_stale_when_nobody_has_confirmed_it_for_more_than_a_year()
    {
        var contact = Added(ContactKind.Registrar, "Registrator", "registrator@kommun.example");

        Assert.False(contact.IsStaleOn(new DateOnly(2026, 11, 24)));
        Assert.True(contact.IsStaleOn(new DateOnly(2026, 11, 25)));
    }

    [Fact]
    public void To_confirm_a_contact_makes_it_fresh_and_tells_when_it_was_confirmed_before()
    {
        var contact = Added(ContactKind.Registrar, null, "registrator@kommun.example");

        contact.Verify(SomebodyElse, Today.AddYears(2));

        Assert.False(contact.IsStaleOn(Today.AddYears(2)));
        Assert.Equal(SomebodyElse, contact.VerifiedBy);
        var told = Assert.IsType<ContactVerified>(Assert.Single(contact.TakeEvents()));
        Assert.Equal((Today, Today.AddYears(2)), (told.Was.VerifiedOn, told.Now.VerifiedOn));
    }

    [Fact]
    public void Confirmed_twice_the_same_day_by_the_same_person_it_is_confirmed_once()
    {
        var contact = Added(ContactKind.Registrar, null, "registrator@kommun.example");
        var seen = contact.Seen;

        contact.Verify(Somebody, Today);

        Assert.Empty(contact.TakeEvents());
        Assert.Equal(seen, contact.Seen);
    }

    [Fact]
    public void A_change_tells_the_history_what_was_changed_and_never_to_what()
    {
        var contact = Added(ContactKind.HeadOfSocialServices, "Påhittad Person", "pahittad.person@kommun.example");

        contact.Change(Details("Annan Påhittad", "annan.pahittad@kommun.example", "08-123 45 67"), SomebodyElse, Today);

        var told = Assert.IsType<ContactChanged>(Assert.Single(contact.TakeEvents()));
        Assert.Equal(["name", "email", "phone"], told.Changed);
        Assert.Equal((false, true), (told.Was.HasPhone, told.Now.HasPhone));
        var written = JsonSerializer.Serialize(told.Before) + JsonSerializer.Serialize(told.After);
        foreach (var word in (string[])["hittad", "kommun.example", "45"]) Assert.DoesNotContain(word, written, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_added_and_removed_is_told_without_what_it_said()
    {
        Contact.Add(Id, ContactPlace.OfCounty("01"), Details("Påhittad Person", "pahittad.person@lan.example"), Somebody, Today, out var contact);
        contact!.Remove();

        var told = contact.TakeEvents();

        Assert.Equal(["ContactAdded", "ContactRemoved"], told.Select(e => e.GetType().Name));
        Assert.Equal((null, null), (told[0].Before, told[1].After));
        Assert.All(told, e => Assert.DoesNotContain("hittad", JsonSerializer.Serialize(e.Before) + JsonSerializer.Serialize(e.After), StringComparison.Ordinal));
        Assert.All(told, e => Assert.Null(e.Municipality));
    }

    [Fact]
    public void Written_again_without_a_change_it_is_confirmed()
    {
        var contact = Added(ContactKind.Registrar, "Registrator", "registrator@kommun.example");

        contact.Change(Details("Registrator", "registrator@kommun.example"), SomebodyElse, Today.AddDays(9));

        Assert.IsType<ContactVerified>(Assert.Single(contact.TakeEvents()));
        Assert.Equal(Today.AddDays(9), contact.VerifiedOn);
    }

    [Fact]
    public void A_function_address_bears_nobody_s_name()
    {
        var refused = Contact.Add(Id, ContactPlace.Of(new MunicipalityCode("0125"), ContactKind.FunctionAddress), Details("Påhittad Person", "kommun@kommun.example"), Somebody, Today, out var contact);

        Assert.Equal(ContactRefusals.AddressOfNobody, refused.Refusal);
        Assert.Null(contact);
        Assert.Equal(ContactRefusals.AddressOfNobody, Added(ContactKind.FunctionAddress, null, "kommun@kommun.example").Change(Details("Någon", "kommun@kommun.example"), Somebody, Today).Refusal);
    }

    [Fact]
    public void A_municipality_has_no_county_contact_of_its_own() =>
        Assert.Throws<ArgumentException>(() => ContactPlace.Of(new MunicipalityCode("0125"), ContactKind.CountyContact));

    [Theory]
    [InlineData("Registrator\u202Ern")]
    [InlineData("Registra\u200Btor")]
    [InlineData("Regis\ntrator")]
    public void A_name_that_does_not_show_what_it_says_is_none(string name) => Assert.False(ContactDetails.IsName(name));

    [Theory]
    [InlineData("08-123 45 67", "08-123 45 67")]
    [InlineData("  08‑123 45 67 ", "08-123 45 67")]
    [InlineData("+46 (0)8 123 45 67", "+46 (0)8 123 45 67")]
    [InlineData("0123/45 67 89", "0123-45 67 89")]
    public void A_telephone_number_is_read_as_people_write_it(string typed, string read)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(read, number.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("växeln")]
    [InlineData("1234")]
    [InlineData("08+1234567")]
    [InlineData("08-123456789012345678")]
    [InlineData("=1+12345678")]
    public void What_is_no_telephone_number_is_refused(string typed) => Assert.False(PhoneNumber.TryParse(typed, out _));

    private static ContactId Id => new(Guid.Parse("0198a000-0000-7000-8000-00000000cccc"));

    private static Contact Added(ContactKind kind, string? name, string email)
    {
        Assert.True(Contact.Add(Id, ContactPlace.Of(new MunicipalityCode("0125"), kind), Details(name, email), Somebody, Today, out var contact).IsDone);
        Assert.Single(contact!.TakeEvents());
        return contact;
    }

    private static ContactDetails Details(string? name, string email, string? phone = null) => new(name, EmailAddress.Parse(email), phone is null ? null : PhoneNumber.Parse(phone));
}
