using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>What has been sent to many about a recommendation, and what is prepared, the latest first. Null when there is no such recommendation.</summary>
/// <param name="Slug">The recommendation.</param>
[Requires(Permission.ReadDrafts)]
public sealed record DispatchesOf(string Slug) : IQuery<DispatchesView?>
{
    /// <inheritdoc/>
    public async Task<DispatchesView?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { IsDraft: false } recommendation) return null;

        var all = await session.Db.Dispatches.Where(d => d.RecommendationId == recommendation.Id).OrderByDescending(d => d.PreparedAt).ToListAsync(cancellation);
        var people = all.SelectMany(d => new[] { d.PreparedBy, d.SettledBy }).OfType<PersonId>().Distinct().ToList();
        var names = await session.Db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var everyone = await session.Addressed(recommendation.Id, cancellation);
        var addressed = everyone.ToLookup(a => a.Dispatch);
        return new DispatchesView(
            recommendation, [.. all.Select(d => new DispatchLine(d, names[d.PreparedBy], d.SettledBy is { } by ? names[by] : null, DispatchCount.Of(addressed[d.Id])) { FollowsQuestion = everyone.WereAsked(d), Only = session.Facts.Municipality(d.Rule.Municipality) })], session.Today, session.Facts.ExampleNotice(recommendation.Id)) { Counties = [.. session.Facts.Counties], Addressed = everyone };
    }
}

/// <summary>The dispatches of a recommendation.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Lines">The latest first.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="ExampleNotice">What is invented; null when nothing is.</param>
public sealed record DispatchesView(Recommendation Recommendation, IReadOnlyList<DispatchLine> Lines, DateOnly Today, string? ExampleNotice)
{
    /// <summary>Every county.</summary>
    public IReadOnlyList<County> Counties { get; init; } = [];

    /// <summary>Everyone who was to get one that was released.</summary>
    public IReadOnlyList<Addressed> Addressed { get; init; } = [];

    /// <summary>The latest dispatch that takes a report out and was not thrown away; null when there is none.</summary>
    public DispatchLine? Taking(ReportId report) => Lines.FirstOrDefault(l => l.Dispatch.State is not DispatchState.Withdrawn && l.Dispatch.ReportId == report);

    /// <summary>True when a question waits to leave, and nothing of any has left.</summary>
    public bool QuestionWaits => Lines.Where(l => l.Dispatch is { Kind: DispatchKind.Question, State: DispatchState.Released }).ToList() is var questions && questions.Exists(l => l.Count.Waiting > 0) && questions.TrueForAll(l => l.Count.Left == 0);
}

/// <summary>A dispatch in a list.</summary>
/// <param name="Dispatch">The dispatch.</param>
/// <param name="PreparedBy">Who prepared it, by name.</param>
/// <param name="SettledBy">Who released it or threw it away, by name.</param>
/// <param name="Count">How far its messages have come.</param>
public sealed record DispatchLine(Dispatch Dispatch, string PreparedBy, string? SettledBy, DispatchCount Count)
{
    /// <summary>True when a question has gone from here that it follows.</summary>
    public bool FollowsQuestion { get; init; }

    /// <summary>The only municipality that it is for; null where it is for more.</summary>
    public Municipality? Only { get; init; }
}

/// <summary>How far the messages of a dispatch have come, counted.</summary>
/// <param name="All">Everyone who was to get it.</param>
/// <param name="WithoutAddress">Those that lacked an address.</param>
/// <param name="States">The others, by how far each has come.</param>
public sealed record DispatchCount(int All, int WithoutAddress, IReadOnlyDictionary<DeliveryState, int> States)
{
    /// <summary>How many a server has taken on and not sent back.</summary>
    public int Handed => States.GetValueOrDefault(DeliveryState.Submitted) + States.GetValueOrDefault(DeliveryState.AutoAnswered);

    /// <summary>How many have left, whatever became of them.</summary>
    public int Left => Handed + States.GetValueOrDefault(DeliveryState.Submitting) + States.GetValueOrDefault(DeliveryState.Uncertain) + States.GetValueOrDefault(DeliveryState.Bounced);

    /// <summary>How many wait to leave.</summary>
    public int Waiting => States.GetValueOrDefault(DeliveryState.Queued) + States.GetValueOrDefault(DeliveryState.Submitting);

    /// <summary>How many came back or were refused.</summary>
    public int Undelivered => States.GetValueOrDefault(DeliveryState.Bounced) + States.GetValueOrDefault(DeliveryState.Rejected);

    /// <summary>How many wait for a person.</summary>
    public int ForAPerson => Undelivered + States.GetValueOrDefault(DeliveryState.Uncertain) + WithoutAddress;

    /// <summary>Counts.</summary>
    public static DispatchCount Of(IEnumerable<Addressed> addressed)
    {
        var all = addressed.ToList();
        return new DispatchCount(all.Count, all.Count(a => a.State is null), all.Where(a => a.State is not null).GroupBy(a => a.State!.Value).ToDictionary(g => g.Key, g => g.Count()));
    }
}

