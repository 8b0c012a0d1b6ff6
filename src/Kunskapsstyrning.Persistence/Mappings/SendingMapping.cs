using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class SendingMapping : IEntityTypeConfiguration<SentDecision>, IEntityTypeConfiguration<SendingDraft>, IEntityTypeConfiguration<DecisionRemark>
{
    public void Configure(EntityTypeBuilder<SentDecision> builder)
    {
        builder.HasKey(s => s.ItemId);
        builder.HasOne<ArrivedItem>().WithOne().HasForeignKey<SentDecision>(s => s.ItemId);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(s => s.MunicipalityCode);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(s => s.RecommendationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.SentBy);
        builder.ComplexProperty(s => s.Stated);
        builder.HasIndex(s => s.Reference).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SendingDraft> builder)
    {
        builder.HasKey(d => new { d.PersonId, d.MunicipalityCode });
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(d => d.MunicipalityCode);
        builder.Property(d => d.Fields).HasColumnType("jsonb");
        builder.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<DecisionRemark> builder)
    {
        builder.HasKey(r => new { r.DecisionId, r.Number });
        builder.HasOne<Decision>().WithMany().HasForeignKey(r => r.DecisionId);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(r => r.MunicipalityCode);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(r => r.RecommendationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.SaidBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.SettledBy);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}
