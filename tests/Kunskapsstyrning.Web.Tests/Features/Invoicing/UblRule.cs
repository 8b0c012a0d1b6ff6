using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Kunskapsstyrning.Web.Features.Invoicing;

namespace Kunskapsstyrning.Web.Tests.Features.Invoicing;

/// <summary>A rule by its identifier: in each place that the context finds, the test holds.</summary>
/// <param name="Id">The identifier in EN 16931 or Peppol BIS Billing 3.</param>
/// <param name="Context">Where it is tried, XPath.</param>
/// <param name="Test">What holds there, XPath.</param>
/// <param name="Break">What breaks it: "-path" takes away, "path=text" says something else, "path+&lt;xml/&gt;" adds within.</param>
internal sealed record UblRule(string Id, string Context, string Test, string Break)
{
    /// <summary>The category whose invoice it is broken on, when that is not one with VAT.</summary>
    public string On { get; init; } = "S";

    /// <summary>True when it is broken on a credit note.</summary>
    public bool OnCredit { get; init; }

    /// <summary>The places where the rule is broken.</summary>
    public IEnumerable<string> BrokenIn(XDocument document) => document.XPathSelectElements(Context, Names).Where(place => !Holds(place)).Select(place => $"{Id} in {place.Name.LocalName}: {place}");

    /// <summary>How many places there are to try it in.</summary>
    public int Places(XDocument document) => document.XPathSelectElements(Context, Names).Count();

    /// <summary>Breaks the document so that the rule must say no.</summary>
    public void BreakIn(XDocument document)
    {
        if (Break[0] == '-')
        {
            var gone = ((IEnumerable<object>)document.XPathEvaluate(Break[1..], Names)).ToList();
            if (gone.Count == 0) throw new InvalidOperationException($"{Id}: nothing to take away.");
            gone.OfType<XElement>().Remove();
            gone.OfType<XAttribute>().Remove();
            return;
        }

        var at = Break.IndexOf('+', StringComparison.Ordinal) is var plus and > 0 && Break[plus + 1] == '<' ? plus : Break.LastIndexOf('=');
        var places = ((IEnumerable<object>)document.XPathEvaluate(Break[..at], Names)).ToList();
        if (places.Count == 0) throw new InvalidOperationException($"{Id}: nothing to change.");
        foreach (var place in places)
        {
            if (Break[at] == '+') ((XElement)place).Add(XElement.Parse($"<x xmlns:cac=\"{UblInvoice.Cac}\" xmlns:cbc=\"{UblInvoice.Cbc}\">{Break[(at + 1)..]}</x>").Elements());
            else if (place is XElement element) element.Value = Break[(at + 1)..];
            else ((XAttribute)place).Value = Break[(at + 1)..];
        }
    }

    private bool Holds(XElement place) => (bool)place.XPathEvaluate($"boolean({Test})", Names);

    private static XmlNamespaceManager Names { get; } = Prefixes();

    private static XmlNamespaceManager Prefixes()
    {
        var names = new XmlNamespaceManager(new NameTable());
        names.AddNamespace("cac", UblInvoice.Cac.NamespaceName);
        names.AddNamespace("cbc", UblInvoice.Cbc.NamespaceName);
        return names;
    }
}
