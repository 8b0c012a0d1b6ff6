using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.MunicipalityRegister;

/// <summary>States a municipality's organisation number.</summary>
/// <param name="Code">The municipality.</param>
/// <param name="Seen">The number that stood when the one who states it looked; null where none did.</param>
/// <param name="Number">The number.</param>
[Requires(Permission.Administer)]
public sealed record StateOrganisationNumber(MunicipalityCode Code, OrganisationNumber? Seen, OrganisationNumber Number) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var all = await session.WholeRegister(cancellation);
        if (all.Find(m => m.Code == Code) is not { } municipality) return RegisterRefusals.NotThere;
        return municipality.OrganisationNumber == Seen || municipality.OrganisationNumber == Number ? municipality.State(Number, all) : RegisterRefusals.NumberChangedMeanwhile;
    }
}

/// <summary>Lets a municipality be called something else from a day.</summary>
/// <param name="Code">The municipality.</param>
/// <param name="Name">The name.</param>
/// <param name="From">Its first day.</param>
/// <param name="Why">What it rests on.</param>
[Requires(Permission.Administer)]
public sealed record RenameMunicipality(MunicipalityCode Code, string Name, DateOnly From, string Why) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var all = await session.WholeRegister(cancellation);
        return all.Find(m => m.Code == Code) is { } municipality ? municipality.Rename(Name, From, Why, all, session.Today) : RegisterRefusals.NotThere;
    }
}

/// <summary>Lets municipalities become others from a day: a merger, a split, another code.</summary>
/// <param name="Redrawing">Which become which, and when.</param>
/// <param name="Why">What it rests on.</param>
[Requires(Permission.Administer)]
public sealed record RedrawMunicipalities(Redrawing Redrawing, string Why) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var all = await session.WholeRegister(cancellation);
        if (await session.RefusalOf(Redrawing, all, cancellation) is { } refusal) return refusal;

        session.Db.AddRange(Redrawing.Apply(all, Why));
        return Result.Done;
    }
}

/// <summary>What it would mean to let municipalities become others.</summary>
[Requires(Permission.Administer)]
public sealed record TryRedrawing(Redrawing Redrawing) : IQuery<RedrawingTrial>
{
    /// <inheritdoc/>
    public async Task<RedrawingTrial> Answer(Session session, CancellationToken cancellation)
    {
        var (facts, ending) = (session.Facts, Redrawing.Ending);
        var refusal = await session.RefusalOf(Redrawing, facts.Municipalities, cancellation);
        return new RedrawingTrial(
            refusal, Redrawing, facts.Municipalities, facts.MunicipalitiesOn(Redrawing.Last).Count(), facts.MunicipalitiesOn(Redrawing.From).Count(),
            await session.Db.People.CountAsync(p => p.MunicipalityCode != null && ending.Contains(p.MunicipalityCode.Value) && p.EndedAt == null, cancellation),
            await session.Db.Contacts.CountAsync(c => c.MunicipalityCode != null && ending.Contains(c.MunicipalityCode.Value), cancellation));
    }
}

/// <summary>What it would mean to let municipalities become others.</summary>
/// <param name="Refusal">Why it cannot be so; null when it can.</param>
/// <param name="Redrawing">Which become which, and when.</param>
/// <param name="All">Every municipality.</param>
/// <param name="Before">How many there are the day before.</param>
/// <param name="OnTheDay">How many there would be on the day if nothing were done.</param>
/// <param name="People">How many answer for those that end.</param>
/// <param name="Contacts">How many contacts those that end have.</param>
public sealed record RedrawingTrial(Refusal? Refusal, Redrawing Redrawing, IReadOnlyList<Municipality> All, int Before, int OnTheDay, int People, int Contacts)
{
    /// <summary>How many there are on the day when it is done.</summary>
    public int After => OnTheDay - Redrawing.Ending.Count + Redrawing.Beginning.Count;
}

/// <summary>Whether municipalities can become others, also by what is registered for them.</summary>
internal static class RedrawingInDb
{
    /// <summary>Every municipality, to be changed by one at a time: of two at the same moment the second is tried against what the first made.</summary>
    public static async Task<List<Municipality>> WholeRegister(this Session session, CancellationToken cancellation)
    {
        await session.Db.OneAtATime("municipality register", cancellation);
        return await session.Db.Municipalities.Include(m => m.LaterNames.OrderBy(n => n.From)).ToListAsync(cancellation);
    }

    public static async Task<Refusal?> RefusalOf(this Session session, Redrawing redrawing, IReadOnlyCollection<Municipality> all, CancellationToken cancellation)
    {
        if (redrawing.RefusalAgainst(all, session.Facts.Counties.Select(c => c.Code)) is { } refusal) return refusal;

        var (ending, from) = (redrawing.Ending, redrawing.From);
        var late = await session.Db.Decisions.Where(d => ending.Contains(d.MunicipalityCode) && d.Retraction == null)
            .SelectMany(d => d.Versions.Where(v => v.Number == d.Versions.Max(other => other.Number)), (d, v) => new { d.MunicipalityCode, v.Content.DecidedOn, v.Content.ArrivedOn })
            .Where(d => (d.DecidedOn ?? d.ArrivedOn) >= from).Select(d => d.MunicipalityCode).Distinct().ToListAsync(cancellation);
        return late.Count == 0 ? null : RegisterRefusals.HasDecisionsAfter(all.First(m => m.Code == late.Min()).Name);
    }
}
