using Kunskapsstyrning.Domain.Municipalities;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Municipalities;

/// <summary>Mergers, splits, new codes and new names in the register of municipalities.</summary>
public sealed class RedrawingTests
{
    private const string Why = "Regeringens beslut";
    private static readonly DateOnly NewYear = new(2027, 1, 1);
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly string[] Counties = ["01", "14"];

    private readonly List<Municipality> _all =
    [
        new(new("0125"), "Ekerö", new(1971, 1, 1), new(14, 20), 59.3m, 17.8m), new(new("0128"), "Salem", new(1983, 1, 1), new(14, 21), 59.2m, 17.7m),
        new(new("0127"), "Botkyrka", new(1971, 1, 1), new(15, 21), 59.2m, 17.8m),
    ];

    [Fact]
    public void Two_that_merge_end_the_day_before_and_the_new_one_begins_on_the_day()
    {
        var formed = Applied(new Redrawing([new("0125"), new("0128")], [new(new("0199"), "Ekerö-Salem")], NewYear)).Single();

        Assert.Equal((true, false), (Of("0125").IsValidOn(new(2026, 12, 31)), Of("0125").IsValidOn(NewYear)));
        Assert.Equal((false, true), (formed.IsValidOn(new(2026, 12, 31)), formed.IsValidOn(NewYear)));
        Assert.Equal(new MunicipalityCode("0199"), Of("0125").Successor);
        Assert.Equal(new MunicipalityCode("0199"), Of("0128").Successor);
        Assert.Null(formed.SplitFrom);
        Assert.Equal(new TilePlace(14, 20), formed.Tile);
        var ended = Assert.IsType<MunicipalityEnded>(Of("0125").TakeEvents().Single());
        Assert.Equal((new DateOnly(2026, 12, 31), Why), (ended.Last, ended.Reason));
        Assert.Equal(["0125", "0128"], Assert.IsType<MunicipalityFormed>(formed.TakeEvents().Single()).Of.Select(c => c.Digits));
    }

    [Fact]
    public void One_may_go_up_in_another_that_goes_on()
    {
        Assert.Empty(Applied(new Redrawing([new("0125"), new("0128")], [new(new("0125"), null)], NewYear)));

        Assert.True(Of("0125").IsValidOn(NewYear));
        Assert.Empty(Of("0128").TakeEvents().OfType<MunicipalityReshaped>());
        Assert.Equal(["0128"], Assert.IsType<MunicipalityReshaped>(Of("0125").TakeEvents().Single()).Joined.Select(c => c.Digits));
        Assert.Equal(new MunicipalityCode("0125"), Of("0128").Successor);
    }

    [Fact]
    public void What_is_split_ends_and_its_parts_say_where_they_come_from_each_with_a_tile_of_its_own()
    {
        var parts = Applied(new Redrawing([new("0127")], [new(new("0197"), "Norra"), new(new("0198"), "Södra")], NewYear));

        Assert.False(Of("0127").IsValidOn(NewYear));
        Assert.Null(Of("0127").Successor);
        Assert.All(parts, p => Assert.Equal(new MunicipalityCode("0127"), p.SplitFrom));
        Assert.Equal(4, parts.Concat([Of("0125"), Of("0128")]).Select(m => m.Tile).Distinct().Count());
    }

    [Fact]
    public void A_part_may_break_out_of_one_that_goes_on()
    {
        var part = Applied(new Redrawing([new("0127")], [new(new("0127"), null), new(new("0198"), "Södra")], NewYear)).Single();

        Assert.True(Of("0127").IsValidOn(NewYear));
        Assert.Equal(new MunicipalityCode("0127"), part.SplitFrom);
        Assert.NotEqual(Of("0127").Tile, part.Tile);
        Assert.Equal(["0198"], Assert.IsType<MunicipalityReshaped>(Of("0127").TakeEvents().Single()).Parted.Select(c => c.Digits));
    }

