using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Kunskapsstyrning.Domain.Invoices;

/// <summary>A Swedish bankgiro number: seven or eight digits, of which the last checks the others.</summary>
public sealed record Bankgiro
{
    private Bankgiro(string digits) => Digits = digits;

    /// <summary>The digits alone.</summary>
    public string Digits { get; }

    /// <summary>Reads a number as typed, with or without hyphen and spaces; false for anything else.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out Bankgiro? bankgiro)
    {
        bankgiro = null;
        if (typed is null || typed.Length > 30) return false;

        var digits = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u2010' or '\u2011' or '\u2013' or '\u2212')));
        if (digits.Length is not (7 or 8) || !digits.All(char.IsAsciiDigit) || digits.All(c => c == '0') || Checked(digits) % 10 != 0) return false;

        bankgiro = new Bankgiro(digits);
        return true;
    }

    /// <summary>The number of what was stored as one.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static Bankgiro Parse(string text) => TryParse(text, out var bankgiro) ? bankgiro : throw new ArgumentException("This is no bankgiro number.", nameof(text));

    /// <summary>"123-4566".</summary>
    public override string ToString() => $"{Digits[..^4]}-{Digits[^4..]}";

    /// <summary>Luhn's, from the right: every second digit counts double, and two figures count as their sum.</summary>
    private static int Checked(string digits) => digits.Reverse().Select((c, at) => at % 2 == 1 ? (c - '0') * 2 : c - '0').Sum(n => n > 9 ? n - 9 : n);
}

/// <summary>An international account number with its two check digits.</summary>
public sealed record Iban
{
    private Iban(string text) => Text = text;

    /// <summary>Without spaces.</summary>
    public string Text { get; }

    /// <summary>Reads a number as typed; false when its check digits do not fit.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out Iban? iban)
    {
        iban = null;
        if (typed is null || typed.Length > 60) return false;

        var text = string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        var shaped = text.Length is >= 15 and <= 34 && text.All(char.IsAsciiLetterOrDigit) && text[..2].All(char.IsAsciiLetter) && text[2..4].All(char.IsAsciiDigit);
        if (!shaped || (text.StartsWith("SE", StringComparison.Ordinal) && text.Length != 24) || Remainder(text) != 1) return false;

        iban = new Iban(text);
        return true;
    }

    /// <summary>The number of what was stored as one.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static Iban Parse(string text) => TryParse(text, out var iban) ? iban : throw new ArgumentException("This is no IBAN.", nameof(text));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static BigInteger Remainder(string text) => (text[4..] + text[..4])
        .Select(c => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10)
        .Aggregate(BigInteger.Zero, (sum, value) => (sum * (value > 9 ? 100 : 10) + value) % 97);
}

/// <summary>A Swedish VAT registration number: SE, an organisation's ten digits and two more.</summary>
public sealed record VatNumber
{
    private VatNumber(string text) => Text = text;

    /// <summary>"SE" and twelve digits.</summary>
    public string Text { get; }

    /// <summary>Reads a number as typed; false for anything else than a Swedish one.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out VatNumber? number)
    {
        number = null;
        if (typed is null || typed.Length > 40) return false;

        var text = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u2011' or '\u2013'))).ToUpperInvariant();
        if (text.Length != 14 || !text.StartsWith("SE", StringComparison.Ordinal) || !text[2..].All(char.IsAsciiDigit) || !OrganisationNumber.TryParse(text[2..12], out _)) return false;

        number = new VatNumber(text);
        return true;
    }

    /// <summary>The number of what was stored as one.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static VatNumber Parse(string text) => TryParse(text, out var number) ? number : throw new ArgumentException("This is no VAT number.", nameof(text));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
