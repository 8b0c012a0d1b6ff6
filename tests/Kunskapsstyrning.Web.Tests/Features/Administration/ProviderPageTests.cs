using System.Net;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.Tests.Features.SignIn;
using Kunskapsstyrning.Web.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Administration;

/// <summary>Setting up identity providers by a plain form.</summary>
public sealed class ProviderPageTests(SignInSite site) : IClassFixture<SignInSite>
{
    private const string List = "/administration/leverantorer";
    private const string New = "/administration/leverantorer/ny";

    [Fact]
    public async Task A_provider_is_added_changed_and_turned_off_and_on()
    {
        using var administrator = await Administrator();
        var issuer = Issuer();

        using var added = await administrator.Post(New, New, Form(issuer, "", [("groups", "alla", "lasare")]));
        var address = await AddressOf(administrator, issuer);
        using var onSignIn = await administrator.Page("/logga-in");
        using var changed = await Change(administrator, address, Without("kommun", Form(issuer, "", [("groups", "chefer", "handlaggare"), ("groups", "alla", "lasare")])));
        using var page = await administrator.Page(address);
        using var off = await administrator.Post(address, $"{address}/av");
        using var signIn = await administrator.Page("/logga-in");
        using var on = await administrator.Post(address, $"{address}/pa");

        Assert.Equal($"{List}?gjort=tillagd", added.Headers.Location!.OriginalString);
        Assert.Contains($"Prov {issuer[^6..]}", onSignIn.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("chefer", "alla"), (page.GetElementById("varde-1")!.GetAttribute("value"), page.GetElementById("varde-2")!.GetAttribute("value")));
        Assert.DoesNotContain($"Prov {issuer[^6..]}", signIn.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (changed.StatusCode, off.StatusCode, on.StatusCode));
        Assert.Equal((1, 3), (await site.Told("ProviderAdded", new PersonId(Guid.Parse(address.Split('/')[^1]))), await site.Told("ProviderChanged", new PersonId(Guid.Parse(address.Split('/')[^1])))));
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData("lasare")]
    public async Task A_municipalitys_provider_gives_its_registrars_role_whatever_the_form_says(string role)
    {
        using var administrator = await Administrator();
        var issuer = Issuer();

        using var refused = await administrator.Post(New, New, Form(issuer, "Kil", [("groups", "alla", role)]));
        using var page = await SignedInBrowser.Read(refused);
        using var added = await administrator.Post(New, New, Form(issuer, "Kil", [("groups", "alla", "kommun")]));
        var address = await AddressOf(administrator, issuer);
        using var forged = await Change(administrator, address, Without("kommun", Form(issuer, "", [("groups", "alla", role)])));
        using var moved = await administrator.Post(address, address, Form(issuer, "Ekerö", [("groups", "alla", "kommun")]));
        using var form = await administrator.Page(address);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest), (refused.StatusCode, added.StatusCode, forged.StatusCode, moved.StatusCode));
        Assert.NotNull(page.GetElementById("regler-fel"));
        Assert.Equal(["", "kommun"], form.QuerySelectorAll("#roll-1 option").Select(o => o.GetAttribute("value")));
    }

    [Fact]
    public async Task What_another_administrator_changed_meanwhile_is_shown_and_not_written_over()
    {
        using var one = await Administrator();
        using var other = await Administrator();
        var issuer = Issuer();
        using (await one.Post(New, New, Form(issuer, "", [("groups", "alla", "lasare")]))) { }
        var address = await AddressOf(one, issuer);
        using var seen = await one.Page(address);
        using (await Change(other, address, Without("kommun", Form(issuer, "", [("groups", "chefer", "handlaggare")])))) { }
        var mine = Without("kommun", Form(issuer, "", [("groups", "ekonomer", "ekonom")])).ToList();

        using var refused = await one.Post(address, address, [.. mine, Seen(seen)]);
        using var page = await SignedInBrowser.Read(refused);
        using var again = await one.Post(address, address, [.. mine, Seen(page)]);
        using var after = await one.Page(address);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (refused.StatusCode, again.StatusCode));
        Assert.Contains("groups = chefer", page.QuerySelector("main dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ekonomer", page.GetElementById("varde-1")!.GetAttribute("value"));
        Assert.Equal("ekonomer", after.GetElementById("varde-1")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_the_configuration_sets_is_shown_and_not_changed()
    {
        using var administrator = await Administrator();
        var address = await AddressOf(administrator, site.Skr.Issuer);

        using var list = await administrator.Page(List);
        using var page = await administrator.Page(address);
        using var changed = await administrator.Post(address, address, Without("kommun", Form(site.Skr.Issuer, "", [("groups", "alla", "administrator")])));
        using var off = await administrator.Post(address, $"{address}/av");

        Assert.Contains("inställd av driften", list.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Inställd av driften", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (changed.StatusCode, off.StatusCode));
        Assert.Equal(0, await site.Told("ProviderChanged", new PersonId(Guid.Parse(address.Split('/')[^1]))));
    }

    [Fact]
    public async Task A_provider_that_is_turned_off_signs_out_whom_it_let_in()
    {
        await using var provider = await TestProvider.Start();
        provider.Now = site.App.Clock.GetUtcNow;
        using var administrator = await Administrator();
        using (await administrator.Post(New, New, Form(provider.Issuer, "", [("groups", "alla", "lasare")], TestProvider.ClientId, "prov"))) { }
        var address = await AddressOf(administrator, provider.Issuer);
        using var browser = site.Browser();
        using (await ProviderTests.Enter(browser, provider, "sub-turned-off", ["alla"], button: $"Prov {provider.Issuer[^6..]}")) { }
        using var before = await browser.Get("/konto");

        using (await administrator.Post(address, $"{address}/av")) { }

        using var after = await browser.Get("/konto");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (before.StatusCode, after.StatusCode));
    }

    [Theory]
    [InlineData("utfardare", "http://login.example/", "utfardare")]
    [InlineData("utfardare", "ingen adress", "utfardare")]
    [InlineData("namn", "", "namn")]
    [InlineData("klient", "", "klient")]
    [InlineData("hemlighet", "ConnectionStrings:Kunskapsstyrning", "hemlighet")]
    [InlineData("varde-1", "", "varde-1")]
    [InlineData("roll-1", "kejsare", "roll-1")]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays(string field, string value, string wrong)
    {
        using var administrator = await Administrator();
        var fields = Form(Issuer(), "", [("groups", "alla", "lasare")]).Select(f => f.Name == field ? (field, value) : f).ToArray();

        using var refused = await administrator.Post(New, New, fields);
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal($"#{wrong}", Assert.Single(page.QuerySelectorAll("#fel a")).GetAttribute("href"));
        Assert.NotNull(page.GetElementById($"{wrong}-fel"));
        if (page.GetElementById(field) is { LocalName: "input" } input) Assert.Equal(value, input.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task More_rows_come_without_script_and_nothing_is_saved_by_that()
    {
        using var administrator = await Administrator();
        var issuer = Issuer();

        using var answer = await administrator.Post(New, New, [.. Form(issuer, "", [("groups", "alla", "lasare")]), ("fler", "1")]);
        using var page = await SignedInBrowser.Read(answer);
        using var list = await administrator.Page(List);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(4, page.QuerySelectorAll(".rule").Length);
        Assert.Equal(issuer, page.GetElementById("utfardare")!.GetAttribute("value"));
        Assert.DoesNotContain(issuer, list.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_one_providers()
    {
        using var administrator = await Administrator();

        using var refused = await administrator.Post(New, New, Form(site.Skr.Issuer, "", [("groups", "alla", "administrator")]));
        using var page = await SignedInBrowser.Read(refused);

        Assert.NotNull(page.GetElementById("utfardare-fel"));
    }

    [Fact]
    public async Task The_table_of_roles_is_the_programs_own_with_the_pages_it_opens()
    {
        using var administrator = await Administrator();

        using var page = await administrator.Page("/administration/roller");

        var rows = page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").ToDictionary(r => r.QuerySelector("th")!.TextContent, r => r.QuerySelectorAll("td").Count(c => c.TextContent == "ja"));
        var opened = page.QuerySelectorAll("dl.words dt").ToDictionary(t => t.TextContent, t => t.NextElementSibling!.QuerySelectorAll(".each").Select(p => p.TextContent).ToList());
        foreach (var permission in Enum.GetValues<Permission>())
        {
            var held = Roles.All.Count(r => Roles.Of(r).Contains(permission));
            Assert.DoesNotContain(permission.ToString(), page.Body!.TextContent, StringComparison.Ordinal);
            if (held > 0) Assert.Equal(held, rows[permission.Label()]);
        }

        Assert.Contains("/administration/personer/{id}", opened["Sköta personer, roller och inställningar"]);
        Assert.Contains("/min-kommun/kollegor", opened["Bjuda in och avsluta kollegor i den egna kommunen"]);
        Assert.Contains("/registrera", opened["Registrera, rätta och ta tillbaka beslut"]);
    }

    private async Task<SignedInBrowser> Administrator()
    {
        var email = $"{Guid.NewGuid():N}@skr.example";
        await site.Account(email, Role.Administrator);
        return await site.SignedIn(email);
    }

    private static async Task<HttpResponseMessage> Change(SignedInBrowser browser, string address, IEnumerable<(string, string)> form)
    {
        using var page = await browser.Page(address);
        return await browser.Post(address, address, [.. form, Seen(page)]);
    }

    private static (string, string) Seen(AngleSharp.Dom.IDocument page) => ("sedd", page.QuerySelector("[name=sedd]")!.GetAttribute("value")!);

    private static string Issuer() => $"https://login.example/{Guid.NewGuid():N}";

    private static (string Name, string Value)[] Form(string issuer, string municipality, (string Claim, string Value, string Role)[] rules, string client = "klient", string secret = "") =>
    [
        ("namn", $"Prov {issuer[^6..]}"), ("kommun", municipality), ("utfardare", issuer), ("klient", client), ("hemlighet", secret),
        .. rules.Index().SelectMany(r => ((string, string)[])[($"uppgift-{r.Index + 1}", r.Item.Claim), ($"varde-{r.Index + 1}", r.Item.Value), ($"roll-{r.Index + 1}", r.Item.Role)]),
    ];

    private static IEnumerable<(string, string)> Without(string field, IEnumerable<(string Name, string Value)> form) => form.Where(f => f.Name != field);

    private static async Task<string> AddressOf(SignedInBrowser browser, string issuer)
    {
        using var list = await browser.Page(List);
        return list.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(issuer, StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
    }
}
