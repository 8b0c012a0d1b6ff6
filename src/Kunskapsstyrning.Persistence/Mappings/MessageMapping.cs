using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class MessageMapping :
    IEntityTypeConfiguration<OutgoingMessage>, IEntityTypeConfiguration<ReceiptAnswer>, IEntityTypeConfiguration<MailReturn>, IEntityTypeConfiguration<MessageTemplate>, IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<OutgoingMessage> builder)
    {
        builder.HasOne<Municipality>().WithMany().HasForeignKey(m => m.MunicipalityCode);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(m => m.RecommendationId);
        builder.HasOne<Decision>().WithMany().HasForeignKey(m => m.DecisionId);
        builder.HasOne<Dispatch>().WithMany().HasForeignKey(m => m.DispatchId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.QueuedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.SettledBy);
        builder.HasOne<MessageTemplate>().WithMany().HasForeignKey(m => new { m.Kind, m.TemplateVersion });
        builder.HasMany(m => m.Answers).WithOne().HasForeignKey(a => a.OutgoingMessageId);
        builder.HasMany(m => m.Returns).WithOne().HasForeignKey(r => r.OutgoingMessageId);
        builder.HasIndex(m => m.Reference).IsUnique();
        builder.HasIndex(m => m.NextTryAt).HasFilter("state IN ('Queued', 'Submitting')").HasDatabaseName("ix_outgoing_message_waiting");
        builder.Property<uint>("xmin").IsRowVersion();
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("receipt_has_its_reference", "(kind = 'Receipt') = (reference IS NOT NULL)");
            t.HasCheckConstraint("message_is_about_a_decision_or_of_a_dispatch", "(decision_id IS NULL) <> (dispatch_id IS NULL) AND (decision_id IS NULL OR municipality_code IS NOT NULL)");
        });
    }

    public void Configure(EntityTypeBuilder<MailReturn> builder)
    {
        builder.HasKey(r => r.ItemId);
        builder.HasOne<ArrivedItem>().WithMany().HasForeignKey(r => r.ItemId);
    }

    public void Configure(EntityTypeBuilder<ReceiptAnswer> builder)
    {
        builder.HasKey(a => new { a.OutgoingMessageId, a.Number });
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.SettledBy);
    }

    public void Configure(EntityTypeBuilder<MessageTemplate> builder)
    {
        builder.HasKey(t => new { t.Kind, t.Number });
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.WrittenBy);
    }

    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.HasOne<Municipality>().WithMany().HasForeignKey(f => f.MunicipalityCode);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(f => f.RecommendationId);
        builder.HasOne<Decision>().WithMany().HasForeignKey(f => f.DecisionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PlannedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.DoneBy);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}
