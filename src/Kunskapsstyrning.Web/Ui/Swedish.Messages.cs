using Kunskapsstyrning.Domain.Messages;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What messages are called, in Swedish.</summary>
public static partial class Swedish
{
    /// <summary>"Kvitto".</summary>
    public static string Label(this MessageKind kind) => kind is MessageKind.Receipt ? "Kvitto" : "Fråga efter slutligt beslut";

    /// <summary>"kvitto": a template's name in addresses.</summary>
    public static string InAddress(this MessageKind kind) => kind is MessageKind.Receipt ? "kvitto" : "fraga";

    /// <summary>"Lämnad till server". Nothing is called sent.</summary>
    public static string Label(this DeliveryState state) => state switch
    {
        DeliveryState.Queued => "Köad",
        DeliveryState.Submitting => "Lämnas nu",
        DeliveryState.Submitted => "Lämnad till server",
        DeliveryState.Rejected => "Avvisad",
        DeliveryState.Recalled => "Återkallad",
        _ => "Osäkert",
    };

    /// <summary>"kod": the state in addresses.</summary>
    public static string InAddress(this DeliveryState state) => state switch
    {
        DeliveryState.Queued => "koad",
        DeliveryState.Submitting => "lamnas",
        DeliveryState.Submitted => "lamnad",
        DeliveryState.Rejected => "avvisad",
        DeliveryState.Recalled => "aterkallad",
        _ => "osakert",
    };

    /// <summary>What the state means, in a sentence.</summary>
    public static string Meaning(this DeliveryState state) => state switch
    {
        DeliveryState.Queued => "Det har inte lämnat oss och kan återkallas.",
        DeliveryState.Submitting => "Det lämnas till e-postservern just nu.",
        DeliveryState.Submitted => "E-postservern har tagit emot det. Om det har kommit fram till mottagarens brevlåda vet vi inte.",
        DeliveryState.Rejected => "E-postservern tar inte emot det. Kontrollera adressen.",
        DeliveryState.Recalled => "Det har aldrig lämnat oss.",
        _ => "Förbindelsen bröts medan det lämnades. Fråga mottagaren, eller skicka igen och räkna med att det kan komma två gånger.",
    };
}
