using AngleSharp.Dom;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.Features.Rounds;
using Kunskapsstyrning.Web.Tests.Features.Dispatches;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Rounds;

/// <summary>The steps of a round where it is managed: in their order, each with how far it has come, and why one cannot be taken yet.</summary>
public sealed class RoundStepsTests : IAsyncLifetime
{
    private const string Slug = "2018-kunskapsstyrning";
    private const string Hub = $"/rekommendationer/{Slug}/hantera";

    private readonly LoggingSite _site = new();

    [Fact]
    public async Task They_stand_in_the_order_of_the_round()
    {
        using var officer = await _site.As("handlaggare");

        using var page = await officer.Page(Hub);

        Assert.Equal(["Avgifter", "Utskick", "Inkorgen", "Påminnelser", "Går den vidare?", "Återkoppling"], page.QuerySelectorAll("section[aria-labelledby=h-omgang] h3").Select(h => h.TextContent));
    }

    [Fact]
    public async Task The_fees_come_first_until_the_question_is_released()
    {
        using var officer = await _site.As("handlaggare");
        using var before = await officer.Page(Hub);
        await _site.App.EveryoneIsReached();
        await _site.App.Dispatches(Slug, new DispatchMatter(DispatchKind.Question));

        using var after = await officer.Page(Hub);

        Assert.Equal("De är beräknade och inte fastställda, och det säger breven.", Step(before, "Avgifter"));
        Assert.DoesNotContain("Avgifter", after.QuerySelectorAll("section[aria-labelledby=h-omgang] h3").Select(h => h.TextContent));
    }

    [Fact]
    public async Task The_question_says_how_many_lack_an_address_until_it_has_gone()
    {
        using var officer = await _site.As("handlaggare");
        using var before = await officer.Page(Hub);
        await _site.App.EveryoneIsReached();
        await _site.App.Dispatches(Slug, new DispatchMatter(DispatchKind.Question));

        using var after = await officer.Page(Hub);

        Assert.Contains("290 kommuner saknar adress; läs in kontakterna först.", Step(before, "Utskick"), StringComparison.Ordinal);
        Assert.Contains("0 av 580 lämnade till server, 580 köade.", Step(after, "Utskick"), StringComparison.Ordinal);
        Assert.Contains("Förfrågan har inte lämnat oss än", Step(after, "Återkoppling"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reminder_that_is_due_is_told_of_once_its_days_are_stated()
    {
        using var officer = await _site.As("handlaggare");
        using var before = await officer.Page(Hub);
        Assert.Null((await _site.App.As(Role.Officer).Run(new StateReminders(Slug, [3]))).Refusal);

        using var after = await officer.Page(Hub);

        Assert.Equal("290 kommuner saknar slutligt svar. Vilka dagar de påminns är inte bestämt.", Step(before, "Påminnelser"));
        Assert.Equal("290 kommuner saknar slutligt svar. 290 kommuner är att påminna nu.", Step(after, "Påminnelser"));
    }

    [Fact]
    public async Task While_the_question_waits_to_leave_nobody_is_to_be_reminded()
    {
        using var officer = await _site.As("handlaggare");
        Assert.Null((await _site.App.As(Role.Officer).Run(new StateReminders(Slug, [3]))).Refusal);
        await _site.App.EveryoneIsReached();
        await _site.App.Dispatches(Slug, new DispatchMatter(DispatchKind.Question));

        using var hub = await officer.Page(Hub);
        using var page = await officer.Page($"{Hub}/paminnelser");

        Assert.Equal("290 kommuner saknar slutligt svar. Förfrågan har inte lämnat oss än, så ingen är att påminna.", Step(hub, "Påminnelser"));
        Assert.StartsWith("Förfrågan har inte lämnat oss än", page.QuerySelector("p.lead")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("input[name=slag]"));
    }

    [Fact]
    public async Task What_is_decided_of_its_going_ahead_is_said_once_it_is_noted_and_the_report_no_longer_waits_for_it()
    {
        using var officer = await _site.As("handlaggare");
        using var before = await officer.Page(Hub);
        Assert.Null((await _site.App.As(Role.Officer).Run(new DecideGoAhead(Slug, GoesAhead: true, new DateOnly(2019, 6, 20), "260 har antagit."))).Refusal);

        using var after = await officer.Page(Hub);

        Assert.Equal("Inget är inskrivet. Skriv in om tillräckligt många är med, med dag och skäl.", Step(before, "Går den vidare?"));
        Assert.Contains("Skriv först in om den går vidare", Step(before, "Återkoppling"), StringComparison.Ordinal);
        Assert.StartsWith("Tillräckligt många är med: den går vidare, beslutat 20 juni 2019.", Step(after, "Går den vidare?"), StringComparison.Ordinal);
        Assert.DoesNotContain("Skriv först in", Step(after, "Återkoppling"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_cannot_be_sent_before_the_question_has_left_and_its_page_says_so()
    {
        await _site.App.EveryoneIsReached();
        await _site.App.Dispatches(Slug, new DispatchMatter(DispatchKind.Question));
        var report = new ReportId(Guid.CreateVersion7());
        Assert.Null((await _site.App.As(Role.Officer).Run(new MakeReport(report, Slug, null, new ReportQuotes(Conditions: true, Reasons: false)))).Refusal);
        using var officer = await _site.As("handlaggare");

        using var page = await officer.Page(Urls.ToReport(Slug, report));

        Assert.Contains("Förfrågan har inte lämnat oss än", Plain(page.QuerySelector("section[aria-labelledby=h-skr]")!), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action$='/utskick']"));
        Assert.Equal(Urls.ToDispatches(Slug), page.QuerySelector("section[aria-labelledby=h-skr] a[href$='/utskick']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Where_many_lack_an_address_the_list_of_contacts_is_offered_and_the_fields_are_folded()
    {
        var many = await _site.App.Prepares(Slug, new DispatchMatter(DispatchKind.Question));
        using var officer = await _site.As("handlaggare");

        using var page = await officer.Page(Urls.ToDispatch(Slug, many));

        Assert.Equal("Ingen adress är känd till de 580 som ska få det.", Plain(page.QuerySelector(".fact")!));
        Assert.Equal(["h-ord", "h-saknar", "visning", "h-slapp"], page.QuerySelectorAll("main section.sec").Select(s => s.GetAttribute("aria-labelledby")));
        Assert.Equal("/kontakter/las-in", page.QuerySelector("section[aria-labelledby=h-saknar] a.btn")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("input[name=epost]"), field => Assert.NotNull(field.Closest("details:not([open])")));
    }

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _site.App.Clock.Set(new DateOnly(2019, 6, 20));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static string Step(IDocument page, string name) => Plain(page.QuerySelectorAll("section[aria-labelledby=h-omgang] li").Single(s => s.QuerySelector("h3")!.TextContent == name).QuerySelector("p")!);

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
