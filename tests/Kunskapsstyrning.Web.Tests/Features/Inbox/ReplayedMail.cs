using System.Globalization;
using System.Text;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>Invented messages, each delivered ten times in an order of chance, as they came or with lines of servers on top. Always the same for a seed.</summary>
internal sealed class ReplayedMail
{
    /// <summary>How many times each is delivered.</summary>
    public const int Times = 10;

    private readonly Random _chance;
    private readonly Letter[] _letters;
    private readonly Dictionary<string, HashSet<string>> _hashes = new(StringComparer.Ordinal);
    private readonly int[] _order;

    public ReplayedMail(int count, int seed)
    {
        _chance = new Random(seed);
        _letters = [.. Enumerable.Range(1, count).Select(Write)];
        _order = [.. Enumerable.Range(0, count * Times).Select(n => n % count)];
        _chance.Shuffle(_order);
    }

    /// <summary>How many deliveries there are in all.</summary>
    public int Deliveries => _order.Length;

    /// <summary>For every message that has been delivered, by its id: the hashes of what was delivered of it.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Delivered => _hashes;

    /// <summary>Delivers a stretch of the order.</summary>
    public void Deliver(Maildir to, Range stretch)
    {
        foreach (var index in _order[stretch])
        {
            var letter = _letters[index];
            var bytes = (letter with { OnTop = OnTop() }).Bytes();
            if (!_hashes.TryGetValue(letter.Id, out var hashes)) _hashes[letter.Id] = hashes = new HashSet<string>(StringComparer.Ordinal);
            hashes.Add(Letter.Hash(bytes));
            to.Deliver(bytes, seen: _chance.Next(5) == 0);
        }
    }

    private IReadOnlyList<string> OnTop() => _chance.Next(10) switch
    {
        < 4 => [],
        < 7 => [string.Create(CultureInfo.InvariantCulture, $"X-UID: {_chance.Next(100_000)}")],
        _ => ["Delivered-To: registrator@skr.example", string.Create(CultureInfo.InvariantCulture, $"Received: from mx{_chance.Next(9)}.example\r\n\tby mx.skr.example with ESMTP id {_chance.Next():x8}; Tue, 27 Sep 2016 09:15:00 +0200")],
    };

    private Letter Write(int number)
    {
        var text = new StringBuilder("Hej!\n");
        for (var line = _chance.Next(3, 30); line > 0; line--) text.Append(CultureInfo.InvariantCulture, $"Rad {line}: nämndens ärende {_chance.Next(1, 999)} är förberett.\n");
        var file = new LetterFile($"Underlag {number}.txt", Encoding.UTF8.GetBytes($"Underlag nummer {number}, sidan {_chance.Next(1, 99)}."), "text/x-underlag");
        return new Letter
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{number}@prov.example"), From = string.Create(CultureInfo.InvariantCulture, $"avsandare-{number}@kommun.example"),
            Subject = $"Meddelande {number}", Text = text.ToString(), Files = _chance.Next(3) == 0 ? [file] : [], Boundary = string.Create(CultureInfo.InvariantCulture, $"del-{number}"),
        };
    }
}