/// <summary>One dispatch: while it is prepared who would get it and what each would be told, and once it is released how far each message has come. Null when there is none.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Id">The dispatch.</param>
[Requires(Permission.ReadDrafts)]
public sealed record DispatchInFull(string Slug, DispatchId Id) : IQuery<DispatchView?>
{
    /// <inheritdoc/>
    public async Task<DispatchView?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { IsDraft: false } recommendation) return null;
        if (await session.Db.Dispatches.SingleOrDefaultAsync(d => d.Id == Id && d.RecommendationId == recommendation.Id, cancellation) is not { } dispatch) return null;

        var person = session.Actor.Person;
        var own = await session.Db.Accounts.Where(a => a.PersonId == person).Select(a => a.Email).SingleOrDefaultAsync(cancellation);
        var addressed = await session.Addressed(recommendation.Id, cancellation);
        var plan = dispatch.State is DispatchState.Prepared ? await session.PlanOf(dispatch, cancellation, addressed) : null;
        var missed = dispatch.State is DispatchState.Released ? await session.MissedOf(dispatch, addressed, cancellation) : null;
        var shapers = (plan ?? missed) is { } leaves ? await session.ShapersOf(dispatch, leaves, cancellation) : null;
        var writers = shapers?.Writers ?? new HashSet<PersonId>();
        var people = writers.Concat(new[] { dispatch.PreparedBy, dispatch.SettledBy }.OfType<PersonId>()).Distinct().ToList();
        var names = await session.Db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return new DispatchView(
            recommendation, dispatch, names[dispatch.PreparedBy], dispatch.SettledBy is { } by ? names[by] : null, plan, [.. addressed.Where(a => a.Dispatch == Id)], session.Today)
        {
            FollowsQuestion = addressed.WereAsked(dispatch), Missed = missed, Ahead = dispatch.State is DispatchState.Released ? await session.DeliveryAhead(Id, cancellation) : null,
            Annexes = await session.AnnexesInHand(recommendation.Id, cancellation), Attachments = await Attachments(session, cancellation), NotByViewer = person is { } viewer ? shapers?.RefusalFor(viewer) : null, Writers = [.. writers.Select(w => names[w]).Order(Swedish.Order)], OwnAddress = own?.Text ?? "",
            Counties = [.. session.Facts.Counties], Municipalities = session.Facts.Municipalities.ToDictionary(m => m.Code), ExampleNotice = session.Facts.ExampleNotice(recommendation.Id),
        };
    }

    private async Task<IReadOnlyList<string>> Attachments(Session session, CancellationToken cancellation) =>
        await session.Db.DispatchAttachments.Where(a => a.DispatchId == Id).OrderBy(a => a.FileName).Select(a => a.FileName).ToListAsync(cancellation);
}

/// <summary>One dispatch with what is around it.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Dispatch">The dispatch.</param>
/// <param name="PreparedBy">Who prepared it, by name.</param>
/// <param name="SettledBy">Who released it or threw it away, by name.</param>
/// <param name="Plan">Who would get it; null once it is released or thrown away.</param>
/// <param name="Addressed">Who was to get it; none before.</param>
/// <param name="Today">Today in Sweden.</param>
public sealed record DispatchView(
    Recommendation Recommendation, Dispatch Dispatch, string PreparedBy, string? SettledBy, DispatchPlan? Plan, IReadOnlyList<Addressed> Addressed, DateOnly Today)
{
    /// <summary>True when a question has gone from here that it follows: to those and nobody else.</summary>
    public bool FollowsQuestion { get; init; }

    /// <summary>Those who lacked an address when it was released, and what each would be told now; null when there are none.</summary>
    public DispatchPlan? Missed { get; init; }

    /// <summary>What is left to leave of it; null when nothing waits.</summary>
    public DeliveryAhead? Ahead { get; init; }

    /// <summary>Letter and annexes.</summary>
    public IReadOnlyList<DraftAnnex> Annexes { get; init; } = [];

    /// <summary>The files that go with every message.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Why the one who looks does not release it, having shaped it; null for everyone else.</summary>
    public Refusal? NotByViewer { get; init; }

    /// <summary>Those who have written it, by name, and do not release it.</summary>
    public IReadOnlyList<string> Writers { get; init; } = [];

    /// <summary>The address of the one who looks; empty when none is known.</summary>
    public string OwnAddress { get; init; } = "";

    /// <summary>Every county.</summary>
    public IReadOnlyList<County> Counties { get; init; } = [];

    /// <summary>Every municipality.</summary>
    public IReadOnlyDictionary<MunicipalityCode, Municipality> Municipalities { get; init; } = new Dictionary<MunicipalityCode, Municipality>();

    /// <summary>The only municipality that it is for; null where it is for more.</summary>
    public Municipality? Only => Dispatch.Rule.Municipality is { } only ? Municipalities[only] : null;

    /// <summary>What is invented; null when nothing is.</summary>
    public string? ExampleNotice { get; init; }

    /// <summary>How far its messages have come.</summary>
    public DispatchCount Count => DispatchCount.Of(Addressed);

    /// <summary>Whose a place is, by name.</summary>
    public string NameOf(Addressed addressed) => addressed.Municipality is { } code ? Municipalities[code].Name : Counties.First(c => c.Code == addressed.Place.County).Name;
}
