using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class DispatchMapping :
    IEntityTypeConfiguration<Dispatch>, IEntityTypeConfiguration<DispatchRecipient>, IEntityTypeConfiguration<DispatchValue>, IEntityTypeConfiguration<DispatchAttachment>
{
    public void Configure(EntityTypeBuilder<Dispatch> builder)
    {
        builder.Ignore(d => d.Content);
        builder.Ignore(d => d.Matter);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(d => d.RecommendationId);
        builder.HasOne<RecommendationCorrection>().WithMany().HasForeignKey(d => new { d.RecommendationId, d.CorrectionNumber });
        builder.HasOne<Snapshot>().WithMany().HasForeignKey(d => d.SnapshotId);
        builder.HasOne<Report>().WithMany().HasForeignKey(d => d.ReportId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PreparedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.SettledBy);
        builder.ComplexProperty(d => d.Rule);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("ck_dispatch_two_persons", "state <> 'Released' OR prepared_by <> settled_by");
            t.HasCheckConstraint("ck_dispatch_matter", "(kind = 'Correction') = (correction_number IS NOT NULL) AND (kind = 'Report') = (snapshot_id IS NOT NULL)");
            t.HasCheckConstraint("only_a_report_takes_a_report_out", "kind = 'Report' OR report_id IS NULL");
        });
    }

    public void Configure(EntityTypeBuilder<DispatchRecipient> builder)
    {
        builder.Ignore(r => r.Place);
        builder.HasKey(r => new { r.DispatchId, r.Number });
        builder.HasOne<Dispatch>().WithMany().HasForeignKey(r => r.DispatchId);
        builder.HasOne<OutgoingMessage>().WithMany().HasForeignKey(r => r.MessageId);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(r => r.MunicipalityCode);
        builder.HasOne<County>().WithMany().HasForeignKey(r => r.CountyCode);
        builder.HasIndex(r => new { r.DispatchId, r.InsteadOf }).IsUnique();
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("recipient_belongs_to_one", "(contact_kind = 'CountyContact') = (county_code IS NOT NULL) AND (municipality_code IS NULL) = (county_code IS NOT NULL)");
            t.HasCheckConstraint("recipient_with_address_gets_a_message", "(address IS NULL) = (message_id IS NULL)");
        });
    }

    public void Configure(EntityTypeBuilder<DispatchValue> builder)
    {
        builder.HasKey(v => new { v.DispatchId, v.MunicipalityCode, v.Name });
        builder.HasOne<Dispatch>().WithMany().HasForeignKey(v => v.DispatchId);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(v => v.MunicipalityCode);
    }

    public void Configure(EntityTypeBuilder<DispatchAttachment> builder)
    {
        builder.HasKey(a => new { a.DispatchId, a.DocumentId });
        builder.HasOne<Dispatch>().WithMany().HasForeignKey(a => a.DispatchId);
        builder.HasOne<Document>().WithMany().HasForeignKey(a => a.DocumentId);
    }
}
