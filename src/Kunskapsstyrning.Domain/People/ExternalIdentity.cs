namespace Kunskapsstyrning.Domain.People;

/// <summary>Who a person is at an identity provider. Never found by the address or the name that a provider tells: those can be another's.</summary>
public sealed class ExternalIdentity
{
    private ExternalIdentity() { }

    /// <summary>A person as a provider knows them.</summary>
    public ExternalIdentity(string issuer, string subject, PersonId person, DateTimeOffset now) => (Issuer, Subject, PersonId, FirstSeenAt) = (issuer, subject, person, now);

    /// <summary>The provider's address.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>What the provider knows the person by; never reused there.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Who it is here.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>When the person first came that way, in UTC.</summary>
    public DateTimeOffset FirstSeenAt { get; private set; }
}
