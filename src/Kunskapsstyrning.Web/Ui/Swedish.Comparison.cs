using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The sentences about two days beside each other.</summary>
public static partial class Swedish
{
    /// <summary>Where a status stands in the order they are always shown.</summary>
    public static int Place(Status status) => Statuses.Index().First(s => s.Item == status).Index;

    /// <summary>"+12", "−3", "0".</summary>
    public static string Signed(int change) => change switch
    {
        > 0 => $"+{Number(change)}",
        < 0 => $"−{Number(-change)}",
        _ => "0",
    };

    /// <summary>"+12 procentenheter", "−1 procentenhet", "upp mindre än en procentenhet", "0": between two shares, rounded once.</summary>
    public static string Points(decimal change)
    {
        var points = (int)Rounding.ToDecimals(change * 100, 0);
        if (points == 0) return change == 0 ? "0" : $"{(change > 0 ? "upp" : "ned")} mindre än en procentenhet";
        return $"{Signed(points)}{Nbsp}{(Math.Abs(points) == 1 ? "procentenhet" : "procentenheter")}";
    }

    /// <summary>"37 kommuner" "har ändrat status."; "Ingen kommun" where none has. Days that cannot be compared are told of instead.</summary>
    public static (string Marked, string After) ChangesHeadline(this RecommendationState state)
    {
        if (state.IsBeforeTheQuestion) return ("Frågan", "var inte ställd någon av dagarna.");
        if (state.Earlier!.Day == state.AsOf.Day) return ("Samma dag", "två gånger.");
        if (state.IsEarlierBeforeTheQuestion) return ("Frågan", "var inte ställd den tidigare dagen.");
        return (state.Rows.Count(r => r.HasChanged) is > 0 and var changed ? Municipalities(changed) : "Ingen kommun", state.Tense().IsPast ? "ändrade status." : "har ändrat status.");
    }

    /// <summary>"191 kommuner hade antagit 15 juni 2019 och 228 kommuner 4 juli 2019: 37 fler."</summary>
    public static string ChangesSentence(this RecommendationState state)
    {
        var (then, now, day, asked) = (state.Earlier!.Adoption.HaveAdopted, state.Adoption.HaveAdopted, state.Earlier.Day, state.Recommendation.AskedOn);
        if (state.IsBeforeTheQuestion) return $"Frågan ställdes {asked.Long()}. Välj dagar från och med då.";
        if (day == state.AsOf.Day) return $"Båda dagarna är {day.Long()}, så det finns ingen ändring att visa. Välj två olika dagar.";
        if (state.IsEarlierBeforeTheQuestion) return $"{Capital(day.Long())} var frågan inte ställd: det blev den {asked.Long()}. {Capital(now == 0 ? "ingen kommun" : Municipalities(now))} hade antagit {state.AsOf.Day.Long()}.";
        var change = (now - then) switch
        {
            0 => "lika många",
            > 0 and var more => $"{Number(more)} fler",
            var fewer => $"{Number(-fewer)} färre",
        };
        return $"{Capital(then == 0 ? "ingen kommun" : Municipalities(then))} hade antagit {day.Long()} och {(now == 0 ? "ingen" : Municipalities(now))} {state.AsOf.Day.Long()}: {change}.";
    }

    /// <summary>Every step in words, to paste: "Från ej svarat till antagit (12): Ale, Boden och …"</summary>
    public static string ChangesToCopy(this RecommendationState state)
    {
        var steps = state.Steps().Select(s => $"Från {s.From.InText()} till {s.To.InText()} ({Number(s.Rows.Count)}): {List([.. s.Rows.Select(r => r.Municipality.Name)])}.");
        var counted = state.AsOf.Basis is Basis.Held ? "Räknat efter den dag beslutet togs." : $"Räknat efter den dag svaret kom in till {Association(state.AsOf.Day)}.";
        var example = state.ExampleSentence() is { } said ? $" {said}" : "";
        return string.Join('\n', [$"{state.Recommendation.TitleWithYears()}, ändringar mellan {state.Earlier!.Day.Long()} och {state.AsOf.Day.Long()}. {state.ChangesSentence()}", .. steps, $"{counted} Källa: Kunskapsstyrning.{example}"]);
    }
}
