using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Contacts;
using Kunskapsstyrning.Web.Tests.Features.Dispatches;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>What a person answers to a letter of ours is proposed to be the municipality's that the letter went to. A person decides.</summary>
public sealed class AnsweredLetterTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private OutgoingMessageId _id;

    [Theory]
    [InlineData("In-Reply-To")]
    [InlineData("References")]
    public async Task An_answer_to_our_letter_is_proposed_as_the_municipality_s_that_it_went_to(string header)
    {
        var item = await _app.Arrives(Answer("namn.namnsson@annat.example") with { OnTop = [$"{header}: <forst@annat.example> <{_id.Value}@skr.example>"] }).AndIsRead(_app);

        var row = Assert.Single((await _app.As(Role.Registrar).Ask(new InboxList(Folder.ToRegister))).Rows);
        Assert.Equal((item, "0125", Typed.Slug2016), (row.Id, Assert.Single(row.Found!.Municipalities).Code.Digits, row.Found.Recommendation!.Slug));
        var suggested = row.Found.Suggestions.Municipalities[0];
        Assert.Equal((Confidence.Probable, "Mejlet svarar på vårt brev till kommunen."), (suggested.Confidence, suggested.Why));
        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM arrived_item WHERE municipality_code IS NOT NULL"));
    }

    [Fact]
    public async Task What_comes_from_an_address_in_the_contact_register_is_proposed_as_that_municipality_s()
    {
        await _app.Arrives(Answer("KS-0180@kommun.example")).AndIsRead(_app);

        var found = await Untied();
        Assert.Equal(("0180", "Avsändarens adress står bland kommunens kontakter."), (Assert.Single(found.Municipalities).Code.Digits, found.Suggestions.Municipalities[0].Why));
    }

    [Fact]
    public async Task An_address_that_several_municipalities_share_tells_nothing()
    {
        foreach (var code in (string[])["0180", "0114"]) await _app.As(Role.Registrar).Keeps(ContactPlace.Of(new MunicipalityCode(code), ContactKind.Registrar), Reached.At("gemensam@kommun.example"));
        await _app.Arrives(Answer("gemensam@kommun.example")).AndIsRead(_app);

        Assert.Empty((await Untied()).Municipalities);
    }

    [Fact]
    public async Task A_letter_that_we_never_sent_tells_nothing()
    {
        await _app.Arrives(Answer("namn.namnsson@annat.example") with { OnTop = [$"In-Reply-To: <{Guid.NewGuid()}@skr.example>"] }).AndIsRead(_app);

        Assert.Empty((await Untied()).Municipalities);
    }

    [Fact]
    public async Task What_stands_in_the_mail_itself_comes_before_whose_letter_it_answers()
    {
        var answer = Answer("namn.namnsson@annat.example") with { Text = "Stockholms stad\nKommunstyrelsen\nPROTOKOLLSUTDRAG\nSammanträdesdatum 2016-06-15\n\n§ 12 Nationell stödfunktion\n\nKommunstyrelsen beslutar\natt anta rekommendationen från Sveriges Kommuner och Landsting.", OnTop = [$"In-Reply-To: <{_id.Value}@skr.example>"] };
        await _app.Arrives(answer).AndIsRead(_app);

        var row = Assert.Single((await _app.As(Role.Registrar).Ask(new InboxList(Folder.ToRegister))).Rows);
        Assert.Equal("0180", Assert.Single(row.Found!.Municipalities).Code.Digits);
    }

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Create();
        _app.Clock.Set(new DateOnly(2016, 6, 20));
        await _app.EveryoneIsReached();
        var dispatch = await _app.Dispatches(Typed.Slug2016, new DispatchMatter(DispatchKind.Question));
        _id = new OutgoingMessageId(await _app.Read<Guid>("SELECT id FROM outgoing_message WHERE recipient = 'ks-0125@kommun.example'"));
        await _app.Change("skr", "", $"UPDATE outgoing_message SET state = 'Submitted', attempts = 1 WHERE dispatch_id = '{dispatch.Value}'");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Letter Answer(string from) => new() { From = from, Subject = "SV: Förfrågan", Text = "Hej! Vi återkommer efter sommaren." };

    private async Task<Found> Untied() => Assert.Single((await _app.As(Role.Registrar).Ask(new InboxList(Folder.Untied))).Rows).Found!;
}
