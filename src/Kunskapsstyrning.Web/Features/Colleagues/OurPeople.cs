using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Administration;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Colleagues;

/// <summary>Those who may answer for the municipality of the one who asks. Which municipality comes from the actor and from nowhere else.</summary>
[Requires(Permission.ManageColleagues)]
public sealed record OurPeople : IQuery<ColleaguesView>
{
    /// <inheritdoc/>
    public async Task<ColleaguesView> Answer(Session session, CancellationToken cancellation)
    {
        var (own, me) = (session.Actor.Municipality!.Value, session.Actor.Person!.Value);
        var people = await session.Db.Persons().Where(p => p.MunicipalityCode == own && p.EndedAt == null).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation);
        var ids = people.Select(p => p.Id).ToList();
        var emails = await session.Db.Accounts.Where(a => ids.Contains(a.PersonId)).ToDictionaryAsync(a => a.PersonId, a => a.Email, cancellation);
        var last = await session.LastSignIns(ids, cancellation);
        return new ColleaguesView(
            session.Facts.Municipality(own)!.FullName,
            [.. people.OrderByDescending(p => p.Id == me).ThenBy(p => Ui.Swedish.Key(p.Name)).Select(p => new Colleague(
                p.Id, p.Name, emails.GetValueOrDefault(p.Id), last.TryGetValue(p.Id, out var at) ? at : null, p.Id == me))],
            session.Today);
    }
}

/// <summary>The people of a municipality.</summary>
/// <param name="Municipality">Its full name.</param>
/// <param name="People">The one who looks first, then the others by name.</param>
/// <param name="Today">Today in Sweden.</param>
public sealed record ColleaguesView(string Municipality, IReadOnlyList<Colleague> People, DateOnly Today)
{
    /// <summary>The one with the id; null when there is none here.</summary>
    public Colleague? Find(PersonId id) => People.FirstOrDefault(p => p.Id == id);

    /// <summary>True when somebody else has come and can go on.</summary>
    public bool OtherHasCome => People.Any(p => !p.IsMe && p.HasSignedIn);
}

/// <summary>Somebody who may answer for a municipality.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">Where codes go; null for one who signs in with the municipality's own account.</param>
/// <param name="LastSignIn">When they last signed in; null for never.</param>
/// <param name="IsMe">True for the one who looks.</param>
public sealed record Colleague(PersonId Id, string Name, EmailAddress? Email, DateTimeOffset? LastSignIn, bool IsMe)
{
    /// <summary>True for somebody who has signed in at some time.</summary>
    public bool HasSignedIn => IsMe || LastSignIn is not null;

    /// <summary>True for somebody who has been invited and has not come yet.</summary>
    public bool IsInvited => !HasSignedIn && Email is not null;
}
