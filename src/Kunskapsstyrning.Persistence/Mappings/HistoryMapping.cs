using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class HistoryMapping :
    IEntityTypeConfiguration<HistoryEvent>, IEntityTypeConfiguration<Person>,
    IEntityTypeConfiguration<ExampleNotice>, IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<HistoryEvent> builder)
    {
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Before).HasColumnType("jsonb");
        builder.Property(e => e.After).HasColumnType("jsonb");
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.Actor);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(e => e.MunicipalityCode);
        builder.HasIndex(e => e.RecommendationId); // No foreign key: history outlives a draft that is thrown away.
        builder.HasIndex(e => e.Subject);
    }

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.HasIndex(p => p.Login).IsUnique();
        builder.HasOne<Municipality>().WithMany().HasForeignKey(p => p.MunicipalityCode);
        builder.Ignore(p => p.IsActive);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.ToTable(t => t.HasCheckConstraint("municipality_goes_with_its_role", "(role = 'MunicipalUser') = (municipality_code IS NOT NULL)"));
    }

    public void Configure(EntityTypeBuilder<ExampleNotice> builder)
    {
        builder.HasKey(n => n.RecommendationId);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(n => n.RecommendationId);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.HasKey(k => k.Name);
}

/// <summary>The column of a fact that tells under which sequence number of the history it was recorded.</summary>
public static class FactSequence
{
    /// <summary>The property's name in the model.</summary>
    public const string Column = "Sequence";

    internal static void IsFact<T>(this EntityTypeBuilder<T> builder) where T : class => builder.Property<long>(Column);
}
