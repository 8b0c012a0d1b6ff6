using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>Remembers what was asked of a provider or a passkey, to hold the answer against.</summary>
/// <param name="Browser">A key made for the browser that asks.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Question">What was asked.</param>
/// <param name="ReturnUrl">Where the person wanted to go.</param>
[Requires(Permission.SignIn), LeavesNoHistory("A question that nobody has answered is no fact; the answer has its line.")]
internal sealed record BeginSignIn(BrowserKey Browser, string Purpose, string? Question, string? ReturnUrl) : ICommand
{
    /// <summary>For signing in with a passkey.</summary>
    public const string WithPasskey = "passkey";

    /// <summary>For adding a passkey to a person's own.</summary>
    public static string AddingPasskey(PersonId person) => $"add-passkey:{person.Value}";

    /// <summary>For signing in at a provider.</summary>
    public static string At(IdentityProviderId provider) => $"provider:{provider.Value}";

    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        session.Db.RemoveRange(await session.Db.BegunSignIns.Where(b => b.ExpiresAt < session.Now).OrderBy(b => b.ExpiresAt).Take(20).ToListAsync(cancellation));
        session.Db.Add(new BegunSignIn(Browser, Purpose, Question, ReturnUrl, session.Now));
        return Result.Done;
    }
}

/// <summary>What was asked in a browser; null when nothing was.</summary>
[Requires(Permission.SignIn)]
internal sealed record WhatWasBegun(string Browser) : IQuery<BegunSignIn?>
{
    public Task<BegunSignIn?> Answer(Session session, CancellationToken cancellation) => session.Db.BegunSignIns.SingleOrDefaultAsync(b => b.Browser == Browser, cancellation);
}

/// <summary>Takes the one answer that is taken, before it is looked at: what is answered twice is refused, also at the same moment.</summary>
[Requires(Permission.SignIn), LeavesNoHistory("What came of the answer has its line.")]
internal sealed record TakeAnswer(BrowserKey Browser, string Purpose) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var browser = Browser.Fingerprint;
        return await session.Db.BegunSignIns.SingleOrDefaultAsync(b => b.Browser == browser, cancellation) is { } begun ? begun.Use(Purpose, session.Now) : BegunRefusals.NotBegun;
    }
}

/// <summary>Tells the history of an answer that was refused.</summary>
/// <param name="Whom">The person or the provider whose sign-in it was; empty where nobody is known.</param>
/// <param name="Way">How it was tried.</param>
/// <param name="Why">The refusal's code.</param>
[Requires(Permission.SignIn)]
internal sealed record RefuseSignIn(Guid Whom, SignInWay Way, string Why) : ICommand
{
    public Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        session.Record(new SignInRefused(Whom, Way, Why));
        return Task.FromResult(Result.Done);
    }
}
