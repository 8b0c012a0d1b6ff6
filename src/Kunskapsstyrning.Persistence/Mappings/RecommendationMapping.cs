using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class RecommendationMapping : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.HasIndex(r => r.Slug).IsUnique();
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(r => r.PredecessorId);
        builder.ComplexProperty(r => r.BoardDecision);
        builder.ComplexProperty(r => r.Letter);
        builder.ComplexProperty(r => r.StatedCost);
        builder.ComplexProperty(r => r.Threshold);
        builder.HasMany(r => r.Points).WithOne().HasForeignKey(p => p.RecommendationId);
        builder.HasMany(r => r.Rounds).WithOne().HasForeignKey(p => p.RecommendationId);
        builder.HasMany(r => r.Periods).WithOne().HasForeignKey(p => p.RecommendationId);
        builder.HasMany(r => r.Extensions).WithOne().HasForeignKey(p => p.RecommendationId);
        builder.HasMany(r => r.Corrections).WithOne().HasForeignKey(p => p.RecommendationId);
        builder.HasMany(r => r.Timetable).WithOne().HasForeignKey(p => p.RecommendationId);
        builder.HasMany(r => r.Deadlines).WithOne().HasForeignKey(p => p.RecommendationId);
        builder.HasMany(r => r.GoAheadDecisions).WithOne().HasForeignKey(p => p.RecommendationId);
        builder.HasMany(r => r.ThresholdStatements).WithOne().HasForeignKey(p => p.RecommendationId);
        builder.ToTable(t => t.HasCheckConstraint("shares_are_parts", "threshold_share_of_municipalities BETWEEN 0 AND 1 AND threshold_share_of_inhabitants BETWEEN 0 AND 1"));
        builder.Property<uint>("xmin").IsRowVersion();
    }
}

internal sealed class RecommendationPartsMapping :
    IEntityTypeConfiguration<BoardPoint>, IEntityTypeConfiguration<Round>, IEntityTypeConfiguration<FundingPeriod>, IEntityTypeConfiguration<Extension>,
    IEntityTypeConfiguration<ExtensionRecall>,
    IEntityTypeConfiguration<RecommendationCorrection>, IEntityTypeConfiguration<CorrectionRecipient>, IEntityTypeConfiguration<TimetableEntry>, IEntityTypeConfiguration<DeadlineExtension>, IEntityTypeConfiguration<Annex>,
    IEntityTypeConfiguration<GoAheadDecision>, IEntityTypeConfiguration<ThresholdStatement>
{
    public void Configure(EntityTypeBuilder<BoardPoint> builder) => builder.HasKey(p => new { p.RecommendationId, p.Number });

    public void Configure(EntityTypeBuilder<Round> builder) => builder.HasKey(p => new { p.RecommendationId, p.Number });

    public void Configure(EntityTypeBuilder<FundingPeriod> builder)
    {
        builder.ComplexProperty(p => p.Years);
        builder.ComplexProperty(p => p.Terms, terms => terms.ComplexProperty(t => t.Discount));
    }

    public void Configure(EntityTypeBuilder<Extension> builder)
    {
        builder.HasOne<Extension>().WithMany().HasForeignKey(e => e.Decides);
        builder.HasOne(e => e.Recall).WithOne().HasForeignKey<ExtensionRecall>(r => r.ExtensionId);
        builder.IsFact();
    }

    public void Configure(EntityTypeBuilder<ExtensionRecall> builder)
    {
        builder.HasKey(r => r.ExtensionId);
        builder.IsFact();
    }

    public void Configure(EntityTypeBuilder<GoAheadDecision> builder)
    {
        builder.HasKey(p => new { p.RecommendationId, p.Number });
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.DecidedBy);
        builder.IsFact();
    }

    public void Configure(EntityTypeBuilder<ThresholdStatement> builder)
    {
        builder.HasKey(p => new { p.RecommendationId, p.Number });
        builder.ComplexProperty(p => p.Threshold);
        builder.IsFact();
        builder.ToTable(t => t.HasCheckConstraint("stated_when_decided", "decided_on <= stated_on"));
    }

    public void Configure(EntityTypeBuilder<RecommendationCorrection> builder)
    {
        builder.HasKey(p => new { p.RecommendationId, p.Number });
        builder.Property(c => c.Part).HasDefaultValue(CorrectedPart.Words);
        builder.Property(c => c.Reached).HasDefaultValue(WrongTextReached.NotKnown);
        builder.HasMany(c => c.Recipients).WithOne().HasForeignKey(r => new { r.RecommendationId, r.Number });
        builder.IsFact();
    }

    public void Configure(EntityTypeBuilder<CorrectionRecipient> builder)
    {
        builder.HasKey(r => new { r.RecommendationId, r.Number, r.MunicipalityCode });
        builder.HasOne<Municipality>().WithMany().HasForeignKey(r => r.MunicipalityCode);
        builder.IsFact();
    }

    public void Configure(EntityTypeBuilder<TimetableEntry> builder) => builder.HasKey(p => new { p.RecommendationId, p.Number });

    public void Configure(EntityTypeBuilder<DeadlineExtension> builder)
    {
        builder.HasKey(p => new { p.RecommendationId, p.MunicipalityCode, p.Through });
        builder.HasOne<Municipality>().WithMany().HasForeignKey(p => p.MunicipalityCode);
        builder.IsFact();
    }

    public void Configure(EntityTypeBuilder<Annex> builder)
    {
        builder.HasKey(a => new { a.RecommendationId, a.DocumentId });
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(a => a.RecommendationId);
        builder.HasOne<Document>().WithMany().HasForeignKey(a => a.DocumentId);
    }
}
