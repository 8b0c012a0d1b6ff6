using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.SignIn;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Kunskapsstyrning.Web.Start;

/// <summary>What signing in consists of.</summary>
internal static class SignInComposition
{
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration, bool inDevelopment)
    {
        services.AddSingleton(SignInSettings.Of(configuration, inDevelopment));
        services.AddSingleton<SignInPace>().AddSingleton<SignInLog>().AddSingleton<OpenIdConnect>();
        services.AddSingleton(provider => new SignInBrowser(provider.GetRequiredService<IDataProtectionProvider>(), provider.GetRequiredService<Runner>(), provider.GetRequiredService<SignInLog>(), secure: !inDevelopment));
        services.AddSingleton<LetterSender>().AddHostedService(provider => provider.GetRequiredService<LetterSender>());

        // Of the framework's identity only its passkeys: whose they are, and what becomes of them, is said by use cases.
        services.AddIdentityCore<Person>().AddUserStore<PasskeyPeople>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<SignInSettings>((options, settings) =>
        {
            options.ServerDomain = settings.Site?.Host;
            (options.UserVerificationRequirement, options.ResidentKeyRequirement, options.AttestationConveyancePreference) = ("required", "required", "none");
            options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin) && IsOurs(origin, settings.Here(asked.HttpContext, Urls.SignIn)));
        });
    }

    private static bool IsOurs(Uri origin, Uri ours) => Uri.Compare(origin, ours, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
