using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Snapshots;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The sentences about saved states: on which day they are, how they are counted, what differs between two and what has happened since.</summary>
public static partial class Swedish
{
    /// <summary>"den dag svaret kom in": what answers are counted by, in running text.</summary>
    public static string CountedBy(this Basis basis) => basis is Basis.Held ? "den dag beslutet togs" : "den dag svaret kom in";

    /// <summary>"Den dag svaret kom in": the same where it stands alone.</summary>
    public static string CountedByAlone(this Basis basis) => Capital(basis.CountedBy());

    /// <summary>"Styrelsen juli – 4 juli 2019, den dag svaret kom in": a saved state to choose.</summary>
    public static string WithDay(this SnapshotLine line) => $"{line.Name} – {line.Day.Long()}, {line.Basis.CountedBy()}";

    /// <summary>What differs between two saved states: a change where they are counted alike, and no more than a difference where they are not.</summary>
    public static string Sentence(this SnapshotDifference difference)
    {
        var (from, to) = (difference.From, difference.To);
        var which = difference.Changes.Count == 0 ? "ingen kommun" : Municipalities(difference.Changes.Count);
        var adopted = $"{Number(difference.FromState.Adoption.HaveAdopted)} hade antagit i det första, {Number(difference.ToState.Adoption.HaveAdopted)} i det andra";
        return difference.CountsAlike
            ? $"Från {from.Name}, läget {from.Day.Long()}, till {to.Name}, läget {to.Day.Long()}: {which} har en annan status. {adopted}. Båda är räknade efter {from.Basis.CountedBy()}."
            : $"{from.Name} är läget {from.Day.Long()}, räknat efter {from.Basis.CountedBy()}. {to.Name} är läget {to.Day.Long()}, räknat efter {to.Basis.CountedBy()}. {Capital(which)} har olika status i de två. {adopted}.";
    }

    /// <summary>"1 händelse. Den ändrar läget den 4 juli 2019.", "3 händelser, den senaste först. 2 av dem ändrar läget den 4 juli 2019."</summary>
    public static string SinceSentence(IReadOnlyList<HappenedSince> since, DateOnly day)
    {
        var (all, changing) = (since.Count, since.Count(s => s.ChangesTheDay));
        var who = (changing, all) switch
        {
            (1, 1) => "Den ändrar",
            (0, 1) => "Den ändrar inte",
            (0, _) => "Ingen av dem ändrar",
            var (some, every) when some == every => some == 2 ? "Båda ändrar" : "Alla ändrar",
            _ => $"{Number(changing)} av dem ändrar",
        };
        return $"{Count(all, "händelse", "händelser")}{(all == 1 ? "" : ", den senaste först")}. {who} läget den {day.Long()}.";
    }
}
