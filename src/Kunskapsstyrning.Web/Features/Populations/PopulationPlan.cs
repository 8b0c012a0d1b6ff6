using System.Security.Cryptography;
using System.Text;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Populations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Populations;

/// <summary>What would become of figures that wait: what was found in them, and what they are beside.</summary>
/// <param name="Trial">The figures, tried.</param>
/// <param name="Before">The set that they are beside; null where there is none.</param>
/// <param name="Sha256">SHA-256 of what came, in hex.</param>
/// <param name="Latest">The set before as the database has it: another node may have read one in a moment ago.</param>
public sealed record PopulationPlan(PopulationTrial Trial, PopulationFacts? Before, string Sha256, PopulationSetId? Latest)
{
    /// <summary>The set that holds for the day so far; null where there is none.</summary>
    public PopulationFacts? Held => Before?.Date == Trial.Day ? Before : null;

    /// <summary>Stands for all of it, so that nothing is read in that looked otherwise.</summary>
    public string Seen => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', [Sha256, $"{Trial.Day:O}", $"{Latest?.Value}", .. Trial.Findings.Select(f => f.Sentence), .. Trial.Differences.Select(d => $"{d.Municipality.Code} {d.Before} {d.After}")]))))[..32];

    /// <summary>Tries what waits, for a period; the latest where none is said, or one that is not there.</summary>
    public static async Task<PopulationPlan> Of(Session session, PopulationDraft draft, PopulationReading reading, string? period, CancellationToken cancellation)
    {
        var facts = session.Facts;
        var chosen = reading.Periods.FirstOrDefault(p => p.Name == period) ?? reading.Periods[0];
        var day = chosen.Day(reading.IsNovember);
        var division = CountedPeriod.DivisionOf(day);
        var before = facts.Populations.LastOrDefault(p => p.Date <= day);
        var there = facts.MunicipalitiesOn(division).ToList();
        var counted = before is null ? null : there.Select(m => (m.Code, Inhabitants: facts.InhabitantsIn(before, m, division))).Where(m => m.Inhabitants is not null).ToDictionary(m => m.Code, m => m.Inhabitants!.Value);
        var register = new PopulationRegister(there, facts.Municipalities.Select(m => m.Code).ToHashSet(), facts.Counties.Select(c => c.Code).ToHashSet(), counted);
        var latest = await session.Db.PopulationSets.Where(s => s.Date <= day).OrderByDescending(s => s.Date).ThenByDescending(s => EF.Property<long>(s, FactSequence.Column)).Select(s => (PopulationSetId?)s.Id).FirstOrDefaultAsync(cancellation);
        var plan = new PopulationPlan(PopulationTrial.Of(reading, chosen, register), before, Convert.ToHexStringLower(SHA256.HashData(draft.Bytes)), latest);
        await plan.FindWhatIsThere(session, cancellation);
        return plan;
    }

    private async Task FindWhatIsThere(Session session, CancellationToken cancellation)
    {
        var day = Trial.Day;
        if (day > session.Today) Trial.Find(FindingWeight.Hard, $"{SwedishText.LongDate(day)} har inte varit än.");
        if (await session.Db.PopulationSets.AnyAsync(s => s.Date == day && s.Checksum == Sha256, cancellation))
            Trial.Find(FindingWeight.Hard, $"Samma fil är redan inläst för den {SwedishText.LongDate(day)}.");
        else if (Held is { } held && Trial.Differences.Count > 0 && Trial.Differences.All(d => d.Change is 0))
            Trial.Find(FindingWeight.Soft, $"Siffrorna är desamma som de som redan gäller för den {SwedishText.LongDate(held.Date)}.");
        if (Held is { } rested && await session.Db.Allocations.CountAsync(a => a.PopulationSetId == rested.Id, cancellation) is > 0 and var versions)
            Trial.Find(FindingWeight.Told, $"{SwedishText.Number(versions)} {(versions == 1 ? "avgiftsversion" : "avgiftsversioner")} bygger på uppsättningen som gäller nu. De ändras inte.");
    }
}

/// <summary>Reads what waits, and what it is held against.</summary>
internal static class PopulationDraftsInDb
{
    /// <summary>The actor's figures that wait; null when others have taken their place, or they have waited too long.</summary>
    public static async Task<PopulationDraft?> PopulationDraft(this Session session, PopulationSetId id, CancellationToken cancellation)
    {
        var person = session.Actor.Person!.Value;
        var draft = await session.Db.PopulationDrafts.SingleOrDefaultAsync(d => d.PersonId == person && d.SetId == id, cancellation);
        return draft?.HasExpired(session.Now) is false ? draft : null;
    }

    /// <summary>How many a set counts in a municipality as it is on a day; null where nobody has counted them.</summary>
    public static int? InhabitantsIn(this ReferenceFacts facts, PopulationFacts counted, Municipality municipality, DateOnly day) =>
        facts.Inhabitants(municipality, counted, day) is > 0 and var inhabitants ? inhabitants : null;
}

/// <summary>The sentences with which reading in is refused.</summary>
public static class PopulationRefusals
{
    /// <summary>Nothing waits under that address.</summary>
    public static readonly Refusal NotThere = new("population-not-there", "Siffrorna väntar inte längre. De kan ha ersatts av nyare, eller väntat mer än ett dygn. Hämta dem på nytt.");

    /// <summary>What would be read in is not what was shown.</summary>
    public static readonly Refusal ChangedMeanwhile = new("population-changed-meanwhile", "Något har ändrats sedan du läste. Nu står det som gäller här; läs igenom och välj på nytt.");

    /// <summary>There is something in the way.</summary>
    public static readonly Refusal Hindered = new("population-hindered", "Siffrorna går inte att läsa in. Se vad som är fel här under.");

    /// <summary>Nobody has said that what looks odd is right.</summary>
    public static readonly Refusal NotConsented = new("population-not-consented", "Kryssa för att du har läst frågorna och att siffrorna är rätt.", "stammer");
}
