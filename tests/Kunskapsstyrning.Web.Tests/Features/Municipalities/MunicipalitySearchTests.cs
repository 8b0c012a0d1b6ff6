using Kunskapsstyrning.Web.Features.Municipalities;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Municipalities;

public sealed class MunicipalitySearchTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("Ekerö", "Ekerö")]
    [InlineData("ekerö kommun", "Ekerö")]
    [InlineData("EKERO", "Ekerö")]
    [InlineData("0125", "Ekerö")]
    [InlineData("Stockholms stad", "Stockholm")]
    [InlineData("stockholms kommun", "Stockholm")]
    [InlineData("Region Gotland", "Gotland")]
    [InlineData("Falu kommun", "Falun")]
    [InlineData("eker", "Ekerö")]
    public async Task One_that_must_be_meant_is_found(string typed, string name) => Assert.Equal(name, (await Find(typed)).Only?.Name);

    [Fact]
    public async Task Names_that_begin_with_it_come_before_names_that_hold_it()
    {
        var found = await Find("al");

        Assert.Null(found.Only);
        Assert.Equal(["Ale", "Alingsås", "Alvesta"], found.Hits.Take(3).Select(m => m.Name));
        Assert.Contains("Sala", found.Hits.Skip(3).Select(m => m.Name));
    }

    [Fact]
    public async Task Letters_with_rings_and_dots_are_taken_at_their_word_when_typed() =>
        Assert.All((await Find("hå")).Hits, m => Assert.Contains("hå", m.Name, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("Ekrö", "Ekerö")]
    [InlineData("Stokholm", "Stockholm")]
    [InlineData("Upsala", "Uppsala")]
    public async Task A_slip_of_the_pen_is_met_with_the_name_that_is_nearly_so(string typed, string name)
    {
        var found = await Find(typed);

        Assert.Empty(found.Hits);
        Assert.Equal(name, found.Nearest[0].Name);
    }

    [Fact]
    public async Task What_is_like_no_name_is_met_with_none() => Assert.Empty((await Find("qqqqqq")).Nearest);

    [Fact]
    public async Task Everyone_is_there_to_choose_county_by_county()
    {
        var all = (await Find("")).All;

        Assert.Equal(21, all.Count);
        Assert.Equal(290, all.Sum(c => c.Municipalities.Count));
        Assert.Equal(("Blekinge län", "Örebro län", "Östergötlands län"), (all[0].County.Name, all[^2].County.Name, all[^1].County.Name));
    }

    [Theory]
    [InlineData("ekrö", "ekerö", 1)]
    [InlineData("ekreö", "ekerö", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("ale", "ale", 0)]
    public void Distance_counts_letters_put_in_left_out_changed_or_swapped(string from, string to, int distance) => Assert.Equal(distance, Spelling.Distance(from, to));

    private Task<FoundMunicipalities> Find(string typed) => app.AsAnyone().Ask(new MunicipalitySearch(typed));
}
