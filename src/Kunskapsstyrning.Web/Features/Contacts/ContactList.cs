using System.Security.Cryptography;
using System.Text;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Imports;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Contacts;

/// <summary>What a row of a list of contacts would do.</summary>
public enum ContactRowKind
{
    /// <summary>Ny: nothing stood.</summary>
    Added = 1,
    /// <summary>Ändras.</summary>
    Changed,
    /// <summary>Bekräftas: the same stands, and is checked later than before.</summary>
    Confirmed,
    /// <summary>Oförändrad.</summary>
    Same,
    /// <summary>Läses inte in.</summary>
    Wrong,
}

/// <summary>A row of a list of contacts, and what it would do.</summary>
/// <param name="Number">Its number, counted as a spreadsheet does.</param>
/// <param name="Kind">What it would do.</param>
/// <param name="Name">The municipality or county as the list writes it.</param>
/// <param name="Place">Where it belongs; null when that cannot be told.</param>
/// <param name="Details">What it says; null when it cannot be read.</param>
/// <param name="CheckedOn">The day somebody checked it.</param>
/// <param name="Stands">What stands; null when nothing does.</param>
/// <param name="Why">Why it is not read in; null when it is.</param>
public sealed record PlannedContact(int Number, ContactRowKind Kind, string Name, ContactPlace? Place, ContactDetails? Details, DateOnly CheckedOn, Contact? Stands, string? Why)
{
    /// <summary>Name, address and telephone as the list writes them, also where they are not read in.</summary>
    public string Says { get; init; } = "";

    /// <summary>True when the list gives a name.</summary>
    public bool HasName { get; init; }
}

/// <summary>A list of contacts looked through, row by row, before anything of it is read in.</summary>
/// <param name="Rows">The rows.</param>
public sealed record ContactPlan(IReadOnlyList<PlannedContact> Rows)
{
    /// <summary>Knows the plan: another as soon as a row would do something else, or what stands has been changed.</summary>
    public string Seen => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Rows.Select(r => $"{r.Kind} {r.Place} {r.Details} {r.CheckedOn:O} {r.Stands?.Seen}")))));

    /// <summary>True when something would be written.</summary>
    public bool DoesAnything => Rows.Any(r => r.Kind is ContactRowKind.Added or ContactRowKind.Changed or ContactRowKind.Confirmed);

    /// <summary>How many rows are of a kind.</summary>
    public int Count(ContactRowKind kind) => Rows.Count(r => r.Kind == kind);
}

/// <summary>Reads a list of contacts: finds its columns, and what each row says.</summary>
internal sealed class ContactList(IReadOnlyList<Municipality> municipalities, IReadOnlyList<County> counties, ContactKind otherwise, DateOnly checkedOn, DateOnly today)
{
    private static readonly DateOnly FirstDay = new(2010, 1, 1);

    private static readonly (string Column, string[] Names)[] Known =
    [
        ("kommun", ["kommun", "kommunkod", "kommunnamn", "kod", "län", "kommun eller län"]), ("kontakt", ["kontakt", "typ", "slag", "funktion"]), ("namn", ["namn", "namn eller roll", "kontaktperson", "roll"]),
        ("epost", ["e-post", "epost", "e-postadress", "mejl", "mail", "e-mail", "email", "adress"]), ("telefon", ["telefon", "telefonnummer", "tel", "tfn"]), ("kontrollerad", ["kontrollerad", "kontrollerad den", "verifierad", "senast kontrollerad"]),
    ];

