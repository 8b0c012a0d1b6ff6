using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>A text in several lines, as it came from a form.</summary>
internal static class TypedText
{
    /// <summary>Without what cannot be printed, which PostgreSQL would refuse.</summary>
    public static string Printed(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(c => (PrintedText.Shows(c) && !char.IsControl(c)) || c is '\n' or '\t'));
}
