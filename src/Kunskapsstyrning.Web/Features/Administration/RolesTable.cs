using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>Who may do what: the one table there is, as it stands in the program.</summary>
[Requires(Permission.Administer)]
public sealed record RolesTable : IQuery<IReadOnlyList<PermissionLine>>
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<PermissionLine>> Answer(Session session, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PermissionLine>>([.. Enum.GetValues<Permission>().Select(p => new PermissionLine(p, [.. Roles.All.Where(r => Roles.Of(r).Contains(p))], []))]);
}

/// <summary>A permission with those who have it.</summary>
/// <param name="Permission">The permission.</param>
/// <param name="HeldBy">The roles that have it; none for what only jobs do.</param>
/// <param name="Opens">The addresses of the pages that it opens.</param>
public sealed record PermissionLine(Permission Permission, IReadOnlyList<Role> HeldBy, IReadOnlyList<string> Opens);

/// <summary>The pages that permissions open, from the same declaration by which the pages let people in.</summary>
internal static class OpenedPages
{
    /// <summary>The lines with the pages that each permission opens.</summary>
    public static IReadOnlyList<PermissionLine> With(this IReadOnlyList<PermissionLine> lines, EndpointDataSource endpoints)
    {
        var pages = (
            from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) is true
            let use = endpoint.Metadata.GetMetadata<ForUseCase>()
            where use is not null
            let address = Plain(endpoint)
            where !address.StartsWith("/_", StringComparison.Ordinal) // the framework's own
            select (Permission: RequiresAttribute.Of(use.UseCase), Address: address)).ToLookup(p => p.Permission, p => p.Address);
        return [.. lines.Select(l => l with { Opens = [.. pages[l.Permission].Distinct().Order(StringComparer.Ordinal)] })];
    }

    /// <summary>"/beslut/{id}": without what the address demands of its parts.</summary>
    private static string Plain(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => "",
        }))));
}
