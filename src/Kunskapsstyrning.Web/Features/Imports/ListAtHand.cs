using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>The list that waits, tried row by row against what is registered. Null when it is not there.</summary>
/// <param name="Id">The list.</param>
[Requires(Permission.LogDecisions)]
public sealed record ListAtHand(ImportId Id) : IQuery<ListAtHandView?>
{
    /// <inheritdoc/>
    public async Task<ListAtHandView?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ListOf(session.Actor, Id, cancellation) is not { } draft) return null;

        var (table, choices) = (draft.AsTable(), ListChoices.Of(draft.Choices));
        var asked = session.Facts.Recommendation(choices.Recommendation);
        var plan = asked is null
            ? null
            : ImportPlan.Of(table, choices, asked, new MunicipalityNames(session.Facts.Municipalities), await session.Db.WholeAnswersTo(asked.Id, isTracked: false, cancellation), session.Today);
        return new ListAtHandView(draft.ImportId, draft.Name, table, choices, asked, plan, session.Facts.Recommendations, asked is null ? null : session.Facts.ExampleNotice(asked.Id));
    }
}

/// <summary>The list that waits.</summary>
/// <param name="Id">The identity it gets when it is confirmed.</param>
/// <param name="Name">The name of the file, or that it was pasted.</param>
/// <param name="Table">The list as it was read.</param>
/// <param name="Choices">What is chosen for it.</param>
/// <param name="Asked">What it answers; null until that is chosen.</param>
/// <param name="Plan">What would become of it; null until it is chosen what it answers.</param>
/// <param name="Recommendations">What can be chosen.</param>
/// <param name="ExampleNotice">What is invented; null when nothing is.</param>
public sealed record ListAtHandView(
    ImportId Id, string Name, ListTable Table, ListChoices Choices, Recommendation? Asked, ImportPlan? Plan, IReadOnlyList<Recommendation> Recommendations, string? ExampleNotice)
{
    /// <summary>The most words of a field that are asked about at once, so that the form can always be sent.</summary>
    internal const int MostWords = 50;

    /// <summary>The words that are not known by themselves, with how often each stands in the list and what it was said to mean.</summary>
    internal IReadOnlyList<WordToExplain> WordsToExplain => [.. ListWords.Fields.SelectMany(WordsOf)];

    /// <summary>Those of them that are asked about: where there are too many, first those that nobody has explained, and of them the commonest.</summary>
    internal IReadOnlyList<WordToExplain> WordsToAskAbout =>
        [.. WordsToExplain.GroupBy(w => w.Field).SelectMany(f => f.Count() <= MostWords ? f : f.OrderBy(w => w.Meaning is not null).ThenByDescending(w => w.Times).Take(MostWords))];

    /// <summary>The fields whose column has more different words than are asked about, with how many: most likely it is free text.</summary>
    internal IReadOnlyList<(string Field, int Words)> LikeFreeText => [.. WordsToExplain.GroupBy(w => w.Field).Where(f => f.Count() > MostWords).Select(f => (f.Key, f.Count()))];

    /// <summary>True when no column tells the municipality or the outcome.</summary>
    public bool LacksColumn => !Has(ListHeadings.Municipality, ListHeadings.Code) || !Has("utfall");

    private IEnumerable<WordToExplain> WordsOf(string name)
    {
        var column = Enumerable.Range(0, Table.Headings.Count).FirstOrDefault(c => Choices.FieldOf(c) == name, -1);
        if (column < 0) yield break;

        foreach (var word in Table.Rows.Select(r => r[column]).Where(w => w.Length > 0).GroupBy(ListHeadings.Tidy))
            if (ListWords.MeaningOf(name, word.Key, NothingChosen) is null)
                yield return new WordToExplain(name, word.First(), word.Count(), ListWords.MeaningOf(name, word.Key, Choices.Words));
    }

    private static IReadOnlyDictionary<string, string> NothingChosen { get; } = new Dictionary<string, string>();

    private bool Has(params string[] fields) => Enumerable.Range(0, Table.Headings.Count).Any(c => fields.Contains(Choices.FieldOf(c)));
}

/// <summary>A word of a list that is not known by itself.</summary>
/// <param name="Field">The field it stands in.</param>
/// <param name="Word">The word, as it stands first.</param>
/// <param name="Times">How many rows have it.</param>
/// <param name="Meaning">What it was said to mean; null until somebody has said.</param>
internal sealed record WordToExplain(string Field, string Word, int Times, string? Meaning);
