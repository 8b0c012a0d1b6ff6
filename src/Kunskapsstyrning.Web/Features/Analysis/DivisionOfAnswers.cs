using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Analysis;

/// <summary>The answers divided by county, size and deciding body. Null where there is no such recommendation, or its answers are not for the actor to see.</summary>
/// <param name="Slug">The recommendation's name in addresses.</param>
/// <param name="AsOf">The day and the question.</param>
[Requires(Permission.ReadPublic)]
public sealed record DivisionOfAnswers(string Slug, AsOf AsOf) : IQuery<Division?>
{
    /// <inheritdoc/>
    public async Task<Division?> Answer(Session session, CancellationToken cancellation) =>
        await StateOfRecommendation.WithAnswers(session, Slug, AsOf, cancellation) is { } state ? new Division(state) : null;
}

/// <summary>A state divided in three ways.</summary>
public sealed record Division
{
    /// <summary>Divides a state.</summary>
    public Division(RecommendationState state)
    {
        State = state;
        List<CountedMunicipality> counted = [.. state.Rows.Select(r => new CountedMunicipality(r.Municipality.Code, r.Standing, r.Inhabitants))];
        Counties = new BreakDown<County>(state.Counties, Outside: 0);
        (Sizes, Bodies) = (BreakDowns.BySize(counted), BreakDowns.ByBody(counted));
    }

    /// <summary>The state.</summary>
    public RecommendationState State { get; }

    /// <summary>By county, by name.</summary>
    public BreakDown<County> Counties { get; }

    /// <summary>By inhabitants, the smallest first.</summary>
    public BreakDown<SizeClass> Sizes { get; }

    /// <summary>By the body that decided.</summary>
    public BreakDown<BodyGroup> Bodies { get; }
}

/// <summary>A group as a line of a table.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Href">Its municipalities in the table of all; null where that cannot be asked for.</param>
/// <param name="Count">How many in each status.</param>
/// <param name="HaveAdopted">How many have adopted.</param>
/// <param name="Municipalities">All in the group.</param>
public sealed record DivisionLine(string Name, string? Href, Func<Status, int> Count, int HaveAdopted, int Municipalities)
{
    /// <summary>The lines of a break-down.</summary>
    public static IReadOnlyList<DivisionLine> Of<TGroup>(BreakDown<TGroup> division, Func<TGroup, string> name, Func<TGroup, string?> href) =>
        [.. division.Groups.Select(g => new DivisionLine(name(g.Group), href(g.Group), status => g[status], g.HaveAdopted, g.Municipalities))];
}
