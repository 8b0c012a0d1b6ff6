using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Boundaries;

/// <summary>What is typed about boundaries that are to be read in.</summary>
public sealed record TypedBoundaries(string Source, string Day)
{
    /// <summary>As posted.</summary>
    public static TypedBoundaries Of(IFormCollection form) => new(TypedText.Printed(form["kalla"].ToString()).Trim(), form["dag"].ToString());

    /// <summary>The command; null, with what is wrong added, when it cannot be read.</summary>
    public ReadInBoundaries? Command(BoundaryFile file, FieldErrors errors)
    {
        if (Source.Length is 0 or > ReadInBoundaries.LongestSource) errors.Add("kalla", $"Skriv vem som har ritat gränserna, till exempel SCB. Högst {ReadInBoundaries.LongestSource} tecken.");
        if (!SwedishDay.TryParse(Day, out var day)) errors.Add("dag", SwedishDay.Unreadable);
        return errors.Any ? null : new ReadInBoundaries(file, Source, day);
    }
}
