using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>A title whose years stay on one line: browsers break after the dash between them.</summary>
public static partial class Unbroken
{
    /// <summary>The title as markup, with "2020–2023" held together.</summary>
    public static MarkupString Years(string title) =>
        new(Spans().Replace(System.Net.WebUtility.HtmlEncode(title), """<span class="nb">$0</span>"""));

    [GeneratedRegex("[0-9]{4}–[0-9]{4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spans();
}