    [Fact]
    public void One_that_changes_county_gets_another_code_and_keeps_its_name()
    {
        var moved = Applied(new Redrawing([new("0125")], [new(new("1499"), "Ekerö")], NewYear)).Single();

        Assert.Equal(("14", "Ekerö"), (moved.CountyCode, moved.Name));
        Assert.Equal(new MunicipalityCode("1499"), Of("0125").Successor);
    }

    [Theory]
    [InlineData("0125,0128", "0199:", "redrawing-new-needs-name")]
    [InlineData("0125,0128", "2599:Ny", "redrawing-no-county")]
    [InlineData("0125,0128", "0127:Ny", "redrawing-name-of-one-that-goes-on")]
    [InlineData("0125,0125", "0199:Ny", "redrawing-unclear")]
    [InlineData("0125", "0125:", "redrawing-unclear")]
    [InlineData("0125,0128", "0198:Ny,0199:Ny", "redrawing-unclear")]
    [InlineData("0125", "0199:Ny,0127:", "redrawing-part-is-another")]
    [InlineData("0125,0126", "0199:Ny", "municipality-unknown")]
    [InlineData("0125,0128", "0199:Ny1", "municipality-no-name")]
    public void What_makes_no_sense_is_refused(string of, string into, string code)
    {
        var redrawing = new Redrawing(
            [.. of.Split(',').Select(c => new MunicipalityCode(c))],
            [.. into.Split(',').Select(i => i.Split(':')).Select(i => new NamedMunicipality(new MunicipalityCode(i[0]), i[1].Length == 0 ? null : i[1]))], NewYear);

        Assert.Equal(code, redrawing.RefusalAgainst(_all, Counties)?.Code);
    }

    [Fact]
    public void What_has_ended_cannot_be_redrawn_again_and_its_code_is_never_used_again()
    {
        Applied(new Redrawing([new("0125"), new("0128")], [new(new("0199"), "Ekerö-Salem")], NewYear));

        Assert.Equal("municipality-not-there-on-the-day", new Redrawing([new("0125")], [new(new("0196"), "Ny")], NewYear.AddYears(1)).RefusalAgainst(_all, Counties)?.Code);
        Assert.Equal("municipality-code-was-used", new Redrawing([new("0127")], [new(new("0125"), "Ny")], NewYear.AddYears(1)).RefusalAgainst(_all, Counties)?.Code);
        Assert.Equal("municipality-not-there-on-the-day", new Redrawing([new("0199")], [new(new("0196"), "Ny")], NewYear).RefusalAgainst(_all, Counties)?.Code);
    }

    [Fact]
    public void A_new_name_holds_from_its_day_and_the_old_one_stays_true_of_the_days_before()
    {
        var ekero = Of("0125");

        Assert.True(ekero.Rename("Mälaröarna", NewYear, Why, _all, Today).IsDone);

        Assert.Equal(("Ekerö", "Mälaröarna"), (ekero.NameOn(new(2026, 12, 31)), ekero.NameOn(NewYear)));
        var then = ekero.NamedOn(NewYear);
        Assert.Equal(("Mälaröarna", "Mälaröarna kommun"), (then.Name, then.FullName));
        Assert.Equal(["Ekerö"], then.OtherNames);
        Assert.Equal(("Ekerö", "Ekerö"), (then.NameOn(new(2026, 12, 31)), then.NamedOn(new(2026, 12, 31)).Name));
        var told = Assert.IsType<MunicipalityRenamed>(ekero.TakeEvents().Single());
        Assert.Equal(("Ekerö", "Mälaröarna", NewYear, Why), (told.Was, told.Name, told.From, told.Reason));
    }

