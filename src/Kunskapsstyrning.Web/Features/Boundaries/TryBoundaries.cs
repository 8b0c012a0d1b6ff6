using System.Security.Cryptography;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Boundaries;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Boundaries;

/// <summary>Holds a file of boundaries against the register. Nothing of it is kept.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Bytes">What came.</param>
[Requires(Permission.Administer)]
public sealed record TryBoundaries(string Name, byte[] Bytes) : IQuery<BoundaryTrial>
{
    /// <inheritdoc/>
    public Task<BoundaryTrial> Answer(Session session, CancellationToken cancellation) => Task.FromResult(Try(session));

    private BoundaryTrial Try(Session session)
    {
        if (GeoJson.TryRead(Bytes, out var reading).Refusal is { } refusal) return new BoundaryTrial(refusal, null, [], [], 0);

        bool IsKnown(MunicipalityCode code) => session.Facts.Municipality(code) is not null;
        var outlines = reading!.Outlines(IsKnown);
        if (BoundaryReading.RefusalOf(outlines) is { } refused) return new BoundaryTrial(refused, null, [], [], 0);

        var there = session.Facts.MunicipalitiesOn(session.Today).ToList();
        var drawn = outlines.Select(o => o.Municipality).ToHashSet();
        var file = new BoundaryFile(Name, Convert.ToHexStringLower(SHA256.HashData(Bytes)), reading.Property, [.. outlines.Select(o => new FiledOutline(o.Municipality.Digits, o.Path, o.SquareKilometres))]);
        return new BoundaryTrial(null, file, [.. there.Where(m => !drawn.Contains(m.Code)).Select(m => m.Name).Order(Ui.Swedish.Order)], reading.Unknown(IsKnown), there.Count);
    }
}

/// <summary>What was found in a file of boundaries.</summary>
/// <param name="Refusal">Why it is not taken in; null when it can be.</param>
/// <param name="File">What would be kept; null when it is not taken in.</param>
/// <param name="Missing">The municipalities that it has no outline of, by name.</param>
/// <param name="Unknown">Its codes that are no municipality's.</param>
/// <param name="There">How many municipalities there are.</param>
public sealed record BoundaryTrial(Refusal? Refusal, BoundaryFile? File, IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown, int There);

/// <summary>What is kept of a file of boundaries, between looking at it and reading it in.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Sha256">SHA-256 of the file, in hex.</param>
/// <param name="Property">What the file calls a municipality's code.</param>
/// <param name="Outlines">The outlines.</param>
public sealed record BoundaryFile(string Name, string Sha256, string Property, IReadOnlyList<FiledOutline> Outlines);

/// <summary>An outline in what is kept of a file.</summary>
/// <param name="Code">The municipality's four digits.</param>
/// <param name="Path">Its path.</param>
/// <param name="SquareKilometres">The area of its largest part.</param>
public sealed record FiledOutline(string Code, string Path, int SquareKilometres);
