using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Rounds;

/// <summary>Who at SKR follows a municipality in a recommendation. Each change is added; the latest holds.</summary>
public sealed class Assignment : Aggregate
{
    private Assignment() { }

    private Assignment(MunicipalityCode municipality, RecommendationId recommendation, int number, PersonId? person, Recorded assigned) =>
        (MunicipalityCode, RecommendationId, Number, PersonId, AssignedBy, AssignedAt) = (municipality, recommendation, number, person, assigned.By, assigned.At);

    /// <summary>The municipality.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Its place among those of the municipality in the recommendation, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Who follows it from now on; null for nobody.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>Who said so.</summary>
    public PersonId AssignedBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset AssignedAt { get; private set; }

    /// <summary>Lets somebody, or nobody, follow a municipality; null when it is so already.</summary>
    /// <param name="latest">What holds; null where nobody ever followed it.</param>
    public static Assignment? Of(MunicipalityCode municipality, RecommendationId recommendation, PersonId? person, Assignment? latest, Recorded assigned)
    {
        if (latest?.PersonId == person) return null;

        var assignment = new Assignment(municipality, recommendation, (latest?.Number ?? 0) + 1, person, assigned);
        assignment.Record(new MunicipalityAssigned(municipality, recommendation, latest?.PersonId, person));
        return assignment;
    }
}

/// <summary>The sentences with which an assignment is refused.</summary>
public static class AssignmentRefusals
{
    /// <summary>Nobody that can do it.</summary>
    public static readonly Refusal NobodyThere = new("assignment-nobody", "Välj någon som arbetar med svaren och vars behörighet gäller.", "vem");

    /// <summary>No municipality.</summary>
    public static readonly Refusal NoMunicipality = new("assignment-no-municipality", "Ingen kommun är vald. Skriv kommuner eller välj ett län.", "kommuner");
}

/// <summary>Somebody else, or nobody, follows a municipality in a recommendation.</summary>
/// <param name="MunicipalityCode">The municipality.</param>
/// <param name="RecommendationId">The recommendation.</param>
/// <param name="Was">Who did; null for nobody.</param>
/// <param name="Now">Who does; null for nobody.</param>
public sealed record MunicipalityAssigned(MunicipalityCode MunicipalityCode, RecommendationId RecommendationId, PersonId? Was, PersonId? Now) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? Before => Was is { } was ? new { Person = was.Value } : null;

    /// <inheritdoc/>
    public object? After => Now is { } now ? new { Person = now.Value } : null;
}
