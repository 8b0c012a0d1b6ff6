using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class ReportMapping : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(r => r.RecommendationId);
        builder.HasOne<Snapshot>().WithMany().HasForeignKey(r => r.SnapshotId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.MadeBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PublishedBy);
        builder.HasIndex(r => new { r.RecommendationId, r.Number }).IsUnique();
        builder.Ignore(r => r.Quotes);
        builder.Ignore(r => r.IsPublished);
    }
}
