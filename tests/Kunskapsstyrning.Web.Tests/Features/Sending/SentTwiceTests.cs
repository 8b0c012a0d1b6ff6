using System.Net;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Sending;

/// <summary>Forms that are sent once more, with somebody else's number, or with more than they take.</summary>
public sealed class SentTwiceTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private const string Form = "/min-kommun/skicka";

    [Fact]
    public async Task A_form_with_another_municipality_s_number_is_refused_with_a_sentence_and_adds_nothing()
    {
        var foreign = await site.App.As("kommun-0180").Sends();
        using var ekero = await site.As("kommun-0125");
        using var kept = await ekero.PostFile(Form, Form, ("utdrag.pdf", Files.NewPdf()), ToSend.Fields(("id", foreign.Value.ToString())));

        using var sent = await ekero.Post(Form, $"{Form}/kontrollera", ("id", foreign.Value.ToString()));
        using var page = await SignedInBrowser.Read(sent);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (kept.StatusCode, sent.StatusCode));
        Assert.Contains("formulärets nummer används redan", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("0180", await site.App.Read<string>($"SELECT municipality_code FROM arrived_item WHERE id = '{foreign.Value}'"));
    }

    [Fact]
    public async Task A_form_that_is_sent_anew_after_it_was_sent_says_that_the_change_was_not_taken()
    {
        var item = await site.App.As("kommun-0125").Sends();
        using var ekero = await site.As("kommun-0125");

        using var again = await ekero.PostForm(Form, ToSend.Fields(("id", item.Value.ToString()), ("organ", "Socialnämnden")));
        using var page = await ekero.Page(again.Headers.Location!.OriginalString);
        using var first = await ekero.Page($"/min-kommun/skickat/{item.Value}");

        Assert.Contains("Svaret var redan skickat.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kommunstyrelsen", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("redan skickat", first.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_in_one_form_are_refused_rather_than_one_of_them_forgotten()
    {
        using var stockholm = await site.As("kommun-0180");
        using var page = await stockholm.Page(Form);
        using var form = new MultipartFormDataContent { { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        foreach (var (name, value) in ToSend.Fields()) form.Add(new StringContent(value), name);
        foreach (var name in (string[])["utdrag-1.pdf", "utdrag-2.pdf"]) form.Add(new ByteArrayContent(Files.NewPdf()), "handling", name);

        using var answer = await stockholm.PostWhole(Form, form);
        using var refused = await SignedInBrowser.Read(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Välj bara en fil.", refused.QuerySelector("#fel")!.TextContent, StringComparison.Ordinal);
    }
}
