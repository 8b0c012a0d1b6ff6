using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Api;

/// <summary>Every municipality that exists today, by code.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record AllMunicipalities : IQuery<IReadOnlyList<MunicipalityLine>>
{
    public Task<IReadOnlyList<MunicipalityLine>> Answer(Session session, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<MunicipalityLine>>([.. session.Facts.MunicipalitiesOn(session.Today).Select(m => LineOf(session, m))]);

    public static MunicipalityLine LineOf(Session session, Municipality municipality)
    {
        var population = session.Facts.PopulationOn(session.Today);
        return new MunicipalityLine(
            municipality.Code.Digits, municipality.Name, municipality.CountyCode, session.Facts.CountyOf(municipality).Name,
            session.Facts.Inhabitants(municipality, population, session.Today), population.Date);
    }
}

/// <summary>A municipality that is or has been.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record MunicipalityWithCode(string Code) : IQuery<ApiAnswer<MunicipalityInFull>>
{
    public Task<ApiAnswer<MunicipalityInFull>> Answer(Session session, CancellationToken cancellation) => Task.FromResult(Find(session));

    private ApiAnswer<MunicipalityInFull> Find(Session session)
    {
        if (session.MunicipalityOf(Code) is not { } municipality) return ApiProblem.UnknownMunicipality(Code);
        var line = AllMunicipalities.LineOf(session, municipality);
        return new MunicipalityInFull(line.Code, line.Name, line.CountyCode, line.County, line.Population, line.PopulationDate, []);
    }
}

/// <summary>A municipality's fee in every recommendation and every year that is paid for, the latest recommendation first.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record FeesOfOneMunicipality(string Code) : IQuery<ApiAnswer<IReadOnlyList<FeeOfMunicipality>>>
{
    public Task<ApiAnswer<IReadOnlyList<FeeOfMunicipality>>> Answer(Session session, CancellationToken cancellation) => Task.FromResult(Find(session));

    private ApiAnswer<IReadOnlyList<FeeOfMunicipality>> Find(Session session)
    {
        if (session.MunicipalityOf(Code) is not { } municipality) return ApiProblem.UnknownMunicipality(Code);
        return ApiAnswer.Of<IReadOnlyList<FeeOfMunicipality>>(
            [.. session.Facts.Recommendations.Where(asked => session.MaySee(asked) && asked.Asks(municipality)).SelectMany(asked => asked.PayingYears.Years.Select(year => LineOf(session.Facts, asked, year, municipality.Code)))]);
    }

    private static FeeOfMunicipality LineOf(ReferenceFacts facts, Recommendation asked, int year, MunicipalityCode municipality)
    {
        var fee = facts.FeesIn(asked, year)?.List.Of(municipality);
        var state = fee switch { { Published: not null } => FeeState.Published, { Computed: not null } => FeeState.Computed, _ => FeeState.NotSet };
        return new FeeOfMunicipality(asked.Slug, year, fee?.Amount?.ToNumber(), state);
    }
}
