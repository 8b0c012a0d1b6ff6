using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>What is said about lists that are read in.</summary>
public static partial class Swedish
{
    /// <summary>"Registrerat": what became of a row.</summary>
    public static string Label(this RowResult result) => result switch
    {
        RowResult.Added => "Registrerat",
        RowResult.Corrected => "Rättat",
        RowResult.Unchanged => "Fanns redan",
        RowResult.Left => "Lämnat",
        RowResult.NoAnswer => "Inget svar i listan",
        _ => "Gick inte",
    };

    /// <summary>The beginning of a text that is too long to stand whole, with an ellipsis.</summary>
    public static string Shortened(this string text, int most = 60)
    {
        if (text.Length <= most) return text;
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd() + "…";
    }

    /// <summary>"Antar, slutligt beslut, KS 2019-06-10": a decision in a cell; a dash for none.</summary>
    public static string InShort(this DecisionContent? content)
    {
        if (content is null) return "–";
        IEnumerable<string?> parts = [content.Outcome.Label(), content.Stage is Stage.Proposal ? "förslag" : null, content.Body, content.DecidedOn?.Iso()];
        return string.Join(", ", parts.OfType<string>());
    }
}
