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
}
