using System.Globalization;
using System.Security.Cryptography;

namespace Kunskapsstyrning.Domain.People;

/// <summary>
/// Eight digits sent by mail, good for one sign-in in the browser that asked for them. The hash is made with that browser's
/// key: neither the mail alone nor the database alone lets anybody in. Whoever asks for an address that has no account gets a
/// code too, which nobody is sent, so that the two cannot be told apart.
/// </summary>
public sealed class OneTimeCode : Aggregate
{
    /// <summary>How long it can be used.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>How many times it may be tried.</summary>
    public const int MostTries = 5;

    private const int Length = 8;
    private const int Numbers = 100_000_000;

    private OneTimeCode() { }

    /// <summary>A code for a browser.</summary>
    /// <param name="browser">The key of the browser that asks.</param>
    /// <param name="person">Who it is for; null when the address has no account.</param>
    /// <param name="digits">The code.</param>
    /// <param name="now">When, in UTC.</param>
    /// <param name="refusedTo">Who has an account and must use something stronger; whoever asks is not told, only the history.</param>
    public OneTimeCode(BrowserKey browser, PersonId? person, string digits, DateTimeOffset now, PersonId? refusedTo = null)
    {
        (Browser, PersonId, Hash, ExpiresAt) = (browser.Fingerprint, person, browser.Hash(digits), now + Lasts);
        Record(person is { } known ? new CodeMailed(known) : new SignInRefused(refusedTo?.Value ?? Guid.Empty, SignInWay.Code, refusedTo is null ? CodeRefusals.NoAccount : CodeRefusals.NotForThem));
    }

    /// <summary>The fingerprint of the browser that asked for it.</summary>
    public string Browser { get; private set; } = "";

    /// <summary>Who it is for; null when the address has no account.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>The digits' hash with the browser's key.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>The moment from which it is worth nothing, in UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>How many times it was tried in vain.</summary>
    public int Tries { get; private set; }

    /// <summary>When somebody signed in with it, in UTC; null before.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>How many random numbers there are to choose among.</summary>
    public static int Choices => Numbers;

    /// <summary>True when somebody may sign in with a code: where they are for municipalities, SKR's own only until they have a passkey.</summary>
    public static bool IsFor(CodesFor whom, MunicipalityCode? municipality, bool hasPasskey) => whom is CodesFor.All || municipality is not null || !hasPasskey;

    /// <summary>The digits of a random number.</summary>
    public static string Digits(int random) => random.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>Tries what was typed. A wrong code counts; what is no code at all does not.</summary>
    public Result Try(string? typed, BrowserKey browser, DateTimeOffset now)
    {
        if (UsedAt is not null) return Refuse(CodeRefusals.Used);
        if (now >= ExpiresAt) return Refuse(CodeRefusals.Expired);
        if (Tries >= MostTries) return Refuse(CodeRefusals.TriedEnough);
        if (Read(typed) is not { } digits) return CodeRefusals.NotEightDigits;

        if (!CryptographicOperations.FixedTimeEquals(Hash, browser.Hash(digits)) || PersonId is null)
        {
            Tries++;
            return Refuse(Tries == MostTries ? CodeRefusals.TriedEnough : CodeRefusals.Wrong(MostTries - Tries));
        }

        UsedAt = now;
        return Result.Done;
    }

    private static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 4 * Length) return null;

        var digits = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–')));
        return digits.Length == Length && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    private Refusal Refuse(Refusal refusal)
    {
        Record(new SignInRefused(PersonId?.Value ?? Guid.Empty, SignInWay.Code, refusal.Code));
        return refusal;
    }
}

/// <summary>Whom codes by mail are for, as the installation says.</summary>
public enum CodesFor
{
    /// <summary>Everybody with an account.</summary>
    All = 1,
    /// <summary>Those in municipalities, and SKR's own until they have a passkey.</summary>
    Municipalities,
}

/// <summary>The sentences with which a code is refused.</summary>
public static class CodeRefusals
{
    /// <summary>What the history calls it that somebody asked for an address without an account; whoever asked is not told.</summary>
    public const string NoAccount = "code-no-account";

    /// <summary>What the history calls it that somebody's right had ended since the code was sent; whoever typed it is not told.</summary>
    public const string PersonEnded = "person-ended";

    /// <summary>The same where the account had got another address.</summary>
    public const string AccountMoved = "account-moved";

    /// <summary>What the history calls it that somebody at SKR who has a passkey asked for a code where codes are for municipalities.</summary>
    public const string NotForThem = "code-not-for-them";

    /// <summary>Nothing that could be a code.</summary>
    public static readonly Refusal NotEightDigits = new("code-not-eight-digits", "Skriv koden ur mejlet, åtta siffror.", "kod");

    /// <summary>Ten minutes have passed.</summary>
    public static readonly Refusal Expired = new("code-expired", "Koden gäller inte längre. Be om en ny; den gäller i tio minuter.", "kod");

    /// <summary>Somebody has signed in with it.</summary>
    public static readonly Refusal Used = new("code-used", "Koden är redan använd. Be om en ny.", "kod");

    /// <summary>Five wrong.</summary>
    public static readonly Refusal TriedEnough = new("code-tried-enough", "Koden är prövad fem gånger och gäller inte längre. Be om en ny.", "kod");

    /// <summary>The browser has asked for none.</summary>
    public static readonly Refusal NotAsked = new("code-not-asked", "Det finns ingen kod att pröva i den här webbläsaren. Be om en ny.", "kod");

    /// <summary>Not that one.</summary>
    public static Refusal Wrong(int left) =>
        new("code-wrong", $"Koden stämmer inte. Kontrollera siffrorna i det senaste mejlet; du kan pröva {(left == 1 ? "en gång" : $"{left} gånger")} till.", "kod");
}

/// <summary>A code was sent to a person.</summary>
public sealed record CodeMailed(PersonId Person) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;
}
