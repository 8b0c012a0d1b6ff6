using System.Globalization;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>Reads what is typed in the forms of operations.</summary>
internal static partial class TypedOperation
{
    private const int LongestText = 2000;

    /// <summary>The fields with single spaces and without what cannot be printed.</summary>
    public static Dictionary<string, string> Read(IFormCollection form, IEnumerable<string> names) =>
        names.ToDictionary(n => n, n => string.Join(' ', TypedText.Printed(form[n].ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>A day; null, with what is wrong added, when it cannot be read.</summary>
    public static DateOnly? Day(string text, string field, FieldErrors errors)
    {
        if (SwedishDay.TryParse(text, out var day)) return day;
        errors.Add(field, text.Length == 0 ? "Skriv dagen." : SwedishDay.Unreadable);
        return null;
    }

    /// <summary>Years in a row, or a single one; null, with what is wrong added, when they cannot be read.</summary>
    public static YearSpan? Years(string text, string field, FieldErrors errors)
    {
        var match = Span().Match(text);
        if (!match.Success)
        {
            errors.Add(field, "Det går inte att läsa åren. Skriv dem som 2020–2023.");
            return null;
        }

        var (first, last) = (Year(match.Groups["first"].Value), Year(match.Groups["last"] is { Success: true } end ? end.Value : match.Groups["first"].Value));
        if (first <= last) return new YearSpan(first, last);
        errors.Add(field, Domain.Recommendations.CorrectionRefusals.YearsBackwards.Sentence);
        return null;
    }

    /// <summary>A single year; null, with what is wrong added, when it cannot be read.</summary>
    public static int? SingleYear(string text, string field, FieldErrors errors)
    {
        if (Only().IsMatch(text)) return Year(text);
        errors.Add(field, "Skriv året med fyra siffror, till exempel 2024.");
        return null;
    }

    /// <summary>Municipalities by name or code, with commas between; what is nobody's name is added to what is wrong.</summary>
    public static IReadOnlyList<MunicipalityCode> Municipalities(string text, string field, IReadOnlyList<Municipality> all, FieldErrors errors)
    {
        var found = new List<MunicipalityCode>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (MunicipalityTyped.Find(name, all) is { } municipality) found.Add(municipality.Code);
            else if (errors[field] is null) errors.Add(field, $"Det finns ingen kommun som heter ”{(name.Length > 60 ? name[..60] + "…" : name)}”. Skriv namn eller kod, med komma emellan.");
        }

        return found;
    }

    /// <summary>Adds what is wrong where a text is longer than anything that is printed.</summary>
    public static void NoneTooLong(IReadOnlyDictionary<string, string> fields, FieldErrors errors)
    {
        foreach (var (name, _) in fields.Where(f => f.Value.Length > LongestText)) errors.Add(name, $"Texten är för lång. Skriv högst {LongestText} tecken.");
    }

    private static int Year(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<first>20[0-9]{2})( ?(-|–|—|till|till och med|t\\.o\\.m\\.) ?(?<last>20[0-9]{2}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Span();

    [GeneratedRegex("^20[0-9]{2}$", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Only();
}
