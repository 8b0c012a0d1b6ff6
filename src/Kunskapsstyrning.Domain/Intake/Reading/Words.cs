namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>The words of a stretch of text, made of letters only, by where they stand.</summary>
internal sealed class Words
{
    private readonly Paper _paper;
    private readonly List<(int Start, int End)> _places = [];

    public Words(Paper paper, int start, int end)
    {
        _paper = paper;
        for (var at = start; at < end; at++)
        {
            if (!char.IsLetter(paper.Text[at])) continue;

            var begin = at;
            while (at < end && char.IsLetter(paper.Text[at])) at++;
            _places.Add((begin, at));
        }
    }

    public int Count => _places.Count;

    /// <summary>The word in lower case.</summary>
    public string this[int index] => _paper.Lower[_places[index].Start.._places[index].End];

    public int StartOf(int index) => _places[index].Start;

    public int EndOf(int index) => _places[index].End;

    public bool IsCapital(int index) => char.IsUpper(_paper.Text[_places[index].Start]);

    /// <summary>True when only spaces part the word from the next: in "i Lund. Kommunen" the next is another sentence's.</summary>
    public bool FollowsAtOnce(int index) => index + 1 < Count && _paper.Text.AsSpan(_places[index].End, _places[index + 1].Start - _places[index].End).IsWhiteSpace();
}
