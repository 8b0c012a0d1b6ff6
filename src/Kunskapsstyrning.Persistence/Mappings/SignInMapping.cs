using System.Text.Json;
using System.Text.Json.Serialization;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kunskapsstyrning.Persistence.Mappings;

internal sealed class SignInMapping :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<Passkey>, IEntityTypeConfiguration<OneTimeCode>, IEntityTypeConfiguration<BegunSignIn>,
    IEntityTypeConfiguration<BrowserSession>, IEntityTypeConfiguration<IdentityProvider>,
    IEntityTypeConfiguration<ExternalIdentity>, IEntityTypeConfiguration<SignInLetter>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.HasKey(a => a.PersonId);
        builder.HasOne<Person>().WithOne().HasForeignKey<Account>(a => a.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.InvitedBy);
        builder.HasIndex(a => a.EmailKey).IsUnique();
        builder.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<OneTimeCode> builder)
    {
        builder.HasKey(c => c.Browser);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        builder.HasIndex(c => c.ExpiresAt);
        builder.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<BegunSignIn> builder)
    {
        builder.HasKey(b => b.Browser);
        builder.HasIndex(b => b.ExpiresAt);
        builder.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<BrowserSession> builder)
    {
        builder.HasKey(s => s.Browser);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        builder.HasOne<IdentityProvider>().WithMany().HasForeignKey(s => s.ProviderId);
        builder.HasIndex(s => s.BeganAt);
        builder.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<IdentityProvider> builder)
    {
        builder.Ignore(p => p.Settings);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(p => p.MunicipalityCode);
        builder.Property(p => p.Rules).HasColumnType("jsonb").HasConversion(
            rules => JsonSerializer.Serialize(rules, Json), text => JsonSerializer.Deserialize<List<RoleRule>>(text, Json)!,
            new ValueComparer<IReadOnlyList<RoleRule>>((a, b) => a!.SequenceEqual(b!), rules => rules.Count, rules => rules));
        builder.HasIndex(p => p.Issuer).IsUnique();
        builder.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<ExternalIdentity> builder)
    {
        builder.HasKey(i => new { i.Issuer, i.Subject });
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId);
    }

    public void Configure(EntityTypeBuilder<SignInLetter> builder)
    {
        builder.HasIndex(l => l.NextTryAt);

        // No row version, which is read back: whoever adds a letter must not be able to read any.
        builder.Property(l => l.Attempts).IsConcurrencyToken();
    }
}
