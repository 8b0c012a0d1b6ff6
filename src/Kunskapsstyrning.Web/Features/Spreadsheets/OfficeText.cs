using System.Security;
using Kunskapsstyrning.Web.Features.Printing;

namespace Kunskapsstyrning.Web.Features.Spreadsheets;

/// <summary>Words as they stand in the XML of an Office file.</summary>
internal static class OfficeText
{
    /// <summary>The words with what means something in XML written as entities, and what cannot stand there left out.</summary>
    public static string Escaped(string words) => SecurityElement.Escape(XmlText.Clean(words));
}
