using AngleSharp.Dom;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Fees;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Tests.Features.Fees;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Recommendations;

/// <summary>Where a recommendation is managed the terms that are frozen are told, not those that stood before. Each test has a site of its own.</summary>
public sealed class FrozenTermsTests : IAsyncLifetime
{
    private const string Slug = "2025-last";
    private static readonly YearSpan Years = new(2026, 2027);
    private static readonly FeeTerms Frozen = new()
    {
        Kind = FeeKind.ShareOfTotal, Total = new Kronor(18_765_000m), PopulationDate = new DateOnly(2018, 12, 31), Rounding = RoundingMode.Exact, Source = "Styrelsens beslut",
    };

    private readonly LoggingSite _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_draft_is_looked_through_with_its_annexes_and_its_frozen_terms_before_it_is_sent()
    {
        await Begun();
        using var officer = await _site.As("handlaggare");
        using var unfrozen = await Looked(officer);
        Assert.Contains("Avgiften är inte fastställd för alla år.", Text(unfrozen, "main"), StringComparison.Ordinal);
        Assert.Contains("Bilagor inga", Text(unfrozen, ".ledger"), StringComparison.Ordinal);

        await Freeze();
        Done(await _site.App.As(Role.Officer).Run(new AddAnnex(Slug, "Bilaga 2, kostnad per kommun", Files.Pdf)));
        using var looked = await Looked(officer);

        var told = Text(looked, ".ledger");
        Assert.Contains("Avgift 2026–2027 18 765 000 kr per år delas efter antalet invånare. Låst, version 1.", told, StringComparison.Ordinal);
        Assert.Contains("Bilagor Bilaga 2, kostnad per kommun Protokollsutdrag § 67.pdf", told, StringComparison.Ordinal);
        Assert.DoesNotContain("inte fastställd", Text(looked, "main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hub_of_a_draft_tells_the_frozen_terms_and_leads_to_their_version()
    {
        await Begun();
        await Freeze();
        using var officer = await _site.As("handlaggare");

        using var hub = await officer.Page($"/rekommendationer/{Slug}/hantera");

        Assert.Contains("18 765 000 kr per år delas efter antalet invånare. Låst, version 1.", Text(hub, ".ways"), StringComparison.Ordinal);
        Assert.NotNull(hub.QuerySelector($".ways a[href='/rekommendationer/{Slug}/hantera/avgifter/2026-2027/version/1']"));
        Assert.Null(hub.QuerySelector($"a[href='/rekommendationer/{Slug}/hantera/uppgifter/villkor/2026']"));
    }

    [Fact]
    public async Task What_is_renewed_carries_along_the_frozen_terms_and_says_so()
    {
        const string Renewed = "2018-kunskapsstyrning";
        var id = await FreezingTests.Proposed(_site.App, "handlaggare", Renewed, new YearSpan(2020, 2023), Frozen, "Sänkt total.");
        using var finance = await _site.As("ekonom");
        var proposal = $"/rekommendationer/{Renewed}/hantera/avgifter/2020-2023/forslag/{id.Value}";
        using var approved = await finance.Post(proposal, $"{proposal}/godkann");
        using var officer = await _site.As("handlaggare");

        using var page = await officer.Page($"/rekommendationer/{Renewed}/hantera/fornya");

        Assert.Contains("Avgiftsvillkor 18 765 000 kr per år delas efter antalet invånare.", Text(page, "section .ledger"), StringComparison.Ordinal);
    }

    private async Task Begun()
    {
        Done(await _site.App.As(Role.Officer).Run(new BeginDraft(new NewDraft("Rubriken i sin helhet", "Rubriken", Slug, new DateOnly(2025, 10, 1), Years))));
        var draft = (await _site.App.As(Role.Officer).Ask(new ManagedRecommendation(Slug)))!.Recommendation;
        Done(await _site.App.As(Role.Officer).Run(new ReviseDraft(Slug, 0, draft.Content with { Points = ["att rekommendera"], Letter = new CoverLetter(new DateOnly(2025, 11, 1), "kommunstyrelserna", "registrator@skr.example", "Brevet") })));
    }

    private async Task Freeze() => Done(await _site.App.As("ekonom").Run(new ApproveAllocation(await FreezingTests.Proposed(_site.App, "handlaggare", Slug, Years, Frozen, ""))));

    private static async Task<IDocument> Looked(SignedInBrowser officer)
    {
        using var answer = await officer.Post($"/rekommendationer/{Slug}/hantera/skicka", $"/rekommendationer/{Slug}/hantera/skicka", ("offentlighet", "avgifter"));
        return await SignedInBrowser.Read(answer);
    }

    private static void Done(Result result) => Assert.Null(result.Refusal);

    private static string Text(IDocument page, string selector) => string.Join(' ', string.Join(' ', page.QuerySelectorAll(selector).SelectMany(e => e.GetDescendants().OfType<IText>()).Select(t => t.Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
