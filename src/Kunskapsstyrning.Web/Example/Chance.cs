using System.Security.Cryptography;
using System.Text;
using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Web.Example;

/// <summary>Something that looks like chance and is always the same for a municipality and a question.</summary>
internal static class Chance
{
    /// <summary>A number from zero up to, and not including, <paramref name="below"/>.</summary>
    public static int Of(MunicipalityCode municipality, string question, int below) =>
        (int)(BitConverter.ToUInt32(Hash($"{municipality} {question}")) % (uint)below);

    /// <summary>One of the choices.</summary>
    public static T Among<T>(MunicipalityCode municipality, string question, params T[] choices) => choices[Of(municipality, question, choices.Length)];

    /// <summary>An id whose first part is the time, as in version 7, and whose rest is always the same.</summary>
    public static Guid Id(DateTimeOffset at, string question)
    {
        var bytes = Hash(question)[..16];
        BitConverter.GetBytes(at.ToUnixTimeMilliseconds()).AsSpan(0, 6).CopyTo(bytes);
        bytes.AsSpan(0, 6).Reverse();
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
