using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Invoicing;
using Kunskapsstyrning.Web.Features.MunicipalityRegister;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Invoicing;

/// <summary>What it takes to invoice, in a test. Seller, numbers and references are invented.</summary>
internal static class Invoiced
{
    public const string Slug = "2016-nationell-stodfunktion";

    public static InvoiceTerms Terms { get; } = new()
    {
        Seller = new Seller("Exempelförbundet", OrganisationNumber.Parse("802000-0009"), VatNumber.Parse("SE802000000901"), "Påhittade vägen 1", "123 45", "Exempelstad", HasFTax: true),
        Bankgiro = Bankgiro.Parse("123-4566"), PaymentDays = 30, Vat = new Vat(VatCategory.Standard, 25m, null), Series = "KS",
    };

    /// <summary>Says who sends invoices.</summary>
    public static async Task States(this TestApp app, InvoiceTerms? terms = null)
    {
        var seen = (await app.As(Role.Finance).Ask(new SaidAboutInvoices())).Holds?.Number ?? 0;
        Assert.Null((await app.As(Role.Finance).Run(new StateInvoiceSettings(seen, terms ?? Terms))).Refusal);
    }

    /// <summary>Gives a municipality what an invoice needs.</summary>
    public static async Task Knows(this TestApp app, string code, string? reference = "REF", OrganisationNumber? number = null)
    {
        var municipality = new MunicipalityCode(code);
        Assert.Null((await app.As(Role.Administrator).Run(new StateOrganisationNumber(municipality, null, number ?? Number(code)))).Refusal);
        if (reference is null) return;

        var seen = (await app.As(Role.Finance).Ask(new BuyerReferenceOf(municipality)))!.Stated?.Number ?? 0;
        Assert.True(BuyerReference.TryParse(reference, out var read));
        Assert.Null((await app.As(Role.Finance).Run(new StateBuyerReference(municipality, seen, read))).Refusal);
    }

    /// <summary>Lets a municipality adopt the recommendation of 2016, so that it pays from 2017.</summary>
    public static async Task<DecisionId> Adopts2016(this TestApp app, string code)
    {
        var decision = await app.As(Role.Registrar).Log2016(code, Typed.Adopts);
        Assert.Null((await app.As(Role.Registrar).Run(decision)).Refusal);
        return decision.Id;
    }

    public static async Task<InvoiceYearView> Year(this TestApp app, int year = 2017, string slug = Slug) => (await app.As(Role.Finance).Ask(new InvoicesOfYear(slug, year)))!;

    /// <summary>Makes what is proposed, with some invoices credited and made again by choice.</summary>
    public static async Task<Result> Makes(this TestApp app, string? reason = "Nytt uttag", int year = 2017, IReadOnlyList<long>? anew = null)
    {
        var view = (await app.As(Role.Finance).Ask(new InvoicesOfYear(Slug, year, anew)))!;
        return await app.As(Role.Finance).Run(new MakeInvoiceRun(view.Recommendation.Id, year, view.Proposal!.Seen, reason, anew));
    }

    public static async Task<MadeInvoicesView> Made(this TestApp app, int number, int year = 2017) => (await app.As(Role.Finance).Ask(new MadeInvoices(Slug, year, number)))!;

    /// <summary>An invented number that begins as a municipality's do, of the last three figures of its code: use codes that differ in them.</summary>
    private static OrganisationNumber Number(string code)
    {
        for (var check = 0; check < 10; check++)
            if (OrganisationNumber.TryParse($"212000{code[1..]}{check}", out var number)) return number;
        throw new InvalidOperationException("Some last figure always fits.");
    }
}
