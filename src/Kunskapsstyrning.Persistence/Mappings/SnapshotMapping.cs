using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class SnapshotMapping : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> builder)
    {
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(s => s.RecommendationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.TakenBy);
        builder.HasIndex(s => new { s.RecommendationId, s.Name }).IsUnique();
        builder.Ignore(s => s.AsOf);
    }
}
