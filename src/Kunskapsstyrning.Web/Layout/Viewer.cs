using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Layout;

/// <summary>Who looks at the page and from where: what the frame around every page needs to know. Given as a cascading value.</summary>
/// <param name="Name">The name of the one who is signed in; null for everyone else.</param>
/// <param name="MayLog">True when the menu offers to log answers.</param>
/// <param name="Path">The address of the page with its query, to mark the menu and to come back after signing in.</param>
/// <param name="ExampleNotice">What is invented on every page of this installation; null when nothing is. A page may say it more closely with <c>ExampleData</c>.</param>
public sealed record Viewer(string? Name, bool MayLog, string Path, string? ExampleNotice = null)
{
    /// <summary>Anyone, on the start page.</summary>
    public static Viewer Anyone { get; } = new(null, false, Urls.Start);

    /// <summary>What the one who looks may do.</summary>
    public IReadOnlySet<Permission> Permissions { get; init; } = Actor.Anyone.Permissions;

    /// <summary>True when the one who looks may run the use case: menus ask what the runner asks.</summary>
    public bool May(Type useCase) => Permissions.Contains(RequiresAttribute.Of(useCase));

    /// <summary>True when the page lies under the address.</summary>
    public bool IsUnder(string address) => Place == address || Place.StartsWith(address + "/", StringComparison.Ordinal);

    /// <summary>The address without its query.</summary>
    public string Place => Path.Split('?')[0];
}
