using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Web.Features.Logging;

/// <summary>What a person does about something that may be registered already.</summary>
public enum TwinWay
{
    /// <summary>Puts the document with the decision that stands.</summary>
    Attach = 1,
    /// <summary>Registers it as a decision of its own; a later final one takes the place of the earlier.</summary>
    Replace,
    /// <summary>Throws it away as a duplicate.</summary>
    Discard,
}

/// <summary>What a person has chosen, and which decisions were seen when it was chosen.</summary>
/// <param name="Way">What to do.</param>
/// <param name="With">The decision that the document is put with; null for the other ways.</param>
/// <param name="Seen">The decisions that were shown.</param>
public sealed record TwinChoice(TwinWay Way, DecisionId? With, IReadOnlyList<DecisionId> Seen)
{
    /// <summary>The form's field for the choice.</summary>
    public const string Field = "val";

    /// <summary>The form's field for what was shown.</summary>
    public const string SeenField = "sedda";

    /// <summary>Registers it as a decision of its own.</summary>
    public const string Replace = "nytt";

    /// <summary>Throws it away.</summary>
    public const string Discard = "slang";

    private const string Attach = "lagg-till:";

    /// <summary>Puts the document with the decision.</summary>
    public static string AttachTo(DecisionId decision) => $"{Attach}{decision.Value}";

    /// <summary>What a posted form says; null when nothing is chosen.</summary>
    public static TwinChoice? In(IFormCollection form)
    {
        var chosen = form[Field].ToString();
        IReadOnlyList<DecisionId> seen = [.. form[SeenField].ToString().Split(',').Select(s => Guid.TryParse(s, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Select(id => new DecisionId(id))];
        if (chosen.StartsWith(Attach, StringComparison.Ordinal) && Guid.TryParse(chosen[Attach.Length..], out var with)) return new TwinChoice(TwinWay.Attach, new DecisionId(with), seen);
        return chosen switch
        {
            Replace => new TwinChoice(TwinWay.Replace, null, seen),
            Discard => new TwinChoice(TwinWay.Discard, null, seen),
            _ => null,
        };
    }
}
