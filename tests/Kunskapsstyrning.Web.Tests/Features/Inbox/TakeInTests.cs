using System.Text;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>What arrives is kept byte for byte, once, with its parts.</summary>
public sealed class TakeInTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly LetterFile Minutes = new("Utdrag § 67.pdf", Files.PdfBytes, "application/pdf");

    [Fact]
    public async Task A_message_is_kept_byte_for_byte_with_its_hash()
    {
        var bytes = new Letter { Subject = "Beslut från Åmål", Files = [Minutes] }.Bytes();

        var item = await Taken(bytes);

        Assert.Equal(Letter.Hash(bytes), await app.Read<string>($"SELECT encode(sha256(bytes), 'hex') FROM document_content JOIN arrived_item ON original_id = document_id WHERE id = '{item}'"));
        Assert.Equal(Letter.Hash(bytes), await app.Read<string>($"SELECT sha256 FROM document JOIN arrived_item ON original_id = document.id WHERE arrived_item.id = '{item}'"));
        Assert.Equal("Mailbox Beslut från Åmål registrator@kommun.example 2016-09-27",
            await app.Read<string>($"SELECT concat_ws(' ', arrival_way, arrival_subject, arrival_sender, arrival_arrived_on) FROM arrived_item WHERE id = '{item}'"));
    }

    [Fact]
    public async Task Body_and_attachment_are_its_parts()
    {
        var item = await Taken(new Letter { Files = [Minutes] }.Bytes());

        Assert.Equal("1 Body meddelande.txt Text, 2 Attachment Utdrag § 67.pdf Pdf", await Parts(item));
        Assert.Equal(Letter.Hash(Files.PdfBytes), await app.Read<string>($"SELECT sha256 FROM document JOIN arrived_part ON document_id = document.id WHERE item_id = '{item}' AND number = 2"));
    }

    [Fact]
    public async Task A_message_without_attachment_is_itself_the_document()
    {
        var item = await Taken(new Letter { Text = "Socialnämnden har den 20 september 2016 beslutat att anta rekommendationen." }.Bytes());

        Assert.Equal("1 Body meddelande.txt Text", await Parts(item));
        Assert.Equal("Socialnämnden har den 20 september 2016 beslutat att anta rekommendationen.", await app.Read<string>(
            $"SELECT convert_from(bytes, 'UTF8') FROM document_content JOIN arrived_part USING (document_id) WHERE item_id = '{item}'"));
    }

    [Fact]
    public async Task A_message_inside_a_message_is_a_child_with_its_own_children()
    {
        var inner = new Letter { From = "nämnden@kommun.example", Text = "Det ursprungliga.", Files = [Minutes] };
        var middle = new Letter { Text = "Vidare till er.", Files = [LetterFile.Message(inner)] };

        var item = await Taken(new Letter { Text = "Se nedan.", Files = [LetterFile.Message(middle)] }.Bytes());

        Assert.Equal(
            "1 Body meddelande.txt Text, 2 Message Protokollsutdrag.eml, 3/2 Body meddelande.txt Text, 4/2 Message Protokollsutdrag.eml, 5/4 Body meddelande.txt Text, 6/4 Attachment Utdrag § 67.pdf Pdf",
            (await Parts(item)).Replace("vidarebefordrat.eml", "Protokollsutdrag.eml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_of_a_kind_that_is_not_taken_in_is_listed_and_kept_in_the_original_only()
    {
        var program = new LetterFile("kalkyl.exe", [0x4D, 0x5A, 0, 1, 2, 3], "application/x-msdownload");
        var bytes = new Letter { Files = [program, Minutes] }.Bytes();

        var item = await Taken(bytes);

        Assert.Equal("1 Body meddelande.txt Text, 2 Attachment kalkyl.exe, 3 Attachment Utdrag § 67.pdf Pdf", await Parts(item));
        Assert.Equal(0, await app.Read<long>($"SELECT count(*) FROM document WHERE sha256 = '{Letter.Hash(program.Bytes)}'"));
        Assert.Equal(bytes, await app.Read<byte[]>($"SELECT bytes FROM document_content JOIN arrived_item ON original_id = document_id WHERE id = '{item}'"));
    }

    [Fact]
    public async Task The_same_bytes_again_and_again_are_one_item_with_one_line_in_the_history()
    {
        var bytes = new Letter().Bytes();
        var item = await Taken(bytes);

        for (var again = 0; again < 3; again++) Assert.True((await TakeIn(bytes)).IsDone);

        Assert.Equal(1, await app.Read<long>($"SELECT count(*) FROM arrived_item JOIN document ON document.id = original_id WHERE sha256 = '{Letter.Hash(bytes)}'"));
        Assert.Equal(1, await app.Read<long>($"SELECT count(*) FROM history_event WHERE subject = '{item}'"));
    }

    [Theory]
    [InlineData("utan id", "")]
    [InlineData("med id", "1@kommun.example")]
    public async Task The_same_message_with_other_lines_of_servers_on_top_is_one_item(string subject, string id)
    {
        var letter = new Letter { Id = id, Subject = subject, Files = [Minutes] };
        var item = await Taken(letter.Bytes());

        await TakeIn((letter with { OnTop = ["Received: from mx1.example by mx2.example; Tue, 27 Sep 2016 09:16:01 +0200"] }).Bytes());
        await TakeIn((letter with { OnTop = ["Delivered-To: registrator@skr.example", "X-UID: 4711", "Received: from mx3.example\r\n\tby mx4.example; Tue, 27 Sep 2016 09:17:01 +0200"] }).Bytes());

        Assert.Equal(item, await app.Read<Guid>($"SELECT id FROM arrived_item WHERE arrival_subject = '{subject}'"));
        Assert.Equal(1, await app.Read<long>($"SELECT count(*) FROM arrived_item WHERE arrival_subject = '{subject}'"));
    }

    [Fact]
    public async Task The_same_message_taken_in_by_many_at_once_is_one_item()
    {
        var bytes = new Letter { Subject = "Många på en gång", Files = [Minutes] }.Bytes();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TakeIn(bytes)));

        Assert.All(results, r => Assert.True(r.IsDone));
        Assert.Equal(1, await app.Read<long>("SELECT count(*) FROM arrived_item WHERE arrival_subject = 'Många på en gång'"));
    }

    [Fact]
    public async Task One_message_id_with_other_contents_is_another_item_and_a_twin()
    {
        var letter = new Letter { Subject = "Beslut", Text = "Vi antar." };
        var first = await Taken(letter.Bytes());

        var second = await Taken((letter with { Text = "Vi avstår." }).Bytes());

        Assert.NotEqual(first, second);
        var twin = Assert.Single((await Desk(second)).Twins.Items);
        Assert.Equal((new ArrivedItemId(first), true), (twin.Id, twin.SameMessage));
    }

    [Fact]
    public async Task A_file_that_came_with_a_message_before_is_another_item_and_a_twin()
    {
        var bytes = Encoding.UTF8.GetBytes("Protokollsutdrag från socialnämnden, § 12.");
        var first = await Taken(new Letter { Files = [new LetterFile("utdrag.txt", bytes, "text/x-utdrag")] }.Bytes());
        await Task.FromResult(new ArrivedItemId(first)).AndIsRead(app);

        var second = await Taken(bytes, ArrivalWay.Dropped, "Släppt utdrag.txt");

        Assert.Equal("1 Attachment Släppt utdrag.txt Text", await Parts(second));
        var twin = Assert.Single((await Desk(second)).Twins.Items);
        Assert.Equal((new ArrivedItemId(first), false), (twin.Id, twin.SameMessage));
    }

    [Fact]
    public async Task The_same_file_dropped_twice_is_one_item()
    {
        var bytes = Encoding.UTF8.GetBytes("Samma fil två gånger.");
        await Taken(bytes, ArrivalWay.Dropped, "en.txt");

        Assert.True((await TakeIn(bytes, ArrivalWay.Dropped, "en kopia.txt")).IsDone);
        Assert.Equal(1, await app.Read<long>($"SELECT count(*) FROM arrived_item WHERE identity = 'sha256:{Letter.Hash(bytes)}'"));
    }

    public static TheoryData<string, byte[], Refusal> RefusedFiles => new()
    {
        { "sida.html", "<!doctype html><script>alert(1)</script>"u8.ToArray(), DocumentRefusals.WrongKind },
        { "bild.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), DocumentRefusals.WrongKind },
        { "utdrag.pdf", [0x4D, 0x5A, 0x90, 0x00], DocumentRefusals.WrongKind },
        { "arkiv.docx", Files.Zip("annat.txt"), DocumentRefusals.WrongKind },
        { "tom.pdf", [], DocumentRefusals.Empty },
    };

    [Theory, MemberData(nameof(RefusedFiles), DisableDiscoveryEnumeration = true)]
    public async Task A_file_of_another_kind_is_refused_whatever_its_name_says(string name, byte[] bytes, Refusal why)
    {
        var events = await app.Read<long>("SELECT count(*) FROM history_event");

        Assert.Equal(why, (await TakeIn(bytes, ArrivalWay.Dropped, name)).Refusal);
        Assert.Equal(events, await app.Read<long>("SELECT count(*) FROM history_event"));
    }

    [Fact]
    public async Task A_message_from_the_mailbox_is_kept_also_when_it_is_broken()
    {
        byte[] broken = [.. "Subject: trasigt\0 och\u0007 mer\r\nMessage-ID: <a\0b@kommun.example>\r\nContent-Type: multipart/mixed; boundary=\r\n\r\n--\0\r\n"u8, 0xFF, 0xFE, 0x00, 0xC3];

        var item = await Taken(broken);

        Assert.Equal(broken, await app.Read<byte[]>($"SELECT bytes FROM document_content JOIN arrived_item ON original_id = document_id WHERE id = '{item}'"));
    }

    [Fact]
    public async Task Names_that_climb_out_of_folders_are_only_names()
    {
        var item = await Taken(new Letter { Text = "", Files = [new LetterFile("../../etc/cron.d/utdrag.pdf", Files.PdfBytes), new LetterFile("C:\\fynd\\a\u202Efdp.exe", Files.PdfBytes)] }.Bytes());

        Assert.Equal("1 Attachment utdrag.pdf Pdf, 2 Attachment afdp.exe.pdf Pdf", await Parts(item));
    }

    [Fact]
    public async Task A_message_of_more_than_60_megabytes_is_refused_and_one_below_is_taken()
    {
        var head = Encoding.ASCII.GetBytes("From: a@kommun.example\r\nSubject: Stort\r\nDate: Tue, 27 Sep 2016 09:15:00 +0200\r\nContent-Type: application/octet-stream\r\n\r\n");
        var large = new byte[ReceivedFile.LargestMessage + 1];
        head.CopyTo(large, 0);

        Assert.Equal(DocumentRefusals.TooLarge, (await TakeIn(large)).Refusal);
        Assert.True((await TakeIn(large[..(16 * 1024 * 1024)])).IsDone);
        Assert.Equal(1, await app.Read<long>("SELECT count(*) FROM arrived_item WHERE arrival_subject = 'Stort'"));
    }

    [Fact]
    public async Task A_message_dated_in_the_future_came_today()
    {
        var item = await Taken(new Letter { Date = "Fri, 01 Jan 2038 09:15:00 +0100" }.Bytes());

        Assert.Equal(new DateOnly(2025, 11, 24), await app.Read<DateOnly>($"SELECT arrival_arrived_on FROM arrived_item WHERE id = '{item}'"));
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Auditor)]
    public async Task One_without_the_permission_may_not(Role role) =>
        await Assert.ThrowsAsync<NotAllowedException>(() => app.As(role).Run(new TakeIn("a.eml", new Letter().Bytes(), ArrivalWay.Dropped)));

    private Task<Result> TakeIn(byte[] bytes, ArrivalWay way = ArrivalWay.Mailbox, string name = "1.eml") =>
        app.Runner.Run(new TakeIn(name, bytes, way), way is ArrivalWay.Mailbox ? Jobs.Mailbox : app.As(Role.Registrar).Actor, CancellationToken.None);

    private async Task<Guid> Taken(byte[] bytes, ArrivalWay way = ArrivalWay.Mailbox, string name = "1.eml")
    {
        Assert.Null((await TakeIn(bytes, way, name)).Refusal);
        return await app.Read<Guid>($"SELECT arrived_item.id FROM arrived_item JOIN document ON document.id = original_id WHERE sha256 = '{Letter.Hash(bytes)}' ORDER BY taken_in_at DESC LIMIT 1");
    }

    private async Task<ItemDeskView> Desk(Guid item) => (await app.As(Role.Registrar).Ask(new ItemDesk(new ArrivedItemId(item))))!;

    private Task<string> Parts(Guid item) => app.Read<string>(
        $"SELECT string_agg(concat_ws(' ', concat_ws('/', number, within), kind, name, type), ', ' ORDER BY number) FROM arrived_part LEFT JOIN document ON document.id = document_id WHERE item_id = '{item}'");
}
