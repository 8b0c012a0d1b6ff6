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
        var providers = await session.Db.IdentityProviders.OrderBy(p => p.MunicipalityCode != null).ThenBy(p => p.Name).ToListAsync(cancellation);
        return [.. providers.Select(p => new ProviderLine(p, p.MunicipalityCode is { } code ? session.Facts.Municipality(code)?.FullName : null, known.GetValueOrDefault(p.Issuer)))];
    }
}

/// <summary>A provider in a list.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Municipality">The municipality whose it is; null for SKR's.</param>
/// <param name="People">How many have come that way.</param>
public sealed record ProviderLine(IdentityProvider Provider, string? Municipality, int People);

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
[Requires(Permission.Administer)]
public sealed record ChangeProvider(IdentityProviderId Id, ProviderSettings Settings) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.IdentityProviders.SingleOrDefaultAsync(p => p.Id == Id, cancellation) is not { } provider) return ProviderRefusals.NotThere;
        if (await session.Db.IdentityProviders.AnyAsync(p => p.Issuer == Settings.Issuer && p.Id != Id, cancellation)) return ProviderRefusals.KnownAlready;

        var turnsOff = provider.IsOn && !Settings.IsOn;
        var changed = provider.Change(Settings);
        if (!changed.IsDone || !turnsOff) return changed;

        foreach (var open in await session.Db.BrowserSessions.Where(s => s.ProviderId == Id && s.EndedAt == null).ToListAsync(cancellation)) open.End(session.Now);
        return Result.Done;
    }
}
