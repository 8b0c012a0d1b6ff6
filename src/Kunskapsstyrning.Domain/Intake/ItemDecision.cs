using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Intake;

/// <summary>A decision that something that arrived was registered as, or put with.</summary>
public sealed class ItemDecision
{
    private ItemDecision() { }

    internal ItemDecision(ArrivedItemId item, DecisionId decision, int number, bool putWith) => (ItemId, DecisionId, Number, PutWith) = (item, decision, number, putWith);

    /// <summary>What arrived.</summary>
    public ArrivedItemId ItemId { get; private set; }

    /// <summary>The decision.</summary>
    public DecisionId DecisionId { get; private set; }

    /// <summary>1 the first time; more when it was loosened and put there again.</summary>
    public int Number { get; private set; }

    /// <summary>True when it was put with a decision that was registered already.</summary>
    public bool PutWith { get; private set; }

    /// <summary>That it was loosened again; null while it holds.</summary>
    public ItemLoosening? Loosening { get; private set; }

    internal void Loosen(string reason, Recorded recorded) => Loosening = new ItemLoosening(this, reason, recorded);
}

/// <summary>What arrived had been put with a decision by mistake, and was loosened from it.</summary>
public sealed class ItemLoosening
{
    private ItemLoosening() { }

    internal ItemLoosening(ItemDecision link, string reason, Recorded recorded) =>
        (ItemId, DecisionId, Number, Reason, RecordedBy, RecordedAt) = (link.ItemId, link.DecisionId, link.Number, reason, recorded.By, recorded.At);

    /// <summary>What arrived.</summary>
    public ArrivedItemId ItemId { get; private set; }

    /// <summary>The decision.</summary>
    public DecisionId DecisionId { get; private set; }

    /// <summary>Which time it had been put there.</summary>
    public int Number { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who loosened it.</summary>
    public PersonId RecordedBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset RecordedAt { get; private set; }
}
