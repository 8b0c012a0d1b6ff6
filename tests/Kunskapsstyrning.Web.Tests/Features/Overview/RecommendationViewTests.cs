using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Overview;

public sealed class RecommendationViewTests
{
    [Theory]
    [InlineData("antagit", Status.Adopted)]
    [InlineData("forbehall", Status.AdoptedWithReservation)]
    [InlineData("avstar", Status.Declined)]
    [InlineData("pa-vag", Status.InPreparation)]
    [InlineData("ej-svarat", Status.NoResponse)]
    public void Each_status_has_its_word_in_the_address(string word, Status status)
    {
        var view = View(status: word);

        Assert.Equal([status], view.Statuses);
        Assert.Equal($"/rekommendationer/x?status={word}", view.Href);
    }

    [Fact]
    public void What_cannot_be_read_is_left_out_and_told_of()
    {
        Assert.Null(Read("?sok=+&lan=1a&status=kanske&status=antagit&storlek=liten&organ=kungen&sent=kanske&sortera=-fel&kolumner=hemligt&karta=rund", out var view));

        Assert.Equal("/rekommendationer/x?status=antagit", view.Href);
        Assert.Equal(
            "Det här i adressen förstod vi inte, och det är utelämnat: ordningen ”fel”, kolumnen ”hemligt”, länet ”1a”, statusen ”kanske”, storleken ”liten”, beslutsorganet ”kungen”, svaret på ”sent” ”kanske” och kartan ”rund”.",
            view.NotUnderstoodSentence());
    }

    [Fact]
    public void Those_that_have_changed_are_not_asked_for_without_a_day_to_compare_with()
    {
        Assert.Null(Read("?andrat=ja", out var view));

        Assert.Equal("/rekommendationer/x", view.Href);
        Assert.Equal("Det här i adressen förstod vi inte, och det är utelämnat: bara de som har ändrats, utan dag att jämföra med.", view.NotUnderstoodSentence());
    }

    [Theory]
    [InlineData("2019-08-31", "2019-07-31", "2019-09-30")]
    [InlineData("2019-09-30", "2019-08-31", "2019-10-31")]
    [InlineData("2019-12-30", "2019-11-30", "2020-01-30")]
    [InlineData("2020-02-29", "2020-01-31", "2020-03-31")]
    public void Going_by_months_keeps_to_the_last_day_of_the_month(string day, string before, string after)
    {
        Read($"?per={day}", out var view);
        var state = States.Of(States.Recommendation(), new AsOf(DateOnly.Parse(day, CultureInfo.InvariantCulture)), _ => []);

        Assert.Equal((before, after), (view.MonthBefore(state)!.Day!.Value.Iso(), view.MonthAfter(state)!.Day!.Value.Iso()));
    }

    [Fact]
    public void A_body_that_has_only_proposed_has_not_decided()
    {
        Read("?organ=utskott", out var view);
        var state = States.Of(States.Recommendation(deadline: States.Deadline), new AsOf(new DateOnly(2019, 7, 4)), i => i switch
        {
            0 => [States.Proposal(new DateOnly(2019, 5, 10))],
            1 => [States.Final(Outcome.Adopts, new DateOnly(2019, 5, 10), "Arbetsutskottet")],
            _ => [],
        });

        Assert.Equal(Status.InPreparation, state.Rows[0].Standing.Status);
        Assert.Equal(state.Rows[1].Municipality, Assert.Single(view.Apply(state)).Municipality);
    }

    [Fact]
    public void Everything_that_is_chosen_stands_in_the_address()
    {
        const string chosen = "?per=2019-09-15&fraga=gallde&sedan=2019-07-04&sok=eke&lan=01&status=antagit&status=avstar&storlek=20000-49999&organ=namnd&sent=ja&andrat=ja&sortera=-avgift&kolumner=inkom&kolumner=status&karta=plats";

        Assert.Null(Read(chosen, out var view));

        Assert.Equal("/rekommendationer/x" + chosen, view.Href);
        Assert.Empty(view.NotUnderstood);
    }

    [Theory]
    [InlineData("eke", "Ekerö")]
    [InlineData("EKERO", "Ekerö")]
    [InlineData("0125", "Ekerö")]
    [InlineData("älv", "Älvsbyn")]
    public void A_municipality_is_found_by_part_of_its_name_or_by_its_code(string typed, string name)
    {
        var found = View(sok: typed).Apply(States.Busy());

        Assert.Contains(name, found.Select(r => r.Municipality.Name));
    }

