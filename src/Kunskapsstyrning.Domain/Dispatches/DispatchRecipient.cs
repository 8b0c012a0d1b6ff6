using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities.Contacts;

namespace Kunskapsstyrning.Domain.Dispatches;

/// <summary>One who was to get a dispatch, as it was when it was released. Without address and message where none was known: then nothing left.</summary>
public sealed class DispatchRecipient
{
    private DispatchRecipient() { }

    /// <summary>A recipient, reached or not.</summary>
    /// <param name="dispatch">The dispatch.</param>
    /// <param name="number">Its place, from 1.</param>
    /// <param name="place">Whose contact it is, and what for.</param>
    /// <param name="address">Where the message goes; null where no address was known.</param>
    /// <param name="message">The message; null where no address was known.</param>
    /// <param name="insteadOf">The recipient whose address did not work; null for one from the beginning.</param>
    public DispatchRecipient(DispatchId dispatch, int number, ContactPlace place, EmailAddress? address, OutgoingMessageId? message, int? insteadOf = null)
    {
        if (address is null != message is null) throw new ArgumentException("Who has an address gets a message, and nobody else does.", nameof(message));
        (DispatchId, Number, ContactKind, MunicipalityCode, CountyCode) = (dispatch, number, place.Kind, place.Municipality, place.County);
        (Address, MessageId, InsteadOf) = (address, message, insteadOf);
    }

    /// <summary>The dispatch.</summary>
    public DispatchId DispatchId { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What the contact is for.</summary>
    public ContactKind ContactKind { get; private set; }

    /// <summary>The municipality; null for a county's contact.</summary>
    public MunicipalityCode? MunicipalityCode { get; private set; }

    /// <summary>The county, by SCB's two digits; null for a municipality's contact.</summary>
    public string? CountyCode { get; private set; }

    /// <summary>Where the message goes; null where no address was known.</summary>
    public EmailAddress? Address { get; private set; }

    /// <summary>The message; null where no address was known.</summary>
    public OutgoingMessageId? MessageId { get; private set; }

    /// <summary>The recipient whose address did not work; null for one from the beginning.</summary>
    public int? InsteadOf { get; private set; }

    /// <summary>Whose contact it is, and what for.</summary>
    public ContactPlace Place => MunicipalityCode is { } municipality ? ContactPlace.Of(municipality, ContactKind) : ContactPlace.OfCounty(CountyCode!);
}

/// <summary>A value of one municipality that a dispatch was prepared with, beside those that are reckoned when it is released.</summary>
public sealed class DispatchValue
{
    private DispatchValue() { }

    /// <summary>A value.</summary>
    public DispatchValue(DispatchId dispatch, MunicipalityCode municipality, string name, string text) => (DispatchId, MunicipalityCode, Name, Text) = (dispatch, municipality, name, text);

    /// <summary>The dispatch.</summary>
    public DispatchId DispatchId { get; private set; }

    /// <summary>The municipality.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>The variable, without braces.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is replaced by.</summary>
    public string Text { get; private set; } = "";
}

/// <summary>A document that goes with every message of a dispatch.</summary>
public sealed class DispatchAttachment
{
    private DispatchAttachment() { }

    /// <summary>A document under the name it goes by.</summary>
    public DispatchAttachment(DispatchId dispatch, DocumentId document, string fileName) => (DispatchId, DocumentId, FileName) = (dispatch, document, fileName);

    /// <summary>The dispatch.</summary>
    public DispatchId DispatchId { get; private set; }

    /// <summary>The document.</summary>
    public DocumentId DocumentId { get; private set; }

    /// <summary>The name of the file.</summary>
    public string FileName { get; private set; } = "";
}
