using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Invoicing;

/// <summary>Says who sends invoices, where the money goes and how VAT stands. Invoices that are made keep what was said then.</summary>
/// <param name="Seen">The number of what was seen; zero when nothing stood.</param>
/// <param name="Terms">What is said.</param>
[Requires(Permission.InvoiceFees)]
public sealed record StateInvoiceSettings(int Seen, InvoiceTerms Terms) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var result = Domain.Invoices.InvoiceSettings.State(await session.Db.SettingsThatHold(cancellation), Seen, Terms, session.Actor.Person!.Value, session.Now, out var stated);
        if (stated is not null) session.Db.Add(stated);
        return result;
    }
}

/// <summary>What is said about invoices, and the versions before.</summary>
[Requires(Permission.InvoiceFees)]
public sealed record SaidAboutInvoices : IQuery<InvoiceSettingsView>
{
    /// <inheritdoc/>
    public async Task<InvoiceSettingsView> Answer(Session session, CancellationToken cancellation)
    {
        var all = await (
            from s in session.Db.InvoiceSettings
            join p in session.Db.People on s.StatedBy equals p.Id
            orderby s.Number descending
            select new StatedVersion(s, p.Name)).ToListAsync(cancellation);
        return new InvoiceSettingsView(all, session.Today, session.Facts.HasExamples);
    }
}

/// <summary>What is said about invoices, the latest first.</summary>
public sealed record InvoiceSettingsView(IReadOnlyList<StatedVersion> Versions, DateOnly Today, bool HasExamples)
{
    /// <summary>What holds; null when nothing is said.</summary>
    public InvoiceSettings? Holds => Versions.Count == 0 ? null : Versions[0].Settings;
}

/// <summary>A version, and who stated it.</summary>
public sealed record StatedVersion(InvoiceSettings Settings, string By);