    /// <summary>The rows looked through; none, with why, when the columns cannot be told.</summary>
    public Result TryPlan(ListTable table, IReadOnlyDictionary<ContactPlace, Contact> standing, out ContactPlan? plan)
    {
        plan = null;
        if (checkedOn > today || checkedOn < FirstDay) return ContactListRefusals.NotCheckedThen(FirstDay);

        var (headings, rows, first) = table.HasHeadings ? (table.Headings, table.Rows, table.FirstRow) : (table.Rows[0], (IReadOnlyList<IReadOnlyList<string>>)[.. table.Rows.Skip(1)], table.FirstRow + 1);
        var told = headings.Select((heading, at) => (Column: ColumnOf(heading), Heading: heading.Trim(), At: at)).Where(c => c.Column is not null).ToLookup(c => c.Column!);
        if (told.FirstOrDefault(c => c.Key is "epost" or "telefon" or "kontrollerad" && c.Count() > 1) is { } twice) return ContactListRefusals.TwoColumns(twice.First().Heading, twice.ElementAt(1).Heading);

        var columns = told.ToDictionary(c => c.Key, c => c.First().At);
        if (!columns.ContainsKey("kommun") || !columns.ContainsKey("epost")) return ContactListRefusals.NoColumns;

        var planned = new List<PlannedContact>();
        foreach (var (index, row) in rows.Index())
        {
            if (row.All(c => c.Length == 0)) continue;
            var one = Row(first + index, name => columns.TryGetValue(name, out var at) ? row[at] : "", standing);
            if (one.Place is not null && one.Why is null && planned.Exists(p => p.Place == one.Place && p.Why is null)) one = one with { Kind = ContactRowKind.Wrong, Why = "Samma kontakt står tidigare i listan." };
            planned.Add(one);
        }

        plan = new ContactPlan(planned);
        return Result.Done;
    }

    private PlannedContact Row(int number, Func<string, string> cell, IReadOnlyDictionary<ContactPlace, Contact> standing)
    {
        var typed = new TypedContact(KindOf(cell("kontakt")) ?? otherwise, "", cell("namn"), cell("epost").Replace("mailto:", "", StringComparison.OrdinalIgnoreCase), cell("telefon"));
        var (place, why) = PlaceOf(cell("kommun"), cell("kontakt"), typed.Kind);
        var errors = new FieldErrors();
        var details = place is null ? null : typed.Read(errors);
        var day = checkedOn;
        if (cell("kontrollerad").Length > 0) why ??= WhyNotChecked(cell("kontrollerad"), out day);
        if (why is null && errors.Any) why = errors.All[0].Sentence;
        if (why is null && place!.Kind is ContactKind.FunctionAddress && details!.Name is not null) details = new ContactDetails(null, details.Email, details.Phone);
        if (why is not null || place is null || details is null) return Planned(ContactRowKind.Wrong, today, why: why);

        var stands = standing.GetValueOrDefault(place);
        if (stands is not null && stands.VerifiedOn > day && stands.Details != details)
            return Planned(ContactRowKind.Wrong, today, stands: stands, why: $"Det som står kontrollerades {stands.VerifiedOn.Iso()}, senare än listan.");

        var kind = stands is null ? ContactRowKind.Added : stands.Details != details ? ContactRowKind.Changed : stands.VerifiedOn < day ? ContactRowKind.Confirmed : ContactRowKind.Same;
        return Planned(kind, day, details, stands);

        PlannedContact Planned(ContactRowKind what, DateOnly on, ContactDetails? read = null, Contact? stands = null, string? why = null) =>
            new(number, what, cell("kommun"), place, read, on, stands, why) { Says = Said(cell), HasName = cell("namn").Length > 0 };
    }

    private static string Said(Func<string, string> cell) => string.Join(", ", new[] { cell("namn"), cell("epost"), cell("telefon") }.Select(c => Short(c.Trim())).Where(c => c.Length > 0));

