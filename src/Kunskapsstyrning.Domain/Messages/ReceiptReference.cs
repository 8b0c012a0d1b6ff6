using System.Diagnostics.CodeAnalysis;

namespace Kunskapsstyrning.Domain.Messages;

/// <summary>
/// What opens a receipt: eight characters, 40 bits, that can be read aloud and typed. No I, L, O or U; what is mistaken for
/// 0 and 1 is read as those.
/// </summary>
public sealed record ReceiptReference
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Characters = 8;
    private const int BitsEach = 5;

    private ReceiptReference(string text) => Text = text;

    /// <summary>How many random bytes make a reference.</summary>
    public const int Bytes = Characters * BitsEach / 8;

    /// <summary>The reference as it is written, "K7M2-9QXP".</summary>
    public string Text { get; }

    /// <summary>The reference of random bytes.</summary>
    public static ReceiptReference Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != Bytes) throw new ArgumentException($"A reference is made of {Bytes} bytes.", nameof(random));

        var bits = 0UL;
        foreach (var part in random) bits = (bits << 8) | part;
        Span<char> text = stackalloc char[Characters];
        for (var at = Characters - 1; at >= 0; at--, bits >>= BitsEach) text[at] = Alphabet[(int)(bits % 32)];
        return new ReceiptReference($"{text[..4]}-{text[4..]}");
    }

    /// <summary>Reads a reference as typed: small letters, spaces and hyphens do not matter. False for anything else.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out ReceiptReference? reference)
    {
        reference = null;
        if (typed is null || typed.Length > 4 * Characters) return false;

        var text = string.Concat(typed.ToUpperInvariant().Where(c => c is not ('-' or '–') && !char.IsWhiteSpace(c)).Select(Read));
        if (text.Length != Characters || !text.All(c => Alphabet.Contains(c, StringComparison.Ordinal))) return false;

        reference = new ReceiptReference($"{text[..4]}-{text[4..]}");
        return true;
    }

    /// <summary>The reference of what was stored as one.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static ReceiptReference Parse(string text) => TryParse(text, out var reference) ? reference : throw new ArgumentException("This is no reference.", nameof(text));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static char Read(char letter) => letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter };
}
