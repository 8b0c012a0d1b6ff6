using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Kunskapsstyrning.Domain.People;

/// <summary>
/// A secret that one browser carries in a cookie. The database knows its fingerprint only, so that whoever reads the database
/// is not let in by what stands there.
/// </summary>
public sealed class BrowserKey
{
    /// <summary>How many random bytes make a key.</summary>
    public const int Bytes = 32;

    private readonly byte[] _secret;

    private BrowserKey(byte[] secret) => _secret = secret;

    /// <summary>What the cookie carries.</summary>
    public string Text => Base64Url.EncodeToString(_secret);

    /// <summary>What the database knows it by.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(_secret));

    /// <summary>The key of random bytes.</summary>
    public static BrowserKey Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != Bytes) throw new ArgumentException($"A key is made of {Bytes} bytes.", nameof(random));
        return new BrowserKey(random.ToArray());
    }

    /// <summary>Reads what a cookie carries; false for anything else.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out BrowserKey? key)
    {
        key = null;
        if (text is null || !Base64Url.IsValid(text, out var length) || length != Bytes) return false;

        key = new BrowserKey(Base64Url.DecodeFromChars(text));
        return true;
    }

    /// <summary>Another secret that follows from this one and tells nothing about it, for what has to be shown to others.</summary>
    /// <param name="purpose">What it is for: each purpose has its own.</param>
    public string For(string purpose) => Base64Url.EncodeToString(Hash(purpose));

    /// <summary>A fingerprint of a text that only this browser can make.</summary>
    public byte[] Hash(string text) => HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(text));
}
