namespace Kunskapsstyrning.Domain.People;

/// <summary>
/// A sign-in that somebody else has to answer: an identity provider, or a passkey. Known by the key that the browser got when it
/// began, good once, and only for a while.
/// </summary>
public sealed class BegunSignIn : Aggregate
{
    /// <summary>How long the answer may take.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private BegunSignIn() { }

    /// <summary>Begins.</summary>
    /// <param name="browser">A key made for this and nothing else.</param>
    /// <param name="purpose">What it is for, so that an answer to one thing is never taken for another.</param>
    /// <param name="question">What was asked, to hold against the answer.</param>
    /// <param name="returnUrl">Where the person wanted to go; null for nowhere in particular.</param>
    /// <param name="now">When, in UTC.</param>
    public BegunSignIn(BrowserKey browser, string purpose, string? question, string? returnUrl, DateTimeOffset now) =>
        (Browser, Purpose, Question, ReturnUrl, ExpiresAt) = (browser.Fingerprint, purpose, question, returnUrl, now + Lasts);

    /// <summary>The fingerprint of the key that the browser got.</summary>
    public string Browser { get; private set; } = "";

    /// <summary>What it is for.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>What was asked, to hold against the answer.</summary>
    public string? Question { get; private set; }

    /// <summary>Where the person wanted to go; null for nowhere in particular.</summary>
    public string? ReturnUrl { get; private set; }

    /// <summary>The moment from which no answer is taken, in UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it began, in UTC.</summary>
    public DateTimeOffset BeganAt => ExpiresAt - Lasts;

    /// <summary>When an answer was taken, in UTC; null before.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Takes an answer, once.</summary>
    public Result Use(string purpose, DateTimeOffset now)
    {
        if (UsedAt is not null || now >= ExpiresAt || Purpose != purpose) return BegunRefusals.NotBegun;

        UsedAt = now;
        return Result.Done;
    }
}

/// <summary>The sentences with which an answer is refused.</summary>
public static class BegunRefusals
{
    /// <summary>Nothing was begun in this browser, or it was too long ago, or it has been answered.</summary>
    public static readonly Refusal NotBegun = new("not-begun", "Inloggningen är inte påbörjad i den här webbläsaren, eller så tog den för lång tid. Försök igen.");
}