    [Fact]
    public void A_name_whose_day_has_not_come_is_none_it_has_had()
    {
        var ekero = Of("0125");
        ekero.Rename("Mälaröarna", Today, Why, _all, Today);
        ekero.Rename("Öarna", NewYear, Why, _all, Today);

        Assert.Empty(ekero.NamedOn(Today.AddDays(-1)).EarlierNames(Today.AddDays(-1)));
        Assert.Equal(["Ekerö"], ekero.NamedOn(Today).EarlierNames(Today));
        Assert.Equal(["Ekerö", "Mälaröarna"], ekero.NamedOn(NewYear).EarlierNames(NewYear));
    }

    [Fact]
    public void A_name_cannot_begin_before_another_whose_day_has_come_nor_before_the_municipality()
    {
        var ekero = Of("0125");
        ekero.Rename("Mälaröarna", Today, Why, _all, Today);

        Assert.Equal(RegisterRefusals.NamedLater, ekero.Rename("Öarna", Today.AddDays(-1), Why, _all, Today).Refusal);
        Assert.Equal("municipality-not-there-on-the-day", ekero.Rename("Öarna", new(1970, 1, 1), Why, _all, Today).Refusal?.Code);
        Assert.Equal("municipality-no-name", ekero.Rename(" Öarna", NewYear.AddYears(1), Why, _all, Today).Refusal?.Code);
    }

    [Fact]
    public void A_misspelt_name_is_replaced_from_its_own_day_and_stays_in_the_history()
    {
        var ekero = Of("0125");
        ekero.Rename("Mälaröana", Today, Why, _all, Today);

        Assert.True(ekero.Rename("Mälaröarna", Today, "Rättat efter skrivfel", _all, Today).IsDone);

        Assert.Equal(("Ekerö", "Mälaröarna"), (ekero.NameOn(Today.AddDays(-1)), ekero.NameOn(Today)));
        Assert.Equal(["Ekerö"], ekero.NamedOn(Today).OtherNames);
        Assert.Equal(2, ekero.LaterNames.Count);
        var told = ekero.TakeEvents().Cast<MunicipalityRenamed>().Last();
        Assert.Equal(("Mälaröana", "Mälaröarna", "Rättat efter skrivfel"), (told.Was, told.Name, told.Reason));
    }

    [Fact]
    public void A_name_whose_day_has_not_come_is_replaced_by_what_is_registered_later_also_from_an_earlier_day()
    {
        var ekero = Of("0125");
        ekero.Rename("Mälaröana", NewYear, Why, _all, Today);

        Assert.Equal(["Mälaröana"], ekero.NamesReplaced(Today.AddDays(5)));
        Assert.True(ekero.Rename("Mälaröarna", Today.AddDays(5), Why, _all, Today).IsDone);
        Assert.Equal(("Ekerö", "Mälaröarna", "Mälaröarna"), (ekero.NameOn(Today), ekero.NameOn(Today.AddDays(5)), ekero.NameOn(NewYear)));

        Assert.True(ekero.Rename("Ekerö", Today.AddDays(1), Why, _all, Today).IsDone);
        Assert.Equal("Ekerö", ekero.NameOn(NewYear));
        Assert.Equal("municipality-same-name", ekero.Rename("Ekerö", NewYear, Why, _all, Today).Refusal?.Code);
    }

    [Fact]
    public void An_organisation_number_that_is_no_municipality_s_is_refused_and_the_same_again_changes_nothing()
    {
        var ekero = Of("0125");

        Assert.Equal(RegisterRefusals.NoMunicipalityNumber, ekero.State(OrganisationNumber.Parse("556016-0680"), _all).Refusal);
        Assert.True(ekero.State(OrganisationNumber.Parse("212000-0142"), _all).IsDone);
        Assert.True(ekero.State(OrganisationNumber.Parse("212000-0142"), _all).IsDone);
        Assert.Single(ekero.TakeEvents());
    }

