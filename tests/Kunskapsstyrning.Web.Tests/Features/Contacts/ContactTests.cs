using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Contacts;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Contacts;

/// <summary>How municipalities and counties are reached: kept, confirmed, found, forgotten. Each test has municipalities of its own.</summary>
public sealed class ContactTests(TestApp app) : IClassFixture<TestApp>
{
    private Acting Registrar => app.As(Role.Registrar);

    [Fact]
    public async Task What_a_contact_said_is_nowhere_when_it_is_changed_and_removed()
    {
        var place = Place("0160", ContactKind.HeadOfSocialServices);
        await Registrar.Keeps(place, Reached.At("pahittad.ettan@kommun.example", "Påhittad Ettan", "08-111 11 11"));
        await Registrar.Run(new KeepContact(place, (await Registrar.Contact(place))!.Seen, Reached.At("pahittad.tvaan@kommun.example", "Påhittad Tvåan", "08-222 22 22")));
        var changed = (await Registrar.Contact(place))!;
        Assert.Equal("Påhittad Tvåan", changed.Name);

        Assert.Null((await Registrar.Run(new RemoveContact(place, changed.Seen))).Refusal);

        Assert.Null(await Registrar.Contact(place));
        Assert.Equal(3, await app.Read<long>($"SELECT count(*) FROM history_event WHERE municipality_code = '0160' AND kind IN ('ContactAdded', 'ContactChanged', 'ContactRemoved')"));
        Assert.Equal(0, await app.Read<long>("SELECT count(*) FROM history_event WHERE concat(before, after, reason) ~* 'hittad|kommun\\.example|111|222'"));
        Assert.Equal("""["name", "email", "phone"]""", await app.Read<string>("SELECT (after -> 'changed')::text FROM history_event WHERE municipality_code = '0160' AND kind = 'ContactChanged'"));
    }

    [Fact]
    public async Task Two_people_who_change_the_same_contact_do_not_write_over_each_other()
    {
        var place = Place("0162", ContactKind.Registrar);
        await Registrar.Keeps(place);
        var seen = (await Registrar.Contact(place))!.Seen;
        Assert.Null((await app.As(Role.Officer).Run(new KeepContact(place, seen, Reached.At("forst@kommun.example")))).Refusal);

        var late = await Registrar.Run(new KeepContact(place, seen, Reached.At("sedan@kommun.example")));
        var removed = await Registrar.Run(new RemoveContact(place, seen));
        var confirmed = await Registrar.Run(new VerifyContacts(place.Municipality, null, [seen]));

        Assert.Equal(ContactRefusals.ChangedMeanwhile, late.Refusal);
        Assert.Equal(ContactRefusals.ChangedMeanwhile, removed.Refusal);
        Assert.Equal(ContactRefusals.ChangedMeanwhile, confirmed.Refusal);
        Assert.Equal("forst@kommun.example", (await Registrar.Contact(place))!.Email.Text);
    }

    [Fact]
    public async Task Of_two_who_write_down_the_same_contact_at_once_one_is_told_of_the_other()
    {
        var place = Place("0163", ContactKind.Registrar);

        var both = await Task.WhenAll(
            Registrar.Run(new KeepContact(place, "", Reached.At("ena@kommun.example"))), app.As(Role.Officer).Run(new KeepContact(place, "", Reached.At("andra@kommun.example"))));

        Assert.Single(both, r => r.IsDone);
        Assert.Single(both, r => r.Refusal == ContactRefusals.ChangedMeanwhile);
    }

