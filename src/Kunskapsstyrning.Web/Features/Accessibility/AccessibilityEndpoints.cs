using Kunskapsstyrning.Web.Layout;

namespace Kunskapsstyrning.Web.Features.Accessibility;

/// <summary>Where to tell that something cannot be used.</summary>
/// <param name="Address">An e-mail address of a function; null when none is set.</param>
internal sealed record AccessibilityContact(string? Address)
{
    /// <summary>What <c>Site:AccessibilityContact</c> says, else the address that answers to our mail go to.</summary>
    public static AccessibilityContact Of(IConfiguration configuration) =>
        new(new[] { configuration["Site:AccessibilityContact"], configuration["Mail:ReplyTo"] }.FirstOrDefault(a => !string.IsNullOrWhiteSpace(a))?.Trim());
}

/// <summary>The accessibility statement.</summary>
internal static class AccessibilityEndpoints
{
    public static void MapAccessibility(this IEndpointRouteBuilder app) =>
        app.MapGet(Urls.Accessibility, (AccessibilityContact contact) => Pages.Show<AccessibilityPage>(new { Contact = contact.Address })).Open("The statement is the same for everyone.").CacheOutput(PublicPages.Name);
}