    [Fact]
    public void What_others_go_up_in_or_break_out_of_on_the_day_or_later_is_not_redrawn_before_it()
    {
        Applied(new Redrawing([new("0127")], [new(new("0127"), null), new(new("0198"), "Tumba")], NewYear.AddYears(1)));
        Applied(new Redrawing([new("0128"), new("0125")], [new(new("0125"), null)], NewYear));

        string? Refused(Redrawing redrawing) => redrawing.RefusalAgainst(_all, Counties)?.Code;
        Assert.Equal("municipality-redrawn-later", Refused(new Redrawing([new("0127")], [new(new("0199"), "Ny")], NewYear)));
        Assert.Equal("municipality-redrawn-later", Refused(new Redrawing([new("0127")], [new(new("0199"), "Ny")], NewYear.AddYears(1))));
        Assert.Equal("municipality-redrawn-later", Refused(new Redrawing([new("0127"), new("0125")], [new(new("0125"), null)], NewYear)));
        Assert.Null(Refused(new Redrawing([new("0127")], [new(new("0199"), "Ny")], NewYear.AddYears(2))));
    }

    [Fact]
    public void No_two_municipalities_have_the_same_name_on_the_same_day()
    {
        var ekero = Of("0125");
        ekero.Rename("Mälaröarna", NewYear, Why, _all, Today);

        Assert.Equal("municipality-name-taken", Of("0128").Rename("mälaröarna", NewYear.AddYears(1), Why, _all, Today).Refusal?.Code);
        Assert.Equal("municipality-name-taken", Of("0128").Rename("Ekerö", NewYear.AddDays(-9), Why, _all, Today).Refusal?.Code);
        Assert.Equal("municipality-same-name", ekero.Rename("Mälaröarna", NewYear.AddYears(1), Why, _all, Today).Refusal?.Code);
        Assert.True(Of("0128").Rename("Ekerö", NewYear, Why, _all, Today).IsDone);
        var twice = new Redrawing([new("0127")], [new(new("0197"), "Tumba"), new(new("0198"), "Tumba")], NewYear).RefusalAgainst(_all, Counties);
        Assert.Equal(("municipality-name-taken", "namnet2"), (twice?.Code, twice?.Field));
        Assert.Equal("municipality-name-taken", new Redrawing([new("0127")], [new(new("0198"), "Ekerö"), new(new("0127"), null)], NewYear).RefusalAgainst(_all, Counties)?.Code);
        Assert.Null(new Redrawing([new("0125")], [new(new("0199"), "Mälaröarna")], NewYear.AddYears(1)).RefusalAgainst(_all, Counties));
    }

    [Theory]
    [InlineData("01", "blir2", "2599", "Fittja")]
    [InlineData("01", "namnet2", "0198", "Fittja2")]
    [InlineData("01", "blir2", "0125", null)]
    [InlineData("01", "namnet2", "0198", null)]
    public void What_is_wrong_with_the_second_part_is_said_of_it(string county, string field, string code, string? name) =>
        Assert.Equal(field, new Redrawing([new("0127")], [new(new("0197"), "Tumba"), new(new(code), name)], NewYear).RefusalAgainst(_all, [county])?.Field);

    [Fact]
    public void An_organisation_number_may_follow_from_what_has_ended_and_is_nobody_else_s_at_the_same_time()
    {
        var number = OrganisationNumber.Parse("212000-0142");
        Assert.True(Of("0125").State(number, _all).IsDone);

        var formed = Applied(new Redrawing([new("0125"), new("0128")], [new(new("0199"), "Ekerö-Salem")], NewYear)).Single();

        Assert.Equal(RegisterRefusals.NumberIsTaken, Of("0127").State(number, _all).Refusal);
        Assert.True(formed.State(number, _all).IsDone);
    }

    private Municipality Of(string code) => _all.Single(m => m.Code.Digits == code);

    private IReadOnlyList<Municipality> Applied(Redrawing redrawing)
    {
        Assert.Null(redrawing.RefusalAgainst(_all, Counties));
        var formed = redrawing.Apply(_all, Why);
        _all.AddRange(formed);
        return formed;
    }
}
