using System.Xml;

namespace Kunskapsstyrning.Web.Features.Printing;

/// <summary>Words as they can stand in the XML of a document.</summary>
internal static class XmlText
{
    /// <summary>Some signs have no way to be written in XML; a space stands in their place.</summary>
    public static string Clean(string text) => text.All(Fits) ? text : string.Concat(text.Select(c => Fits(c) ? c : ' '));

    private static bool Fits(char c) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c);
}
