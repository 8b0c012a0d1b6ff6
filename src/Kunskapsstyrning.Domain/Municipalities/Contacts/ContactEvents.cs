namespace Kunskapsstyrning.Domain.Municipalities.Contacts;

/// <summary>What the history knows of a contact: what there was of it, and never what it said.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="County">The county whose it is; null for a municipality's.</param>
/// <param name="HasName">True when a name or role was given.</param>
/// <param name="HasPhone">True when a number was given.</param>
/// <param name="VerifiedOn">The day somebody last said that it is right.</param>
public sealed record ContactStanding(ContactKind Kind, string? County, bool HasName, bool HasPhone, DateOnly VerifiedOn);

/// <summary>Something that happened to a contact.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Place">Where it belongs.</param>
public abstract record ContactEvent(ContactId Contact, ContactPlace Place) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Contact.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => Place.Municipality;

    /// <inheritdoc/>
    public abstract object? Before { get; }

    /// <inheritdoc/>
    public abstract object? After { get; }
}

/// <summary>There is a contact where there was none.</summary>
public sealed record ContactAdded(ContactId Contact, ContactPlace Place, ContactStanding Now) : ContactEvent(Contact, Place)
{
    /// <inheritdoc/>
    public override object? Before => null;

    /// <inheritdoc/>
    public override object? After => Now;
}

/// <summary>A contact says something else.</summary>
/// <param name="Changed">Which facts are others: name, email, phone.</param>
public sealed record ContactChanged(ContactId Contact, ContactPlace Place, ContactStanding Was, ContactStanding Now, IReadOnlyList<string> Changed) : ContactEvent(Contact, Place)
{
    /// <inheritdoc/>
    public override object? Before => Was;

    /// <inheritdoc/>
    public override object? After => new { Now.Kind, Now.County, Now.HasName, Now.HasPhone, Now.VerifiedOn, Changed };
}

/// <summary>Somebody said that a contact is right.</summary>
public sealed record ContactVerified(ContactId Contact, ContactPlace Place, ContactStanding Was, ContactStanding Now) : ContactEvent(Contact, Place)
{
    /// <inheritdoc/>
    public override object? Before => Was;

    /// <inheritdoc/>
    public override object? After => Now;
}

/// <summary>There is no contact any more where there was one.</summary>
public sealed record ContactRemoved(ContactId Contact, ContactPlace Place, ContactStanding Was) : ContactEvent(Contact, Place)
{
    /// <inheritdoc/>
    public override object? Before => Was;

    /// <inheritdoc/>
    public override object? After => null;
}
