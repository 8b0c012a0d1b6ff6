using System.Globalization;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>Moments, as a Swedish clock shows them.</summary>
public static partial class Swedish
{
    /// <summary>"kl. 14.32".</summary>
    public static string Clock(DateTimeOffset moment) => $"kl.{Nbsp}{SwedishTime.Local(moment).ToString("HH.mm", CultureInfo.InvariantCulture)}";

    /// <summary>"kl. 14.32" today, "15 juni 2019 kl. 14.32" any other day.</summary>
    public static string DayAndTime(DateTimeOffset moment, DateOnly today) =>
        SwedishTime.DayOf(moment) == today ? Clock(moment) : $"{SwedishTime.DayOf(moment).Long()} {Clock(moment)}";

    /// <summary>"i dag", "9 september" the same year, "9 september 2016" any other.</summary>
    public static string ShortDay(DateOnly day, DateOnly today) => day == today ? "i dag" : day.Year == today.Year ? day.WithoutYear() : day.Long();
}
