using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class CoverMapping : IEntityTypeConfiguration<CoverBatch>, IEntityTypeConfiguration<PrintedCover>
{
    public void Configure(EntityTypeBuilder<CoverBatch> builder)
    {
        builder.HasOne<Report>().WithMany().HasForeignKey(b => b.ReportId);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(b => b.RecommendationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(b => b.StartedBy);
        builder.HasIndex(b => b.ReportId).IsUnique().HasFilter("state = 'Printing'").HasDatabaseName("ix_cover_batch_printing");
        builder.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<PrintedCover> builder)
    {
        builder.HasKey(c => new { c.BatchId, c.MunicipalityCode });
        builder.HasOne<CoverBatch>().WithMany().HasForeignKey(c => c.BatchId);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(c => c.MunicipalityCode);
    }
}
