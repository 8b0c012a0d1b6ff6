using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>How people sign in, as the configuration says it. The settings begin with <c>SignIn:</c>.</summary>
/// <param name="ReadyMadeUsers">True when one can sign in as a ready-made user: in development, unless declined there.</param>
/// <param name="FirstAdministrator">Who gets the first account; null for nobody.</param>
/// <param name="Providers">The identity providers.</param>
/// <param name="CodesFor">Whom codes by mail are for.</param>
/// <param name="Site">The address that <c>Site:Address</c> says; null where it says none.</param>
internal sealed record SignInSettings(bool ReadyMadeUsers, EmailAddress? FirstAdministrator, IReadOnlyList<ProviderSettings> Providers, CodesFor CodesFor, Uri? Site)
{
    /// <summary>One of our addresses as the world knows it: as the setting says it, else as the browser asked.</summary>
    public Uri Here(HttpContext context, string address) => new(Site ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}"), address);

    /// <summary>What the configuration says.</summary>
    /// <exception cref="SettingException">It cannot be so.</exception>
    public static SignInSettings Of(IConfiguration configuration, bool inDevelopment)
    {
        var signIn = configuration.GetSection("SignIn");
        var readyMade = signIn.GetValue("ReadyMadeUsers", defaultValue: inDevelopment);
        if (readyMade && !inDevelopment) throw new SettingException("Färdiga användare får bara finnas vid utveckling: ta bort inställningen SignIn:ReadyMadeUsers.");
        return new SignInSettings(readyMade, First(signIn["FirstAdministrator"]), [.. signIn.GetSection("Providers").GetChildren().Select(Provider)], Codes(signIn["CodesFor"]), SiteAddress.Of(configuration, inDevelopment: false).Root);
    }

    private static CodesFor Codes(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return CodesFor.All;
        return Enum.TryParse<CodesFor>(text, ignoreCase: true, out var whom) && Enum.IsDefined(whom) ? whom : throw new SettingException("SignIn:CodesFor ska vara All eller Municipalities.");
    }

    private static EmailAddress? First(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return EmailAddress.TryParse(text, out var address) ? address : throw new SettingException("SignIn:FirstAdministrator är ingen e-postadress.");
    }

    private static ProviderSettings Provider(IConfigurationSection section)
    {
        var rules = section.GetSection("Rules").GetChildren().Select(r => new RoleRule(r["Claim"] ?? "", r["Value"] ?? "", Role(r))).ToList();
        var settings = new ProviderSettings(
            section["Name"] ?? "", section["Issuer"] ?? "", section["ClientId"] ?? "", section["Secret"] is null ? null : $"{section.Path}:Secret",
            Municipality(section), rules, section.GetValue("IsOn", defaultValue: true));
        return IdentityProvider.RefusalOf(settings) is { } refusal ? throw new SettingException($"{section.Path}: {refusal.Sentence}") : settings;
    }

    private static MunicipalityCode? Municipality(IConfigurationSection section)
    {
        if (string.IsNullOrWhiteSpace(section["Municipality"])) return null;
        return MunicipalityCode.TryParse(section["Municipality"], out var code) ? code : throw new SettingException($"{section.Path}:Municipality är ingen kommunkod.");
    }

    private static Role Role(IConfigurationSection rule) =>
        Enum.TryParse<Role>(rule["Role"], ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : throw new SettingException($"{rule.Path}:Role är ingen roll.");
}

/// <summary>A setting with which the program must not start. Its words are for whoever starts it.</summary>
internal sealed class SettingException(string sentence) : Exception(sentence);
