using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>A body found in a text.</summary>
/// <param name="Name">As it calls itself, in the nominative: "Socialnämndens arbetsutskott".</param>
/// <param name="Start">Where the name begins.</param>
/// <param name="End">Where it ends, with a genitive.</param>
internal sealed record FoundBody(string Name, int Start, int End)
{
    public bool IsCommittee { get; } = Name.Contains("utskott", StringComparison.OrdinalIgnoreCase) || Name.EndsWith("beredningen", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name without what differs between "nämnd" and "nämnden", to tell whether two are the same.</summary>
    public string Stem { get; } = Name.ToLowerInvariant().Replace("utskottet", "utskott", StringComparison.Ordinal).Replace("nämnden", "nämnd", StringComparison.Ordinal);

    /// <summary>True for an office of officials, which proposes and does not decide.</summary>
    public bool IsOffice { get; } = BodyNames.Office().IsMatch(Name.ToLowerInvariant()) && !BodyNames.Delegate().IsMatch(Name.ToLowerInvariant());

    /// <summary>True for an official who may decide by delegation.</summary>
    public bool IsDelegate { get; } = BodyNames.Delegate().IsMatch(Name.ToLowerInvariant());
}

/// <summary>Finds the names of municipal bodies.</summary>
internal static partial class BodyNames
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly (string Short, string Name)[] Shorts =
        [("ksau", "Kommunstyrelsens arbetsutskott"), ("kf", "Kommunfullmäktige"), ("ks", "Kommunstyrelsen"), ("rs", "Regionstyrelsen")];

    /// <summary>The bodies in a stretch of text, in order.</summary>
    public static IEnumerable<FoundBody> In(Paper paper, int start, int end)
    {
        for (var match = Body().Match(paper.Lower, start, end - start); match.Success; match = match.NextMatch())
            if (Made(paper.Text.Substring(match.Index, match.Length), match) is { } body) yield return body;
    }

    /// <summary>The bodies and offices of officials in a stretch of text, in order.</summary>
    public static IEnumerable<FoundBody> WithOffices(Paper paper, int start, int end) =>
        In(paper, start, end).Concat(All(OfficeName(), paper, start, end)).OrderBy(b => b.Start);

    public static IEnumerable<FoundBody> Delegates(Paper paper, int start, int end) => All(DelegateName(), paper, start, end);

    private static IEnumerable<FoundBody> All(Regex form, Paper paper, int start, int end)
    {
        for (var match = form.Match(paper.Lower, start, end - start); match.Success; match = match.NextMatch())
            if (Made(paper.Text.Substring(match.Index, match.Length), match) is { } body) yield return body;
    }

    private static FoundBody? Made(string written, Match match)
    {
        var name = Nominative(Whitespace().Replace(written, " ").Trim());
        var whole = Shorts.FirstOrDefault(s => string.Equals(s.Short, name, StringComparison.OrdinalIgnoreCase)).Name;
        if (name.EndsWith("styrelse", StringComparison.OrdinalIgnoreCase)) name += "n";
        return new FoundBody(whole ?? Cased(name), match.Index, match.Index + match.Length);
    }

    private static string Nominative(string name) =>
        name.Length > 4 && name[^1] is 's' or 'S' && !name.EndsWith("skans", StringComparison.OrdinalIgnoreCase) ? name[..^1] : name;

    private static string Cased(string name)
    {
        var calm = name.Any(char.IsLower) && name.Skip(1).Count(char.IsUpper) < 4 ? name : name.ToLowerInvariant();
        return char.ToUpperInvariant(calm[0]) + calm[1..];
    }

    [GeneratedRegex(@"\b(kommunfullmäktiges?|regionfullmäktiges?|kommunfullmäktig|(kommunstyrelse|regionstyrelse|stadsstyrelse)(n?s (arbetsutskott|[\p{L}]{3,20}utskott|(allmänna|sociala|personal|beredande) utskott|\p{L}{3,20}beredning)|ns|n|)|borgarrådsberedningens?|nämnden för (?!ärendet)[\p{L}]{3,20}(-?,? (och |samt )?[\p{L}]{3,20}){0,3}?(?=[\n.:(]|\s+(beslut|§|[0-9]|har|föreslå|antar|anser)|$)|((\p{L}{3,15}s )?gemensam(ma)? |sociala )?(([\p{L}]{2,20}-,? ?(och |samt )?){0,3}|(vård|individ|social|barn|omsorg|arbete|arbetsmarknad|kultur|hälsa|stöd|äldre|familj|utbildning|lärande) och )(?<kind>[\p{L}]{2,25})nämnd(en)?(s ([\p{L}]{2,20})?utskott|s)?|(sociala|gemensamma) ([\p{L}]{3,12} )?nämndens?|gemensam nämnd|[\p{L}]{2,20}utskottets?|(sociala|allmänna) utskottet|\p{L}{0,12}direktionens?|(?<!20[0-9]{2}[/:][0-9]{1,6}[ /.:-]?|\b(dnr|diarienummer|diarienr):? ?)(ksau|ks|kf|rs)(?![ /:.-]{0,2}[0-9]))\b", Options, 5000)]
    private static partial Regex Body();

    [GeneratedRegex(@"\b(?<office>([\p{L}]{2,20}- och )?[\p{L}]{2,25}(förvaltning(en)?|kontoret?|stab(en)?)|(sektor(n)?( för)?|avdelningen( för)?|förvaltningen för|kontoret för) [\p{L}]{3,20}( och [\p{L}]{3,20})?|social omsorg|vård och omsorg|kommunledningen|stadskansliet|kommunkansliet)\b", Options, 5000)]
    private static partial Regex OfficeName();

    [GeneratedRegex(@"\b(?<delegate>(t\.?f\.? )?(biträdande )?[\p{L}]{2,20}(chefen|direktören|chef|direktör)|(kommunstyrelsens|((sociala|gemensamma) |[\p{L}]{2,20}- och )?[\p{L}]{0,20}nämndens) (ordförande|presidium)|kommunalråd(et)?)\b", Options, 5000)]
    private static partial Regex DelegateName();

    [GeneratedRegex(@"förvaltning|kontor|\bstab|sektor|avdelning|kansli|^social omsorg$|^vård och omsorg$|ledningen$", Options, 5000)]
    public static partial Regex Office();

    [GeneratedRegex(@"(chef|direktör)(e?n)?$|ordförande$|presidium$|^kommunalråd", Options, 5000)]
    public static partial Regex Delegate();

    [GeneratedRegex(@"\s+", Options, 5000)]
    private static partial Regex Whitespace();
}
