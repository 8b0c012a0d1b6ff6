using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.Owner);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(v => v.RecommendationId);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}
