using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Web.Features.Operations;
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
    private static readonly CompiledQuery<Func<Db, MunicipalityCode, IAsyncEnumerable<OwnVersion>>> OfOne = new(() => EF.CompileAsyncQuery((Db db, MunicipalityCode code) =>
        db.Decisions.Where(d => d.MunicipalityCode == code)
            .SelectMany(d => d.Versions, (d, v) => new OwnVersion(
                d.RecommendationId, d.Id,
                d.Retraction == null ? null : EF.Property<long>(d.Retraction, FactSequence.Column),
                v.Number, v.Content, EF.Property<long>(v, FactSequence.Column), v.Walled))));

    public async Task<MunicipalityView?> Answer(Session session, CancellationToken cancellation)
    {
        var facts = session.Facts;
        if (facts.Municipality(Code) is not { } municipality) return null;

        var known = facts.Recommendations.Where(session.MaySee).ToList();
        var meant = Slug is null ? facts.RecommendationsFor(Code, AsOf.Day).FirstOrDefault(r => session.MaySee(r) && r.Asks(municipality)) : known.Find(r => r.Slug == Slug);
        if (Slug is not null && meant is null) return null;

        var chosen = meant?.Asks(municipality) is true ? meant : null;
        var decisions = await Decisions(session, cancellation);
        return new MunicipalityView(
            municipality.NamedOn(AsOf.Day), facts.CountyOf(municipality), [.. facts.SuccessorsOf(municipality)],
            [.. facts.MunicipalitiesOn(session.Today)], AsOf, session.Today,
            chosen is null ? null : OwnAnswerTo(session, chosen, decisions, await session.AnnexLinks(chosen.Id, cancellation)),
            [.. known.Where(r => r.Asks(municipality)).Select(r => OwnLineOf(session, r, decisions[r.Id], r == chosen))])
        {
            Predecessors = [.. facts.PredecessorsOf(municipality)],
            NeverAsked = chosen is null ? meant ?? known.FirstOrDefault() : null,
            Similar = chosen is null ? null : await Similar(session, municipality, chosen, cancellation),
        };
    }

    /// <summary>Years in a row with the same fee together, as far as the board had decided on the day.</summary>
    internal static IReadOnlyList<OwnFee> FeesOf(ReferenceFacts facts, Recommendation asked, MunicipalityCode municipality, DateOnly day)
    {
        var fees = new List<OwnFee>();
        foreach (var year in asked.PayingYearsOn(day).Years)
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

    private OwnAnswer OwnAnswerTo(Session session, Recommendation asked, ILookup<RecommendationId, OwnVersions> decisions, IReadOnlyList<AnnexLink> annexes)
    {
        var shows = Shows(session, asked);
        var seen = shows && AsOf.Day >= asked.BoardDecision.On ? decisions[asked.Id].ToList() : [];
        var standing = asked.StandingOf(seen.Select(d => d.Counted), AsOf);
        var counting = seen
            .Select(d => (d.Counted.Id, Content: d.Counted.AsRegistered(AsOf.RegisteredThrough), d.Details))
            .Where(d => d.Content?.DayBy(AsOf.Basis) <= AsOf.Day)
            .OrderByDescending(d => d.Content!.DecidedOn ?? d.Content.ArrivedOn).ThenByDescending(d => d.Content!.ArrivedOn)
            .Select(d => new OwnDecision(d.Id, d.Content!, d.Details, d.Id == standing.RestsOn));
        return new OwnAnswer(
            asked, AsOf, shows, standing, asked.DeadlineFor(Code), FeesOf(session.Facts, asked, Code, AsOf.Day), [.. counting],
            annexes, session.Facts.ExampleNotice(asked.Id))
        {
            Today = session.Today,
            LastTime = session.RenewedBy(asked) is { } earlier && Shows(session, earlier)
                ? LastAnswer.Of(earlier, decisions[earlier.Id].Select(d => d.Counted), id => decisions[earlier.Id].FirstOrDefault(d => d.Counted.Id == id)?.Details, AsOf)
                : null,
        };
    }

    private OwnLine OwnLineOf(Session session, Recommendation asked, IEnumerable<OwnVersions> decisions, bool isChosen)
    {
        var shows = Shows(session, asked);
        var first = asked.FundingYears.First;
        var standing = shows ? asked.StandingOf(decisions.Select(d => d.Counted), new AsOf(session.Today)) : Standing.None;
        return new OwnLine(asked, shows, standing, session.Facts.FeesIn(asked, first)?.List.Of(Code), isChosen) { Fees = FeesOf(session.Facts, asked, Code, session.Today) };
    }

    /// <summary>Where answers are not public, a municipality still sees its own.</summary>
    private bool Shows(Session session, Recommendation asked) => session.MaySeeStatus(asked) || session.Actor.Municipality == Code;

    /// <summary>What the similar ones have decided, for those who may see it.</summary>
    private async Task<Similar?> Similar(Session session, Municipality municipality, Recommendation chosen, CancellationToken cancellation)
    {
        if (!session.MaySeeStatus(chosen) || AsOf.Day < chosen.AskedOn || !municipality.IsValidOn(AsOf.Day)) return null;

        var alike = Alike.To(municipality, session.Facts, AsOf.Day);
        var answers = await session.Db.AnswersTo(chosen.Id, alike.Codes, cancellation);
        return alike.As(chosen.Asks, like => chosen.StandingOf(answers.Of(like), AsOf).Status);
    }

    private async Task<ILookup<RecommendationId, OwnVersions>> Decisions(Session session, CancellationToken cancellation)
    {
        var versions = new List<OwnVersion>();
        await foreach (var version in OfOne.For(session.Db)(session.Db, Code).WithCancellation(cancellation)) versions.Add(version);
        return versions.GroupBy(v => (v.Recommendation, v.Id, v.RetractedAs)).ToLookup(
            d => d.Key.Recommendation,
            d => new OwnVersions(
                new CountedDecision(d.Key.Id, [.. d.Select(v => new CountedVersion(v.Number, v.Content, v.Sequence))], d.Key.RetractedAs),
                d.MaxBy(v => v.Number)!.Walled?.Details));
    }

    private sealed record OwnVersion(RecommendationId Recommendation, DecisionId Id, long? RetractedAs, int Number, DecisionContent Content, long Sequence, WalledDetails? Walled);

    private sealed record OwnVersions(CountedDecision Counted, DecisionDetails? Details);
}
