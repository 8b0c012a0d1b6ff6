using Kunskapsstyrning.Web.Features.Overview;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>How verbs stand in what is said of a day: of today as it is, of a day that has been as it was. One sentence never has both.</summary>
public sealed record Tense
{
    /// <summary>Of today.</summary>
    public static readonly Tense Now = new() { Have = "har", Is = "är", Declines = "avstår", Paying = "betalar" };

    /// <summary>Of a day that has been.</summary>
    public static readonly Tense Then = new() { Have = "hade", Is = "var", Declines = "avstod", Paying = "skulle betala" };

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

    /// <summary>"betalar", "skulle betala": nobody had paid yet on a day that has been.</summary>
    public required string Paying { get; init; }

    /// <summary>True of a day that has been.</summary>
    public bool IsPast => ReferenceEquals(this, Then);

    /// <summary>Of a day, seen from today.</summary>
    public static Tense On(DateOnly day, DateOnly today) => day < today ? Then : Now;
}

/// <summary>In which tense a state is spoken of.</summary>
public static class TenseOfState
{
    /// <summary>Of today, or of a day that has been.</summary>
    public static Tense Tense(this RecommendationState state) => Ui.Tense.On(state.AsOf.Day, state.Today);
}
