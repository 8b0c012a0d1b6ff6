using System.Diagnostics.CodeAnalysis;

namespace Kunskapsstyrning.Domain.Municipalities;

/// <summary>SCB's four digits for a municipality, as text: the first two are the county. "0125" is Ekerö.</summary>
public readonly record struct MunicipalityCode : IComparable<MunicipalityCode>
{
    private readonly string? _digits;

    /// <exception cref="ArgumentException">Not four digits.</exception>
    public MunicipalityCode(string digits)
    {
        if (!IsCode(digits)) throw new ArgumentException($"'{digits}' is not four digits.", nameof(digits));
        _digits = digits;
    }

    /// <summary>The four digits.</summary>
    public string Digits => _digits ?? throw new InvalidOperationException("A municipality code was never given.");

    /// <summary>The county, by the first two digits.</summary>
    public string County => Digits[..2];

    /// <summary>Reads four digits; false when the text is anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out MunicipalityCode code)
    {
        code = IsCode(text?.Trim()) ? new MunicipalityCode(text!.Trim()) : default;
        return code._digits is not null;
    }

    /// <inheritdoc/>
    public int CompareTo(MunicipalityCode other) => string.CompareOrdinal(Digits, other.Digits);

    /// <inheritdoc/>
    public override string ToString() => Digits;

    private static bool IsCode([NotNullWhen(true)] string? text) => text is { Length: 4 } && text.All(char.IsAsciiDigit);
}
