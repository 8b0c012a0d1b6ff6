using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>Lets a draft say something else than it did when it was read.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Seen">The revision that was changed from.</param>
/// <param name="Content">All that it is to say.</param>
[Requires(Permission.ManageRecommendations), Alone("What it is tried against may not change before it is saved.")]
public sealed record ReviseDraft(string Slug, int Seen, DraftContent Content) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { } draft) return DraftRefusals.NotThere;
        if (draft.Revision != Seen && draft.IsDraft && !draft.Content.Says(Content)) return DraftRefusals.ChangedMeanwhile;
        if (Content.Predecessor == draft.Id) return DraftRefusals.RenewsItself;
        if (Content.Threshold?.RefusalAmong(session.Facts.MunicipalitiesOn(session.Today).Count()) is { } tooMany) return tooMany;

        var before = Parts(draft).ToList();
        var frozen = await session.Db.Allocations.Where(a => a.RecommendationId == draft.Id).Select(a => a.PeriodId).Distinct().ToListAsync(cancellation);
        if (draft.Periods.Any(p => frozen.Contains(p.Id) && Content.Periods.All(said => said.Id != p.Id || said.Years != p.Years))) return DraftRefusals.YearsAreFrozen;

        var proposed = await session.Db.AllocationProposals.Where(p => p.RecommendationId == draft.Id).Select(p => p.PeriodId).Distinct().ToListAsync(cancellation);
        if (draft.Periods.Any(p => proposed.Contains(p.Id) && Content.Periods.All(said => said.Id != p.Id))) return DraftRefusals.FeesAreProposed;

        var result = draft.Revise(Content);
        session.Db.RemoveRange(before.Except(Parts(draft)));
        return result;
    }

    private static IEnumerable<object> Parts(Recommendation draft) => [.. draft.Points, .. draft.Rounds, .. draft.Timetable, .. draft.Periods];
}

/// <summary>States the fee terms of a period of a draft.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Seen">The revision that was changed from.</param>
/// <param name="First">The first year of the period.</param>
/// <param name="Terms">The terms.</param>
[Requires(Permission.ManageRecommendations), Alone("What it is tried against may not change before it is saved.")]
public sealed record StateTermsOfDraft(string Slug, int Seen, int First, FeeTerms Terms) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { } draft || draft.Periods.FirstOrDefault(p => p.Years.First == First) is not { } period) return DraftRefusals.NotThere;
        if (draft.Revision != Seen && draft.IsDraft && period.Terms != Terms) return DraftRefusals.TermsChangedMeanwhile;
        if (await session.Db.Allocations.AnyAsync(a => a.PeriodId == period.Id, cancellation)) return DraftRefusals.TermsAreFrozen;
        return draft.State(period.Id, Terms);
    }
}

/// <summary>The sentences with which a change of a draft is refused, besides those of the domain.</summary>
public static class DraftRefusals
{
    /// <summary>No such recommendation.</summary>
    public static readonly Refusal NotThere = new("draft-not-there", "Det finns ingen rekommendation med den adressen.");

    /// <summary>A period that somebody has proposed fees for.</summary>
    public static readonly Refusal FeesAreProposed = new("draft-fees-are-proposed", "Avgifter är föreslagna för perioden, så den går inte att ta bort. Ändra åren i stället.");

    /// <summary>Fees were proposed or frozen: they are never taken away.</summary>
    public static readonly Refusal HasFees = new("draft-has-fees", "Avgifter är föreslagna eller låsta för utkastet, och det som någon står för tas aldrig bort. Därför går utkastet inte att kasta.");

    /// <summary>More words than are kept.</summary>
    public static readonly Refusal ReasonTooLong = new("draft-reason-too-long", "Skriv skälet med högst 1\u00A0000 tecken.", "skal");

    /// <summary>Terms of fees that are frozen.</summary>
    public static readonly Refusal TermsAreFrozen = new("draft-terms-are-frozen", "Avgifterna är låsta. Pröva nya villkor under Avgifter och lås dem på nytt.");

    /// <summary>Somebody else changed the draft while the terms were typed.</summary>
    public static readonly Refusal TermsChangedMeanwhile = new("draft-terms-changed-meanwhile", "Någon annan har ändrat utkastet medan du skrev. Det du skrev står kvar; se skillnaderna och spara igen.");

    /// <summary>Somebody else gave the period other years while its terms were typed.</summary>
    public static readonly Refusal YearsChangedMeanwhile = new("draft-years-changed-meanwhile", "Någon annan har ändrat periodens år medan du skrev. Villkoren är inte sparade; se vilka år de skulle gälla nu och spara igen.");

    /// <summary>Somebody else changed it meanwhile.</summary>
    public static readonly Refusal ChangedMeanwhile = new("draft-changed-meanwhile", "Någon annan har ändrat utkastet medan du skrev. Det du skrev står kvar; se skillnaderna och spara igen.");

    /// <summary>It cannot come before itself.</summary>
    public static readonly Refusal RenewsItself = new("draft-renews-itself", "En rekommendation kan inte förnya sig själv. Välj en tidigare.", "foregangare");

    /// <summary>Fees of the years are frozen.</summary>
    public static readonly Refusal YearsAreFrozen = new("draft-years-are-frozen", "Avgifterna för åren är fastställda, så åren går inte att ändra.", "period-1-forsta");
}
