using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>How the inbox is told in words.</summary>
internal static class InboxText
{
    public static string Label(this Folder folder) => folder switch
    {
        Folder.ToRegister => "Att registrera",
        Folder.Untied => "Ej kopplat",
        Folder.Done => "Klart",
        _ => "Rör inte oss",
    };

    public static string InAddress(this Folder folder) => folder switch
    {
        Folder.ToRegister => "",
        Folder.Untied => "ej-kopplat",
        Folder.Done => "klart",
        _ => "ror-inte-oss",
    };

    /// <summary>The folder by its word in the address; the first one for any other word.</summary>
    public static Folder FolderNamed(string? word) => Enum.GetValues<Folder>().FirstOrDefault(f => f.InAddress() == word);

    /// <summary>After the number in the heading.</summary>
    public static string CountedAs(this Folder folder, int count) => folder switch
    {
        Folder.ToRegister => "att registrera",
        Folder.Untied => "saknar kommun eller rekommendation",
        Folder.Done => count == 1 ? "klart meddelande" : "klara meddelanden",
        _ => count == 1 ? "meddelande rör inte oss" : "meddelanden rör inte oss",
    };

    public static string WhenEmpty(this Folder folder, string search) => folder switch
    {
        _ when search.Length > 0 => $"Inget i mappen stämmer med ”{search}”.",
        Folder.ToRegister => "Inkorgen är tom.",
        Folder.Untied => "Allt är kopplat till en kommun och en rekommendation.",
        Folder.Done => "Inget är registrerat från inkorgen ännu.",
        _ => "Inget är lagt åt sidan.",
    };

    public static string Caption(InboxView view)
    {
        var count = Swedish.Count(view.Total, "meddelande", "meddelanden");
        return view.Search.Length > 0 ? $"{count} med ”{view.Search}”, nyast först." : $"{count}, nyast först.";
    }

    /// <summary>What came with it: "2 pdf", "1 docx, 1 bild", "utan bilaga".</summary>
    public static string Files(IReadOnlyList<ArrivedPart> parts)
    {
        var files = parts.Where(p => p.Kind is PartKind.Attachment).GroupBy(p => Path.GetExtension(p.Name).TrimStart('.').ToLowerInvariant() is { Length: > 0 and <= 5 } ending ? ending : "fil").ToList();
        return files.Count == 0 ? "utan bilaga" : string.Join(", ", files.Select(f => $"{f.Count()}\u00A0{f.Key}"));
    }

    /// <summary>What to look out for; empty when there is nothing.</summary>
    public static string LookOut(InboxRow row)
    {
        if (row.IsDealtWith) return row.SetAsideBecause ?? (row.Fault is null ? "" : "Kunde inte läsas helt");
        IEnumerable<string?> all =
        [
            row.Arrival.Way is ArrivalWay.OwnPage ? "Skickat via webben" : null,
            row.OpenWith is { } other ? $"{other} har det öppet" : null,
            row.Fault is null && row.Parts.All(p => p.DocumentId is not null || p.Kind is not PartKind.Attachment) ? null : "Kunde inte läsas helt",
            row.Found is { Municipalities.Count: 0 } ? "Okänd kommun" : null,
            row.Found is { Municipalities.Count: > 1 } ? $"{Swedish.Number(row.Found.Municipalities.Count)} kommuner" : null,
            row.Found is { Recommendation: null } ? "Okänd rekommendation" : null,
            row.Found?.Suggestions.Stage?.Value switch { ReadStage.Proposal => "Förslag", ReadStage.None => "Kanske inget beslut", _ => null },
            row.MayBeRegistered ? "Kan redan vara registrerat" : null,
            row.HasTwin ? "Samma handling finns" : null,
            row.Parts.All(p => p.Kind is not PartKind.Attachment) ? "Mejlet är handlingen" : null,
        ];
        return string.Join(". ", all.OfType<string>());
    }

    public static string Label(ItemState state) => state switch
    {
        ItemState.Done => "Klart",
        ItemState.SetAside => "Lagt åt sidan",
        _ => "Att registrera",
    };

    public static string Label(TwinKind kind) => kind switch
    {
        TwinKind.SameDocument => "Registrerat från samma handling",
        TwinKind.SameDecision => "Liknar",
        _ => "Tidigare",
    };
}
