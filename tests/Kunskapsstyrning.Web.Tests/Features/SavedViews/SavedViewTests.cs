using System.Net;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Administration;
using Kunskapsstyrning.Web.Features.SavedViews;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.SavedViews;

/// <summary>A view is saved under a name, shared, and does not go away with the one who saved it.</summary>
public sealed class SavedViewTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private const string Slug = "2018-kunskapsstyrning";

    [Fact]
    public async Task A_view_is_saved_with_what_stands_in_its_address_and_leads_back_there()
    {
        using var reader = await site.As("lasare");

        var form = await reader.Page($"/vyer/ny?rekommendation={Slug}&per=2019-07-04&lan=25&status=ej-svarat&hittepa=1");
        using var saved = await reader.Post("/vyer/ny?rekommendation=" + Slug, "/vyer/ny", ("rekommendation", Slug), ("vy", form.QuerySelector("[name=vy]")!.GetAttribute("value")!), ("namn", "Ej svarat i Norrbotten"), ("delad", "nej"));
        var list = await reader.Page("/vyer");

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var link = list.QuerySelectorAll(".recs h3 a").Single(a => a.TextContent == "Ej svarat i Norrbotten");
        Assert.Equal($"/rekommendationer/{Slug}?per=2019-07-04&lan=25&status=ej-svarat", link.GetAttribute("href"));
        Assert.Contains("ej svarat, Norrbottens län, läget 4 juli 2019, räknat efter den dag svaret kom in.", list.Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_shared_is_seen_by_others_and_only_the_owner_changes_it()
    {
        await Save("registrator", "Bara min", isShared: false);
        await Save("registrator", "Allas", isShared: true);

        var seen = await site.App.As("ekonom").Ask(new MySavedViews());
        var shared = seen.Single(v => v.Name == "Allas");
        var refused = await site.App.As("ekonom").Run(new RemoveView(shared.Id));
        var kept = await site.App.As("ekonom").Run(new ShareView(shared.Id, IsShared: false));

        Assert.DoesNotContain("Bara min", seen.Select(v => v.Name));
        Assert.Equal(SavedViewRefusals.NotThere, refused.Refusal);
        Assert.Equal(SavedViewRefusals.NotThere, kept.Refusal);
        Assert.True((await site.App.As("registrator").Run(new ShareView(shared.Id, IsShared: false))).IsDone);
        Assert.DoesNotContain("Allas", (await site.App.As("ekonom").Ask(new MySavedViews())).Select(v => v.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("rad\nbruten")]
    public async Task A_view_needs_a_name(string name) =>
        Assert.Equal(SavedViewRefusals.NoName, (await site.App.As("revisor").Run(new SaveView(Slug, "", name, false))).Refusal);

    [Fact]
    public async Task A_name_is_used_once_and_what_was_typed_stays_when_it_is_refused()
    {
        using var officer = await site.As("handlaggare");
        await Save("handlaggare", "Samma", isShared: false);

        using var refused = await officer.Post("/vyer/ny?rekommendation=" + Slug, "/vyer/ny", ("rekommendation", Slug), ("vy", "?lan=01"), ("namn", "SAMMA"), ("delad", "ja"));
        var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(("SAMMA", "?lan=01"), (page.QuerySelector("#namn")!.GetAttribute("value"), page.QuerySelector("[name=vy]")!.GetAttribute("value")));
        Assert.Contains("Du har redan en vy med det namnet.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_view_that_is_taken_over_needs_a_name_of_its_own_too()
    {
        var (leaver, me, asked) = (new PersonId(Guid.NewGuid()), new PersonId(Guid.NewGuid()), new RecommendationId(Guid.NewGuid()));
        SavedView.Save(leaver, asked, "Norr", "", false, [], DateTimeOffset.UnixEpoch, out var left);
        SavedView.Save(me, asked, "norr", "", false, [], DateTimeOffset.UnixEpoch, out var own);

        Assert.Equal(SavedViewRefusals.NameIsUsed, left!.TakeOver(me, ownerHasLeft: true, [own!]).Refusal);
        Assert.True(left.TakeOver(me, ownerHasLeft: true, []).IsDone);
        Assert.Equal(SavedViewRefusals.NoName, SavedView.Save(me, asked, "\u200B", "", false, [], DateTimeOffset.UnixEpoch, out _).Refusal);
    }

    [Fact]
    public async Task What_one_who_has_left_saved_is_still_there_and_an_administrator_takes_it_over_or_away()
    {
        await Save("handlaggare-2", "Delad av den som slutar", isShared: true);
        await Save("handlaggare-2", "Egen av den som slutar", isShared: false);
        var before = (await site.App.As("lasare").Ask(new MySavedViews())).Single(v => v.Name == "Delad av den som slutar");
        Assert.Equal(SavedViewRefusals.OwnerIsStillHere, (await site.App.As(Role.Administrator).Run(new SettleViewLeftBehind(before.Id, Keep: true))).Refusal);
        Assert.DoesNotContain(await site.App.As(Role.Administrator).Ask(new ViewsLeftBehind()), v => v.Owner == before.Owner);

        var leaving = Kunskapsstyrning.Web.Features.ReferenceData.ReadyMadeUsers.All.Single(p => p.Login == "handlaggare-2").Id;
        Assert.Null((await site.App.As(Role.Administrator).Run(new EndRight(leaving, "Har slutat"))).Refusal);

        var after = (await site.App.As("lasare").Ask(new MySavedViews())).Single(v => v.Name == "Delad av den som slutar");
        var left = (await site.App.As(Role.Administrator).Ask(new ViewsLeftBehind())).Single(v => v.Name == "Egen av den som slutar");
        Assert.True(after.HasLeft);
        Assert.True((await site.App.As(Role.Administrator).Run(new SettleViewLeftBehind(after.Id, Keep: true))).IsDone);
        Assert.True((await site.App.As(Role.Administrator).Run(new SettleViewLeftBehind(left.Id, Keep: false))).IsDone);
        Assert.True((await site.App.As("administrator").Ask(new MySavedViews())).Single(v => v.Name == "Delad av den som slutar").IsOwn);
        Assert.Empty(await site.App.As(Role.Administrator).Ask(new ViewsLeftBehind()));
    }

    [Fact]
    public async Task Only_staff_save_views()
    {
        using var anyone = site.Anyone();
        using var municipality = await site.As("kommun-0125");

        using var asked = await anyone.Get("/vyer");
        using var refused = await municipality.Get("/vyer");

        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private async Task Save(string login, string name, bool isShared) =>
        Assert.Null((await site.App.As(login).Run(new SaveView(Slug, "?lan=25", name, isShared))).Refusal);
}
