using System.Globalization;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;

namespace Kunskapsstyrning.Web;

/// <summary>What SKR does with recommendations.</summary>
public static partial class Urls
{
    public const string ManagedRecommendations = "/rekommendationer/hantera";
    public const string NewRecommendation = "/rekommendationer/ny";
    public const string Hub = "/rekommendationer/{slug}/hantera";
    public const string DraftContent = "/rekommendationer/{slug}/hantera/uppgifter";
    public const string DraftTerms = "/rekommendationer/{slug}/hantera/uppgifter/villkor/{ar:int:length(4)}";
    public const string DraftAnnexes = "/rekommendationer/{slug}/hantera/bilagor";
    public const string SendRecommendation = "/rekommendationer/{slug}/hantera/skicka";
    public const string GoAhead = "/rekommendationer/{slug}/hantera/ga-vidare";
    public const string ThrowAwayDraft = "/rekommendationer/{slug}/hantera/kasta";
    public const string Threshold = "/rekommendationer/{slug}/hantera/grans";
    public const string TimetableFile = "/rekommendationer/{slug}/tidplan.ics";
    public const string AllTimetables = "/tidplan.ics";
    public const string CorrectRecommendation = "/rekommendationer/{slug}/hantera/ratta";
    public const string ExtendRecommendation = "/rekommendationer/{slug}/hantera/forlang";
    public const string RecallExtension = "/rekommendationer/{slug}/hantera/forlang/{id:guid}/aterkalla";
    public const string RenewRecommendation = "/rekommendationer/{slug}/hantera/fornya";
    public const string LongerDeadline = "/rekommendationer/{slug}/hantera/svarstid";
    public const string LastTime = "/rekommendationer/{slug}/hantera/forra-svaren";
    public const string Publicity = "/administration/publicitet";
    public const string Reminders = "/rekommendationer/{slug}/hantera/paminnelser";
    public const string SnoozeReminder = "/rekommendationer/{slug}/hantera/paminnelser/skjut-upp";

    /// <summary>The fee terms of a draft's period, by its first year.</summary>
    public static string ToDraftTerms(string slug, int first) => ToHub(slug, $"uppgifter/villkor/{first.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>A recommendation's timetable as a file for calendars.</summary>
    public static string ToTimetableFile(string slug) => $"/rekommendationer/{slug}/tidplan.ics";

    /// <summary>Where SKR works with a recommendation; with a part after it, one thing to do with it.</summary>
    public static string ToHub(string slug, string part = "") => part.Length == 0 ? $"/rekommendationer/{slug}/hantera" : $"/rekommendationer/{slug}/hantera/{part}";

    /// <summary>Correcting what was sent.</summary>
    public static string ToCorrectRecommendation(string slug) => $"/rekommendationer/{slug}/hantera/ratta";

    /// <summary>Extending a recommendation.</summary>
    public static string ToExtend(string slug) => $"/rekommendationer/{slug}/hantera/forlang";

    /// <summary>Recalling a proposed extension.</summary>
    public static string ToRecallExtension(string slug, ExtensionId id) => $"/rekommendationer/{slug}/hantera/forlang/{id.Value}/aterkalla";

    /// <summary>Renewing a recommendation.</summary>
    public static string ToRenew(string slug) => $"/rekommendationer/{slug}/hantera/fornya";

    /// <summary>A longer time to answer for one municipality.</summary>
    public static string ToLongerDeadline(string slug, MunicipalityCode? municipality = null) => $"/rekommendationer/{slug}/hantera/svarstid" + Query(("kommun", municipality?.Digits));

    /// <summary>What everyone answered to the recommendation that this one renews.</summary>
    public static string ToLastTime(string slug) => $"/rekommendationer/{slug}/hantera/forra-svaren";

    /// <summary>When to remind of a recommendation, and whom.</summary>
    public static string ToReminders(string slug, string? done = null) => $"/rekommendationer/{slug}/hantera/paminnelser" + Query(("klart", done));
}
