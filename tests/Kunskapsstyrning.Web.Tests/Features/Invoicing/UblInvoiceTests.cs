using System.Xml.Linq;
using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Web.Features.Invoicing;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Invoicing;

/// <summary>Every kind of document there is, tried against every rule by its identifier, in every VAT category. The same database for all.</summary>
public sealed class UblInvoiceTests(UblInvoiceTests.Documents documents) : IClassFixture<UblInvoiceTests.Documents>
{
    public static TheoryData<string> Rules => [.. UblRules.All.Select(r => $"{r.Id} {r.On}")];

    [Fact]
    public void Every_rule_holds_for_every_invoice_and_credit_in_every_category()
    {
        var all = documents.All;

        Assert.Empty(all.SelectMany(d => UblRules.All.SelectMany(r => r.BrokenIn(d.Xml)).Select(broken => $"{d.Category}: {broken}")));
        Assert.Equal(["E", "O", "S", "S-IBAN", "S6", "Z"], all.Select(d => d.Category).Distinct().Order(StringComparer.Ordinal));
        Assert.All(all.Select(d => d.Category).Distinct(), c => Assert.Contains(all, d => d.Category == c && d.IsCredit));
        Assert.True(all.Count > 20, $"Only {all.Count} documents.");
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_document_that_breaks_a_rule_is_said_to(string name)
    {
        var rule = UblRules.All.Single(r => $"{r.Id} {r.On}" == name);
        var document = new XDocument(documents.All.First(d => d.Category == rule.On && d.IsCredit == rule.OnCredit).Xml);
        Assert.Empty(rule.BrokenIn(document));

        rule.BreakIn(document);

        Assert.NotEmpty(rule.BrokenIn(document));
    }

    [Fact]
    public void Every_rule_is_tried_somewhere() =>
        Assert.Empty(UblRules.All.Where(r => !documents.All.Any(d => r.Places(d.Xml) > 0)).Select(r => r.Id));

    [Fact]
    public void Elements_stand_in_the_order_of_the_schema_and_none_besides() => Assert.Empty(documents.All.SelectMany(d => UblSchema.Faults(d.Xml)));

    [Fact]
    public void An_element_out_of_order_or_place_is_found()
    {
        var document = new XDocument(documents.All[0].Xml);
        var id = document.Root!.Element(UblInvoice.Cbc + "ID")!;
        id.Remove();
        document.Root.Add(id, new XElement(UblInvoice.Cbc + "UBLVersionID", "2.1"));

        Assert.Equal(["UBL-CR: UBLVersionID in Invoice", "ID does not follow InvoiceLine in Invoice."], UblSchema.Faults(document));
    }

    [Fact]
    public void An_invoice_says_who_what_when_and_how_much()
    {
        var (_, _, xml) = documents.All.First(d => d is { Category: "S", IsCredit: false });

        Assert.Equal("9500.00", xml.Descendants(UblInvoice.Cbc + "TaxExclusiveAmount").Single().Value);
        Assert.Equal("2375.00", xml.Root!.Element(UblInvoice.Cac + "TaxTotal")!.Element(UblInvoice.Cbc + "TaxAmount")!.Value);
        Assert.Equal("11875.00", xml.Descendants(UblInvoice.Cbc + "PayableAmount").Single().Value);
        Assert.Equal(("2017-01-01", "2017-12-31"), (xml.Descendants(UblInvoice.Cbc + "StartDate").Single().Value, xml.Descendants(UblInvoice.Cbc + "EndDate").Single().Value));
        Assert.Equal(["8020000009", "2120001256"], xml.Descendants(UblInvoice.Cbc + "EndpointID").Select(e => e.Value));
        Assert.Equal("1234566", xml.Descendants(UblInvoice.Cac + "PayeeFinancialAccount").Single().Element(UblInvoice.Cbc + "ID")!.Value);
    }

    [Fact]
    public void A_credit_says_which_invoice_it_takes_back_and_is_above_zero()
    {
        var (_, _, xml) = documents.All.First(d => d is { Category: "S", IsCredit: true });

        Assert.Equal("KS000001", xml.Descendants(UblInvoice.Cac + "InvoiceDocumentReference").Single().Element(UblInvoice.Cbc + "ID")!.Value);
        Assert.Equal("11875.00", xml.Descendants(UblInvoice.Cbc + "PayableAmount").Single().Value);
        Assert.StartsWith("Krediterar faktura KS000001.", xml.Root!.Element(UblInvoice.Cbc + "Note")!.Value, StringComparison.Ordinal);
    }

    /// <summary>Runs with a first invoice, a late one, corrected details and one that leaves, in each category.</summary>
    public sealed class Documents : IAsyncLifetime
    {
        private readonly List<Document> _all = [];

        internal IReadOnlyList<Document> All => _all;

        public async ValueTask InitializeAsync()
        {
            foreach (var (name, terms) in Categories) _all.AddRange(await Of(name, terms));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static IEnumerable<(string Name, InvoiceTerms Terms)> Categories =>
        [
            ("S", Invoiced.Terms), ("S6", Invoiced.Terms with { Vat = new Vat(VatCategory.Standard, 6m, null) }),
            ("S-IBAN", Invoiced.Terms with { Bankgiro = null, Iban = Iban.Parse("SE3150000000000000000000"), Seller = Invoiced.Terms.Seller with { HasFTax = false } }),
            ("Z", Invoiced.Terms with { Vat = new Vat(VatCategory.ZeroRated, 0m, null) }), ("E", Invoiced.Terms with { Vat = new Vat(VatCategory.Exempt, 0m, "Undantaget enligt lag") }),
            ("O", Invoiced.Terms with { Vat = new Vat(VatCategory.OutsideScope, 0m, "Medlemsavgift, ingen omsättning") }),
        ];

        private static async Task<IReadOnlyList<Document>> Of(string category, InvoiceTerms terms)
        {
            await using var app = await TestApp.Create();
            await app.States(terms);
            await app.Knows("0125", "ZZ <1> & \"2\"");
            await app.Adopts2016("0125");
            Assert.Null((await app.Makes(reason: null)).Refusal);
            await app.Knows("0125", "Rättad");
            await app.Knows("0180", "STHLM");
            await app.Adopts2016("0180");
            Assert.Null((await app.Makes(anew: [1])).Refusal);

            return [.. (await Task.WhenAll(app.Made(1), app.Made(2))).SelectMany(v => v.Documents).Select(d => new Document(category, d.IsCredit, XDocument.Load(new MemoryStream(UblInvoice.Bytes(d)))))];
        }
    }

    internal sealed record Document(string Category, bool IsCredit, XDocument Xml);
}
