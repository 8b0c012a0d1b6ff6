using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.People;

public sealed class IdentityProviderTests
{
    private static readonly IdentityProviderId Id = new(Guid.Parse("0198a001-0000-7000-8000-0000000000bb"));
    private static readonly RoleRule Officers = new("groups", "handlaggare", Role.Officer);
    private static readonly ProviderSettings Skr = new("SKR-konto", "https://login.example/skr", "kunskapsstyrning", "SignIn:Skr", null, [Officers, new("groups", "alla", Role.Reader)]);
    private static readonly ProviderSettings Ekero = Skr with { Name = "Ekerö", MunicipalityCode = new MunicipalityCode("0125"), Rules = [new("groups", "registrator", Role.MunicipalUser)] };

    [Fact]
    public void The_first_rule_that_fits_gives_the_role() =>
        Assert.Equal(Role.Officer, Added(Skr).RoleOf([new Claimed("groups", "alla"), new Claimed("groups", "handlaggare")]));

    [Theory]
    [InlineData("groups", "Handlaggare")]
    [InlineData("roles", "handlaggare")]
    [InlineData("groups", "handlaggare2")]
    public void What_no_rule_says_to_the_letter_gives_no_role(string claim, string value) => Assert.Null(Added(Skr).RoleOf([new Claimed(claim, value)]));

    [Fact]
    public void A_municipalitys_provider_can_only_make_its_own_registrar()
    {
        Assert.Equal(Role.MunicipalUser, Added(Ekero).RoleOf([new Claimed("groups", "registrator")]));
        Assert.Equal(ProviderRefusals.RoleNotTheirs, IdentityProvider.RefusalOf(Ekero with { Rules = [Officers] }));
        Assert.Equal(ProviderRefusals.RoleNotTheirs, IdentityProvider.RefusalOf(Skr with { Rules = Ekero.Rules }));
    }

    [Theory]
    [InlineData("http://login.example")]
    [InlineData("login.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://login.example/?x=1")]
    [InlineData("https://a@login.example/")]
    public void An_address_that_others_can_listen_at_is_refused(string issuer) => Assert.Equal(ProviderRefusals.NoSafeAddress, IdentityProvider.RefusalOf(Skr with { Issuer = issuer }));

    [Fact]
    public void A_provider_never_goes_over_to_somebody_else() => Assert.Equal(ProviderRefusals.OwnerStays, Added(Skr).Change(Ekero).Refusal);

    [Fact]
    public void The_same_again_changes_nothing()
    {
        var provider = Added(Skr);
        provider.TakeEvents();

        Assert.True(provider.Change(Skr with { Rules = [.. Skr.Rules] }).IsDone);
        Assert.Empty(provider.TakeEvents());
        Assert.True(provider.Change(Skr with { IsOn = false }).IsDone);
        Assert.Single(provider.TakeEvents());
    }

    private static IdentityProvider Added(ProviderSettings settings)
    {
        Assert.True(IdentityProvider.Add(Id, settings, out var added).IsDone);
        return added!;
    }
}
