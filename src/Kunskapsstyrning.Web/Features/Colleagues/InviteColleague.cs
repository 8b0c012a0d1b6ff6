using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.Features.Administration;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Colleagues;

/// <summary>Invites a colleague to answer for the own municipality. Municipality and role are not among what one says.</summary>
/// <param name="Id">Made by whoever asks.</param>
/// <param name="Name">What the colleague is called.</param>
/// <param name="Email">Where letter and codes go.</param>
[Requires(Permission.ManageColleagues)]
public sealed record InviteColleague(PersonId Id, string Name, EmailAddress Email) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var (own, key) = (session.Actor.Municipality!.Value, Account.KeyOf(Email));
        var holder = await session.Db.Accounts.Where(a => a.EmailKey == key).Select(a => a.PersonId).ToListAsync(cancellation);
        if (session.HasEnded(own)) return InvitationRefusals.MunicipalityEnded;
        if (holder is [var known]) return (await session.OurPerson(known, cancellation))?.IsActive is true ? InvitationRefusals.ColleagueHasIt : InvitationRefusals.ColleagueEnded;
        if (await session.HaveInvitedMany(own, cancellation)) return InvitationRefusals.TooMany;

        return session.Invite(new Newcomer(Id, Name, Email, Role.MunicipalUser, own));
    }
}

/// <summary>Sends the letter once more to a colleague who has not come yet.</summary>
[Requires(Permission.ManageColleagues)]
public sealed record InviteColleagueAgain(PersonId Person) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.OurPerson(Person, cancellation) is not { } person) return PersonRefusals.NotThere;
        if (await session.Db.Accounts.SingleOrDefaultAsync(a => a.PersonId == Person, cancellation) is not { } account) return AccountRefusals.NotThere;
        if (session.HasEnded(person.MunicipalityCode!.Value)) return InvitationRefusals.MunicipalityEnded;
        if (await session.HaveInvitedMany(person.MunicipalityCode!.Value, cancellation)) return InvitationRefusals.TooMany;

        return session.Send(person, account, await session.InvitedBefore(Person, cancellation));
    }
}

/// <summary>Takes the invitation back of a colleague who has not come yet.</summary>
[Requires(Permission.ManageColleagues)]
public sealed record WithdrawColleague(PersonId Person) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        await session.TakeTurn(cancellation);
        if (await session.OurPerson(Person, cancellation) is not { } person) return PersonRefusals.NotThere;

        return (await session.InvitedBefore(Person, cancellation)).HasSignedIn ? InvitationRefusals.HasSignedIn : person.End(session.Now, WithdrawInvitation.Why);
    }
}

/// <summary>Fetches people of the own municipality, and counts its letters.</summary>
internal static class ColleaguesInDb
{
    private const int LettersInADay = 20;

    /// <summary>Somebody of the own municipality; null for anybody else.</summary>
    public static Task<Person?> OurPerson(this Session session, PersonId id, CancellationToken cancellation)
    {
        var own = session.Actor.Municipality;
        return session.Db.Persons().SingleOrDefaultAsync(p => p.Id == id && p.MunicipalityCode == own, cancellation);
    }

    /// <summary>
    /// Lets one at a time take a right away in the own municipality. So somebody is always left, also when two end each other's at the same
    /// moment: the other sees what the first has done, and may have no right any more.
    /// </summary>
    /// <exception cref="NotAllowedException">The one who acts has lost the right to meanwhile.</exception>
    public static async Task TakeTurn(this Session session, CancellationToken cancellation)
    {
        var (own, me) = (session.Actor.Municipality, session.Actor.Person);
        await session.Db.OneAtATime($"colleagues {own}", cancellation);
        if (!await session.Db.Persons().AnyAsync(p => p.Id == me && p.MunicipalityCode == own && p.EndedAt == null, cancellation)) throw new NotAllowedException(session.Actor, Permission.ManageColleagues);
    }

    /// <summary>True for a municipality that is no more.</summary>
    public static bool HasEnded(this Session session, MunicipalityCode own) => session.Facts.Municipality(own)?.ValidThrough < session.Today;

    /// <summary>True when the municipality has sent as many letters as it may in a day.</summary>
    public static async Task<bool> HaveInvitedMany(this Session session, MunicipalityCode own, CancellationToken cancellation)
    {
        var (from, invited) = (session.Now - TimeSpan.FromDays(1), nameof(PersonInvited));
        return await session.Db.History.CountAsync(e => e.Kind == invited && e.MunicipalityCode == own && e.At > from, cancellation) >= LettersInADay;
    }
}
