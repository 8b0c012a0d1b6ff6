using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Invoicing;

/// <summary>What is invoiced for a recommendation and year, what is left, and what is missing. Null where there is no such recommendation or year.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Year">The year.</param>
/// <param name="Anew">The invoices to credit and make again with the reference that holds now, by their place among all; null for none.</param>
[Requires(Permission.InvoiceFees)]
public sealed record InvoicesOfYear(string Slug, int Year, IReadOnlyList<long>? Anew = null) : IQuery<InvoiceYearView?>
{
    /// <inheritdoc/>
    public async Task<InvoiceYearView?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked || !asked.PayingYearsOn(session.Today).Contains(Year)) return null;

        var now = await session.Invoices(asked, Year, Anew ?? [], cancellation);
        var makers = now.Runs.Select(r => r.MadeBy).ToList();
        var names = await session.Db.People.Where(p => makers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return new InvoiceYearView(asked, Year, now.Proposal, now.Refusal, now.Runs, names, now.Settings, session.Today, session.Facts.ExampleNotice(asked.Id));
    }
}

/// <summary>What is invoiced for a recommendation and year, what is left, and what is missing.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Year">The year.</param>
/// <param name="Proposal">What the next run would hold; null when there can be none.</param>
/// <param name="Refusal">Why there can be none; null when there can.</param>
/// <param name="Runs">The runs that are made.</param>
/// <param name="Names">Who made them.</param>
/// <param name="Settings">What is said about invoices; null when nothing is.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="ExampleNotice">What is invented; null when nothing is.</param>
public sealed record InvoiceYearView(
    Recommendation Recommendation, int Year, InvoiceProposal? Proposal, Refusal? Refusal, IReadOnlyList<InvoiceRun> Runs, IReadOnlyDictionary<PersonId, string> Names,
    InvoiceSettings? Settings, DateOnly Today, string? ExampleNotice)
{
    /// <summary>What stands in the way of a run besides what is missing of single municipalities; null when nothing does.</summary>
    public Refusal? InTheWay => Refusal ?? (Settings is null ? InvoiceRefusals.NoSettings : Settings.Terms.Vat is null ? InvoiceRefusals.VatNotChosen : null);

    /// <summary>What somebody who makes a run should have thought of first; null when there is nothing.</summary>
    public string? TooEarly => Recommendation switch
    {
        { Threshold: not null } when Recommendation.StepOn(Today) is LifeStep.Open or LifeStep.Answered => "Det är inte beslutat att rekommendationen går vidare.",
        _ when Year > Today.Year => $"Året {Year} har inte börjat.",
        _ => null,
    };

    /// <summary>What the runs come to, credits taken away.</summary>
    public Kronor Invoiced => Runs.Select(r => r.Net).Sum();
}

/// <summary>Every recommendation and year that can be invoiced: what is due, invoiced and left.</summary>
[Requires(Permission.InvoiceFees)]
public sealed record InvoiceOverview : IQuery<InvoiceOverviewView>
{
    /// <inheritdoc/>
    public async Task<InvoiceOverviewView> Answer(Session session, CancellationToken cancellation)
    {
        var years = new List<InvoiceYearView>();
        foreach (var asked in session.Facts.Recommendations)
        {
            foreach (var year in asked.PayingYearsOn(session.Today).Years.Reverse())
            {
                var now = await session.Invoices(asked, year, [], cancellation);
                years.Add(new InvoiceYearView(asked, year, now.Proposal, now.Refusal, now.Runs, new Dictionary<PersonId, string>(), now.Settings, session.Today, null));
            }
        }

        return new InvoiceOverviewView(years, await session.Db.SettingsThatHold(cancellation), session.Facts.HasExamples);
    }
}

/// <summary>What can be invoiced, recommendation by recommendation, the latest year first.</summary>
public sealed record InvoiceOverviewView(IReadOnlyList<InvoiceYearView> Years, InvoiceSettings? Settings, bool HasExamples);
