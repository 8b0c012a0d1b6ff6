namespace Kunskapsstyrning.Web.Tests.Features.Reading;

/// <summary>Spoils good input in ways that the same seed repeats: bytes changed, lost, doubled and moved, pieces of one put into another, words that mean something put anywhere.</summary>
internal sealed class Mutation(int seed, IReadOnlyList<byte[]> good, IReadOnlyList<byte[]> words)
{
    private static readonly byte[] Telling = [0, 9, 10, 13, 32, 34, 39, 45, 46, 58, 59, 60, 61, 62, 63, 92, 127, 128, 194, 255];
    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        List<byte> input = [.. Any(good)];
        for (var change = _random.Next(1, 6); change > 0; change--) Spoil(input);
        return [.. input];
    }

    private void Spoil(List<byte> input)
    {
        var at = _random.Next(input.Count + 1);
        var length = Math.Min(_random.Next(1, 60), input.Count - at);
        switch (_random.Next(9))
        {
            case 0 when at < input.Count: input[at] ^= (byte)(1 << _random.Next(8)); break;
            case 1: input.Insert(at, Any(Telling)); break;
            case 2: input.RemoveRange(at, length); break;
            case 3: input.InsertRange(_random.Next(input.Count + 1), input.GetRange(at, length)); break;
            case 4: input.RemoveRange(at, input.Count - at); break;
            case 5: input.InsertRange(at, Any(words)); break;
            case 6: input.InsertRange(at, Piece(Any(good))); break;
            case 7: input.InsertRange(at, Enumerable.Repeat(Any(words), _random.Next(2, 40)).SelectMany(word => word)); break;
            case 8: input.Reverse(at, length); break;
        }
    }

    private byte[] Piece(byte[] other)
    {
        var start = _random.Next(other.Length + 1);
        return other[start..Math.Min(other.Length, start + _random.Next(1, 200))];
    }

    private T Any<T>(IReadOnlyList<T> among) => among[_random.Next(among.Count)];
}
