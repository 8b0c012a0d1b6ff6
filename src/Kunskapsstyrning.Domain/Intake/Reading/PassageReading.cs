using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>The passages a person judges by: the one that carries the outcome, and the one that gives reasons.</summary>
internal static partial class PassageReading
{
    private const int Longest = 6;

    public static Passage? Outcome(Matter matter, ReadStage? stage)
    {
        if (stage is ReadStage.None) return null;

        var own = Together(matter.Own, Part.Decision);
        if (own.Count == 0 || own.All(r => r.IsHeading && !Verdict().IsMatch(r.Lower))) own = Together(matter.Own, Part.Proposal);
        if (own.Count == 0) own = [.. matter.Own.Where(r => Verdict().IsMatch(r.Lower)).Take(1)];
        return Of(matter, own);
    }

    public static Passage? Reasons(Matter matter)
    {
        var heading = matter.Own.FirstOrDefault(r => ReasonsHeading().IsMatch(r.Lower));
        if (heading is not null) return Of(matter, [.. matter.Rows.Skip(heading.Index + 1).TakeWhile(r => !r.IsHeading && r.Page == heading.Page).Take(Longest)]);

        var row = matter.Own.FirstOrDefault(r => !r.IsHeading && GivesReason().IsMatch(r.Lower));
        return row is null ? null : Of(matter, [row]);
    }

    private static List<Row> Together(IEnumerable<Row> rows, Part part) =>
        [.. rows.SkipWhile(r => r.Part != part).TakeWhile(r => r.Part == part).Where(r => !r.IsHeading || Verdict().IsMatch(r.Lower)).Take(Longest)];

    private static Passage? Of(Matter matter, List<Row> rows) => rows.Count == 0 ? null : matter.Paper.PassageOf(rows[0].Start, rows.Last(r => r.Page == rows[0].Page).End);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(beslut(ar|ade|at)|anta(r|s|git)?|antog|avslå(r|s)?|avslog|avstå(r)?|ställ(er|a|t) sig|delta(r)?|ansluter|medverkar?|bifaller|(säger|tackar) (ja|nej)|återremittera(r|s)?|bordlägg(er|s|a)|föreslå(r|s)|tillstyrker)\b", Options, 5000)]
    private static partial Regex Verdict();

    [GeneratedRegex(@"^(motivering|skäl|skäl(en)? (till|för) beslutet|förvaltningens bedömning|bedömning|mina synpunkter|överväganden):?$", Options, 5000)]
    private static partial Regex ReasonsHeading();

    [GeneratedRegex(@"\b(som skäl|skälet|skälen|eftersom|med hänsyn till|mot bakgrund av|anser att|motiveras|motivet|på grund av|ser värdet)\b", Options, 5000)]
    private static partial Regex GivesReason();
}
