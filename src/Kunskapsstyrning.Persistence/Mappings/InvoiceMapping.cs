using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class InvoiceMapping :
    IEntityTypeConfiguration<InvoiceRun>, IEntityTypeConfiguration<Invoice>, IEntityTypeConfiguration<InvoiceSettings>, IEntityTypeConfiguration<StatedBuyerReference>
{
    public void Configure(EntityTypeBuilder<InvoiceRun> builder)
    {
        builder.Ignore(r => r.Net);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(r => r.RecommendationId);
        builder.HasOne<InvoiceSettings>().WithMany().HasForeignKey(r => r.SettingsNumber);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.MadeBy);
        builder.HasMany(r => r.Invoices).WithOne().HasForeignKey(i => i.RunId);
        builder.HasIndex(r => new { r.RecommendationId, r.Year, r.Number }).IsUnique();
        builder.IsFact();
        builder.ToTable(t => t.HasCheckConstraint("a_later_run_has_its_reason", "number = 1 OR reason IS NOT NULL"));
    }

    public void Configure(EntityTypeBuilder<Invoice> builder)
    {
        builder.HasKey(i => i.Serial);
        builder.Ignore(i => i.Net);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(i => i.MunicipalityCode);
        builder.HasOne<Allocation>().WithMany().HasForeignKey(i => i.AllocationId);
        builder.HasOne<InvoiceSettings>().WithMany().HasForeignKey(i => i.SettingsNumber);
        builder.HasOne<Invoice>().WithMany().HasForeignKey(i => i.RefersTo);
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("an_invoice_is_above_zero", "amount > 0");
            t.HasCheckConstraint("a_credit_refers_to_its_invoice", "kind <> 'Credit' OR refers_to IS NOT NULL");
        });
    }

    public void Configure(EntityTypeBuilder<InvoiceSettings> builder)
    {
        builder.HasKey(s => s.Number);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.StatedBy);
        builder.ComplexProperty(s => s.Terms, terms =>
        {
            terms.ComplexProperty(t => t.Seller);
            terms.ComplexProperty(t => t.Vat);
            terms.Ignore(t => t.Refusal);
        });
        builder.IsFact();
    }

    public void Configure(EntityTypeBuilder<StatedBuyerReference> builder)
    {
        builder.HasKey(r => new { r.MunicipalityCode, r.Number });
        builder.HasOne<Municipality>().WithMany().HasForeignKey(r => r.MunicipalityCode);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.StatedBy);
        builder.IsFact();
    }
}
