using System.Globalization;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>A new draft as it is typed. A field's name is also its id.</summary>
/// <param name="Title">The title in full.</param>
/// <param name="ShortTitle">The title for headings.</param>
/// <param name="Slug">The name in addresses; empty to have it proposed.</param>
/// <param name="BoardMeetsOn">The day of the board's meeting.</param>
/// <param name="First">The first year.</param>
/// <param name="Last">The last year.</param>
public sealed record TypedDraft(string Title, string ShortTitle, string Slug, string BoardMeetsOn, string First, string Last)
{
    /// <summary>Nothing typed yet.</summary>
    public static TypedDraft Empty { get; } = new("", "", "", "", "", "");

    /// <summary>What was posted.</summary>
    public static TypedDraft Of(IFormCollection form) => new(
        form.OnOneLine("rubrik"), form.OnOneLine("kort-rubrik"), form.OnOneLine("adress").ToLowerInvariant(), form.OnOneLine("styrelsemote"), form.OnOneLine("forsta-ar"), form.OnOneLine("sista-ar"));

    /// <summary>What the draft begins with; null, with what is wrong added, when it cannot be read.</summary>
    public NewDraft? Read(FieldErrors errors)
    {
        if (Title.Length is 0 or > NewDraft.LongestTitle) errors.Add(RecommendationRefusals.NoTitle);
        if (ShortTitle.Length is 0 or > NewDraft.LongestShortTitle) errors.Add(RecommendationRefusals.NoShortTitle);
        var hasDay = SwedishDay.TryParse(BoardMeetsOn, out var day);
        if (!hasDay) errors.Add("styrelsemote", BoardMeetsOn.Length == 0 ? "Skriv vilken dag styrelsen möts eller har mötts." : SwedishDay.Unreadable);
        var slug = Slug.Length > 0 || !hasDay ? Slug : RecommendationSlug.Propose(day.Year, ShortTitle);
        if (slug.Length > 0 && RecommendationSlug.RefusalOf(slug) is { } refusal) errors.Add(refusal);
        var years = YearFields.Read(errors, ("forsta-ar", First), ("sista-ar", Last));
        return errors.Any || years is null ? null : new NewDraft(Title, ShortTitle, slug, day, years);
    }
}

/// <summary>Reads years as they are typed, and text on one line.</summary>
internal static class YearFields
{
    /// <summary>The years, both ends included; null, with what is wrong added, when they cannot be read.</summary>
    public static YearSpan? Read(FieldErrors errors, (string Field, string Typed) first, (string Field, string Typed) last)
    {
        int? from = Year(errors, first), through = Year(errors, last);
        if (from is null || through is null) return null;
        if (from <= through) return new YearSpan(from.Value, through.Value);
        errors.Add(last.Field, "Det sista året kan inte ligga före det första.");
        return null;
    }

    /// <summary>What was posted in a field, with the differences that mean nothing taken away.</summary>
    public static string OnOneLine(this IFormCollection form, string field) =>
        string.Join(' ', TypedText.Printed(form[field].ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int? Year(FieldErrors errors, (string Field, string Typed) typed)
    {
        if (int.TryParse(typed.Typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && NewDraft.PossibleYears.Contains(year)) return year;
        errors.Add(typed.Field, $"Skriv året med fyra siffror, mellan {NewDraft.PossibleYears.First} och {NewDraft.PossibleYears.Last}.");
        return null;
    }
}
