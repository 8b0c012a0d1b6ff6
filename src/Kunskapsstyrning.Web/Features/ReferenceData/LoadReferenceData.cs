using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Persistence.ReferenceData;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.ReferenceData;

/// <summary>True when <see cref="LoadReferenceData"/> has nothing to do.</summary>
[Requires(Permission.Administer)]
public sealed record ReferenceDataAreLoaded : IQuery<bool>
{
    /// <inheritdoc/>
    public async Task<bool> Answer(Session session, CancellationToken cancellation)
    {
        var subject = new ReferenceDataLoaded(ReferenceFiles.Checksum()).Subject;
        if (!await session.Db.History.AnyAsync(e => e.Subject == subject, cancellation)) return false;

        var jobs = Jobs.All.Select(j => j.Person!.Value).ToList();
        return await session.Db.People.CountAsync(p => jobs.Contains(p.Id), cancellation) == jobs.Count
            && await session.Db.MessageTemplates.CountAsync(t => t.Number == 1, cancellation) == Enum.GetValues<MessageKind>().Length;
    }
}

/// <summary>
/// Adds what the program knows and the database does not: its jobs, the first message templates, and what its own files
/// say: counties, municipalities, inhabitants, the recommendations and the first version of their fees. What is there
/// already is never changed. Runs at start, as the owner of the database; the same files are not loaded twice.
/// </summary>
[Requires(Permission.Administer)]
public sealed record LoadReferenceData : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        await AddJobs(session, cancellation);
        await AddTemplates(session, cancellation);
        var loaded = new ReferenceDataLoaded(ReferenceFiles.Checksum());
        if (await session.Db.History.AnyAsync(e => e.Subject == loaded.Subject, cancellation)) return Result.Done;

        var files = ReferenceFiles.Read();
        await AddMunicipalities(session, files, cancellation);
        var populations = await AddPopulations(session, files, cancellation);
        await AddRecommendations(session, files, populations, cancellation);
        session.Record(loaded);
        return Result.Done;
    }

    private static async Task AddJobs(Session session, CancellationToken cancellation)
    {
        var known = await session.Db.People.Select(p => p.Id).ToListAsync(cancellation);
        foreach (var job in Jobs.All.Where(j => !known.Contains(j.Person!.Value)))
            session.Add(new Person(job.Person!.Value, $"jobb-{job.Name.ToLowerInvariant()}", job.Name, job.Role!.Value, municipality: null));
    }

    private static async Task AddTemplates(Session session, CancellationToken cancellation)
    {
        var known = await session.Db.MessageTemplates.Select(t => t.Kind).Distinct().ToListAsync(cancellation);
        session.Db.AddRange(FirstTemplates.Make(session.Actor.Person!.Value, session.Now).ExceptBy(known, t => t.Kind));
    }

    private static async Task AddMunicipalities(Session session, ReferenceFiles files, CancellationToken cancellation)
    {
        var counties = await session.Db.Counties.Select(c => c.Code).ToListAsync(cancellation);
        var municipalities = await session.Db.Municipalities.Select(m => m.Code).ToListAsync(cancellation);
        session.Db.AddRange(files.Counties.ExceptBy(counties, c => c.Code));
        session.Db.AddRange(files.Municipalities.ExceptBy(municipalities, m => m.Code));
    }

    private static async Task<List<PopulationSet>> AddPopulations(Session session, ReferenceFiles files, CancellationToken cancellation)
    {
        var known = await session.Db.PopulationSets.Include(s => s.Figures).OrderBy(s => EF.Property<long>(s, FactSequence.Column)).ToListAsync(cancellation);
        var added = files.PopulationSets.ExceptBy(known.Select(s => (s.Date, s.Source)), s => (s.Date, s.Source)).ToList();
        session.Db.AddRange(added);
        foreach (var set in added) session.Record(new PopulationAdded(set));
        return [.. known, .. added];
    }

    private static async Task AddRecommendations(Session session, ReferenceFiles files, List<PopulationSet> populations, CancellationToken cancellation)
    {
        var known = await session.Db.Recommendations.ToDictionaryAsync(r => r.Slug, r => r.Id, cancellation);
        foreach (var file in files.Recommendations.Where(f => !known.ContainsKey(f.Slug)))
        {
            var recommendation = file.ToRecommendation(file.Predecessor is { } predecessor ? known[predecessor.Value] : null);
            known[file.Slug] = recommendation.Id;
            session.Db.Add(recommendation);
            session.Record(new RecommendationAdded(recommendation));
            foreach (var (written, period) in file.Periods.Zip(recommendation.Periods)) AddFees(session, recommendation, written, period, populations);
        }
    }

    private static void AddFees(Session session, Recommendation recommendation, PeriodFile written, FundingPeriod period, List<PopulationSet> populations)
    {
        if (written.Allocation is not { } id) return;

        var population = populations.First(s => s.Date == period.Terms.PopulationDate);
        var fees = FeeCalculation.Calculate(
            period.Terms, [.. population.Figures.Select(f => new Population(f.MunicipalityCode, f.Inhabitants))], written.PublishedFees());
        var allocation = new Allocation(new AllocationId(id), period, number: 1, fees, population.Id, Swedish.Association(recommendation.BoardDecision.On), reason: null);
        session.Db.Add(allocation);
        session.Record(new FeesAllocated(allocation, written.Published));
    }
}
