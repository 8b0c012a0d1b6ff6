using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Municipalities;
using Kunskapsstyrning.Web.Features.Overview;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>How verbs stand in what is said of a day: of today as it is, of a day that has been as it was, and so of what has ended. One sentence never has both.</summary>
public sealed record Tense
{
    /// <summary>Of today.</summary>
    public static readonly Tense Now = new() { Have = "har", Is = "är", Declines = "avstår" };

    /// <summary>Of a day that has been, and of what has ended.</summary>
    public static readonly Tense Then = new() { Have = "hade", Is = "var", Declines = "avstod" };

    private Tense() { }

    /// <summary>"har", "hade".</summary>
    public required string Have { get; init; }

    /// <summary>"Har", "Hade": first in a sentence.</summary>
    public string HaveFirst => IsPast ? "Hade" : "Har";

    /// <summary>"är", "var".</summary>
    public required string Is { get; init; }

    /// <summary>"var", "hade varit": of what was before the day.</summary>
    public string Were => IsPast ? "hade varit" : "var";

    /// <summary>"avstår", "avstod".</summary>
    public required string Declines { get; init; }

    /// <summary>True of a day that has been.</summary>
    public bool IsPast => ReferenceEquals(this, Then);

    /// <summary>Of a day, seen from today.</summary>
    public static Tense On(DateOnly day, DateOnly today) => day < today ? Then : Now;
}

/// <summary>How it is told that something is paid in some years: years that have been were paid for, whatever day is looked at; of a day that has been, years to come would be.</summary>
public sealed record PayingTense
{
    /// <summary>Of today: years that go on or are to come.</summary>
    public static readonly PayingTense Now = new() { Pays = "betalar", Applies = "gäller" };

    /// <summary>Years that have been, or had begun on a day that has been.</summary>
    public static readonly PayingTense Paid = new() { Pays = "betalade", Applies = "gällde" };

    /// <summary>Of a day that has been: years that were still to come.</summary>
    public static readonly PayingTense Ahead = new() { Pays = "skulle betala", Applies = "skulle gälla" };

    private PayingTense() { }

    /// <summary>"betalar", "betalade", "skulle betala".</summary>
    public required string Pays { get; init; }

    /// <summary>"gäller", "gällde", "skulle gälla".</summary>
    public required string Applies { get; init; }

    /// <summary>Of years in a row, on a day seen from today.</summary>
    public static PayingTense Of(YearSpan years, DateOnly day, DateOnly today)
    {
        if (years.Last < day.Year) return Paid;
        if (day >= today) return Now;
        return years.First <= day.Year ? Paid : Ahead;
    }
}

/// <summary>In which tense a state is spoken of.</summary>
public static class TenseOfState
{
    /// <summary>Of today, or of a day that has been; of what has ended as it was.</summary>
    public static Tense Tense(this RecommendationState state) => state.HasEnded ? Ui.Tense.Then : Ui.Tense.On(state.AsOf.Day, state.Today);

    /// <summary>The same for one municipality's answer.</summary>
    public static Tense Tense(this OwnAnswer own) => own.IsOver ? Ui.Tense.Then : Ui.Tense.On(own.AsOf.Day, own.Today);

    /// <summary>How it is told that those who have adopted pay in some years.</summary>
    public static PayingTense Paying(this RecommendationState state, YearSpan years) => PayingTense.Of(years, state.AsOf.Day, state.Today);

    /// <summary>How it is told that they pay in the years of the recommendation.</summary>
    public static PayingTense Paying(this RecommendationState state) => state.Paying(state.Recommendation.PayingYearsOn(state.AsOf.Day));

    /// <summary>How it is told that a municipality pays in some years.</summary>
    public static PayingTense Paying(this OwnAnswer own, YearSpan years) => PayingTense.Of(years, own.AsOf.Day, own.Today);
}
