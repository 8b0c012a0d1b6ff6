using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Boundaries;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.Tests.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Overview;

public sealed class RecommendationPageTests
{
    private static readonly Viewer Anyone = Viewer.Anyone with { Path = "/rekommendationer/2018-kunskapsstyrning" };

    [Fact]
    public async Task Every_municipality_is_in_the_table_and_on_the_map_once()
    {
        var page = Rendered.Parse(await Page(States.Busy()));

        var names = States.Municipalities.Select(m => m.Name).Order().ToList();
        Assert.Equal(names, page.QuerySelectorAll("#tabell tbody th a").Select(a => a.TextContent).Order());
        Assert.Equal(names, page.QuerySelectorAll(".tiles a title").Select(t => t.TextContent.Split(':')[0]).Order());
    }

    [Fact]
    public async Task Before_the_question_was_put_no_status_is_shown_and_another_day_can_be_chosen()
    {
        var state = States.Of(States.Recommendation(cost: States.AtMost, deadline: States.Deadline), new AsOf(new DateOnly(2019, 3, 5)), _ => []);

        var page = Rendered.Parse(await Page(state));

        Assert.Empty(page.QuerySelectorAll(".numbers, .bar, #karta, #kurva, .lans, #tabell .st, #ej-svarat"));
        Assert.DoesNotContain("Ej svarat", page.QuerySelector("main, body")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(290, page.QuerySelectorAll("#tabell tbody tr").Length);
        Assert.NotNull(page.QuerySelector("form#dag"));
    }

    [Fact]
    public async Task A_status_is_shown_by_its_letter_and_its_word()
    {
        var state = States.Busy();

        var page = Rendered.Parse(await Page(state));

        var row = state.Rows.First(r => r.Standing.Status is Status.Declined);
        var cell = page.QuerySelectorAll("#tabell tbody tr").Single(tr => tr.QuerySelector("th")!.TextContent == row.Municipality.Name).QuerySelector(".st")!;
        Assert.Equal("Avstår", cell.TextContent);
        Assert.Equal("#hN", cell.QuerySelector("use")!.GetAttribute("href"));
        Assert.Contains($"{row.Municipality.Name}: avstår", page.QuerySelectorAll(".tiles title").Select(t => t.TextContent));
    }

    [Fact]
    public async Task What_has_ended_says_so_beside_its_title()
    {
        var page = Rendered.Parse(await Page(States.Busy(new AsOf(States.Today))));

        Assert.Equal("Samlat system för kunskapsstyrning 2020–2023 – avslutad", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Avslutad: avgiftsåren var 2020–2023.", page.QuerySelector(".under > p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Samlat system för kunskapsstyrning 2020–2023", Rendered.Parse(await Page(States.Busy())).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task No_style_or_script_stands_in_the_page()
    {
        var page = Rendered.Parse(await Page(States.Busy()));

        Assert.Empty(page.QuerySelectorAll("[style], style"));
        Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal("", script.TextContent));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Drawings_are_written_in_numbers_that_svg_can_read()
    {
        var early = States.Busy(new AsOf(new DateOnly(2019, 4, 20)));

        var page = Rendered.Parse(await Page(early) + await Page(States.Busy()));

        var numbers = page.QuerySelectorAll("svg *").SelectMany(e => e.Attributes).Where(a => a.Name is "x" or "y" or "x1" or "x2" or "y1" or "y2" or "dx" or "cx" or "cy" or "d" or "width" or "height").ToList();
        Assert.NotEmpty(numbers);
        Assert.All(numbers, a => Assert.Matches("^[-0-9.%MLHVZlvhz ]+$", a.Value));
    }

    [Fact]
    public async Task The_page_is_small_enough_to_send()
    {
        var html = await Page(States.Busy());

        Assert.InRange(Brotli(html), 1, 24_000);
    }

    [Fact]
    public async Task Every_id_is_there_once_and_every_link_within_the_page_leads_somewhere()
    {
        var page = Rendered.Parse(await Page(States.Busy()));

        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
        Assert.All(page.QuerySelectorAll("use"), use => Assert.Contains(use.GetAttribute("href")![1..], ids));
        Assert.All(page.QuerySelectorAll("label[for]"), label => Assert.Contains(label.GetAttribute("for")!, ids));
    }

    [Fact]
    public async Task Headings_go_down_one_level_at_a_time()
    {
        var page = Rendered.Parse(await Page(States.Busy()));

        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(h => h.TagName[1] - '0').ToList();
        Assert.Equal(1, levels.Count(l => l == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public async Task Another_day_is_said_above_the_page_and_kept_in_every_link_and_form()
    {
        var day = new DateOnly(2019, 7, 4);
        var view = View() with { Day = day, Basis = Basis.Held, Statuses = [Status.Declined] };

        var page = Rendered.Parse(await Page(States.Busy(new AsOf(day, Basis.Held)), view));

        Assert.Equal("Du ser läget 4 juli 2019 – det som kommunerna hade beslutat den dagen.", page.QuerySelector(".strip p")!.TextContent.Replace('\u00A0', ' '));
        Assert.All(page.QuerySelectorAll(".numbers a, .lans a, #tabell thead a"), a => Assert.Contains("per=2019-07-04&fraga=gallde", a.GetAttribute("href")));
        Assert.Equal(["per", "fraga"], page.QuerySelectorAll(".filter input[type=hidden]").Select(i => i.GetAttribute("name")));
        Assert.Equal("avstar", page.QuerySelector(".day input[name=status]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Where_answers_are_not_public_no_status_is_anywhere()
    {
        var state = States.Busy(recommendation: States.Recommendation(cost: States.AtMost, threshold: new Threshold(200, "tillräckligt många", "Exempel"), deadline: States.Deadline, publicity: Publicity.FeesPublic));

        var html = await Page(state, showsAnswers: false);

        var main = Rendered.Parse(html).QuerySelector("main")!;
        Assert.Empty(main.QuerySelectorAll(".st, .tiles, .hex, .numbers, .bar, .curve, [href*='status=']"));
        Assert.DoesNotContain("avstår", main.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(290, main.QuerySelectorAll("#tabell tbody tr").Length);
    }

    [Fact]
    public async Task A_fee_that_is_not_set_is_said_and_no_amount_is_shown()
    {
        var state = States.Busy(recommendation: States.Recommendation(terms: new FeeTerms { Kind = FeeKind.NotSet }, threshold: new Threshold(null, "merparten", "Exempel"), deadline: States.Deadline));

        var main = Rendered.Parse(await Page(state)).QuerySelector("main")!;

        Assert.Contains("Avgiften var inte fastställd.", main.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("mkr", main.TextContent, StringComparison.Ordinal);
        Assert.Equal(6, main.QuerySelectorAll("#tabell thead th").Length);
        Assert.Contains("Kostnaden är inte känd.", main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_fits_nobody_says_so_and_shows_the_way_back()
    {
        var view = View() with { Search = "Ekrö", Statuses = [Status.Declined] };

        var page = Rendered.Parse(await Page(States.Busy(), view));

        var empty = page.QuerySelector("#tabell .empty")!;
        Assert.Equal("Ingen kommun passar: namn med ”Ekrö”, avstår.", empty.QuerySelector(".lead")!.TextContent);
        Assert.Equal("/rekommendationer/2018-kunskapsstyrning#tabell", empty.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_correction_keeps_the_old_text_and_a_proposed_extension_is_not_called_decided()
    {
        var page = Rendered.Parse(await Page(States.Busy()));

        Assert.Equal("2020–2024", page.QuerySelector("del")!.TextContent);
        Assert.Equal("2020–2023", page.QuerySelector("ins")!.TextContent);
        Assert.Contains("Föreslagen, inte beslutad: till och med 2024.", page.QuerySelector("#om")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dagen för folkmängden och avrundningen är antagna.", page.QuerySelector("#avgift")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_have_not_answered_can_be_copied_in_swedish_order()
    {
        var state = States.Busy();

        var page = Rendered.Parse(await Page(state));

        var names = page.QuerySelector("#ej-svarat-text")!.TextContent.Split(", ");
        Assert.Equal(state.Adoption[Status.NoResponse].Municipalities, names.Length);
        Assert.Equal(names.Order(Kunskapsstyrning.Web.Ui.Swedish.Order), names);
    }

    [Fact]
    public async Task A_late_answer_is_marked_in_words()
    {
        var state = States.Busy();

        var page = Rendered.Parse(await Page(state));

        Assert.Equal(state.Rows.Count(r => r.IsLate), page.QuerySelectorAll("#tabell .late").Count(l => l.TextContent.Trim() == "sent"));
        Assert.Contains("”Sent” betyder att svaret kom in efter sista svarsdag", page.QuerySelector("#tabell caption")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_in_the_window_for_late_joiners_are_marked_apart_from_those_after_it()
    {
        var window = States.Recommendation(deadline: States.Deadline).Rounds[1];
        var busy = States.Busy();
        var first = busy.Rows.First(r => r.IsLate).Municipality.Code;
        var state = busy with { Rows = [.. busy.Rows.Select(r => r.Municipality.Code == first ? r with { LaterRound = window } : r)] };

        var page = Rendered.Parse(await Page(state));

        Assert.Single(page.QuerySelectorAll("#tabell .late"), l => l.TextContent.Trim() == "sen anslutning");
        Assert.EndsWith(
            "”Sen anslutning” betyder att svaret kom in efter sista svarsdag, 15 juni 2019, men senast 15 december 2019. ”Sent” betyder att svaret kom in efter 15 december 2019.",
            page.QuerySelector("#tabell caption")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_page_leads_with_the_first_recommendation_and_offers_every_municipality()
    {
        StartEntry[] entries = [new(States.Busy(new AsOf(States.Today)), true), new(States.Silent(), true), new(States.Silent(), false)];

        var html = await Rendered.Page<StartPage>(Viewer.Anyone, ("Entries", entries), ("Municipalities", States.Municipalities.Select(m => m.Name).ToList()));

        var page = Rendered.Parse(html);
        Assert.Equal(290, page.QuerySelectorAll("datalist option").Length);
        Assert.Equal(290, page.QuerySelectorAll(".tiles use").Length);
        Assert.Equal(3, page.QuerySelectorAll(".recs > li").Length);
        Assert.Single(page.QuerySelectorAll(".recs .bar"));
        Assert.Contains("Svaren är inte offentliga.", page.QuerySelectorAll(".recs > li")[2].TextContent, StringComparison.Ordinal);
        Assert.Equal("page", page.QuerySelector(".menu a")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Each_number_says_how_it_has_changed_since_the_day_chosen_and_the_table_shows_what_stood_then()
    {
        var (state, view) = (States.BusySince(new DateOnly(2019, 5, 1)), View() with { Day = new DateOnly(2019, 7, 4), Since = new DateOnly(2019, 5, 1) });

        var page = Rendered.Parse(await Page(state, view));

        var then = state.Earlier!.Adoption;
        var changes = Kunskapsstyrning.Web.Ui.Swedish.Statuses.Select(s => Kunskapsstyrning.Web.Ui.Swedish.Change(state.Adoption[s].Municipalities, then[s].Municipalities, new DateOnly(2019, 5, 1), new DateOnly(2019, 7, 4)));
        Assert.Equal(changes, page.QuerySelectorAll(".numbers .delta").Select(d => d.TextContent));
        Assert.StartsWith("+", changes.First(), StringComparison.Ordinal);
        Assert.Equal(290, state.Rows.Count(r => r.HasChanged) + page.QuerySelectorAll("#tabell tbody td").Count(td => td.TextContent.EndsWith("oförändrat", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_day_to_compare_with_no_change_is_spoken_of() =>
        Assert.Empty(Rendered.Parse(await Page(States.Busy())).QuerySelectorAll(".delta"));

    [Fact]
    public async Task Columns_that_are_chosen_stand_in_the_order_chosen_and_the_others_are_gone()
    {
        var view = View() with { ChosenColumns = [TableColumn.Municipality, TableColumn.Code, TableColumn.Status, TableColumn.Arrived] };

        var page = Rendered.Parse(await Page(States.Busy(), view));

        Assert.Equal(["Kommun", "Kommunkod", "Status", "Kom in"], page.QuerySelectorAll("#tabell thead th").Select(th => th.TextContent.Split(Kunskapsstyrning.Web.Ui.Swedish.Nbsp)[0]));
        var ale = page.QuerySelectorAll("#tabell tbody tr")[0].Children;
        Assert.Equal(("Ale", "Kommunkod: 1440"), (ale[0].TextContent, ale[1].TextContent));
    }

    [Fact]
    public async Task A_threshold_in_inhabitants_has_a_meter_of_its_own_with_the_day_it_was_reached()
    {
        var threshold = new Threshold(null, "sextio procent", "Exempel") { ShareOfInhabitants = 0.6m };
        var asked = States.Recommendation(cost: States.AtMost, threshold: threshold, deadline: States.Deadline);

        var page = Rendered.Parse(await Page(States.Busy(recommendation: asked)));

        var meter = States.Busy(recommendation: asked).Meters.Single();
        Assert.True(meter.IsReached);
        Assert.Contains($"nådd {meter.ReachedOn!.Value.Day}", page.QuerySelector(".meter text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"Gränsen på 60 % av invånarna nåddes {meter.ReachedOn.Value.Day} juni.", page.QuerySelector(".meter svg")!.GetAttribute("aria-label")!.Replace('\u00A0', ' '));
        Assert.Empty(page.QuerySelectorAll(".bar:not(.meter) .now"));
    }

    [Fact]
    public async Task On_the_map_of_places_every_municipality_is_a_circle_whose_area_is_as_its_inhabitants()
    {
        var state = States.Busy();

        var page = Rendered.Parse(await Page(state, View() with { Day = new DateOnly(2019, 7, 4), Map = MapKind.PlacesByInhabitants }));

        var widths = page.QuerySelectorAll(".tiles a").ToDictionary(a => a.QuerySelector("title")!.TextContent.Split(':')[0], a => double.Parse(a.QuerySelector("use")!.GetAttribute("width")!, System.Globalization.CultureInfo.InvariantCulture));
        int Of(string name) => state.Rows.Single(r => r.Municipality.Name == name).Inhabitants!.Value;
        Assert.Equal(290, widths.Count);
        Assert.Equal((double)Of("Göteborg") / Of("Stockholm"), Math.Pow(widths["Göteborg"] / widths["Stockholm"], 2), 0.01);
        Assert.Equal((double)Of("Luleå") / Of("Stockholm"), Math.Pow(widths["Luleå"] / widths["Stockholm"], 2), 0.01);
        Assert.True(double.Parse(Place(page, "Kiruna").GetAttribute("y")!, System.Globalization.CultureInfo.InvariantCulture) < double.Parse(Place(page, "Trelleborg").GetAttribute("y")!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_letters_of_circles_lie_above_every_circle()
    {
        var page = Rendered.Parse(await Page(States.Busy(), View() with { Day = new DateOnly(2019, 7, 4), Map = MapKind.PlacesByInhabitants }));

        Assert.Empty(page.QuerySelectorAll(".places .tiles text"));
        Assert.NotEmpty(page.QuerySelectorAll(".places .tiles ~ .letters text"));
    }

    [Fact]
    public void A_circle_has_no_letter_where_a_larger_ones_stands_and_none_where_it_has_no_room()
    {
        (double X, double Y, double Radius)[] circles = [(0, 0, 30), (5, 0, 8), (40, 0, 8), (80, 0, 3)];

        Assert.Equal([circles[0], circles[2]], Web.Ui.PlaceGeometry.Lettered(circles, circle => circle));
    }

    [Fact]
    public async Task Beside_circles_the_legend_has_circles_with_their_letters()
    {
        var page = Rendered.Parse(await Page(States.Busy(), View() with { Day = new DateOnly(2019, 7, 4), Map = MapKind.PlacesByFee }));

        Assert.Equal(["#cA A", "#cF F", "#cN N", "#cP P", "#c0 –"], page.QuerySelectorAll(".legend li svg").Select(svg => $"{svg.QuerySelector("use")!.GetAttribute("href")} {svg.QuerySelector("text")!.TextContent}"));
    }

    [Theory]
    [InlineData(MapKind.PlacesByInhabitants, "500 000 invånare", "100 000", "10 000")]
    [InlineData(MapKind.PlacesByFee, "1 000 000 kr per år", "100 000", "10 000")]
    public async Task A_map_of_circles_has_a_key_of_what_a_circles_size_stands_for(MapKind map, params string[] labels)
    {
        var page = Rendered.Parse(await Page(States.Busy(), View() with { Day = new DateOnly(2019, 7, 4), Map = map }));

        Assert.Equal(labels, page.QuerySelectorAll(".places .key text").Select(t => t.TextContent.Replace('\u00A0', ' ')));
    }

    [Fact]
    public void A_circle_of_the_key_is_as_large_as_a_municipality_of_its_weight() => Assert.All(
        Web.Ui.PlaceKey.Of(962_154, "invånare"), key => Assert.Equal(Math.Pow(30, 2) * (double)key.Weight / 962_154, Math.Pow(key.Radius, 2), 0.01));

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Where_nobody_weighs_anything_there_is_no_key(double greatest) => Assert.Empty(Web.Ui.PlaceKey.Of((decimal)greatest, "invånare"));

    [Fact]
    public async Task Where_it_is_narrow_a_fee_says_what_it_is()
    {
        var state = States.Busy();

        var page = Rendered.Parse(await Page(state));

        var row = state.Rows.First(r => r.Municipality.Name is "Arjeplog");
        var cell = page.QuerySelectorAll("#tabell tbody tr").Single(tr => tr.QuerySelector("th")!.TextContent is "Arjeplog").QuerySelectorAll("td")[^1];
        Assert.Equal($"{Web.Ui.Swedish.Number(row.FirstYearFee!.Value.Amount)}\u00A0kr per år", cell.TextContent);
        Assert.Equal("\u00A0kr per år", cell.QuerySelector(".only-narrow")!.TextContent);
    }

    [Fact]
    public async Task Where_it_is_narrow_the_earlier_status_stands_with_its_day()
    {
        var page = Rendered.Parse(await Page(States.BusySince(new DateOnly(2019, 6, 15)), View() with { Day = new DateOnly(2019, 7, 4), Since = new DateOnly(2019, 6, 15) }));

        Assert.All(page.QuerySelectorAll("#tabell td.before"), cell => Assert.StartsWith("15 juni: ", cell.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal));
        Assert.Equal(290, page.QuerySelectorAll("#tabell td.before .only-narrow").Length);
    }

    [Fact]
    public async Task Within_boundaries_every_municipality_has_its_outline_and_who_has_none_is_a_circle()
    {
        var state = States.Busy() with { Boundaries = Drawn(m => m.Name is not "Ekerö") };

        var page = Rendered.Parse(await Page(state, View() with { Day = new DateOnly(2019, 7, 4), Map = MapKind.Areas }));

        Assert.Equal((289, 1), (page.QuerySelectorAll(".tiles a path").Length, page.QuerySelectorAll(".tiles a circle").Length));
        Assert.StartsWith("Ekerö: ", page.QuerySelector(".tiles a circle")!.ParentElement!.QuerySelector("title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 kommun utan gräns är en cirkel.", page.QuerySelector("#efter-kartan")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(state.Rows.Count(r => r.Standing.Status is Status.Declined), page.QuerySelectorAll(".tiles a .ar-n").Length);
    }

    [Fact]
    public async Task Boundaries_can_be_chosen_only_where_they_are_read_in()
    {
        static IEnumerable<string> Ways(IDocument page) => page.QuerySelectorAll("#efter-kartan a").Select(a => a.TextContent);

        var without = Rendered.Parse(await Page(States.Busy(), View() with { Map = MapKind.Areas }));
        var with = Rendered.Parse(await Page(States.Busy() with { Boundaries = Drawn(_ => true) }, View()));

        Assert.Equal(["Visa som tabell", "Rutor", "Efter plats och avgift"], Ways(without));
        Assert.Equal(290, without.QuerySelectorAll(".places .tiles a").Length);
        Assert.Equal(["Visa som tabell", "Kommungränser", "Efter plats"], Ways(with));
    }

    [Fact]
    public async Task Circles_lie_on_the_boundaries_where_they_are_read_in() =>
        Assert.NotNull(Rendered.Parse(await Page(States.Busy() with { Boundaries = Drawn(_ => true) }, View() with { Map = MapKind.PlacesByInhabitants })).QuerySelector(".places .land"));

    private static BoundaryFacts Drawn(Func<Municipality, bool> which) => new(new BoundarySet(
        new BoundarySetId(Guid.NewGuid()), new DateOnly(2025, 1, 1), "SCB", "0", "karta.geojson", States.Municipalities.Where(which).Select(m => new DrawnOutline(m.Code, "M0 0l9 0 0 9z", 600))));

    [Fact]
    public async Task A_page_with_tiles_carries_nothing_of_the_other_map() =>
        Assert.Null(Rendered.Parse(await Page(States.Busy() with { Boundaries = Drawn(_ => true) })).QuerySelector("#cA, .land, .ar"));

    [Theory]
    [InlineData(MapKind.Tiles)]
    [InlineData(MapKind.PlacesByFee)]
    public async Task Those_whom_the_filter_leaves_out_are_pale_on_the_map(MapKind map)
    {
        var view = View() with { Day = new DateOnly(2019, 7, 4), County = "25", Map = map };

        var page = Rendered.Parse(await Page(States.Busy(), view));

        Assert.Equal(290 - view.Apply(States.Busy()).Count, page.QuerySelectorAll(".tiles a.out").Length);
        Assert.Contains("De som urvalet utelämnar är bleka.", page.QuerySelector("#efter-kartan")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_more_municipalities_than_are_read_at_once_there_is_no_map_and_a_table_with_pages()
    {
        var busy = States.Busy();
        var many = busy with { Rows = [.. Enumerable.Repeat(busy.Rows, 3).SelectMany(r => r)] };

        var page = Rendered.Parse(await Page(many, View() with { Day = busy.AsOf.Day, Page = 2 }));

        Assert.Null(page.QuerySelector("svg.map"));
        Assert.Equal(100, page.QuerySelectorAll("#tabell tbody tr").Length);
        Assert.Equal("Sida 2 av 9. Föregående sida Nästa sida", string.Join(' ', page.QuerySelector("nav.pages")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("/rekommendationer/2018-kunskapsstyrning?per=2019-07-04&sida=3#tabell", page.QuerySelector("nav.pages [rel=next]")!.GetAttribute("href"));
    }

    private static AngleSharp.Dom.IElement Place(AngleSharp.Dom.IDocument page, string name) =>
        page.QuerySelectorAll(".tiles a").Single(a => a.QuerySelector("title")!.TextContent.StartsWith(name + ":", StringComparison.Ordinal)).QuerySelector("use")!;

    private static RecommendationView View() => new() { Slug = "2018-kunskapsstyrning" };

    private static Task<string> Page(RecommendationState state, RecommendationView? view = null, bool showsAnswers = true)
    {
        view ??= View() with { Day = state.IsToday ? null : state.AsOf.Day };
        return Rendered.Page<RecommendationPage>(Anyone, ("State", state), ("View", view), ("Rows", view.Apply(state)), ("ShowsAnswers", showsAnswers),
            ("Predecessor", new RecommendationLink("2016-nationell-stodfunktion", "Nationell stödfunktion 2017–2018")));
    }

    private static int Brotli(string html)
    {
        using var sent = new MemoryStream();
        using (var brotli = new BrotliStream(sent, new BrotliCompressionOptions { Quality = 5 })) brotli.Write(Encoding.UTF8.GetBytes(html));
        return (int)sent.ToArray().Length;
    }
}