    /// <summary>Why a day cannot be the one on which a contact was checked; null when it can.</summary>
    private string? WhyNotChecked(string typed, out DateOnly day)
    {
        if (!SwedishDay.TryParse(typed, out day)) return $"Dagen då kontakten kontrollerades, ”{Short(typed)}”, går inte att läsa. Skriv den som 2025-10-01, eller låt rutan vara tom.";
        if (day > today) return $"Kontakten kan inte ha kontrollerats {day.Iso()}: den dagen har inte varit. Skriv en tidigare dag, eller låt rutan vara tom.";
        return day < FirstDay ? $"Kontakten kan inte ha kontrollerats {day.Iso()}: så gamla uppgifter tas inte in. Skriv en dag från {FirstDay.Year} och framåt, eller låt rutan vara tom." : null;
    }

    private (ContactPlace? Place, string? Why) PlaceOf(string whose, string typedKind, ContactKind kind)
    {
        if (typedKind.Length > 0 && KindOf(typedKind) is null) return (null, $"”{Short(typedKind)}” är inget slags kontakt. Skriv funktionsbrevlåda, registrator, socialchef eller län.");
        if (counties.FirstOrDefault(c => c.Name.Equals(whose, StringComparison.OrdinalIgnoreCase)) is { } county) return (ContactPlace.OfCounty(county.Code), null);
        if (kind is ContactKind.CountyContact) return (null, $"Det finns inget län som heter ”{Short(whose)}”.");
        if (MunicipalityTyped.Find(whose, municipalities) is not { } municipality) return (null, $"Det finns ingen kommun som heter ”{Short(whose)}”.");
        return municipality.ValidThrough < today ? (null, ContactRefusals.MunicipalityEnded.Sentence) : (ContactPlace.Of(municipality.Code, kind), null);
    }

    private static string? ColumnOf(string heading) => Known.FirstOrDefault(k => k.Names.Contains(heading.Trim().ToLowerInvariant().TrimEnd(':'))).Column;

    private static ContactKind? KindOf(string word) => word.Trim().ToLowerInvariant() switch
    {
        "funktionsbrevlåda" or "funktionsbrevlada" or "kommunen" or "brevlåda" or "kommunstyrelsen" => ContactKind.FunctionAddress,
        "registrator" or "registratur" or "diariet" => ContactKind.Registrar,
        "socialchef" or "socialdirektör" or "förvaltningschef" => ContactKind.HeadOfSocialServices,
        "län" or "länets kontakt" or "länskontakt" or "lan" => ContactKind.CountyContact,
        _ => null,
    };

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}

/// <summary>The sentences with which a list of contacts is refused.</summary>
public static class ContactListRefusals
{
    /// <summary>Columns that cannot be told.</summary>
    public static readonly Refusal NoColumns = new("contact-list-no-columns", "Listan behöver en rubrik för kommun och en för e-post. Sätt rubrikerna Kommun, Kontakt, Namn, E-post, Telefon och Kontrollerad.", "lista");

    /// <summary>The same column twice.</summary>
    public static Refusal TwoColumns(string one, string another) =>
        new("contact-list-two-columns", $"Kolumnerna ”{one}” och ”{another}” säger samma sak, så det går inte att veta vilken som gäller. Ta bort den ena.", "lista");

    /// <summary>No day on which they were checked.</summary>
    public static readonly Refusal NoDay = new("contact-list-no-day", "Skriv vilken dag kontakterna kontrollerades, till exempel 2025-10-01.", "kontrollerade");

    /// <summary>A day on which they cannot have been checked.</summary>
    public static Refusal NotCheckedThen(DateOnly first) =>
        new("contact-list-not-checked-then", $"Kontakterna kan inte ha kontrollerats den dagen. Skriv en dag från {first.Year} till och med i dag.", "kontrollerade");

    /// <summary>Nothing to read in.</summary>
    public static readonly Refusal NothingToDo = new("contact-list-nothing-to-do", "Listan ändrar ingenting.", "lista");

    /// <summary>Something was changed meanwhile.</summary>
    public static readonly Refusal ChangedMeanwhile = new("contact-list-changed-meanwhile", "Någon har ändrat en kontakt sedan listan visades. Gå igenom den på nytt och läs in den.");
}