    [Fact]
    public void Who_types_a_swedish_letter_means_it()
    {
        var found = View(sok: "äl").Apply(States.Busy());

        Assert.NotEmpty(found);
        Assert.All(found, r => Assert.Contains("äl", r.Municipality.Name, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Names_are_in_swedish_order()
    {
        var names = View().Apply(States.Silent()).Select(r => r.Municipality.Name).ToList();

        Assert.Equal("Ale", names[0]);
        Assert.Equal(["Övertorneå"], names[^1..]);
        Assert.True(names.IndexOf("Åre") < names.IndexOf("Älmhult") && names.IndexOf("Älmhult") < names.IndexOf("Öckerö"));
    }

    [Fact]
    public void Status_and_county_narrow_together()
    {
        var rows = View(lan: "12", status: "antagit").Apply(States.Busy());

        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal(("12", Status.Adopted), (r.Municipality.CountyCode, r.Standing.Status)));
    }

    [Theory]
    [InlineData("invanare", "Bjurholm", "Stockholm")]
    [InlineData("-invanare", "Stockholm", "Bjurholm")]
    [InlineData("-avgift", "Stockholm", "Bjurholm")]
    public void Numbers_are_ordered_as_numbers(string order, string first, string last)
    {
        var rows = View(sortera: order).Apply(States.Busy());

        Assert.Equal((first, last), (rows[0].Municipality.Name, rows[^1].Municipality.Name));
    }

    [Theory]
    [InlineData("beslut")]
    [InlineData("-beslut")]
    [InlineData("organ")]
    [InlineData("-organ")]
    public void Rows_without_the_value_come_last_either_way(string order)
    {
        var rows = View(sortera: order).Apply(States.Busy());

        Assert.Equal(290, rows.Count);
        Assert.Null(Value(rows[^1]));
        Assert.NotNull(Value(rows[0]));

        object? Value(MunicipalityRow row) => order.EndsWith("organ", StringComparison.Ordinal) ? row.Standing.Content?.Body : row.Standing.Content?.DecidedOn;
    }

    [Fact]
    public void The_same_column_again_turns_the_order_round()
    {
        var once = View().SortedBy(TableColumn.Fee);

        Assert.Equal("/rekommendationer/x?sortera=avgift", once.Href);
        Assert.Equal("/rekommendationer/x?sortera=-avgift", once.SortedBy(TableColumn.Fee).Href);
        Assert.Equal("/rekommendationer/x?sortera=-kommun", View().SortedBy(TableColumn.Municipality).Href);
    }

    [Fact]
    public void What_is_typed_cannot_break_out_of_the_address() =>
        Assert.Equal("/rekommendationer/x?sok=a%26b%3D%3Cc%3E", View(sok: "a&b=<c>").Href);

    [Fact]
    public void Several_statuses_are_shown_together()
    {
        var rows = View(status: "avstar,pa-vag").Apply(States.Busy());

        Assert.Equal([Status.InPreparation, Status.Declined], rows.Select(r => r.Standing.Status).Distinct().Order());
    }

    [Fact]
    public void A_class_of_size_shows_those_within_its_bounds()
    {
        Read("?storlek=20000-49999", out var view);

        var rows = view.Apply(States.Busy());

        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.InRange(r.Inhabitants!.Value, 20_000, 49_999));
        Assert.Equal(rows.Count, States.Busy().Rows.Count(r => r.Inhabitants is >= 20_000 and <= 49_999));
    }

    [Fact]
    public void A_kind_of_body_shows_those_where_it_decided_and_late_those_that_came_after_their_last_day()
    {
        Read("?organ=fullmaktige&sent=ja", out var view);

        var rows = view.Apply(States.Busy());

        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal(("Kommunfullmäktige", true), (r.Standing.Content!.Body, r.IsLate)));
    }

    [Theory]
    [InlineData("", 100, 1)]
    [InlineData("?sida=9", 70, 9)]
    [InlineData("?sida=99", 70, 99)]
    public void More_rows_than_are_read_at_once_are_shown_a_page_at_a_time(string address, int shown, int page)
    {
        Read(address, out var view);
        MunicipalityRow[] many = [.. Enumerable.Repeat(States.Busy().Rows, 3).SelectMany(r => r)];

        Assert.Equal((9, page), (RecommendationView.Pages(many), view.Page));
        Assert.Equal(shown, view.OnPage(many).Count);
        Assert.Equal((1, 290), (RecommendationView.Pages(States.Busy().Rows), view.OnPage(States.Busy().Rows).Count));
    }

    [Fact]
    public void A_page_stands_in_the_address_and_is_left_behind_when_the_order_or_the_filter_changes()
    {
        Read("?sida=2&lan=25", out var view);
        Read("?sida=noll", out var nonsense);

        Assert.Equal("/rekommendationer/x?lan=25&sida=2", view.Href);
        Assert.Equal((1, 1), (view.SortedBy(TableColumn.Fee).Page, view.Unfiltered.Page));
        Assert.DoesNotContain(view.KeptByFilter, kept => kept.Name is "sida");
        Assert.Equal("sidan ”noll”", Assert.Single(nonsense.NotUnderstood));
    }

    [Theory]
    [InlineData("?sedan=i+fjol", "Vi förstår inte dagen att jämföra med. Skriv den som 2019-07-04.")]
    [InlineData("?per=2019-07-04&sedan=2019-07-05", "Dagen att jämföra med ligger efter dagen som visas. Välj en tidigare dag.")]
    [InlineData("?sedan=2099-01-01", "Dagen att jämföra med ligger efter dagen som visas. Välj en tidigare dag.")]
    [InlineData("?per=9999-12-31", "Dagen ligger i framtiden. Läget kan visas till och med i dag.")]
    [InlineData("?per=0001-01-01", "Vi förstår inte dagen. Skriv den som 2019-09-15.")]
    [InlineData("?sedan=9999-12-31", "Dagen att jämföra med ligger efter dagen som visas. Välj en tidigare dag.")]
    [InlineData("?per=igår", "Vi förstår inte dagen. Skriv den som 2019-09-15.")]
    public void A_day_that_nothing_true_can_be_shown_for_is_refused(string address, string sentence) =>
        Assert.Equal(sentence, Read(address, out _)?.Sentence);

    private static RecommendationView View(string? sok = null, string? lan = null, string? status = null, string? sortera = null)
    {
        Assert.Null(Read(Urls.Query(("sok", sok), ("lan", lan), ("status", status), ("sortera", sortera)), out var view));
        return view;
    }

    private static Refusal? Read(string address, out RecommendationView view) =>
        ViewInAddress.Read("x", new QueryCollection(QueryHelpers.ParseQuery(address)), States.Today, out view);
}
