using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class ResponseMapping : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> builder)
    {
        builder.HasKey(r => new { r.MunicipalityCode, r.RecommendationId });
        builder.HasOne<Municipality>().WithMany().HasForeignKey(r => r.MunicipalityCode);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(r => r.RecommendationId);
        builder.HasMany(r => r.Decisions).WithOne().HasForeignKey(d => new { d.MunicipalityCode, d.RecommendationId });
        builder.Property<uint>("xmin").IsRowVersion();
    }
}

internal sealed class DecisionMapping :
    IEntityTypeConfiguration<Decision>, IEntityTypeConfiguration<DecisionVersion>, IEntityTypeConfiguration<WalledDetails>,
    IEntityTypeConfiguration<Retraction>, IEntityTypeConfiguration<WalledReason>, IEntityTypeConfiguration<DecisionDocument>, IEntityTypeConfiguration<DocumentLoosening>, IEntityTypeConfiguration<DecisionDraft>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.HasMany(d => d.Versions).WithOne().HasForeignKey(v => v.DecisionId);
        builder.HasOne(d => d.Retraction).WithOne().HasForeignKey<Retraction>(r => r.DecisionId);
        builder.HasMany(d => d.Documents).WithOne().HasForeignKey(d => d.DecisionId);
        builder.HasOne<Decision>().WithMany().HasForeignKey(d => d.MovedFrom);
        builder.HasIndex(d => new { d.RecommendationId, d.MunicipalityCode });
        builder.Ignore(d => d.Current);
    }

    public void Configure(EntityTypeBuilder<DecisionVersion> builder)
    {
        builder.HasKey(v => new { v.DecisionId, v.Number });
        builder.ComplexProperty(v => v.Content);
        builder.HasOne(v => v.Walled).WithOne().HasForeignKey<WalledDetails>(w => new { w.DecisionId, w.Number });
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.RecordedBy);
        builder.IsFact();
        builder.HasIndex(FactSequence.Column);
        builder.ToTable(t => t.HasCheckConstraint("final_decision_has_its_day", "stage <> 'Final' OR decided_on IS NOT NULL"));
    }

    public void Configure(EntityTypeBuilder<WalledDetails> builder)
    {
        builder.HasKey(w => new { w.DecisionId, w.Number });
        builder.ComplexProperty(w => w.Details);
        builder.ToTable(t => t.HasCheckConstraint("correction_has_its_reason", "number = 1 OR why IS NOT NULL"));
    }

    public void Configure(EntityTypeBuilder<Retraction> builder)
    {
        builder.HasKey(r => r.DecisionId);
        builder.HasOne(r => r.Walled).WithOne().HasForeignKey<WalledReason>(w => w.DecisionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.RecordedBy);
        builder.IsFact();
        builder.HasIndex(FactSequence.Column);
    }

    public void Configure(EntityTypeBuilder<WalledReason> builder) => builder.HasKey(w => w.DecisionId);

    public void Configure(EntityTypeBuilder<DecisionDocument> builder)
    {
        builder.HasKey(d => new { d.DecisionId, d.DocumentId, d.Number });
        builder.HasOne<Document>().WithMany().HasForeignKey(d => d.DocumentId);
        builder.HasOne<ArrivedItem>().WithMany().HasForeignKey(d => d.CameWith);
        builder.HasOne(d => d.Loosening).WithOne().HasForeignKey<DocumentLoosening>(l => new { l.DecisionId, l.DocumentId, l.Number });
    }

    public void Configure(EntityTypeBuilder<DocumentLoosening> builder)
    {
        builder.HasKey(l => new { l.DecisionId, l.DocumentId, l.Number });
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.RecordedBy);
        builder.IsFact();
    }

    public void Configure(EntityTypeBuilder<DecisionDraft> builder)
    {
        builder.HasKey(d => new { d.PersonId, d.ItemId });
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        builder.Property(d => d.Fields).HasColumnType("jsonb");
        builder.Property<uint>("xmin").IsRowVersion();
    }
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>, IEntityTypeConfiguration<DocumentContent>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.HasOne(d => d.Content).WithOne().HasForeignKey<DocumentContent>(c => c.DocumentId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.AddedBy);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(d => d.MunicipalityCode);
        builder.HasIndex(d => d.Sha256);
    }

    public void Configure(EntityTypeBuilder<DocumentContent> builder) => builder.HasKey(c => c.DocumentId);
}
