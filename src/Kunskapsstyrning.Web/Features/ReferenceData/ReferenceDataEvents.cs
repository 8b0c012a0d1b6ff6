using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.ReferenceData;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.ReferenceData;

/// <summary>The program's own files of reference data were loaded.</summary>
/// <param name="Checksum">SHA-256 of the files, in hex.</param>
public sealed record ReferenceDataLoaded(string Checksum) : IEvent
{
    /// <summary>The files themselves, known by the beginning of their checksum: the same files are never loaded twice.</summary>
    public Guid Subject => Guid.ParseExact(Checksum[..32], "N");

    /// <inheritdoc/>
    public object? After => new { Checksum };
}

/// <summary>A population set was added.</summary>
/// <param name="Set">The set.</param>
/// <param name="Held">The set that held for the day before; null where there was none.</param>
public sealed record PopulationAdded(PopulationSet Set, PopulationSetId? Held = null) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Set.Id.Value;

    /// <inheritdoc/>
    public object? Before => Held is { } held ? new { Held = held.Value } : null;

    /// <inheritdoc/>
    public object? After => new { Set.Date, Set.Source, Set.Checksum, Set.ReadFrom, Municipalities = Set.Figures.Count, Inhabitants = Set.Figures.Sum(f => f.Inhabitants) };
}

/// <summary>A recommendation was added.</summary>
public sealed record RecommendationAdded(Recommendation Added) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Added.Id.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => Added.Id;

    /// <inheritdoc/>
    public object? After => new { Added.Slug, Added.Title, Added.BoardDecision };
}

/// <summary>A version of the fees of a period was added.</summary>
public sealed record FeesAllocated(Allocation Allocation, IReadOnlyList<PublishedFeeFile> Published) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Allocation.Id.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => Allocation.RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Allocation.Number, Allocation.Terms, Sum = Allocation.Rows.Select(r => r.Fee ?? Kronor.Zero).Sum().Amount, Published };
}

/// <summary>A person, or a named job, was added. The name stays outside the history.</summary>
public sealed record PersonAdded(PersonId Person, Role Role, MunicipalityCode? MunicipalityCode) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public object? After => new { Role };
}

/// <summary>Adding people, the same way for jobs and for the ready-made users.</summary>
internal static class AddingPeople
{
    public static void Add(this Session session, Person person)
    {
        session.Db.Add(person);
        session.Record(new PersonAdded(person.Id, person.Role, person.MunicipalityCode));
    }
}
