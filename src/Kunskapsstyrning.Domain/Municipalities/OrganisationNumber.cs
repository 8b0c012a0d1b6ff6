using System.Diagnostics.CodeAnalysis;

namespace Kunskapsstyrning.Domain.Municipalities;

/// <summary>An organisation's ten digits, of which the last checks the others: "212000-0142". A municipality's begins with 212000.</summary>
public readonly record struct OrganisationNumber
{
    private const string OfMunicipalities = "212000";
    private readonly string? _digits;

    private OrganisationNumber(string digits) => _digits = digits;

    /// <summary>The ten digits.</summary>
    public string Digits => _digits ?? throw new InvalidOperationException("An organisation number was never given.");

    /// <summary>True for a number of the kind that municipalities have.</summary>
    public bool IsMunicipality => Digits.StartsWith(OfMunicipalities, StringComparison.Ordinal);

    /// <summary>Reads a number as typed, with or without a hyphen or spaces; false when it is anything else or its last digit does not fit.</summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out OrganisationNumber number)
    {
        number = default;
        if (typed is null || typed.Length > 30) return false;

        var digits = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212')));
        if (digits.Length != 10 || !digits.All(char.IsAsciiDigit) || digits[2] < '2' || Sum(digits) % 10 != 0) return false;

        number = new OrganisationNumber(digits);
        return true;
    }

    /// <summary>The number of what was stored as one.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static OrganisationNumber Parse(string text) => TryParse(text, out var number) ? number : throw new ArgumentException("This is no organisation number.", nameof(text));

    /// <summary>"212000-0142".</summary>
    public override string ToString() => $"{Digits[..6]}-{Digits[6..]}";

    /// <summary>Luhn's: every second digit from the first counts double, and two figures count as their sum.</summary>
    private static int Sum(string digits) => digits.Select((c, at) => at % 2 == 0 ? (c - '0') * 2 : c - '0').Sum(n => n > 9 ? n - 9 : n);
}
