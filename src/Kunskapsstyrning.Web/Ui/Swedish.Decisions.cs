using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What is said about decisions, in sentences and in facts.</summary>
public static partial class Swedish
{
    /// <summary>"att avstå": what a body decided, after "beslutade" or "föreslog".</summary>
    public static string Infinitive(this Outcome outcome) => outcome switch
    {
        Outcome.Adopts => "att anta",
        Outcome.AdoptsWithReservation => "att anta med förbehåll",
        Outcome.Declines => "att avstå",
        Outcome.Leaves => "att utträda",
        Outcome.Tabled => "att bordlägga",
        _ => "att återremittera",
    };

    /// <summary>"Kommunfullmäktige antar", "Arbetsutskottet föreslår att anta": the heading in a timeline.</summary>
    public static string Heading(this DecisionContent content)
    {
        var body = content.Body is { } name ? CapitalLetter(name) : "Kommunen";
        return content.Stage is Stage.Proposal && content.Outcome is not (Outcome.Tabled or Outcome.Remitted)
            ? $"{body} föreslår {content.Outcome.Infinitive()}"
            : $"{body} {Lower(content.Outcome.Label())}";
    }

    /// <summary>"Kommunfullmäktiges beslut 22 oktober 2019".</summary>
    public static string ActOf(this DecisionContent content)
    {
        var act = content.Stage is Stage.Proposal ? "förslag" : "beslut";
        return content.DecidedOn is { } day ? $"{Owner(content)} {act} {day.Long()}" : $"{Owner(content)} {act}";
    }

    /// <summary>The facts of a decision that are told, in the order of the form: what, and how it is.</summary>
    public static IReadOnlyList<(string What, string Text)> Facts(DecisionContent content, DecisionDetails details)
    {
        IEnumerable<(string What, string? Text)> all =
        [
            ("Ställningstagande", content.Outcome.Label()),
            ("Villkor", details.Conditions),
            ("Skäl i korthet", details.Reason?.Label()),
            ("Skäl", details.ReasonQuote),
            ("Nivå", content.Stage.Label()),
            ("Organ", content.Body),
            ("Sammanträdesdag", content.DecidedOn?.Long()),
            ("Paragraf", details.Paragraph is { } paragraph ? Sign(paragraph) : null),
            ("Kommunens dnr", details.CaseNumber),
            ("Kom in", content.ArrivedOn.Long()),
            ("Första avgiftsår", content.FirstPayingYear?.ToString(Culture)),
            ("Utträder från", content.LeavesFrom?.ToString(Culture)),
            ("Avsändare", details.Sender),
            ("Justerat", details.ApprovedOn?.Long()),
            ("Anslaget", details.AnnouncedOn?.Long()),
            ("Överklagas senast", details.AppealBy?.Long()),
        ];
        return [.. all.Where(f => f.Text is not null).Select(f => (f.What, f.Text!))];
    }

    /// <summary>"§ 67" with a space that does not break; anything else as it is written.</summary>
    public static string Sign(string paragraph) => paragraph.Replace("§ ", $"§{Nbsp}", StringComparison.Ordinal);

    /// <summary>"Kommunfullmäktiges", "Kommunens" when the body is not told.</summary>
    private static string Owner(DecisionContent content)
    {
        var body = content.Body is { } name ? CapitalLetter(name) : "Kommunen";
        return body[^1] is 's' or 'x' or 'z' or 'S' ? body : body.All(l => char.IsUpper(l)) ? $"{body}:s" : $"{body}s";
    }

    private static string CapitalLetter(string text) => char.ToUpper(text[0], Culture) + text[1..];
}
