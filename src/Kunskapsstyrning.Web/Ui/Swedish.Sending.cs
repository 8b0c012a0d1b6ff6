using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Sending;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What is said about what municipalities send.</summary>
public static partial class Swedish
{
    /// <summary>"Mottaget – SKR granskar": never done before it is registered.</summary>
    public static string ForMunicipality(this SentLine line) => line.State switch
    {
        ItemState.Done when line.IsPutWith => "Lagt till ert beslut",
        ItemState.Done => "Registrerat",
        ItemState.SetAside => "Lagt åt sidan",
        _ => "Mottaget – SKR granskar",
    };

    /// <summary>What the state means to the one who sent it.</summary>
    public static string Meaning(this SentLine line) => line.State switch
    {
        ItemState.Done when line.IsPutWith => "SKR har läst handlingen. Beslutet var redan registrerat, och handlingen ligger nu där. Se efter på er sida att det stämmer.",
        ItemState.Done => "SKR har läst handlingen och registrerat beslutet. Se efter på er sida att det stämmer.",
        ItemState.SetAside => "SKR räknar det inte som ett svar. Hör av er om ni undrar varför.",
        _ => "SKR läser handlingen. Er status ändras först när beslutet är registrerat.",
    };

    /// <summary>What a municipality states, in the order of the form: what, and how it is.</summary>
    public static IReadOnlyList<(string What, string Text)> Facts(this StatedDecision stated)
    {
        IEnumerable<(string What, string? Text)> all =
        [
            ("Ställningstagande", stated.Outcome.Label()),
            ("Nivå", stated.Stage.Label()),
            ("Organ", stated.Body),
            ("Sammanträdesdag", stated.DecidedOn?.Long()),
            ("Paragraf", stated.Paragraph is { } paragraph ? Sign(paragraph) : null),
            ("Diarienummer", stated.CaseNumber),
        ];
        return [.. all.Where(f => f.Text is not null).Select(f => (f.What, f.Text!))];
    }
}
