using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.MunicipalityRegister;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What changes of the register of municipalities mean, in words.</summary>
public static partial class Swedish
{
    /// <summary>"Ekerö, Salem och Botkyrka".</summary>
    public static string AndBetween(IReadOnlyList<string> words) => words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} och {words[^1]}";

    /// <summary>What it means to be called something else from a day.</summary>
    public static IReadOnlyList<string> MeaningOfName(Municipality municipality, string name, DateOnly from) =>
    [
        from == municipality.ValidFrom
            ? $"Kommunen heter {name} från sin första dag, {from.Long()}."
            : $"Kommunen heter {municipality.NameOn(from.AddDays(-1))} till och med {from.AddDays(-1).Long()} och {name} från och med {from.Long()}.",
        .. municipality.NamesReplaced(from).Select(replaced => $"Det som är skrivet om namnet {replaced} gäller inte längre. Det står kvar i händelserna."),
        "Sidor som visar en tidigare dag visar det gamla namnet. Sökningen hittar båda, och äldre handlingar läses som förut.",
        "Kommunkoden, besluten och avgifterna är desamma.",
    ];

    /// <summary>What a redrawing means.</summary>
    public static IReadOnlyList<string> Meaning(this RedrawingTrial trial)
    {
        var (redrawing, from, last) = (trial.Redrawing, trial.Redrawing.From.Long(), trial.Redrawing.Last.Long());
        string Name(MunicipalityCode code) => $"{trial.All.First(m => m.Code == code).NameOn(redrawing.Last)} ({code})";

        var lines = new List<string>();
        if (redrawing.Ending.Count > 0) lines.Add($"{AndBetween([.. redrawing.Ending.Select(Name)])} upphör. Sista dagen är {last}.");
        if (redrawing.Beginning.Count > 0) lines.Add($"{AndBetween([.. redrawing.Beginning.Select(b => $"{b.Name} ({b.Code})")])} finns från och med {from}.");
        var goesOn = redrawing.Into.Where(i => i.Name is null).Select(i => Name(i.Code)).ToList();
        if (goesOn.Count > 0) lines.Add($"{AndBetween(goesOn)} fortsätter, {(redrawing.IsSplit ? "mindre" : "större")} från och med {from}.");
        lines.Add(trial.Before == trial.After ? $"Antalet kommuner är {Number(trial.After)}, som förut." : $"Antalet kommuner går från {Number(trial.Before)} till {Number(trial.After)}.");
        lines.Add($"Allt som visas för dagar före {from} är oförändrat: antal, invånare, avgifter och beslut. Rekommendationer som har avslutats före den dagen visas som förut.");
        lines.Add(redrawing.IsSplit
            ? "Ingen har räknat invånarna i de nya delarna. De står utan invånare och avgift tills sådana uppgifter finns."
            : redrawing.Of is [var only]
                ? $"De som bodde i {Name(only)} räknas till den nya kommunen från och med den dagen."
                : $"De som bodde i {AndBetween([.. redrawing.Of.Select(Name)])} räknas ihop från och med den dagen.");
        lines.Add("Beslut, avgifter och kontakter följer inte med. Det som de nya kommunerna beslutar registreras för dem, och det gamla står kvar där det står.");
        if (trial.People > 0) lines.Add($"{Count(trial.People, "person", "personer")} svarar för det som upphör och behöver bjudas in på nytt.");
        if (trial.Contacts > 0) lines.Add($"{Count(trial.Contacts, "kontakt", "kontakter")} hör till det som upphör och behöver skrivas in på nytt.");
        return lines;
    }
}
