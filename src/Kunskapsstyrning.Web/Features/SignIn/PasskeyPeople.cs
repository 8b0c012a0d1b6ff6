using System.Globalization;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>The person with the id, with the passkeys; null when there is none who may act.</summary>
[Requires(Permission.SignIn)]
internal sealed record PersonWithPasskeys(PersonId Id) : IQuery<PersonAndPasskeys?>
{
    public async Task<PersonAndPasskeys?> Answer(Session session, CancellationToken cancellation) =>
        await session.Db.People.SingleOrDefaultAsync(p => p.Id == Id && p.EndedAt == null, cancellation) is { } person
            ? new PersonAndPasskeys(person, await session.Db.Passkeys.Where(k => k.PersonId == Id).ToListAsync(cancellation))
            : null;
}

/// <summary>A person with the passkeys.</summary>
internal sealed record PersonAndPasskeys(Person Person, IReadOnlyList<Passkey> Passkeys);

/// <summary>Whose passkey it is; null when it is nobody's.</summary>
[Requires(Permission.SignIn)]
internal sealed record OwnerOfPasskey(byte[] CredentialId) : IQuery<PersonId?>
{
    public async Task<PersonId?> Answer(Session session, CancellationToken cancellation) =>
        await session.Db.Passkeys.Where(k => k.CredentialId == CredentialId).Select(k => (PersonId?)k.PersonId).SingleOrDefaultAsync(cancellation);
}

/// <summary>
/// What the framework's passkey code asks about people. It only reads: what is added, used and taken away is done by use cases.
/// </summary>
internal sealed class PasskeyPeople(Runner runner) : IUserPasskeyStore<Person>
{
    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(IdOf(user.Id));

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(IdOf(user.Id));

    public async Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) => (await Find(userId, cancellationToken))?.Person;

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByIdAsync(normalizedUserName, cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken) =>
        [.. (await Find(IdOf(user.Id), cancellationToken))?.Passkeys.Select(ToFramework) ?? []];

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await GetPasskeysAsync(user, cancellationToken)).FirstOrDefault(k => k.CredentialId.AsSpan().SequenceEqual(credentialId));

    public async Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await runner.Ask(new OwnerOfPasskey(credentialId), Jobs.SignIn, cancellationToken) is { } owner ? (await Find(IdOf(owner), cancellationToken))?.Person : null;

    public Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw OnlyReads();

    public Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) => throw OnlyReads();

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => throw OnlyReads();

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) => throw OnlyReads();

    public Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken) => throw OnlyReads();

    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken) => throw OnlyReads();

    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) => throw OnlyReads();

    public void Dispose() { }

    /// <summary>What the framework found out about a passkey, as the domain keeps it.</summary>
    public static PasskeyFacts ToDomain(UserPasskeyInfo passkey) => new(
        passkey.CredentialId, passkey.PublicKey, passkey.SignCount, string.Join(',', passkey.Transports ?? []), passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp);

    /// <summary>A person's id as the framework writes it.</summary>
    public static string IdOf(PersonId id) => id.Value.ToString("D", CultureInfo.InvariantCulture);

    // What was sent when the key was made is not kept: nothing asks for it again.
    private static UserPasskeyInfo ToFramework(Passkey key) => new(
        key.CredentialId, key.PublicKey, key.AddedAt, (uint)key.Uses, key.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries), key.IsUserVerified, key.CanBeCopied, key.IsCopied,
        attestationObject: [], clientDataJson: []) { Name = key.Name };

    private Task<PersonAndPasskeys?> Find(string id, CancellationToken cancellation) =>
        Guid.TryParse(id, out var known) ? runner.Ask(new PersonWithPasskeys(new PersonId(known)), Jobs.SignIn, cancellation) : Task.FromResult<PersonAndPasskeys?>(null);

    private static NotSupportedException OnlyReads() => new("People and passkeys are changed by use cases.");
}
