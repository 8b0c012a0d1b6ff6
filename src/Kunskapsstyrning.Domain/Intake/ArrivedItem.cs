using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Intake;

/// <summary>Identifies something that arrived.</summary>
public readonly record struct ArrivedItemId(Guid Value);

/// <summary>Which way something came in.</summary>
public enum ArrivalWay
{
    /// <summary>Fetched from the registrar's mailbox.</summary>
    Mailbox = 1,
    /// <summary>Put on the page by a person.</summary>
    Dropped,
    /// <summary>Taken in from a folder by command.</summary>
    Folder,
    /// <summary>Sent by a municipality on its own page.</summary>
    OwnPage,
}

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

/// <summary>What is known of something when it arrives.</summary>
/// <param name="Way">Which way it came.</param>
/// <param name="MessageId">The message's own id; null for files.</param>
/// <param name="Sender">The address it comes from, the innermost of a forwarded chain; null when not known.</param>
/// <param name="Subject">The subject, or the file's name.</param>
/// <param name="ArrivedOn">The day it came to SKR, in Sweden.</param>
/// <param name="Fault">Why not all of it could be taken apart, one Swedish sentence; null when it could.</param>
public sealed record Arrival(ArrivalWay Way, string? MessageId, string? Sender, string Subject, DateOnly ArrivedOn, string? Fault);

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

    /// <summary>It was registered as a decision, or put with one. The same decision once more changes nothing.</summary>
    public Result BecomeDecision(DecisionId decision, MunicipalityCode municipality, RecommendationId recommendation, bool putWith)
    {
        if (_decisions.Exists(d => d.DecisionId == decision)) return Result.Done;
        if (State is ItemState.SetAside) return IntakeRefusals.IsSetAside;

        _decisions.Add(new ItemDecision(Id, decision));
        State = ItemState.Done;
        Record(new ItemRegistered(Id, decision, municipality, recommendation, putWith));
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

/// <summary>What kind of part of a message.</summary>
public enum PartKind
{
    /// <summary>What one reads when the message is opened.</summary>
    Body = 1,
    /// <summary>A file that came with it, or the file itself.</summary>
    Attachment,
    /// <summary>A message inside the message.</summary>
    Message,
}

/// <summary>A part of something that arrived.</summary>
public sealed class ArrivedPart
{
    private ArrivedPart() { }

    /// <summary>A part; without a document when its kind is not taken in, and then only the original holds it.</summary>
    /// <param name="number">Its number in the item, from 1.</param>
    /// <param name="within">The number of the message it lies in; null when it lies in the item itself.</param>
    public ArrivedPart(ArrivedItemId item, int number, int? within, PartKind kind, string name, DocumentId? document) =>
        (ItemId, Number, Within, Kind, Name, DocumentId) = (item, number, within, kind, name, document);

    /// <summary>The item it is a part of.</summary>
    public ArrivedItemId ItemId { get; private set; }

    /// <summary>Its number in the item, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The number of the message it lies in; null when it lies in the item itself.</summary>
    public int? Within { get; private set; }

    /// <summary>What it is to the message.</summary>
    public PartKind Kind { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The stored document; null when its kind is not taken in.</summary>
    public DocumentId? DocumentId { get; private set; }
}

/// <summary>A decision that something that arrived was registered as, or put with.</summary>
public sealed class ItemDecision
{
    private ItemDecision() { }

    internal ItemDecision(ArrivedItemId item, DecisionId decision) => (ItemId, DecisionId) = (item, decision);

    /// <summary>What arrived.</summary>
    public ArrivedItemId ItemId { get; private set; }

    /// <summary>The decision.</summary>
    public DecisionId DecisionId { get; private set; }
}

/// <summary>The sentences with which dealing with something that arrived is refused.</summary>
public static class IntakeRefusals
{
    /// <summary>Registered already.</summary>
    public static readonly Refusal IsDone = new("item-is-done", "Meddelandet är redan registrerat. Öppna det under Klart om något är fel.");

    /// <summary>Set aside.</summary>
    public static readonly Refusal IsSetAside = new("item-is-set-aside", "Meddelandet är lagt åt sidan. Ta tillbaka det till inkorgen först.");

    /// <summary>No reason.</summary>
    public static readonly Refusal NeedsReason = new("item-needs-reason", "Skriv varför det läggs åt sidan.", "skal-at-sidan");

    /// <summary>Too long a reason.</summary>
    public static readonly Refusal ReasonTooLong = new("item-reason-too-long", "Skälet är för långt. Skriv det viktigaste, högst 500 tecken.", "skal-at-sidan");

    /// <summary>No decision to put it with.</summary>
    public static readonly Refusal NoSuchDecision = new("item-no-such-decision", "Beslutet finns inte. Läs in sidan på nytt och välj det igen.");

    /// <summary>Another municipality's decision, or about another recommendation.</summary>
    public static readonly Refusal NotOffered = new("item-decision-not-offered", "Beslutet hör till en annan kommun eller rekommendation än meddelandet. Välj ett av besluten som visas, eller ange rätt kommun i formuläret.");

    /// <summary>Not there.</summary>
    public static readonly Refusal NotThere = new("item-not-there", "Meddelandet finns inte i inkorgen.");
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
