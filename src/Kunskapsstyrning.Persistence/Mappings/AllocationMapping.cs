using System.Text.Encodings.Web;
using System.Text.Json;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class AllocationMapping : IEntityTypeConfiguration<Allocation>, IEntityTypeConfiguration<AllocationRow>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IgnoreReadOnlyProperties = true };

    public void Configure(EntityTypeBuilder<Allocation> builder)
    {
        builder.HasOne<FundingPeriod>().WithMany().HasForeignKey(a => a.PeriodId);
        builder.HasOne<PopulationSet>().WithMany().HasForeignKey(a => a.PopulationSetId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.ProposedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.ApprovedBy);
        builder.HasMany(a => a.Rows).WithOne().HasForeignKey(r => r.AllocationId);
        builder.HasIndex(a => new { a.PeriodId, a.Number }).IsUnique();
        builder.ComplexProperty(a => a.Terms, terms => terms.ComplexProperty(t => t.Discount));
        builder.ToTable(t => t.HasCheckConstraint("ck_allocation_two_persons", "proposed_by <> approved_by"));
        builder.IsFact();
    }

    public void Configure(EntityTypeBuilder<AllocationRow> builder)
    {
        builder.HasKey(r => new { r.AllocationId, r.MunicipalityCode });
        builder.HasOne<Municipality>().WithMany().HasForeignKey(r => r.MunicipalityCode);
        builder.Property(r => r.Explanation).HasColumnType("jsonb").HasConversion(e => Written(e!), text => Read(text));
    }

    private static string Written(FeeExplanation explanation) =>
        JsonSerializer.Serialize(new Stored([.. explanation.Lines], [.. explanation.Calculation], [.. explanation.Notes]), Json);

    private static FeeExplanation Read(string text)
    {
        var stored = JsonSerializer.Deserialize<Stored>(text, Json)!;
        return FeeExplanation.AsStored(stored.Lines, stored.Calculation, stored.Notes);
    }

    private sealed record Stored(FeeLine[] Lines, string[] Calculation, string[] Notes);
}

internal sealed class AllocationProposalMapping : IEntityTypeConfiguration<AllocationProposal>, IEntityTypeConfiguration<ProposedAmount>
{
    public void Configure(EntityTypeBuilder<AllocationProposal> builder)
    {
        builder.HasOne<FundingPeriod>().WithMany().HasForeignKey(p => p.PeriodId);
        builder.HasOne<PopulationSet>().WithMany().HasForeignKey(p => p.PopulationSetId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.ProposedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.SettledBy);
        builder.HasMany(p => p.Published).WithOne().HasForeignKey(a => a.ProposalId);
        builder.HasIndex(p => p.PeriodId).IsUnique().HasFilter("state = 'Waiting'");
        builder.ComplexProperty(p => p.Terms, terms => terms.ComplexProperty(t => t.Discount));
        builder.ToTable(t => t.HasCheckConstraint("ck_allocation_proposal_two_persons", "state <> 'Approved' OR proposed_by <> settled_by"));
        builder.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<ProposedAmount> builder)
    {
        builder.HasKey(a => new { a.ProposalId, a.MunicipalityCode });
        builder.HasOne<Municipality>().WithMany().HasForeignKey(a => a.MunicipalityCode);
    }
}
