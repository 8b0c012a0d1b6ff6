using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>The identity providers, SKR's first, also those that are off.</summary>
[Requires(Permission.Administer)]
public sealed record Providers : IQuery<IReadOnlyList<ProviderLine>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProviderLine>> Answer(Session session, CancellationToken cancellation)
    {
        var known = await session.Db.ExternalIdentities.GroupBy(i => i.Issuer).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var providers = await session.Db.IdentityProviders.OrderBy(p => p.MunicipalityCode != null).ThenBy(p => p.Name).Select(p => new { Provider = p, Revision = EF.Property<uint>(p, ProvidersInDb.Revision) }).ToListAsync(cancellation);
        return [.. providers.Select(p => new ProviderLine(p.Provider, p.Revision, p.Provider.MunicipalityCode is { } code ? session.Facts.Municipality(code)?.FullName : null, known.GetValueOrDefault(p.Provider.Issuer)))];
    }
}

/// <summary>A provider in a list.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Revision">Another for every time it was set up otherwise.</param>
/// <param name="Municipality">The municipality whose it is; null for SKR's.</param>
/// <param name="People">How many have come that way.</param>
public sealed record ProviderLine(IdentityProvider Provider, uint Revision, string? Municipality, int People);

/// <summary>Adds a provider.</summary>
[Requires(Permission.Administer)]
public sealed record AddProvider(IdentityProviderId Id, ProviderSettings Settings) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.IdentityProviders.AnyAsync(p => p.Issuer == Settings.Issuer, cancellation)) return ProviderRefusals.KnownAlready;

        var added = IdentityProvider.Add(Id, Settings, out var provider);
        if (added.IsDone) session.Db.Add(provider!);
        return added;
    }
}

/// <summary>Sets a provider up otherwise, on or off. Turned off, it ends what was opened there.</summary>
/// <param name="Id">The provider.</param>
/// <param name="Seen">Its revision when the one who changes it looked.</param>
/// <param name="Settings">What is to hold.</param>
[Requires(Permission.Administer)]
public sealed record ChangeProvider(IdentityProviderId Id, uint Seen, ProviderSettings Settings) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.IdentityProviders.SingleOrDefaultAsync(p => p.Id == Id, cancellation) is not { } provider) return ProviderRefusals.NotThere;
        if (session.Db.Entry(provider).Property<uint>(ProvidersInDb.Revision).CurrentValue != Seen) return ProviderRefusals.ChangedMeanwhile;
        if (await session.Db.IdentityProviders.AnyAsync(p => p.Issuer == Settings.Issuer && p.Id != Id, cancellation)) return ProviderRefusals.KnownAlready;

        var turnsOff = provider.IsOn && !Settings.IsOn;
        var changed = provider.Change(Settings);
        if (!changed.IsDone || !turnsOff) return changed;

        foreach (var open in await session.Db.BrowserSessions.Where(s => s.ProviderId == Id && s.EndedAt == null).ToListAsync(cancellation)) open.End(session.Now);
        return Result.Done;
    }
}

/// <summary>How a provider lies in the database.</summary>
internal static class ProvidersInDb
{
    /// <summary>The column that says which writing of the row this is.</summary>
    public const string Revision = "xmin";
}
