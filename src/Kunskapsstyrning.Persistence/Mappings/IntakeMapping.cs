using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class IntakeMapping :
    IEntityTypeConfiguration<ArrivedItem>, IEntityTypeConfiguration<ArrivedPart>, IEntityTypeConfiguration<ItemDecision>, IEntityTypeConfiguration<ItemLoosening>,
    IEntityTypeConfiguration<DocumentAsRead>, IEntityTypeConfiguration<ItemAsRead>, IEntityTypeConfiguration<ItemPresence>, IEntityTypeConfiguration<MailboxFile>
{
    public void Configure(EntityTypeBuilder<ArrivedItem> builder)
    {
        builder.ComplexProperty(i => i.Arrival);
        builder.HasOne<Document>().WithMany().HasForeignKey(i => i.OriginalId);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(i => i.MunicipalityCode);
        builder.HasMany(i => i.Parts).WithOne().HasForeignKey(p => p.ItemId);
        builder.HasMany(i => i.Decisions).WithOne().HasForeignKey(d => d.ItemId);
        builder.HasIndex(i => i.Identity).IsUnique();
        builder.HasIndex(i => new { i.State, i.TakenInAt });
        builder.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<ArrivedPart> builder)
    {
        builder.HasKey(p => new { p.ItemId, p.Number });
        builder.HasOne<Document>().WithMany().HasForeignKey(p => p.DocumentId);
    }

    public void Configure(EntityTypeBuilder<ItemDecision> builder)
    {
        builder.HasKey(d => new { d.ItemId, d.DecisionId, d.Number });
        builder.HasOne<Decision>().WithMany().HasForeignKey(d => d.DecisionId);
        builder.HasOne(d => d.Loosening).WithOne().HasForeignKey<ItemLoosening>(l => new { l.ItemId, l.DecisionId, l.Number });
    }

    public void Configure(EntityTypeBuilder<ItemLoosening> builder)
    {
        builder.HasKey(l => new { l.ItemId, l.DecisionId, l.Number });
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.RecordedBy);
    }

    public void Configure(EntityTypeBuilder<DocumentAsRead> builder)
    {
        builder.HasKey(r => r.DocumentId);
        builder.HasOne<Document>().WithOne().HasForeignKey<DocumentAsRead>(r => r.DocumentId);
        builder.Property(r => r.Text).HasColumnType("json");
    }

    public void Configure(EntityTypeBuilder<ItemAsRead> builder)
    {
        builder.HasKey(r => r.ItemId);
        builder.HasOne<ArrivedItem>().WithOne().HasForeignKey<ItemAsRead>(r => r.ItemId);
        builder.HasOne<Document>().WithMany().HasForeignKey(r => r.MainDocumentId);
        builder.Property(r => r.Suggestions).HasColumnType("json");
    }

    public void Configure(EntityTypeBuilder<ItemPresence> builder)
    {
        builder.HasKey(p => new { p.ItemId, p.PersonId });
        builder.HasOne<ArrivedItem>().WithMany().HasForeignKey(p => p.ItemId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
    }

    public void Configure(EntityTypeBuilder<MailboxFile> builder) => builder.HasKey(f => f.Name);
}
