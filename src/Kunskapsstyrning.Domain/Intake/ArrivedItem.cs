using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Intake;

/// <summary>Identifies something that arrived.</summary>
public readonly record struct ArrivedItemId(Guid Value);

/// <summary>What is done with something that arrived.</summary>
public enum ItemState
{
    /// <summary>Att registrera: nobody has dealt with it.</summary>
    ToRegister = 1,
    /// <summary>Klart: decisions were registered from it, or it was put with one.</summary>
    Done,
    /// <summary>Rör inte oss: set aside with a reason.</summary>
    SetAside,
}

/// <summary>A message or a file that arrived, kept byte for byte, with its parts. Becomes decisions, is put with one, or is set aside; nothing is ever removed.</summary>
public sealed class ArrivedItem : Aggregate
{
    private readonly List<ArrivedPart> _parts = [];
    private readonly List<ItemDecision> _decisions = [];

    private ArrivedItem() { }

    /// <summary>Something that just arrived.</summary>
    /// <param name="identity">What makes it the same as something that came before, however often it is delivered.</param>
    /// <param name="original">The document that holds it byte for byte.</param>
    /// <param name="parts">What lies in it; for a file the file itself.</param>
    /// <param name="municipality">The municipality that sent it on its own page; null for what came another way.</param>
    public ArrivedItem(ArrivedItemId id, string identity, Arrival arrival, DocumentId original, IEnumerable<ArrivedPart> parts, DateTimeOffset takenInAt, MunicipalityCode? municipality = null)
    {
        if (arrival.Way is ArrivalWay.OwnPage != municipality is not null) throw new ArgumentException("What came from a municipality's own page, and that only, is known to be a municipality's.", nameof(municipality));
        (Id, Identity, Arrival, OriginalId, TakenInAt, State, MunicipalityCode) = (id, identity, arrival, original, takenInAt, ItemState.ToRegister, municipality);
        _parts.AddRange(parts);
        Record(new ItemArrived(id, identity, arrival, original, _parts.Count, municipality));
    }

    /// <summary>Identity.</summary>
    public ArrivedItemId Id { get; private set; }

    /// <summary>What makes it the same as something that came before, however often it is delivered: no two items have the same.</summary>
    public string Identity { get; private set; } = "";

    /// <summary>What was known when it arrived.</summary>
    public Arrival Arrival { get; private set; } = null!;

    /// <summary>The document that holds it byte for byte.</summary>
    public DocumentId OriginalId { get; private set; }

    /// <summary>When it was taken in, in UTC.</summary>
    public DateTimeOffset TakenInAt { get; private set; }

    /// <summary>The municipality that sent it on its own page; null for what came another way.</summary>
    public MunicipalityCode? MunicipalityCode { get; private set; }

    /// <summary>What is done with it.</summary>
    public ItemState State { get; private set; }

    /// <summary>Why it was set aside; null unless it is.</summary>
    public string? SetAsideBecause { get; private set; }

    /// <summary>What lies in it, in order.</summary>
    public IReadOnlyList<ArrivedPart> Parts => _parts;

    /// <summary>The decisions that it was registered as, or put with.</summary>
    public IReadOnlyList<ItemDecision> Decisions => _decisions;

    /// <summary>True while it holds that it became the decision, or is put with it.</summary>
    public bool Became(DecisionId decision) => _decisions.Exists(d => d.DecisionId == decision && d.Loosening is null);

    /// <summary>It was registered as a decision, or put with one. The same decision once more changes nothing, but that it is done.</summary>
    public Result BecomeDecision(DecisionId decision, MunicipalityCode municipality, RecommendationId recommendation, bool putWith)
    {
        var became = Became(decision);
        if (became && State is ItemState.Done) return Result.Done;
        if (State is ItemState.SetAside) return IntakeRefusals.IsSetAside;

        if (!became) _decisions.Add(new ItemDecision(Id, decision, 1 + _decisions.Count(d => d.DecisionId == decision), putWith));
        State = ItemState.Done;
        Record(new ItemRegistered(Id, decision, municipality, recommendation, putWith));
        return Result.Done;
    }

