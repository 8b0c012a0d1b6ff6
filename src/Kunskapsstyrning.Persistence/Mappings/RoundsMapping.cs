using System.Text.Json;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class RoundsMapping :
    IEntityTypeConfiguration<ContactNote>, IEntityTypeConfiguration<Assignment>, IEntityTypeConfiguration<ReminderLadder>, IEntityTypeConfiguration<ReminderSnooze>
{
    public void Configure(EntityTypeBuilder<ContactNote> builder)
    {
        builder.Ignore(n => n.Noted);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(n => n.MunicipalityCode);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(n => n.RecommendationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.WrittenBy);
        builder.HasOne<ContactNote>().WithOne().HasForeignKey<ContactNote>(n => n.CorrectsId);
        builder.ToTable(t => t.HasCheckConstraint("correction_says_why", "(corrects_id IS NULL) = (corrected_because IS NULL)"));
    }

    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.HasKey(a => new { a.RecommendationId, a.MunicipalityCode, a.Number });
        builder.HasOne<Municipality>().WithMany().HasForeignKey(a => a.MunicipalityCode);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(a => a.RecommendationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.AssignedBy);
    }

    public void Configure(EntityTypeBuilder<ReminderLadder> builder)
    {
        builder.HasKey(l => new { l.RecommendationId, l.Number });
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(l => l.RecommendationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.StatedBy);
        builder.Property(l => l.Steps).HasColumnType("jsonb").HasConversion(
            new ValueConverter<IReadOnlyList<int>, string>(steps => JsonSerializer.Serialize(steps, JsonSerializerOptions.Default), text => JsonSerializer.Deserialize<List<int>>(text, JsonSerializerOptions.Default)!),
            new ValueComparer<IReadOnlyList<int>>((left, right) => ReferenceEquals(left, right), value => value.GetHashCode(), value => value));
    }

    public void Configure(EntityTypeBuilder<ReminderSnooze> builder)
    {
        builder.HasKey(s => new { s.RecommendationId, s.PlannedOn, s.Number });
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(s => s.RecommendationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.SnoozedBy);
    }
}
