using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Features.SignIn;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>Somebody who is to be let in.</summary>
/// <param name="Id">Made by whoever asks, so that it is known afterwards.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="Email">Where letter and codes go.</param>
/// <param name="Role">The role.</param>
/// <param name="Municipality">The municipality, for one who answers for it.</param>
public sealed record Newcomer(PersonId Id, string Name, EmailAddress Email, Role Role, MunicipalityCode? Municipality);

/// <summary>Letting people in by letter, the same way for SKR and for a municipality.</summary>
internal static class Inviting
{
    /// <summary>Adds a person with an account, and sends the letter.</summary>
    public static Result Invite(this Session session, Newcomer newcomer)
    {
        var added = Person.Add(newcomer.Id, newcomer.Name, newcomer.Role, newcomer.Municipality, out var person);
        if (!added.IsDone) return added;

        var account = new Account(newcomer.Id, newcomer.Email, new Recorded(session.Actor.Person!.Value, session.Now), newcomer.Municipality);
        session.Add(person!);
        session.Db.Add(account);
        return session.Send(person!, account, Invited.Never);
    }

    /// <summary>Sends the letter once more.</summary>
    public static Result Send(this Session session, Person person, Account account, Invited before)
    {
        if (!person.IsActive) return PersonRefusals.Ended;
        var invited = account.Invite(person.MunicipalityCode, before, session.Now);
        if (!invited.IsDone) return invited;

        var municipality = person.MunicipalityCode is { } code ? session.Facts.Municipality(code)?.FullName : null;
        session.Db.Add(LettersToSignIn.Invitation(new Invitation(account.Email, session.Actor.Name, person.Role, municipality), session.Site, session.Now));
        return Result.Done;
    }

    /// <summary>How it went with invitations of the person before. What left to an address that was wrong counts for nothing.</summary>
    public static async Task<Invited> InvitedBefore(this Session session, PersonId id, CancellationToken cancellation)
    {
        var subject = id.Value;
        var last = await session.Db.History.Where(e => e.Subject == subject && (e.Kind == nameof(PersonInvited) || e.Kind == nameof(AccountMoved)))
            .OrderByDescending(e => e.Sequence).Select(e => new { e.Kind, e.At }).FirstOrDefaultAsync(cancellation);
        return new Invited(last?.Kind == nameof(PersonInvited) ? last.At : null, (await session.LastSignIns([id], cancellation)).ContainsKey(id));
    }
}
