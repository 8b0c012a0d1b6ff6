namespace Kunskapsstyrning.Domain.Messages;

/// <summary>What is known of a message's way to its one recipient. Nothing is called sent that has not left.</summary>
public enum DeliveryState
{
    /// <summary>Köad: it has not left, and can be recalled.</summary>
    Queued = 1,
    /// <summary>Lämnas just nu till servern.</summary>
    Submitting,
    /// <summary>Lämnad till server: the recipient's or our own mail server has answered that it takes it on.</summary>
    Submitted,
    /// <summary>Avvisad: the server has answered that it does not.</summary>
    Rejected,
    /// <summary>Återkallad: it never left.</summary>
    Recalled,
    /// <summary>Osäkert: it was being handed over and nobody answered. A person decides, so that nobody gets it twice.</summary>
    Uncertain,
    /// <summary>Studs: a server took it on, and it came back.</summary>
    Bounced,
    /// <summary>Autosvar: it arrived, and a machine answered.</summary>
    AutoAnswered,
    /// <summary>Utelämnad: it never left, since the municipality had answered when it was to.</summary>
    LeftOut,
}
