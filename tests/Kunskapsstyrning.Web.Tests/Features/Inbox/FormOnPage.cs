using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>What a browser sends of a form as it stands on a page, with what is given in place of what stands there.</summary>
internal static class FormOnPage
{
    public static IReadOnlyList<(string Name, string Value)> Fields(this IDocument page, params IEnumerable<(string Name, string Value)> instead)
    {
        var given = instead.ToList();
        var form = (IHtmlFormElement)page.GetElementById("registrera")!;
        var standing = form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } and not "__RequestVerificationToken").SelectMany(Value);
        return [.. standing.Where(f => !given.Exists(g => g.Name == f.Name)), .. given];
    }

    private static IEnumerable<(string Name, string Value)> Value(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [(box.Name!, box.Value)] : [],
        IHtmlInputElement input => [(input.Name!, input.Value)],
        IHtmlSelectElement select => [(select.Name!, select.Value ?? "")],
        IHtmlTextAreaElement area => [(area.Name!, area.Value)],
        _ => [],
    };
}
