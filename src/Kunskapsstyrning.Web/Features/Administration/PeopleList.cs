using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>Which people to show.</summary>
public enum PeopleShown
{
    /// <summary>Those who may act.</summary>
    Active = 1,
    /// <summary>Those of them who have never signed in.</summary>
    NeverSignedIn,
    /// <summary>Those whose right has ended.</summary>
    Ended,
    /// <summary>Everyone.</summary>
    Everyone,
}

/// <summary>What narrows the list of people.</summary>
/// <param name="Search">Part of a name or an address.</param>
/// <param name="Role">Only this role.</param>
/// <param name="Municipality">Only this municipality, as typed.</param>
/// <param name="Shown">Which.</param>
/// <param name="Page">From 1.</param>
public sealed record PeopleFilter(string Search = "", Role? Role = null, string Municipality = "", PeopleShown Shown = PeopleShown.Active, int Page = 1);

/// <summary>The people, by name. There are some hundreds, so they are searched as Swedish is and not as the database does.</summary>
/// <param name="Filter">Which.</param>
[Requires(Permission.Administer)]
public sealed record PeopleList(PeopleFilter Filter) : IQuery<PeopleView>
{
    /// <summary>Rows on a page.</summary>
    public const int RowsPerPage = 50;

    /// <inheritdoc/>
    public async Task<PeopleView> Answer(Session session, CancellationToken cancellation)
    {
        var all = await session.Db.Persons().ToListAsync(cancellation);
        var emails = await session.Db.Accounts.ToDictionaryAsync(a => a.PersonId, a => a.Email, cancellation);
        var last = await session.LastSignIns(all.Select(p => p.Id), cancellation);
        var only = Filter.Municipality.Length == 0 ? null : MunicipalityTyped.Find(Filter.Municipality, session.Facts.Municipalities);

        var found = all.Where(Fits).OrderBy(p => Swedish.Key(p.Name)).ThenBy(p => p.Id.Value).ToList();
        var page = Math.Min(Filter.Page, PeopleView.PagesOf(found.Count));
        var shown = found.Skip((page - 1) * RowsPerPage).Take(RowsPerPage).ToList();
        var ways = await session.WaysIn([.. shown.Select(p => p.Id)], cancellation);
        return new PeopleView(
            Filter with { Page = page }, found.Count,
            [.. shown.Select(p => new PersonRow(
                p.Id, p.Name, p.Role, p.MunicipalityCode is { } code ? session.Facts.Municipality(code)?.Name : null, emails.GetValueOrDefault(p.Id),
                last.TryGetValue(p.Id, out var at) ? at : null, ways[p.Id], p.IsActive))],
            session.Facts.Municipalities, session.Today);

        bool Fits(Person person) => IsShown(person)
            && (Filter.Role is null || person.Role == Filter.Role)
            && (Filter.Municipality.Length == 0 || (only is not null && person.MunicipalityCode == only.Code))
            && (Filter.Search.Length == 0 || Swedish.Contains(person.Name, Filter.Search) || (emails.GetValueOrDefault(person.Id) is { } email && Swedish.Contains(email.Text, Filter.Search)));

        bool IsShown(Person person) => Filter.Shown switch
        {
            PeopleShown.Ended => !person.IsActive,
            PeopleShown.NeverSignedIn => person.IsActive && !last.ContainsKey(person.Id),
            PeopleShown.Everyone => true,
            _ => person.IsActive,
        };
    }
}

/// <summary>A page of people.</summary>
/// <param name="Filter">Which.</param>
/// <param name="Found">How many there are on all pages together.</param>
/// <param name="Rows">The people.</param>
/// <param name="Municipalities">Those to choose from.</param>
/// <param name="Today">Today in Sweden.</param>
public sealed record PeopleView(PeopleFilter Filter, int Found, IReadOnlyList<PersonRow> Rows, IReadOnlyList<Municipality> Municipalities, DateOnly Today)
{
    /// <summary>How many pages there are.</summary>
    public int Pages => PagesOf(Found);

    internal static int PagesOf(int found) => Math.Max(1, (found + PeopleList.RowsPerPage - 1) / PeopleList.RowsPerPage);
}

/// <summary>A person in a list.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">The role.</param>
/// <param name="Municipality">The municipality of a municipal user.</param>
/// <param name="Email">Where codes go; null without an account.</param>
/// <param name="LastSignIn">When the person last signed in; null for never.</param>
/// <param name="Ways">The ways to sign in, in words.</param>
/// <param name="IsActive">True while the person may act.</param>
public sealed record PersonRow(PersonId Id, string Name, Role Role, string? Municipality, EmailAddress? Email, DateTimeOffset? LastSignIn, IReadOnlyList<string> Ways, bool IsActive);
