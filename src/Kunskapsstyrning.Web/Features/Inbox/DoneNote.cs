using System.Globalization;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>What was just done, told on the page that comes after.</summary>
/// <param name="Sentence">What was done.</param>
/// <param name="Link">What can be done about it; null when nothing can.</param>
/// <param name="Item">What it was done with; null when it was done with nothing in particular.</param>
public sealed record DoneNote(string Sentence, string? Link = null, ArrivedItemId? Item = null)
{
    /// <summary>The note for the words in an address; null when they say nothing.</summary>
    internal static DoneNote? Of(string? done, string? from)
    {
        ArrivedItemId? item = Guid.TryParse(from, out var id) ? new ArrivedItemId(id) : null;
        return done switch
        {
            "tomt" => new("Sparat. Inget mer väntar.", "Visa det som sparades", item),
            "upptaget" => new("Sparat. Det som är kvar har någon annan öppet.", "Visa det som sparades", item),
            "tillagt" => new("Handlingen lades till beslutet.", "Visa eller ångra", item),
            "at-sidan" => new("Meddelandet lades åt sidan.", "Visa eller ta tillbaka", item),
            "tillbaka" => new("Meddelandet är tillbaka i inkorgen."),
            "fardigt" => new("Meddelandet är klart.", "Visa", item),
            "lossat" => new("Handlingen är borttagen från beslutet. Meddelandet är tillbaka i inkorgen."),
            _ when done is not null && done.EndsWith("-filer", StringComparison.Ordinal) && int.TryParse(done[..^6], NumberStyles.None, CultureInfo.InvariantCulture, out var count) =>
                new($"{Swedish.Count(count, "fil", "filer")} togs emot. Det som redan fanns lades inte in igen."),
            _ => null,
        };
    }
}
