using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class ImportMapping :
    IEntityTypeConfiguration<Import>, IEntityTypeConfiguration<ImportUndoing>, IEntityTypeConfiguration<ImportDraft>, IEntityTypeConfiguration<ColumnMapping>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new CodesInJson(), new Decisions() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
    };

    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(i => i.RecommendationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.RecordedBy);
        builder.HasOne(i => i.Undoing).WithOne().HasForeignKey<ImportUndoing>(u => u.ImportId);
        AsJson(builder.Property(i => i.Headings));
        AsJson(builder.Property(i => i.Rows));
        builder.IsFact();
    }

    public void Configure(EntityTypeBuilder<ImportUndoing> builder)
    {
        builder.HasKey(u => u.ImportId);
        builder.HasOne<Person>().WithMany().HasForeignKey(u => u.RecordedBy);
        AsJson(builder.Property(u => u.Left));
        builder.IsFact();
    }

    public void Configure(EntityTypeBuilder<ImportDraft> builder)
    {
        builder.HasKey(d => d.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        builder.Property(d => d.Table).HasColumnType("jsonb");
        builder.Property(d => d.Choices).HasColumnType("jsonb");
        builder.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<ColumnMapping> builder)
    {
        builder.HasKey(m => m.Headings);
        builder.Property(m => m.Choices).HasColumnType("jsonb");
        builder.Property<uint>("xmin").IsRowVersion();
    }

    /// <summary>Written once and never changed, so that the same instance is the same value.</summary>
    private static void AsJson<T>(PropertyBuilder<T> property) where T : class => property.HasColumnType("jsonb").HasConversion(
        new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, Json), text => JsonSerializer.Deserialize<T>(text, Json)!),
        new ValueComparer<T>((left, right) => ReferenceEquals(left, right), value => value.GetHashCode(), value => value));

    private sealed class Decisions : JsonConverter<DecisionId>
    {
        public override DecisionId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, DecisionId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
