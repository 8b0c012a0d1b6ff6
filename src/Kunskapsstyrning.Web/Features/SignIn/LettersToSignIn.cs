using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>The words of mail that lets people sign in. No link in it signs anybody in.</summary>
internal static class LettersToSignIn
{
    private static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);
    private static readonly TimeSpan NewsLast = TimeSpan.FromDays(3);

    /// <summary>A code.</summary>
    public static SignInLetter Code(EmailAddress to, string digits, DateTimeOffset now) => new(
        Guid.CreateVersion7(now), to, "Din kod till Kunskapsstyrning",
        $"""
        Din kod är {digits[..4]} {digits[4..]}

        Skriv den på sidan där du bad om den. Den gäller i tio minuter och kan användas en gång.

        Har du inte bett om någon kod? Då har någon annan skrivit din adress. Du behöver inte göra något, och ingen
        kommer in utan koden. Lämna den aldrig till någon som frågar efter den, inte heller till oss.

        Hälsningar
        Kunskapsstyrning, SKR
        """,
        now, OneTimeCode.Lasts);

    /// <summary>Tells somebody who has got an account what it is, who invites, and how to sign in.</summary>
    public static SignInLetter Invitation(Invitation to, Uri? site, DateTimeOffset now) => new(
        Guid.CreateVersion7(now), to.Email, "Inbjudan till Kunskapsstyrning",
        $"""
        {to.InvitedBy} bjuder in dig till Kunskapsstyrning. Där håller SKR, Sveriges Kommuner och Regioner, reda på
        kommunernas svar på rekommendationer om gemensam finansiering.

        Din roll: {to.Role.Label()}{(to.Municipality is null ? null : $", {to.Municipality}")}.

        Så loggar du in: gå till
        {(site is null ? "Kunskapsstyrning" : new Uri(site, Urls.SignIn))}
        Skriv den här e-postadressen och tryck Skicka kod. Skriv sedan koden som kommer i ett mejl till dig. Det finns inget lösenord.

        Väntade du dig inte det här? Då behöver du inte göra något.

        Hälsningar
        Kunskapsstyrning, SKR
        """,
        now, InvitationLasts);

    /// <summary>Tells the owner of an account that a passkey can sign in to it from now on.</summary>
    public static SignInLetter PasskeyAdded(EmailAddress to, DateTimeOffset now) => OfPasskey(to, "En nyckel är tillagd på ditt konto i Kunskapsstyrning", "lades till på", now);

    /// <summary>Tells the owner of an account that a passkey does not sign in to it any more.</summary>
    public static SignInLetter PasskeyRemoved(EmailAddress to, DateTimeOffset now) => OfPasskey(to, "En nyckel är borttagen från ditt konto i Kunskapsstyrning", "togs bort från", now);

    /// <summary>Tells the owner of an account that an administrator has taken a passkey away.</summary>
    public static SignInLetter PasskeyTakenAway(EmailAddress to, DateTimeOffset now) => new(
        Guid.CreateVersion7(now), to, "En nyckel är borttagen från ditt konto i Kunskapsstyrning",
        $"""
        En administratör på SKR tog bort en nyckel från ditt konto i Kunskapsstyrning {SwedishTime.DayOf(now).Long()} {Swedish.Clock(now)}, och
        loggade ut dig där du hade loggat in med en nyckel.

        Har du bett om det? Då behöver du inte göra något: du loggar in med en kod som kommer till den här adressen, och
        kan sedan lägga till en ny nyckel.

        Har du inte bett om det? Hör av dig till den som sköter kontona på SKR.

        Hälsningar
        Kunskapsstyrning, SKR
        """,
        now, NewsLast);

    private static SignInLetter OfPasskey(EmailAddress to, string subject, string what, DateTimeOffset now) => new(
        Guid.CreateVersion7(now), to, subject,
        $"""
        En nyckel att logga in med {what} ditt konto i Kunskapsstyrning {SwedishTime.DayOf(now).Long()} {Swedish.Clock(now)}.

        Var det du? Då behöver du inte göra något.

        Var det inte du? Logga in, tryck på ditt namn, ta bort de nycklar som inte är dina och logga ut i alla andra
        webbläsare. Säg sedan till den som sköter kontona på SKR.

        Hälsningar
        Kunskapsstyrning, SKR
        """,
        now, NewsLast);
}

/// <summary>What an invitation says of the one who is invited.</summary>
/// <param name="Email">Where it goes, and what is typed to sign in.</param>
/// <param name="InvitedBy">The name of the one who invites.</param>
/// <param name="Role">The role.</param>
/// <param name="Municipality">The municipality's full name; null for SKR's own.</param>
internal sealed record Invitation(EmailAddress Email, string InvitedBy, Role Role, string? Municipality);

/// <summary>The letters that it is time to hand over.</summary>
[Requires(Permission.SignIn)]
internal sealed record LettersDue : IQuery<IReadOnlyList<Guid>>
{
    public async Task<IReadOnlyList<Guid>> Answer(Session session, CancellationToken cancellation) =>
        await session.Db.SignInLetters.Where(l => l.NextTryAt <= session.Now).OrderBy(l => l.NextTryAt).Take(20).Select(l => l.Id).ToListAsync(cancellation);
}

/// <summary>Takes a letter for one attempt. Of several nodes at once one gets it; what is of no use any more is thrown away.</summary>
[Requires(Permission.SignIn), LeavesNoHistory("That a code was sent is told when it is asked for; the letter itself is thrown away.")]
internal sealed record TakeLetter(Guid Id) : ICommand
{
    /// <summary>There is nothing to hand over.</summary>
    public static readonly Refusal NothingToDo = new("letter-not-due", "Brevet är redan lämnat.");

    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.SignInLetters.SingleOrDefaultAsync(l => l.Id == Id, cancellation) is not { } letter || letter.NextTryAt > session.Now) return NothingToDo;

        if (letter.IsDue(session.Now)) letter.Take(session.Now);
        else session.Db.Remove(letter);
        return Result.Done;
    }
}

/// <summary>What is handed over; null when it was thrown away.</summary>
[Requires(Permission.SignIn)]
internal sealed record LetterToHandOver(Guid Id) : IQuery<MailToSubmit?>
{
    public Task<MailToSubmit?> Answer(Session session, CancellationToken cancellation) =>
        session.Db.SignInLetters.Where(l => l.Id == Id).Select(l => new MailToSubmit(new OutgoingMessageId(l.Id), l.Recipient, l.Subject, l.Body, l.Attempts)).SingleOrDefaultAsync(cancellation);
}

/// <summary>Throws a letter away when it has left, or will not be taken.</summary>
[Requires(Permission.SignIn), LeavesNoHistory("That a code was sent is told when it is asked for; the letter itself is thrown away.")]
internal sealed record DropLetter(Guid Id) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        session.Db.RemoveRange(await session.Db.SignInLetters.Where(l => l.Id == Id).ToListAsync(cancellation));
        return Result.Done;
    }
}
