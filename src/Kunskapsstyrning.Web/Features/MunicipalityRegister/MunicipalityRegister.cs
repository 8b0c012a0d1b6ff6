using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.MunicipalityRegister;

/// <summary>Every municipality as the register has it, on a day.</summary>
/// <param name="Day">The day; null for today.</param>
[Requires(Permission.Administer)]
public sealed record RegisterOn(DateOnly? Day) : IQuery<RegisterView>
{
    /// <inheritdoc/>
    public Task<RegisterView> Answer(Session session, CancellationToken cancellation)
    {
        var day = Day ?? session.Today;
        var then = session.Facts.MunicipalitiesOn(day).ToList();
        return Task.FromResult(new RegisterView(
            day, session.Today, then, [.. session.Facts.Municipalities.Where(m => !m.IsValidOn(day)).OrderBy(m => m.ValidFrom).ThenBy(m => m.Code)], session.Facts.Counties.ToDictionary(c => c.Code, c => c.Name)));
    }
}

/// <summary>The register on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="There">Those that exist then, by code.</param>
/// <param name="NotThere">Those that have ended then or begin later.</param>
/// <param name="Counties">The counties' names by their codes.</param>
public sealed record RegisterView(DateOnly Day, DateOnly Today, IReadOnlyList<Municipality> There, IReadOnlyList<Municipality> NotThere, IReadOnlyDictionary<string, string> Counties);

/// <summary>A municipality as the register has it; null when there is none with the code.</summary>
[Requires(Permission.Administer)]
public sealed record MunicipalityInRegister(MunicipalityCode Code) : IQuery<RegisteredMunicipality?>
{
    /// <inheritdoc/>
    public Task<RegisteredMunicipality?> Answer(Session session, CancellationToken cancellation) => Task.FromResult(
        session.Facts.Municipality(Code) is { } municipality
            ? new RegisteredMunicipality(
                municipality, session.Facts.CountyOf(municipality), [.. session.Facts.PredecessorsOf(municipality)], [.. session.Facts.SuccessorsOf(municipality)],
                session.Facts.Municipalities, session.Today)
            : null);
}

/// <summary>A municipality in the register.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="County">Its county.</param>
/// <param name="Predecessors">Those that it took over from, or broke out of.</param>
/// <param name="Successors">Those that took over from it, or broke out of it.</param>
/// <param name="All">Every municipality, to choose among.</param>
/// <param name="Today">Today in Sweden.</param>
public sealed record RegisteredMunicipality(
    Municipality Municipality, County County, IReadOnlyList<Municipality> Predecessors, IReadOnlyList<Municipality> Successors, IReadOnlyList<Municipality> All, DateOnly Today);
