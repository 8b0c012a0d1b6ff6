using System.Net;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Start;

/// <summary>Requests that make no sense are the sender's, and are answered as such.</summary>
public sealed class OddRequestTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    [Theory]
    [InlineData("/handelser?rekommendation=2016-nationell-stodfunktion&efter=abc", HttpStatusCode.BadRequest)]
    [InlineData("/handelser?rekommendation=2016-nationell-stodfunktion&efter=-1", HttpStatusCode.BadRequest)]
    [InlineData("/kommuner/0125/avgiftsbesked/2018-kunskapsstyrning/2020", HttpStatusCode.OK)]
    [InlineData("/kommuner/0125/avgiftsbesked/2018-kunskapsstyrning/+2020", HttpStatusCode.NotFound)]
    [InlineData("/kommuner/0125/avgiftsbesked/2018-kunskapsstyrning/02020", HttpStatusCode.NotFound)]
    [InlineData("/kommuner/0125/avgiftsbesked/2018-kunskapsstyrning/02020.pdf", HttpStatusCode.NotFound)]
    public async Task An_address_has_one_way_to_be_written(string address, HttpStatusCode expected)
    {
        using var anyone = site.Anyone();
        using var answer = await anyone.Get(address);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_draft_that_is_far_too_long_is_the_writer_s_and_not_a_fault_of_ours()
    {
        using var registrar = await site.As("registrator");

        using var answer = await registrar.Post("/registrera", "/registrera/utkast", ("kommun", "Ekerö"), ("villkor", new string('x', 100_000)));
        var words = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Texten är för lång för att sparas som utkast", words, StringComparison.Ordinal);
        Assert.DoesNotContain("hos oss", words, StringComparison.Ordinal);
    }
}
