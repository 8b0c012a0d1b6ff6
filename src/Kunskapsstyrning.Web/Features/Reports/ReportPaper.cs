using Kunskapsstyrning.Web.Features.Exports;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Papers;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>The report as a paper: page, PDF, Word document and workbook are drawings of the same pieces.</summary>
internal static class ReportPaper
{
    /// <summary>Makes it. The same ground gives the same paper, to the letter.</summary>
    public static Paper Of(ReportGround ground)
    {
        var state = ground.State;
        IReadOnlyList<Piece> sections = [.. Asked(ground), .. Outcome(ground), .. OverTime(ground), .. ReportTables.Counties(ground), .. Map(ground), .. ReportLists.All(ground), .. GoesAhead(ground), .. Counted(ground)];
        return new Paper(
            "Återkoppling från Sveriges Kommuner och Regioner", $"Återkoppling om {state.Recommendation.TitleWithYears()}, läget {state.AsOf.Day.Long()}", state.Recommendation.Title,
            SwedishTime.DayOf(ground.Snapshot.TakenAt), $"Återkoppling, {state.Recommendation.ShortTitle}, läget {state.AsOf.Day.Iso()}",
            [
                new Piece.Paragraph(new Phrase(state.Headline().Text(), IsStrong: true), $" {string.Join(' ', new[] { state.Lead(), state.StillMissing() }.OfType<string>())}".TrimEnd()),
                new Piece.Contents([.. sections.OfType<Piece.Heading>().Where(h => h.Anchor is not null)]),
                .. sections,
            ]);
    }

    private static IEnumerable<Piece> Asked(ReportGround ground)
    {
        var asked = ground.State.Recommendation;
        yield return new Piece.Heading(1, "Det kommunerna tillfrågades om", "fragan");
        yield return new Piece.Particulars([.. asked.Particulars().Select(p => (p.Name, (Phrase)p.Value))]);
        if (asked.Points.Count == 0) yield break;

        yield return new Piece.Paragraph(new Phrase("Styrelsen beslutade:", IsStrong: true));
        yield return new Piece.Points([.. asked.Points.OrderBy(p => p.Number).Select(p => (IReadOnlyList<Phrase>)[p.Text])]);
    }

    private static IEnumerable<Piece> Outcome(ReportGround ground)
    {
        yield return new Piece.Heading(1, "Utfallet", "utfallet");
        yield return ReportTables.Outcome(ground);
        yield return Drawn("Stapel", ground.State.BarSentence(), BarPicture.Of(ground.State));
        if (ReportTables.Years(ground) is { } years) yield return years;
    }

    private static IEnumerable<Piece> OverTime(ReportGround ground)
    {
        if (ground.State.Curve.Count == 0) yield break;

        yield return new Piece.Heading(1, "Svaren över tid", "over-tid");
        yield return new Piece.Paragraph(ground.State.CurveSentence());
        yield return Drawn("Kurva", ground.State.CurveSentence(), CurvePicture.Of(ground.State));
    }

    private static IEnumerable<Piece> Map(ReportGround ground)
    {
        yield return new Piece.Heading(1, "En ruta för varje kommun", "kartan");
        yield return Drawn("Karta", ground.State.BarSentence(), MapPicture.Of(ground.State, new RecommendationView { Slug = ground.State.Recommendation.Slug }));
    }

    private static IEnumerable<Piece> GoesAhead(ReportGround ground)
    {
        yield return new Piece.Heading(1, "Går rekommendationen vidare?", "ga-vidare");
        yield return new Piece.Paragraph(ground.State.GoAheadInReport());
        if (ground.State.ThresholdSentence() is { } threshold) yield return new Piece.Paragraph(threshold);
    }

    private static IEnumerable<Piece> Counted(ReportGround ground)
    {
        yield return new Piece.Heading(1, "Så är det räknat", "raknat");
        yield return new Piece.Points([.. ground.HowItIsCounted().Select(sentence => (IReadOnlyList<Phrase>)[sentence])]);
    }

    private static Piece.Picture Drawn(string name, string sentence, Drawn drawn) => new(name, sentence, drawn.Svg, drawn.Width, drawn.Height);
}
