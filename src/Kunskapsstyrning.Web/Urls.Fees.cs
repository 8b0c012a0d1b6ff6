using System.Globalization;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web;

/// <summary>Fees, the papers about them, and invoices.</summary>
public static partial class Urls
{
    public const string ManageFees = "/rekommendationer/{slug}/hantera/avgifter";
    public const string TryFees = "/rekommendationer/{slug}/hantera/avgifter/{years}/prova";
    public const string TryFeesLive = "/rekommendationer/{slug}/hantera/avgifter/{years}/_blazor/{**rest}";
    public const string ProposeFees = "/rekommendationer/{slug}/hantera/avgifter/{years}/forslag";
    public const string FeeProposal = "/rekommendationer/{slug}/hantera/avgifter/{years}/forslag/{id:guid}";
    public const string ApproveFees = "/rekommendationer/{slug}/hantera/avgifter/{years}/forslag/{id:guid}/godkann";
    public const string EndProposal = "/rekommendationer/{slug}/hantera/avgifter/{years}/forslag/{id:guid}/avsluta";
    public const string FeeVersion = "/rekommendationer/{slug}/hantera/avgifter/{years}/version/{nummer:int}";
    public const string FeesOfList = "/rekommendationer/{slug}/hantera/avgifter/{years}/lista";
    public const string FeeNotice = "/kommuner/{kod}/avgiftsbesked/{slug}/{ar:int:length(4)}";
    public const string FeeNotices = "/rekommendationer/{slug}/hantera/avgiftsbesked/{ar:int:length(4)}";
    public const string FeeNoticesState = "/rekommendationer/{slug}/hantera/avgiftsbesked/{ar:int:length(4)}/laget";
    public const string CancelFeeNotices = "/rekommendationer/{slug}/hantera/avgiftsbesked/{ar:int:length(4)}/avbryt";
    public const string FeeNoticesFile = "/rekommendationer/{slug}/hantera/avgiftsbesked/{ar:int:length(4)}/{id:guid}.zip";
    public const string CostPerMunicipality = "/rekommendationer/{slug}/kostnad-per-kommun/{ar:int:length(4)}";
    public const string CostPerMunicipalityPdf = "/rekommendationer/{slug}/kostnad-per-kommun/{ar:int:length(4)}.pdf";
    public const string CostPerMunicipalityExcel = "/rekommendationer/{slug}/kostnad-per-kommun/{ar:int:length(4)}.xlsx";
    public const string FeeNoticePdf = "/kommuner/{kod}/avgiftsbesked/{slug}/{ar:int:length(4)}.pdf";
    public const string Invoices = "/fakturaunderlag";
    public const string InvoiceSettings = "/fakturaunderlag/installningar";
    public const string InvoicesOfYear = "/fakturaunderlag/{slug}/{ar:int:length(4)}";
    public const string InvoiceRun = "/fakturaunderlag/{slug}/{ar:int:length(4)}/uttag/{nummer:int}";
    public const string InvoiceRunWorkbook = "/fakturaunderlag/{slug}/{ar:int:length(4)}/uttag/{nummer:int}/underlag.xlsx";
    public const string InvoiceRunSheet = "/fakturaunderlag/{slug}/{ar:int:length(4)}/uttag/{nummer:int}/underlag.csv";
    public const string InvoiceRunCsv = "/fakturaunderlag/{slug}/{ar:int:length(4)}/uttag/{nummer:int}/records.csv";
    public const string InvoiceRunZip = "/fakturaunderlag/{slug}/{ar:int:length(4)}/uttag/{nummer:int}/fakturor.zip";
    public const string BuyerReference = "/kommuner/{kod}/bestallarreferens";
    public const string OwnBuyerReference = "/min-kommun/bestallarreferens";

    /// <summary>The fees of a recommendation, period by period, for those who work with them.</summary>
    public static string ToManageFees(string slug) => $"/rekommendationer/{slug}/hantera/avgifter";

    /// <summary>Something of a period's fees: "prova", "forslag", "lista".</summary>
    public static string ToFees(string slug, YearSpan years, string part) => $"{ToManageFees(slug)}/{years.InAddress()}/{part}";

    /// <summary>A proposal to freeze fees; with "godkann" or "avsluta" what is done with it.</summary>
    public static string ToFeeProposal(string slug, YearSpan years, AllocationProposalId id, string? act = null) =>
        ToFees(slug, years, $"forslag/{id.Value}{(act is null ? null : $"/{act}")}");

    /// <summary>A frozen version of a period's fees.</summary>
    public static string ToFeeVersion(string slug, YearSpan years, int number) => ToFees(slug, years, $"version/{number.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>What a municipality pays in a year, on a paper of its own; with "pdf" the file.</summary>
    public static string ToFeeNotice(MunicipalityCode code, string slug, int year, string? file = null) =>
        $"/kommuner/{code}/avgiftsbesked/{slug}/{year.ToString(CultureInfo.InvariantCulture)}{(file is null ? null : $".{file}")}";

    /// <summary>Printing the fee notices of every municipality for a year; with a part after it, something of it or to be done with it.</summary>
    public static string ToFeeNotices(string slug, int year, string part = "") =>
        $"/rekommendationer/{slug}/hantera/avgiftsbesked/{year.ToString(CultureInfo.InvariantCulture)}{(part.Length == 0 ? "" : "/" + part)}";

    /// <summary>What every municipality pays in a year; with "pdf" or "xlsx" the file.</summary>
    public static string ToCostPerMunicipality(string slug, int year, string? file = null) =>
        $"/rekommendationer/{slug}/kostnad-per-kommun/{year.ToString(CultureInfo.InvariantCulture)}{(file is null ? null : $".{file}")}";

    /// <summary>What is invoiced for a recommendation and year, and what is left.</summary>
    public static string ToInvoicesOfYear(string slug, int year) => $"{Invoices}/{slug}/{year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>An invoice run; with a name after it, a file of it.</summary>
    public static string ToInvoiceRun(string slug, int year, int number, string? file = null) =>
        $"{ToInvoicesOfYear(slug, year)}/uttag/{number.ToString(CultureInfo.InvariantCulture)}{(file is null ? null : $"/{file}")}";

    /// <summary>What a municipality wants to find on its invoices.</summary>
    public static string ToBuyerReference(MunicipalityCode code) => $"/kommuner/{code}/bestallarreferens";
}
