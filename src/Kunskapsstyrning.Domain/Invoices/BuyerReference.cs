using System.Diagnostics.CodeAnalysis;

namespace Kunskapsstyrning.Domain.Invoices;

/// <summary>What a buyer wants to find on an invoice so that it reaches the right desk: letters, digits and what stands between them.</summary>
public sealed record BuyerReference
{
    /// <summary>The longest that is accepted.</summary>
    public const int Longest = 60;

    private BuyerReference(string text) => Text = text;

    /// <summary>The reference, "ZZ1234".</summary>
    public string Text { get; }

    /// <summary>Reads a reference as typed, spaces made one; false for what says nothing, is too long or cannot be printed.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out BuyerReference? reference)
    {
        reference = null;
        if (typed is null || typed.Length > 4 * Longest) return false;

        var text = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length is 0 or > Longest || !text.Any(char.IsLetterOrDigit) || text.Any(c => char.IsControl(c) || !PrintedText.Shows(c))) return false;

        reference = new BuyerReference(text);
        return true;
    }

    /// <summary>The reference of what was stored as one.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static BuyerReference Parse(string text) => TryParse(text, out var reference) ? reference : throw new ArgumentException("This is no buyer reference.", nameof(text));

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A municipality's buyer reference from a moment on. What was stated before stays; the highest number holds.</summary>
public sealed class StatedBuyerReference : Aggregate
{
    private StatedBuyerReference() { }

    private StatedBuyerReference(MunicipalityCode municipality, int number, BuyerReference reference, PersonId by, DateTimeOffset at) =>
        (MunicipalityCode, Number, Reference, StatedBy, StatedAt) = (municipality, number, reference, by, at);

    /// <summary>Whose.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>1 for the first, then upwards.</summary>
    public int Number { get; private set; }

    /// <summary>The reference.</summary>
    public BuyerReference Reference { get; private set; } = null!;

    /// <summary>Who stated it.</summary>
    public PersonId StatedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset StatedAt { get; private set; }

    /// <summary>States another reference, or the first one. The same again states nothing.</summary>
    /// <param name="before">What holds; null when nothing does.</param>
    /// <param name="seen">The number of what the one who states it saw; zero when nothing stood.</param>
    public static Result State(MunicipalityCode municipality, StatedBuyerReference? before, int seen, BuyerReference reference, PersonId by, DateTimeOffset at, out StatedBuyerReference? stated)
    {
        stated = null;
        if ((before?.Number ?? 0) != seen) return InvoiceRefusals.ReferenceChangedMeanwhile;
        if (before?.Reference == reference) return Result.Done;

        stated = new StatedBuyerReference(municipality, seen + 1, reference, by, at);
        stated.Record(new BuyerReferenceStated(municipality, before?.Reference, reference));
        return Result.Done;
    }
}

/// <summary>A municipality's buyer reference was stated, or another than the one before.</summary>
public sealed record BuyerReferenceStated(MunicipalityCode MunicipalityCode, BuyerReference? Was, BuyerReference Is) : IEvent
{
    /// <summary>A municipality has its code for identity; the history wants a longer one.</summary>
    public Guid Subject => Guid.Parse($"0198a003-{MunicipalityCode.Digits}-7000-8000-000000000000");

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public object? Before => Was is null ? null : new { BuyerReference = Was.Text };

    /// <inheritdoc/>
    public object? After => new { BuyerReference = Is.Text };
}
