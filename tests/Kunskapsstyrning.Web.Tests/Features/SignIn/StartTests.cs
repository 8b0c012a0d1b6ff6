using System.Diagnostics;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.SignIn;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.SignIn;

public sealed class StartTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task An_installation_for_real_refuses_to_start_with_ready_made_users(string environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kunskapsstyrning.Web.dll")]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["SignIn__ReadyMadeUsers"] = "true";
        using var process = Process.Start(start)!;

        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token);

        Assert.Equal(1, process.ExitCode);
        Assert.Equal("Färdiga användare får bara finnas vid utveckling: ta bort inställningen SignIn:ReadyMadeUsers.", said.Trim());
    }

    [Fact]
    public void Ready_made_users_are_there_in_development_and_nowhere_else()
    {
        Assert.True(Read(inDevelopment: true).ReadyMadeUsers);
        Assert.False(Read(inDevelopment: false).ReadyMadeUsers);
    }

    [Theory]
    [InlineData("SignIn:FirstAdministrator", "ingen adress")]
    [InlineData("SignIn:CodesFor", "Ingen")]
    [InlineData("SignIn:Providers:0:Issuer", "http://login.example")]
    [InlineData("SignIn:Providers:0:Municipality", "99")]
    [InlineData("SignIn:Providers:0:Rules:0:Role", "Kung")]
    [InlineData("SignIn:Providers:0:Rules:0:Role", "MunicipalUser")]
    public void A_setting_that_cannot_be_so_is_said_in_one_sentence(string setting, string value) =>
        Assert.DoesNotContain('\n', Assert.Throws<SettingException>(() => Read(inDevelopment: false, (setting, value))).Message);

    [Fact]
    public void A_provider_is_read_with_its_rules_in_order()
    {
        var provider = Assert.Single(Read(inDevelopment: false, ("SignIn:Providers:0:Name", "SKR-konto")).Providers);

        Assert.Equal(("SKR-konto", "SignIn:Providers:0:Secret"), (provider.Name, provider.SecretName));
        Assert.Equal([new RoleRule("groups", "alla", Role.Reader)], provider.Rules);
    }

    [Fact]
    public void Codes_are_for_everybody_unless_the_installation_says_otherwise()
    {
        Assert.Equal(CodesFor.All, Read(inDevelopment: false).CodesFor);
        Assert.Equal(CodesFor.Municipalities, Read(inDevelopment: false, ("SignIn:CodesFor", "Municipalities")).CodesFor);
    }

    private static SignInSettings Read(bool inDevelopment, params IEnumerable<(string Name, string Value)> changed)
    {
        var settings = new Dictionary<string, string?>();
        if (changed.Any())
        {
            foreach (var (name, value) in new[] { ("Name", "SKR"), ("Issuer", "https://login.example"), ("ClientId", "k"), ("Secret", "h"), ("Rules:0:Claim", "groups"), ("Rules:0:Value", "alla"), ("Rules:0:Role", "Reader") })
                settings[$"SignIn:Providers:0:{name}"] = value;
        }

        foreach (var (name, value) in changed) settings[name] = value;
        return SignInSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), inDevelopment);
    }
}
