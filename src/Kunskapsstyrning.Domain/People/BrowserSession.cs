namespace Kunskapsstyrning.Domain.People;

/// <summary>How somebody signed in.</summary>
public enum SignInWay
{
    /// <summary>As a ready-made user, in development.</summary>
    ReadyMade = 1,
    /// <summary>With a code by mail.</summary>
    Code,
    /// <summary>With a passkey.</summary>
    Passkey,
    /// <summary>At an identity provider.</summary>
    Provider,
}

/// <summary>Whether a browser still is signed in, or why not.</summary>
public enum SessionState
{
    /// <summary>It is.</summary>
    Open = 1,
    /// <summary>Nobody did anything for too long.</summary>
    Idle,
    /// <summary>The time that a sign-in lasts is over.</summary>
    Over,
    /// <summary>The person signed out.</summary>
    Ended,
}

/// <summary>A browser in which a person is signed in. Kept here and not in the cookie, so that signing out ends it for every copy of the cookie.</summary>
public sealed class BrowserSession : Aggregate
{
    /// <summary>How long a sign-in lasts, whatever is done meanwhile.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>How long it lasts when nothing is done.</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan WorthNoting = TimeSpan.FromMinutes(1);

    private BrowserSession() { }

    /// <summary>A person signs in.</summary>
    /// <param name="browser">A key made for this sign-in and no other.</param>
    /// <param name="person">Who.</param>
    /// <param name="way">How.</param>
    /// <param name="now">When, in UTC.</param>
    public BrowserSession(BrowserKey browser, PersonId person, SignInWay way, DateTimeOffset now)
    {
        (Browser, PersonId, Way, BeganAt, SeenAt, ProvedAt) = (browser.Fingerprint, person, way, now, now, now);
        Record(new SignedIn(person, way));
    }

    /// <summary>The fingerprint of the key that the browser carries.</summary>
    public string Browser { get; private set; } = "";

    /// <summary>Who has signed in.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>How.</summary>
    public SignInWay Way { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset BeganAt { get; private set; }

    /// <summary>When the person last proved who they are, in UTC; null where a provider does not tell when that was.</summary>
    public DateTimeOffset? ProvedAt { get; private set; }

    /// <summary>When something was last done, to the minute, in UTC.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When the person signed out, in UTC; null while not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The provider at which the person signed in; null for other ways.</summary>
    public IdentityProviderId? ProviderId { get; private set; }

    /// <summary>What tells the provider which sign-in to end there, protected; null where there is none.</summary>
    public string? ProviderHint { get; private set; }

    /// <summary>Remembers where the person signed in, to sign out there too, and when they did: a provider that remembers somebody asks them nothing.</summary>
    public void At(IdentityProviderId provider, string? hint, DateTimeOffset? proved) => (ProviderId, ProviderHint, ProvedAt) = (provider, hint, proved > BeganAt ? BeganAt : proved);

    /// <summary>Whether the browser still is signed in.</summary>
    public SessionState StateAt(DateTimeOffset now)
    {
        if (EndedAt is not null) return SessionState.Ended;
        if (now - BeganAt >= Longest) return SessionState.Over;
        return now - SeenAt >= LongestIdle ? SessionState.Idle : SessionState.Open;
    }

    /// <summary>True while it may still be taken for granted that the person who signed in sits there: ways to sign in are changed then only.</summary>
    public bool IsFresh(DateTimeOffset now) => now - ProvedAt < Fresh;

    /// <summary>True when it is worth noting that something was done now.</summary>
    public bool IsWorthNoting(DateTimeOffset now) => now - SeenAt >= WorthNoting;

    /// <summary>Something was done.</summary>
    public void See(DateTimeOffset now)
    {
        if (StateAt(now) is SessionState.Open && IsWorthNoting(now)) SeenAt = now;
    }

    /// <summary>Signs out. Twice is once.</summary>
    public void End(DateTimeOffset now)
    {
        if (EndedAt is not null) return;

        EndedAt = now;
        Record(new SignedOut(PersonId));
    }
}

/// <summary>A person signed in.</summary>
public sealed record SignedIn(PersonId Person, SignInWay Way) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;

    /// <inheritdoc/>
    public object? After => new { Way };
}

/// <summary>A sign-in was refused.</summary>
/// <param name="Whom">The person or the provider whose sign-in it was; empty where nobody is known.</param>
/// <param name="Way">How it was tried.</param>
/// <param name="Why">The refusal's code.</param>
public sealed record SignInRefused(Guid Whom, SignInWay Way, string Why) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Whom;

    /// <inheritdoc/>
    public object? After => new { Way, Why };
}

/// <summary>A person signed out in a browser.</summary>
public sealed record SignedOut(PersonId Person) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;
}
