using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Web.Features.Contacts;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Contacts;

/// <summary>How municipalities are reached in tests.</summary>
internal static class Reached
{
    public static ContactDetails At(string email, string? name = null, string? phone = null) => new(name, EmailAddress.Parse(email), phone is null ? null : PhoneNumber.Parse(phone));

    /// <summary>Writes down a contact where none stood.</summary>
    public static async Task Keeps(this Acting acting, ContactPlace place, ContactDetails? details = null) =>
        Assert.Null((await acting.Run(new KeepContact(place, "", details ?? At("nagon@kommun.example")))).Refusal);

    /// <summary>What stands in a municipality or a county, as SKR sees it.</summary>
    public static async Task<Contact?> Contact(this Acting acting, ContactPlace place)
    {
        var view = place.Municipality is { } code ? await acting.Ask(new ContactsOf(code)) : await acting.Ask(new ContactOfCounty(place.County!));
        return view!.LineOf(place.Kind)!.Contact;
    }
}