    [Fact]
    public async Task A_municipality_keeps_its_own_contacts_and_SKR_sees_them()
    {
        await using var alone = await TestApp.Create();
        var ekero = alone.As("kommun-0125");

        Assert.Null((await ekero.Run(new KeepOurContact(ContactKind.FunctionAddress, "", Reached.At("kommun@ekero.example")))).Refusal);

        var kept = (await alone.As(Role.Registrar).Contact(Place("0125", ContactKind.FunctionAddress)))!;
        Assert.Equal(("kommun@ekero.example", new DateOnly(2025, 11, 24)), (kept.Email.Text, kept.VerifiedOn));
        Assert.Null((await alone.As("kommun-0180").Ask(new OurContacts()))!.LineOf(ContactKind.FunctionAddress)!.Contact);

        alone.Clock.Set(new DateOnly(2027, 1, 7));
        var stale = Assert.Single((await ekero.Ask(new OurContacts()))!.Stale);
        Assert.Null((await ekero.Run(new VerifyOurContacts([stale.Seen]))).Refusal);
        Assert.Empty((await ekero.Ask(new OurContacts()))!.Stale);
        Assert.Null((await ekero.Run(new RemoveOurContact(ContactKind.FunctionAddress, (await ekero.Ask(new OurContacts()))!.Standing.Single().Seen))).Refusal);
        Assert.Equal(0, await alone.Read<long>("SELECT count(*) FROM contact"));
    }

    [Fact]
    public async Task A_municipality_keeps_no_county_s_contact_and_not_another_s_by_SKR_s_use_cases()
    {
        Assert.Equal(ContactRefusals.NotThere, (await app.As("kommun-0125").Run(new KeepOurContact(ContactKind.CountyContact, "", Reached.At("x@lan.example")))).Refusal);
        await Assert.ThrowsAsync<NotAllowedException>(() => app.As("kommun-0125").Run(new KeepContact(Place("0180", ContactKind.Registrar), "", Reached.At("x@kommun.example"))));
        await Assert.ThrowsAsync<NotAllowedException>(() => app.As(Role.Reader).Ask(new ContactRegister(ContactFilter.Of(null, null, null, null))));
        await Assert.ThrowsAsync<NotAllowedException>(() => app.As("kommun-0125").Ask(new ContactRegister(ContactFilter.Of(null, null, null, null))));
    }

    [Fact]
    public async Task What_does_not_exist_has_no_contacts()
    {
        Assert.Null(await Registrar.Ask(new ContactsOf(new MunicipalityCode("9999"))));
        Assert.Null(await Registrar.Ask(new ContactOfCounty("99")));
        Assert.Equal(ContactRefusals.NotThere, (await Registrar.Run(new KeepContact(Place("9999", ContactKind.Registrar), "", Reached.At("x@kommun.example")))).Refusal);
        Assert.Equal(ContactRefusals.NotThere, (await Registrar.Run(new KeepContact(ContactPlace.OfCounty("99"), "", Reached.At("x@lan.example")))).Refusal);
    }

    [Fact]
    public async Task The_register_counts_what_is_stale_and_what_is_missing_the_oldest_first()
    {
        await using var alone = await TestApp.Create();
        var registrar = alone.As(Role.Registrar);
        await registrar.Keeps(Place("0127", ContactKind.FunctionAddress), Reached.At("kommun@botkyrka.example"));
        alone.Clock.Set(new DateOnly(2025, 6, 1));
        await registrar.Keeps(Place("0128", ContactKind.Registrar), Reached.At("registrator@salem.example", "Registrator"));
        alone.Clock.Set(new DateOnly(2026, 9, 1));
        await registrar.Keeps(ContactPlace.OfCounty("01"), Reached.At("lanet@lan.example"));
        alone.Clock.Set(new DateOnly(2026, 12, 24));

        var all = await registrar.Ask(new ContactRegister(ContactFilter.Of("alla", null, null, null)));

        Assert.Equal(["Salem", "Botkyrka"], all.Stale.Select(r => r.Name));
        Assert.Equal((3, (290 * 3) + 21 - 3, 289), (all.Rows.Count, all.Missing.Count, all.WithoutFunctionAddress));
        Assert.Equal("Stockholms län", Assert.Single((await registrar.Ask(new ContactRegister(ContactFilter.Of("alla", "01", "lan", null)))).Rows).Name);
        Assert.Equal("Salem", Assert.Single((await registrar.Ask(new ContactRegister(ContactFilter.Of(null, null, null, "salem.example")))).Rows).Name);
        Assert.Empty((await registrar.Ask(new ContactRegister(ContactFilter.Of(null, "14", null, null)))).Rows);
    }

    private static ContactPlace Place(string code, ContactKind kind) => ContactPlace.Of(new MunicipalityCode(code), kind);
}
