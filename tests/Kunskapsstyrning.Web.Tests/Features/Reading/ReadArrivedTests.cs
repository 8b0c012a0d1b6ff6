using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Persistence.ReferenceData;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Tests.Features.Inbox.Mail;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Reading;

public sealed class ReadArrivedTests : IDisposable
{
    private const string Minutes = "Vara kommun\n\nKommunstyrelsen\n\nSammanträdesdatum 2019-05-14\n\n§ 125\n\nDnr KS 2018/715\n\nSamlat system för kunskapsstyrning inom socialtjänsten\n\nKommunstyrelsens beslut\n\nKommunstyrelsen beslutar att anta rekommendationen.";

    private static readonly KnownFacts Facts = Known.From(ReferenceFiles.Read());
    private readonly DocumentReading _reading = new();

    [Fact]
    public async Task An_attachment_that_says_a_decision_is_chosen_before_the_letter_it_came_with()
    {
        var read = await Read(Mails.Multipart("mixed", "b", "\nHej! Här kommer vårt svar.", Mails.Attachment("karta.txt", "Välkommen till oss"), Mails.Attachment("utdrag.txt", Minutes)));

        Assert.Equal(3, read.Part);
        Assert.Equal("§ 125", read.Suggestions.Paragraph!.Value);
    }

    [Fact]
    public async Task A_message_without_attachment_is_the_document_itself()
    {
        var read = await Read("Content-Type: text/plain; charset=utf-8\n\n" + Minutes);

        Assert.Equal((1, "§ 125"), (read.Part, read.Suggestions.Paragraph!.Value));
    }

    [Fact]
    public async Task A_message_within_a_message_is_read_with_the_sender_it_had()
    {
        var inner = "From: registrator@vara.se\nSubject: Beslut\nDate: Tue, 21 May 2019 23:30:00 +0000\n" + Mails.Multipart("mixed", "i", "\nBifogat.", Mails.Attachment("utdrag.txt", Minutes));

        var read = await Read("From: handlaggare@skr.se\nSubject: VB: Beslut\n" + Mails.Multipart("mixed", "b", "\nFör kännedom", Mails.Nested(inner)));

        Assert.Equal(new Envelope("registrator@vara.se", "Beslut", new DateOnly(2019, 5, 22)), read.Envelope);
        Assert.Equal("§ 125", read.Suggestions.Paragraph!.Value);
    }

    [Fact]
    public async Task A_message_forwarded_in_the_text_of_another_has_the_sender_that_stands_there()
    {
        var read = await Read("From: handlaggare@skr.se\nSubject: VB: Beslut\n" + Mails.Multipart(
            "mixed", "b", "\nFrån: Registrator <registrator@vara.se>\nSkickat: den 21 maj 2019\nTill: registrator@skr.se\n\nBifogat.", Mails.Attachment("utdrag.txt", Minutes)));

        Assert.Equal("registrator@vara.se", read.Envelope!.Sender);
    }

    [Fact]
    public async Task A_message_with_nothing_in_it_gives_nothing()
    {
        var read = await Read("From: registrator@vara.se\nSubject: Svar\n\n");

        Assert.Equal((null, Suggestions.Empty), (read.Part, read.Suggestions));
    }

    [Fact]
    public async Task What_was_made_out_in_a_picture_is_never_certain()
    {
        var picture = await _reading.PageImage(MediaType.Pdf, Pdfs.Of(Minutes.Replace("\n\n", "\n", StringComparison.Ordinal)), page: 1, CancellationToken.None);

        var read = await ReadArrived.Of(_reading, MediaType.Png, picture!, Facts, CancellationToken.None);

        Assert.True(read.Read.IsFromPicture || read.Read.Fault is not null);
        Assert.All(read.Suggestions.Municipalities, m => Assert.Equal(Confidence.Probable, m.Confidence));
        Assert.NotEqual(Confidence.Certain, read.Suggestions.Stage?.Confidence);
    }

    public void Dispose() => _reading.Dispose();

    private Task<ReadArrived> Read(string message) => ReadArrived.Of(_reading, MediaType.Email, System.Text.Encoding.UTF8.GetBytes(message), Facts, CancellationToken.None);
}
