using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Boundaries;
using Kunskapsstyrning.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class CountyMapping : IEntityTypeConfiguration<County>
{
    public void Configure(EntityTypeBuilder<County> builder) => builder.HasKey(c => c.Code);
}

internal sealed class MunicipalityMapping : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> builder)
    {
        builder.HasKey(m => m.Code);
        builder.Property(m => m.Name).UseCollation("sv-SE-x-icu");
        builder.Ignore(m => m.OtherNames);
        builder.Ignore(m => m.NamesThatHold);
        builder.ComplexProperty(m => m.Tile);
        builder.HasMany(m => m.LaterNames).WithOne().HasForeignKey(n => n.MunicipalityCode);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(m => m.Successor);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(m => m.SplitFrom);
        builder.HasIndex(m => m.OrganisationNumber);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("municipality_code_is_four_digits", "code ~ '^[0-9]{4}$'");
            t.HasCheckConstraint("organisation_number_is_a_municipality_s", "organisation_number ~ '^212000[0-9]{4}$'");
            t.HasCheckConstraint("municipality_ends_after_it_begins", "valid_through >= valid_from");
        });
    }
}

internal sealed class MunicipalityNameMapping : IEntityTypeConfiguration<MunicipalityName>
{
    public void Configure(EntityTypeBuilder<MunicipalityName> builder)
    {
        builder.HasKey(n => new { n.MunicipalityCode, n.From, n.Number });
        builder.Property(n => n.Name).UseCollation("sv-SE-x-icu");
    }
}

internal sealed class PopulationSetMapping : IEntityTypeConfiguration<PopulationSet>
{
    public void Configure(EntityTypeBuilder<PopulationSet> builder)
    {
        builder.HasMany(s => s.Figures).WithOne().HasForeignKey(f => f.SetId);
        builder.HasIndex(s => new { s.Date, s.Checksum }).IsUnique();
        builder.HasOne<Document>().WithMany().HasForeignKey(s => s.OriginalId);
        builder.IsFact();
    }
}

internal sealed class PopulationFigureMapping : IEntityTypeConfiguration<PopulationFigure>
{
    public void Configure(EntityTypeBuilder<PopulationFigure> builder)
    {
        builder.HasKey(f => new { f.SetId, f.MunicipalityCode });
        builder.HasOne<Municipality>().WithMany().HasForeignKey(f => f.MunicipalityCode);
        builder.ToTable(t => t.HasCheckConstraint("population_is_not_negative", "inhabitants >= 0"));
    }
}

internal sealed class BoundarySetMapping : IEntityTypeConfiguration<BoundarySet>
{
    public void Configure(EntityTypeBuilder<BoundarySet> builder)
    {
        builder.HasMany(s => s.Outlines).WithOne().HasForeignKey(o => o.SetId);
        builder.IsFact();
    }
}

internal sealed class OutlineMapping : IEntityTypeConfiguration<Outline>
{
    public void Configure(EntityTypeBuilder<Outline> builder)
    {
        builder.HasKey(o => new { o.SetId, o.MunicipalityCode });
        builder.HasOne<Municipality>().WithMany().HasForeignKey(o => o.MunicipalityCode);
        builder.ToTable(t => t.HasCheckConstraint("outline_is_a_path", "path ~ '^M[-Mlz 0-9]+z$'"));
    }
}

internal sealed class PopulationDraftMapping : IEntityTypeConfiguration<PopulationDraft>
{
    public void Configure(EntityTypeBuilder<PopulationDraft> builder)
    {
        builder.HasKey(d => d.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}
