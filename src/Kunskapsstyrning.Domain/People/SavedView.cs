namespace Kunskapsstyrning.Domain.People;

/// <summary>Identity of a saved view.</summary>
public readonly record struct SavedViewId(Guid Value);

/// <summary>
/// A view of a recommendation that a person has given a name: what stood in its address, kept for oneself or shared with everyone at
/// SKR. What one who has left saved is still there, until somebody takes it over or away. No fact: nothing rests on it.
/// </summary>
public sealed class SavedView
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 80;

    /// <summary>As many as one person can save.</summary>
    public const int Most = 100;

    private SavedView() { }

    private SavedView(SavedViewId id, PersonId owner, RecommendationId recommendation, string name, string query, bool isShared, DateTimeOffset savedAt) =>
        (Id, Owner, RecommendationId, Name, Query, IsShared, SavedAt) = (id, owner, recommendation, name, query, isShared, savedAt);

    /// <summary>Identity.</summary>
    public SavedViewId Id { get; private set; }

    /// <summary>Whose it is.</summary>
    public PersonId Owner { get; private set; }

    /// <summary>The recommendation that it shows.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>What the person calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What stands after the address of the recommendation: "?lan=25&amp;status=ej-svarat", or nothing.</summary>
    public string Query { get; private set; } = "";

    /// <summary>True when everyone at SKR sees it.</summary>
    public bool IsShared { get; private set; }

    /// <summary>When it was saved, in UTC.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Saves a view under a name that the person has not used.</summary>
    /// <param name="owner">Who saves it.</param>
    /// <param name="recommendation">The recommendation that it shows.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="query">What stands after the address.</param>
    /// <param name="isShared">Whether everyone at SKR is to see it.</param>
    /// <param name="own">What the person has saved before.</param>
    /// <param name="now">The moment.</param>
    /// <param name="saved">The view; null when it is refused.</param>
    public static Result Save(
        PersonId owner, RecommendationId recommendation, string name, string query, bool isShared, IReadOnlyCollection<SavedView> own, DateTimeOffset now, out SavedView? saved)
    {
        saved = null;
        var called = name.Trim();
        if (called.Length is 0 or > LongestName || !called.Any(char.IsLetterOrDigit) || called.Any(char.IsControl)) return SavedViewRefusals.NoName;
        if (RefusalBeside(own, called) is { } refusal) return refusal;

        saved = new SavedView(new SavedViewId(Guid.CreateVersion7(now)), owner, recommendation, called, query, isShared, now);
        return Result.Done;
    }

    /// <summary>Lets everyone at SKR see it, or the owner alone.</summary>
    public void Share(bool isShared) => IsShared = isShared;

    /// <summary>Another takes it over from one who has left, and keeps it as it is.</summary>
    /// <param name="by">Who takes it over.</param>
    /// <param name="ownerHasLeft">Whether the one who saved it has left.</param>
    /// <param name="own">What the one who takes it over has saved.</param>
    public Result TakeOver(PersonId by, bool ownerHasLeft, IReadOnlyCollection<SavedView> own)
    {
        if (!ownerHasLeft) return SavedViewRefusals.OwnerIsStillHere;
        if (RefusalBeside(own, Name) is { } refusal) return refusal;

        Owner = by;
        return Result.Done;
    }

    private static Refusal? RefusalBeside(IReadOnlyCollection<SavedView> own, string name)
    {
        if (own.Any(v => string.Equals(v.Name, name, StringComparison.OrdinalIgnoreCase))) return SavedViewRefusals.NameIsUsed;
        return own.Count >= Most ? SavedViewRefusals.TooMany : null;
    }
}

/// <summary>The sentences with which saving a view is refused.</summary>
public static class SavedViewRefusals
{
    /// <summary>No name, or one that is too long.</summary>
    public static readonly Refusal NoName = new("view-no-name", $"Skriv ett namn på vyn, högst {SavedView.LongestName} tecken.", "namn");

    /// <summary>A name that the person has on another view.</summary>
    public static readonly Refusal NameIsUsed = new("view-name-used", "Du har redan en vy med det namnet. Välj ett annat.", "namn");

    /// <summary>As many as there can be.</summary>
    public static readonly Refusal TooMany = new("view-too-many", $"Du har redan {SavedView.Most} vyer. Ta bort någon först.");

    /// <summary>Somebody else's, or none.</summary>
    public static readonly Refusal NotThere = new("view-not-there", "Vyn finns inte, eller är någon annans.");

    /// <summary>Only what one who has left saved can be taken over or away by another.</summary>
    public static readonly Refusal OwnerIsStillHere = new("view-owner-is-here", "Den som sparade vyn har inte slutat. Bara den som sparade den kan ändra den.");
}
