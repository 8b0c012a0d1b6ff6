using System.Globalization;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>The words and addresses of the list of people.</summary>
internal static class PeopleText
{
    /// <summary>Every way to show people, with its word in the address and on the screen.</summary>
    public static readonly IReadOnlyList<(PeopleShown Shown, string Word, string Label)> Choices =
    [
        (PeopleShown.Active, "", "Med behörighet"), (PeopleShown.NeverSignedIn, "aldrig-inloggade", "Aldrig inloggade"), (PeopleShown.Ended, "avslutade", "Avslutade"), (PeopleShown.Everyone, "alla", "Alla"),
    ];

    /// <summary>The way that the address means; those who may act for any other word.</summary>
    public static PeopleShown Shown(string? word) => Choices.FirstOrDefault(c => c.Word == word, Choices[0]).Shown;

    /// <summary>The address of a page of the same list.</summary>
    public static string ToPage(PeopleFilter filter, int page) => Urls.People + Urls.Query(
        ("sok", filter.Search), ("roll", filter.Role?.InAddress()), ("kommun", filter.Municipality), ("visa", Choices.First(c => c.Shown == filter.Shown).Word),
        ("sida", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null));

    /// <summary>"kod och nyckel", or that there is no way in.</summary>
    public static string Ways(IReadOnlyList<string> ways) => ways.Count == 0 ? "inget sätt" : string.Join(", ", ways);

    /// <summary>"Kommunens registrator, Ekerö".</summary>
    public static string RoleOf(Role role, string? municipality) => municipality is null ? role.Label() : $"{role.Label()}, {municipality}";
}
