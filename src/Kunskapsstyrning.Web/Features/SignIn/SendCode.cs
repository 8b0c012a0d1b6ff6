using System.Security.Cryptography;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>Sends a code to an account. For an address without one as much is done, and nothing sent.</summary>
/// <param name="To">The address as typed; the code goes to the account's own.</param>
/// <param name="Browser">A key made for the browser that asks.</param>
/// <param name="Whom">Whom codes are for.</param>
[Requires(Permission.SignIn)]
internal sealed record SendCode(EmailAddress To, BrowserKey Browser, CodesFor Whom) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var key = Account.KeyOf(To);
        var found = await (
            from a in session.Db.Accounts
            join p in session.Db.People on a.PersonId equals p.Id
            where a.EmailKey == key && p.EndedAt == null
            select new { Account = a, p.MunicipalityCode, HasPasskey = session.Db.Passkeys.Any(k => k.PersonId == p.Id) }).SingleOrDefaultAsync(cancellation);
        var account = found is not null && OneTimeCode.IsFor(Whom, found.MunicipalityCode, found.HasPasskey) ? found.Account : null;
        session.Db.RemoveRange(await session.Db.OneTimeCodes.Where(c => c.ExpiresAt < session.Now).OrderBy(c => c.ExpiresAt).Take(20).ToListAsync(cancellation));

        var digits = OneTimeCode.Digits(RandomNumberGenerator.GetInt32(OneTimeCode.Choices));
        session.Db.Add(new OneTimeCode(Browser, account?.PersonId, digits, session.Now, refusedTo: found?.Account.PersonId));
        if (account is not null) session.Db.Add(LettersToSignIn.Code(account.Email, digits, session.Now));
        return Result.Done;
    }
}

/// <summary>Tries a code in the browser that asked for it. Right, it signs in; the same code twice at the same moment signs in once.</summary>
/// <param name="Browser">The key that the browser got when it asked.</param>
/// <param name="To">The address that it asked for: a code is worth nothing when the account has moved from there.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Opened">What the browser gets.</param>
[Requires(Permission.SignIn), RemembersRefusal("A wrong code counts as a try.")]
internal sealed record TryCode(BrowserKey Browser, EmailAddress To, string? Typed, NewSession Opened) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var browser = Browser.Fingerprint;
        if (await session.Db.OneTimeCodes.SingleOrDefaultAsync(c => c.Browser == browser, cancellation) is not { } code) return CodeRefusals.NotAsked;

        var tried = code.Try(Typed, Browser, session.Now);
        if (!tried.IsDone) return tried;

        var person = await session.Db.People.SingleAsync(p => p.Id == code.PersonId, cancellation);
        var key = Account.KeyOf(To);
        var isThere = await session.Db.Accounts.AnyAsync(a => a.PersonId == person.Id && a.EmailKey == key, cancellation);
        if (!person.IsActive || !isThere)
        {
            session.Record(new SignInRefused(person.Id.Value, SignInWay.Code, person.IsActive ? CodeRefusals.AccountMoved : CodeRefusals.PersonEnded));
            return CodeRefusals.NotAsked;
        }

        await session.Open(person.Id, SignInWay.Code, Opened, cancellation);
        return Result.Done;
    }
}
