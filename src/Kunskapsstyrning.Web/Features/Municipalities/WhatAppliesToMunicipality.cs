using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Municipalities;

/// <summary>
/// A municipality's fee, deadline, status and decisions on a day. Null when there is no such municipality, or no such
/// recommendation that the actor may know of. What is walled comes only to those whom the wall lets through.
/// </summary>
/// <param name="Code">The municipality.</param>
/// <param name="Slug">The recommendation; null for the one that matters most on the day.</param>
/// <param name="AsOf">The day and the question.</param>
[Requires(Permission.ReadPublic)]
internal sealed record WhatAppliesToMunicipality(MunicipalityCode Code, string? Slug, AsOf AsOf) : IQuery<MunicipalityView?>
{
    public async Task<MunicipalityView?> Answer(Session session, CancellationToken cancellation)
    {
        var facts = session.Facts;
        if (facts.Municipality(Code) is not { } municipality) return null;

        var known = facts.Recommendations.Where(session.MaySee).ToList();
        var chosen = Slug is null ? facts.RecommendationsOn(AsOf.Day).FirstOrDefault(session.MaySee) : known.Find(r => r.Slug == Slug);
        if (Slug is not null && chosen is null) return null;

        // What the similar ones have decided is read in the same breath, and only for those who may see it.
        var alike = chosen is not null && session.MaySeeStatus(chosen) && AsOf.Day >= chosen.BoardDecision.On && municipality.IsValidOn(AsOf.Day) ? Alike.To(municipality, facts, AsOf.Day) : null;
        var decisions = await Decisions(session, chosen?.Id, alike?.Codes ?? [], cancellation);
        return new MunicipalityView(
            municipality.NamedOn(AsOf.Day), facts.CountyOf(municipality), [.. facts.SuccessorsOf(municipality)],
            [.. facts.MunicipalitiesOn(session.Today)], AsOf, session.Today,
            chosen is null ? null : OwnAnswerTo(session, chosen, decisions[(Code, chosen.Id)], await session.AnnexLinks(chosen.Id, cancellation)),
            [.. known.Select(r => OwnLineOf(session, r, decisions[(Code, r.Id)], r == chosen))])
        {
            Predecessors = [.. facts.PredecessorsOf(municipality)],
            Similar = alike?.As(like => chosen!.StandingOf(decisions[(like, chosen!.Id)].Select(d => d.Counted), AsOf).Status),
        };
    }

    /// <summary>Years in a row with the same fee together.</summary>
    internal static IReadOnlyList<OwnFee> FeesOf(ReferenceFacts facts, Recommendation asked, MunicipalityCode municipality)
    {
        var fees = new List<OwnFee>();
        foreach (var year in asked.PayingYears.Years)
        {
            var list = facts.FeesIn(asked, year)?.List;
            if (fees is [.., var last] && last.List == list)
            {
                fees[^1] = last with { Years = new YearSpan(last.Years.First, year) };
                continue;
            }

            fees.Add(new OwnFee(new YearSpan(year, year), list, list?.Of(municipality)));
        }

        return fees;
    }

    private OwnAnswer OwnAnswerTo(Session session, Recommendation asked, IEnumerable<OwnVersions> decisions, IReadOnlyList<AnnexLink> annexes)
    {
        var shows = Shows(session, asked);
        var seen = shows && AsOf.Day >= asked.BoardDecision.On ? decisions.ToList() : [];
        var standing = asked.StandingOf(seen.Select(d => d.Counted), AsOf);
        var counting = seen
            .Select(d => (d.Counted.Id, Content: d.Counted.AsRegistered(AsOf.RegisteredThrough), d.Details))
            .Where(d => d.Content?.DayBy(AsOf.Basis) <= AsOf.Day)
            .OrderByDescending(d => d.Content!.DecidedOn ?? d.Content.ArrivedOn).ThenByDescending(d => d.Content!.ArrivedOn)
            .Select(d => new OwnDecision(d.Id, d.Content!, d.Details, d.Id == standing.RestsOn));
        return new OwnAnswer(
            asked, AsOf, shows, standing, asked.DeadlineFor(Code), FeesOf(session.Facts, asked, Code), [.. counting],
            annexes, session.Facts.ExampleNotice(asked.Id));
    }

    private OwnLine OwnLineOf(Session session, Recommendation asked, IEnumerable<OwnVersions> decisions, bool isChosen)
    {
        var shows = Shows(session, asked);
        var first = asked.FundingYears.First;
        var standing = shows ? asked.StandingOf(decisions.Select(d => d.Counted), new AsOf(session.Today)) : Standing.None;
        return new OwnLine(asked, shows, standing, session.Facts.FeesIn(asked, first)?.List.Of(Code), isChosen);
    }

    /// <summary>Where answers are not public, a municipality still sees its own.</summary>
    private bool Shows(Session session, Recommendation asked) => session.MaySeeStatus(asked) || session.Actor.Municipality == Code;

    private async Task<ILookup<(MunicipalityCode, RecommendationId), OwnVersions>> Decisions(
        Session session, RecommendationId? chosen, IReadOnlyList<MunicipalityCode> alike, CancellationToken cancellation)
    {
        var versions = await session.Db.Decisions.Where(d => d.MunicipalityCode == Code || (d.RecommendationId == chosen && alike.Contains(d.MunicipalityCode)))
            .SelectMany(d => d.Versions, (d, v) => new
            {
                d.MunicipalityCode,
                d.RecommendationId,
                d.Id,
                RetractedAs = d.Retraction == null ? (long?)null : EF.Property<long>(d.Retraction, FactSequence.Column),
                v.Number,
                v.Content,
                Sequence = EF.Property<long>(v, FactSequence.Column),
                v.Walled,
            })
            .ToListAsync(cancellation);
        return versions.GroupBy(v => (v.MunicipalityCode, v.RecommendationId, v.Id, v.RetractedAs)).ToLookup(
            d => (d.Key.MunicipalityCode, d.Key.RecommendationId),
            d => new OwnVersions(
                new CountedDecision(d.Key.Id, [.. d.Select(v => new CountedVersion(v.Number, v.Content, v.Sequence))], d.Key.RetractedAs),
                d.MaxBy(v => v.Number)!.Walled?.Details));
    }

    private sealed record OwnVersions(CountedDecision Counted, DecisionDetails? Details);
}
