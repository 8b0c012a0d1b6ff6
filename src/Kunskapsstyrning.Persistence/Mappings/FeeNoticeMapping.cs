using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class FeeNoticeMapping : IEntityTypeConfiguration<FeeNoticeBatch>, IEntityTypeConfiguration<PrintedNotice>
{
    public void Configure(EntityTypeBuilder<FeeNoticeBatch> builder)
    {
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(b => b.RecommendationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(b => b.StartedBy);
        builder.HasIndex(b => new { b.RecommendationId, b.Year }).IsUnique().HasFilter("state = 'Printing'").HasDatabaseName("ix_fee_notice_batch_printing");
        builder.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<PrintedNotice> builder)
    {
        builder.HasKey(n => new { n.BatchId, n.MunicipalityCode });
        builder.HasOne<FeeNoticeBatch>().WithMany().HasForeignKey(n => n.BatchId);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(n => n.MunicipalityCode);
    }
}
