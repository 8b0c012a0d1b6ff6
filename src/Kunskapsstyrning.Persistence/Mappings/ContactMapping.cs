using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class ContactMapping : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Ignore(c => c.Place).Ignore(c => c.Details).Ignore(c => c.Seen);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(c => c.MunicipalityCode);
        builder.HasOne<County>().WithMany().HasForeignKey(c => c.CountyCode);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.VerifiedBy);
        builder.HasIndex(c => new { c.MunicipalityCode, c.Kind }).IsUnique();
        builder.HasIndex(c => c.CountyCode).IsUnique();
        builder.Property<uint>("xmin").IsRowVersion();
        builder.ToTable(t => t.HasCheckConstraint(
            "contact_belongs_to_one", "(kind = 'CountyContact') = (county_code IS NOT NULL) AND (municipality_code IS NULL) = (county_code IS NOT NULL)"));
    }
}