    /// <summary>Its decision was moved, and it belongs to the moved one as it did before. What is left to do with it is not touched.</summary>
    public void Follow(DecisionId from, DecisionId moved, MunicipalityCode municipality, RecommendationId recommendation)
    {
        if (Became(moved) || _decisions.Find(d => d.DecisionId == from && d.Loosening is null) is not { } link) return;

        _decisions.Add(new ItemDecision(Id, moved, 1 + _decisions.Count(d => d.DecisionId == moved), link.PutWith));
        Record(new ItemRegistered(Id, moved, municipality, recommendation, link.PutWith));
    }

    /// <summary>Says that what was registered from it is all there is: nothing more is to be done, and nothing is put with anything.</summary>
    public Result Finish()
    {
        if (State is ItemState.Done) return Result.Done;
        if (State is ItemState.SetAside) return IntakeRefusals.IsSetAside;
        if (!_decisions.Exists(d => d.Loosening is null)) return IntakeRefusals.NothingRegistered;

        State = ItemState.Done;
        Record(new ItemFinished(Id));
        return Result.Done;
    }

    /// <summary>True while it is put with a decision that was registered already.</summary>
    public bool IsPutWith(DecisionId decision) => _decisions.Exists(d => d.DecisionId == decision && d is { PutWith: true, Loosening: null });

    /// <summary>Loosens it from a decision that it was put with by mistake, and puts it back among what is to be registered.</summary>
    public Result Loosen(DecisionId decision, string reason, Recorded recorded)
    {
        if (_decisions.Find(d => d.DecisionId == decision && d is { PutWith: true, Loosening: null }) is not { } link) return IntakeRefusals.NotPutWith;
        if (State is ItemState.SetAside) return IntakeRefusals.IsSetAside;
        if (DecisionRefusals.OfReason(reason) is { } unreasoned) return unreasoned;

        link.Loosen(reason.Trim(), recorded);
        State = ItemState.ToRegister;
        Record(new ItemLoosened(Id, decision, reason.Trim()));
        return Result.Done;
    }

    /// <summary>Sets it aside: it is no answer, or has been dealt with already.</summary>
    public Result SetAside(string reason)
    {
        if (State is ItemState.Done) return IntakeRefusals.IsDone;
        if (State is ItemState.SetAside) return Result.Done;
        if (string.IsNullOrWhiteSpace(reason)) return IntakeRefusals.NeedsReason;
        if (reason.Length > 500) return IntakeRefusals.ReasonTooLong;

        (State, SetAsideBecause) = (ItemState.SetAside, reason.Trim());
        Record(new ItemShelved(Id, reason.Trim()));
        return Result.Done;
    }

    /// <summary>Puts it back among what is to be registered: it was set aside by mistake, or what was registered from it was taken back.</summary>
    public Result Reopen(string reason)
    {
        if (State is ItemState.ToRegister) return Result.Done;

        (State, SetAsideBecause) = (ItemState.ToRegister, null);
        Record(new ItemReopened(Id, reason));
        return Result.Done;
    }
}

/// <summary>Something arrived.</summary>
public sealed record ItemArrived(ArrivedItemId Item, string Identity, Arrival Arrival, DocumentId Original, int Parts, MunicipalityCode? SentFrom) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Item.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => SentFrom;

    /// <inheritdoc/>
    public object? After => new { Arrival.Way, Arrival.ArrivedOn, Identity, Original = Original.Value, Parts, Arrival.Fault };
}

/// <summary>What arrived was registered as a decision, or put with one.</summary>
public sealed record ItemRegistered(ArrivedItemId Item, DecisionId Decision, MunicipalityCode MunicipalityCode, RecommendationId RecommendationId, bool PutWith) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Item.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Decision = Decision.Value, PutWith };
}

/// <summary>What arrived was set aside.</summary>
public sealed record ItemShelved(ArrivedItemId Item, string Reason) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Item.Value;
}

/// <summary>What arrived is to be registered after all.</summary>
public sealed record ItemReopened(ArrivedItemId Item, string Reason) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Item.Value;
}

/// <summary>Nothing more is to be registered from what arrived.</summary>
public sealed record ItemFinished(ArrivedItemId Item) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Item.Value;
}

/// <summary>What arrived was loosened from a decision that it had been put with.</summary>
public sealed record ItemLoosened(ArrivedItemId Item, DecisionId Decision, string Reason) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Item.Value;

    /// <inheritdoc/>
    public object? After => new { Decision = Decision.Value };
}
