using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>What sort of paper a document is, by what it calls itself.</summary>
internal enum DocumentKind
{
    Other,
    Minutes,
    /// <summary>An official's opinion to the body that is to decide.</summary>
    Opinion,
    /// <summary>A notice of a meeting to come, with its matters.</summary>
    Notice,
    /// <summary>A delegate's decision.</summary>
    Delegation,
    /// <summary>A message that a machine sent.</summary>
    Automatic,
}

/// <summary>Tells the kind from the head, and an automatic answer from its subject and first lines.</summary>
internal static partial class DocumentKinds
{
    public static DocumentKind Of(Matter matter)
    {
        var first = string.Join('\n', matter.Rows.Take(8).Select(r => r.Lower));
        if (matter.Envelope is not null && (Automatic().IsMatch(matter.Envelope.Subject?.ToLowerInvariant() ?? "") || Automatic().IsMatch(first))) return DocumentKind.Automatic;

        var top = string.Join('\n', matter.Rows.Take(14).TakeWhile(r => r.Page == matter.Rows[0].Page && r.Part is Part.Head).Select(r => r.Lower));
        var found = new[] { (Opinion(), DocumentKind.Opinion), (Notice(), DocumentKind.Notice), (Minutes(), DocumentKind.Minutes), (Delegation(), DocumentKind.Delegation) }
            .Select(form => (Match: form.Item1.Match(top), Kind: form.Item2)).Where(form => form.Match.Success).ToList();
        if (found.Count > 0) return found.MinBy(form => form.Match.Index).Kind;
        return ProposesFromAnOffice(matter) ? DocumentKind.Opinion : DocumentKind.Other;
    }

    private static bool ProposesFromAnOffice(Matter matter) =>
        matter.Own.Any(r => r.Part is Part.Proposal) && matter.Own.All(r => r.Part is not Part.Decision)
        && matter.Head.Take(6).Any(r => BodyNames.WithOffices(matter.Paper, r.Start, r.End).Any(b => b.IsOffice));

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline;

    [GeneratedRegex(@"automatiskt svar|autosvar|auto-?reply|automatic reply|automatsvar|autogenererat|out of office|frånvaro(meddelande)?\b|är (inte på plats|ledig|på semester|frånvarande|bortrest)|har semester", Options, 5000)]
    private static partial Regex Automatic();

    [GeneratedRegex(@"^(?!-)(.{0,50} )?(tjänsteskrivelse|tjänsteutlåtande|tjänsteyttrande|beslutsförslag|skrivelse till \S*(nämnden|styrelsen)|missiv|promemoria|pm till \S*(nämnden|styrelsen))\b(?! (den|daterad|från))|^pm [0-9]{4}:|^\p{L}+förslag$", Options, 5000)]
    public static partial Regex Opinion();

    [GeneratedRegex(@"^(.{0,40}\b)?(kallelse|föredragningslista|ärendelista|dagordning|kungörelse)\b", Options, 5000)]
    public static partial Regex Notice();

    [GeneratedRegex(@"\b(sammanträdes|besluts|mötes)?protokoll(sutdrag)?\b|\butdrag ur protokoll|sammanträdes(datum|dag|tid)\b", Options, 5000)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"delegations?beslut|ordförandebeslut|beslut (på|enligt|med stöd av) delegation|fattat (på|enligt|med stöd av|genom) delegation|delegat(ens)? beslut", Options, 5000)]
    private static partial Regex Delegation();
}
