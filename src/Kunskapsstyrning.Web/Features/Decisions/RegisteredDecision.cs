using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.Mappings;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>A decision with everything that has been registered about it, as far as the one who asks may see.</summary>
/// <param name="Id">The decision.</param>
/// <param name="Versions">As logged and as corrected, oldest first.</param>
/// <param name="Retraction">When, why and by whom it was taken back; null while it counts.</param>
/// <param name="Documents">What it was read from.</param>
public sealed record RegisteredDecision(DecisionId Id, IReadOnlyList<RegisteredVersion> Versions, RegisteredRetraction? Retraction, IReadOnlyList<AttachedDocument> Documents)
{
    /// <summary>What had been put with it by mistake and was loosened.</summary>
    public IReadOnlyList<LoosenedDocument> Loosened { get; init; } = [];

    /// <summary>As it was logged.</summary>
    public RegisteredVersion First => Versions[0];

    /// <summary>As it holds.</summary>
    public RegisteredVersion Current => Versions[^1];

    /// <summary>The decision without what is walled: one that was taken back may have been another municipality's all along.</summary>
    public RegisteredDecision WithoutDetails() => this with
    {
        Versions = [.. Versions.Select(v => v with { Details = DecisionDetails.None, Reason = null })],
        Documents = [],
        Loosened = [],
        Retraction = Retraction is null ? null : Retraction with { Reason = null },
    };

    /// <summary>The decision as it is counted.</summary>
    public CountedDecision Counted => new(Id, [.. Versions.Select(v => new CountedVersion(v.Number, v.Content, v.Sequence))], Retraction?.Sequence);
}

/// <summary>A version of a decision, with who registered it.</summary>
public sealed record RegisteredVersion(int Number, DecisionContent Content, DecisionDetails Details, string? Reason, PersonId ById, string By, DateTimeOffset At, long Sequence);

/// <summary>A retraction, with who made it.</summary>
public sealed record RegisteredRetraction(string? Reason, string By, DateTimeOffset At, long Sequence);

/// <summary>A document that a decision was read from.</summary>
public sealed record AttachedDocument(DocumentId Id, string FileName, MediaType Type);

/// <summary>A document that had been put with a decision by mistake, with who loosened it and why.</summary>
public sealed record LoosenedDocument(string FileName, string Reason, string By, DateTimeOffset At, long Sequence);

/// <summary>Reads what has been registered.</summary>
internal static class RegisteredInDb
{
    /// <summary>Every decision of a municipality about a recommendation, in the order they were registered.</summary>
    public static async Task<IReadOnlyList<RegisteredDecision>> RegisteredBy(this Db db, MunicipalityCode municipality, RecommendationId recommendation, CancellationToken cancellation)
    {
        var versions = await (
            from d in db.Decisions
            where d.MunicipalityCode == municipality && d.RecommendationId == recommendation
            from v in d.Versions
            join p in db.People on v.RecordedBy equals p.Id
            select new { d.Id, v.Number, v.Content, v.Walled, ById = p.Id, By = p.Name, v.RecordedAt, Sequence = EF.Property<long>(v, FactSequence.Column) })
            .AsNoTracking().ToListAsync(cancellation);
        var retractions = await (
            from d in db.Decisions
            where d.MunicipalityCode == municipality && d.RecommendationId == recommendation && d.Retraction != null
            join p in db.People on d.Retraction!.RecordedBy equals p.Id
            select new { d.Id, Retraction = new RegisteredRetraction(d.Retraction!.Walled!.Reason, p.Name, d.Retraction.RecordedAt, EF.Property<long>(d.Retraction, FactSequence.Column)) })
            .ToDictionaryAsync(r => r.Id, r => r.Retraction, cancellation);
        var documents = (await (
            from d in db.Decisions
            where d.MunicipalityCode == municipality && d.RecommendationId == recommendation
            from link in d.Documents
            join document in db.Documents on link.DocumentId equals document.Id
            where link.Loosening == null
            select new { d.Id, Document = new AttachedDocument(document.Id, document.FileName, document.Type) })
            .ToListAsync(cancellation)).ToLookup(d => d.Id, d => d.Document);
        var loosened = (await (
            from d in db.Decisions
            where d.MunicipalityCode == municipality && d.RecommendationId == recommendation
            from link in d.Documents
            where link.Loosening != null
            join document in db.Documents on link.DocumentId equals document.Id
            join p in db.People on link.Loosening!.RecordedBy equals p.Id
            select new { d.Id, Loosened = new LoosenedDocument(document.FileName, link.Loosening!.Reason, p.Name, link.Loosening.RecordedAt, EF.Property<long>(link.Loosening, FactSequence.Column)) })
            .ToListAsync(cancellation)).ToLookup(d => d.Id, d => d.Loosened);

        return [.. versions.GroupBy(v => v.Id)
            .Select(d => new RegisteredDecision(
                d.Key,
                [.. d.OrderBy(v => v.Number).Select(v => new RegisteredVersion(v.Number, v.Content, v.Walled?.Details ?? DecisionDetails.None, v.Walled?.Why, v.ById, v.By, v.RecordedAt, v.Sequence))],
                retractions.GetValueOrDefault(d.Key),
                [.. documents[d.Key]]) { Loosened = [.. loosened[d.Key]] })
            .OrderBy(d => d.First.Sequence)];
    }
}
