using System.Diagnostics;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>What a fetcher brings is taken in and read, and the Maildir is left as it is.</summary>
public sealed class MailboxJobTests : IAsyncLifetime
{
    private readonly Maildir _mail = new();
    private readonly DocumentReading _reading = new();
    private TestApp _app = null!;
    private NpgsqlDataSource _source = null!;

    [Fact]
    public async Task What_lies_in_new_and_cur_is_taken_in_and_read_and_nothing_is_touched()
    {
        _mail.Deliver(new Letter { Subject = "Nytt" }.Bytes());
        _mail.Deliver(new Letter { Subject = "Sett" }.Bytes(), seen: true);
        await File.WriteAllBytesAsync(Path.Combine(_mail.Root, "tmp", "1.halvt"), new Letter { Subject = "Halvt" }.Bytes());
        var before = _mail.Snapshot();

        await Run(Job());

        Assert.Equal("Nytt Sett", await _app.Read<string>("SELECT string_agg(arrival_subject, ' ' ORDER BY arrival_subject) FROM arrived_item"));
        Assert.Equal(2, await _app.Count("item_as_read"));
        Assert.Equal(before, _mail.Snapshot());
    }

    [Fact]
    public async Task A_message_moved_from_new_to_cur_or_found_by_another_process_is_not_taken_in_again()
    {
        var job = Job();
        var there = _mail.Deliver(new Letter().Bytes());
        Assert.Equal(1, await Run(job));

        File.Move(there, Path.Combine(_mail.Root, "cur", Path.GetFileName(there) + ":2,RS"));

        Assert.Equal(0, await Run(job));
        Assert.Equal(0, await Run(Job()));
        Assert.Equal(1, await _app.Count("arrived_item"));
    }

    [Fact]
    public async Task A_restart_looks_at_nothing_again_and_a_new_message_is_in_before_those_that_lay_there()
    {
        foreach (var number in Enumerable.Range(1, 30)) _mail.Deliver(new Letter { Id = $"{number}@prov.example", Subject = $"Gammalt {number}" }.Bytes());
        await Run(Job());
        foreach (var number in Enumerable.Range(31, 30)) _mail.Deliver(new Letter { Id = $"{number}@prov.example", Subject = $"Väntande {number}" }.Bytes());
        var late = _mail.Deliver(new Letter { Id = "ny@prov.example", Subject = "Nyss" }.Bytes());
        File.SetLastWriteTimeUtc(late, DateTime.UnixEpoch.AddYears(80));

        Assert.Equal(31, await Run(Job()));

        Assert.Equal(61, await _app.Count("arrived_item"));
        Assert.Equal(11, await _app.Count("history_event WHERE kind = 'ItemArrived' AND sequence > (SELECT h.sequence FROM history_event h JOIN arrived_item i ON i.id = h.subject AND h.kind = 'ItemArrived' WHERE arrival_subject = 'Nyss')"));
    }

    [Fact]
    public async Task What_cannot_be_taken_in_is_shown_with_its_name_and_why_until_it_is_gone()
    {
        var empty = Path.Combine(_mail.Root, "new", "1.tom");
        await File.WriteAllBytesAsync(empty, []);
        await using (var large = File.Create(Path.Combine(_mail.Root, "new", "2.stor"))) large.SetLength(ReceivedFile.LargestMessage + 1L);
        await Process.Start("bash", ["-c", $"printf 'From: a@b.se\nSubject: Hej\n\nHej' > '{_mail.Root}/new/'$'3.udda\\xff\\xfe'"]).WaitForExitAsync();
        var job = Job();

        await Run(job);
        Assert.Equal(["1.tom: Filen är tom.", "2.stor: Meddelandet är större än 60\u00A0MB.", "3.udda"], (await Refused()).Select(r => r.Name.StartsWith("3.udda", StringComparison.Ordinal) ? "3.udda" : $"{r.Name}: {r.Refusal}").Order(StringComparer.Ordinal));

        File.Delete(empty);
        await Run(job);
        Assert.Equal(2, (await Refused()).Count);

        await Process.Start("bash", ["-c", $"rm '{_mail.Root}'/new/3.udda*"]).WaitForExitAsync();
    }

    [Fact]
    public async Task One_that_was_empty_is_taken_in_when_it_has_been_filled()
    {
        var file = Path.Combine(_mail.Root, "new", "1.tom");
        await File.WriteAllBytesAsync(file, []);
        await Run(Job());

        await File.WriteAllBytesAsync(file, new Letter { Subject = "Nu fylld" }.Bytes());
        await Run(Job());

        Assert.Equal(1, await _app.Count("arrived_item WHERE arrival_subject = 'Nu fylld'"));
        Assert.Empty(await Refused());
    }

    [Fact]
    public async Task One_that_cannot_be_taken_in_stands_in_nobody_s_way_and_is_tried_again()
    {
        var job = Job();
        File.CreateSymbolicLink(Path.Combine(_mail.Root, "new", "0.borta"), Path.Combine(_mail.Root, "finns-inte"));
        var tooLarge = Path.Combine(_mail.Root, "new", "0.stor");
        await using (var large = File.Create(tooLarge)) large.SetLength(ReceivedFile.LargestMessage + 1L);
        _mail.Deliver(new Letter().Bytes());

        await Run(job);
        Assert.Equal(1, await _app.Count("item_as_read"));

        await File.WriteAllBytesAsync(Path.Combine(_mail.Root, "finns-inte"), new Letter { Subject = "Nu finns den" }.Bytes());
        await Run(job);
        Assert.Equal(1, await _app.Count("arrived_item WHERE arrival_subject = 'Nu finns den'"));
    }

    [Fact]
    public async Task One_that_the_database_refuses_stands_in_nobody_s_way_and_is_tried_again()
    {
        await Owner("ALTER TABLE arrived_item ADD CONSTRAINT prov CHECK (arrival_subject <> 'Går inte in')");
        var job = Job();
        _mail.Deliver(new Letter { Subject = "Går inte in" }.Bytes());
        _mail.Deliver(new Letter { Subject = "Går in" }.Bytes());

        await Run(job);
        Assert.Equal("Går in", await _app.Read<string>("SELECT string_agg(arrival_subject, ' ') FROM arrived_item"));

        await Owner("ALTER TABLE arrived_item DROP CONSTRAINT prov");
        await Run(job);
        Assert.Equal(2, await _app.Count("arrived_item"));
    }

    [Fact]
    public async Task What_arrives_is_listed_with_its_counts_and_found_by_subject()
    {
        _mail.Deliver(new Letter { Subject = "Utdrag från nämnden" }.Bytes());
        _mail.Deliver(new Letter { Subject = "Faktura 100 % betald" }.Bytes());
        await Run(Job());

        var untied = await _app.As(Role.Registrar).Ask(new InboxList(Folder.Untied));
        var found = await _app.As(Role.Registrar).Ask(new InboxList(Folder.Untied, Search: "100 %"));

        Assert.Equal((2, 0, 0, 0), (untied.Counts[Folder.Untied], untied.Counts[Folder.ToRegister], untied.Counts[Folder.Done], untied.Counts[Folder.SetAside]));
        Assert.Equal("Faktura 100 % betald", Assert.Single(found.Rows).Arrival.Subject);
    }

    [Fact]
    public async Task Told_many_times_at_once_that_something_arrived_it_is_heard_once()
    {
        var arrivals = new Arrivals();

        Parallel.For(0, 1000, _ => arrivals.Tell());

        await arrivals.Next(TimeSpan.FromDays(1), CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.False(arrivals.Next(TimeSpan.FromDays(1), CancellationToken.None).IsCompleted);
    }

    /// <summary>Runs only when asked for, since it measures: says how many a second are taken in, known again and read.</summary>
    [Fact(Explicit = true)]
    public async Task More_than_fifty_messages_a_second_are_taken_in()
    {
        foreach (var number in Enumerable.Range(1, 1000)) _mail.Deliver(new Letter { Subject = $"Meddelande {number}", Text = $"Nämnden har i ärende {number} beslutat att anta rekommendationen." }.Bytes());
        var files = new MailboxOptions(_mail.Root).Files().Select(f => f.FullName).ToList();
        using var reader = new DocumentReading();

        var takenIn = await Rate(files, async file => await _app.Runner.Run(new TakeIn("1.eml", await File.ReadAllBytesAsync(file), ArrivalWay.Mailbox), Jobs.Mailbox, CancellationToken.None));
        var knownAgain = await Rate(files, async file => await _app.Runner.Run(new TakeIn("1.eml", await File.ReadAllBytesAsync(file), ArrivalWay.Mailbox), Jobs.Mailbox, CancellationToken.None));
        var items = await _app.Runner.Ask(new ItemsToRead(1000), Jobs.Mailbox, CancellationToken.None);
        var read = await Rate(items, item => new ItemReader(_app.Runner, reader, NullLogger<ItemReader>.Instance).Read(item, CancellationToken.None));

        TestContext.Current.TestOutputHelper!.WriteLine($"{items.Count} messages; a second: {takenIn:0} taken in, {knownAgain:0} known again, {read:0} read.");
        Assert.True(takenIn > 50, $"{takenIn:0} a second");
    }

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Create();
        _source = NpgsqlDataSource.Create(_app.ApplicationConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        _mail.Dispose();
        _reading.Dispose();
        await _source.DisposeAsync();
        await _app.DisposeAsync();
    }

    private MailboxJob Job() => new(
        _source, _app.Runner, new FileScanner(new ScannerOptions(null, []), NullLogger<FileScanner>.Instance), new ItemReader(_app.Runner, _reading, NullLogger<ItemReader>.Instance), new Arrivals(), new MailboxProgress(), new MailboxOptions(_mail.Root), _app.Clock,
        NullLogger<MailboxJob>.Instance);

    private static async Task<double> Rate<T>(IReadOnlyCollection<T> all, Func<T, Task> what)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var one in all) await what(one);
        return all.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private Task<IReadOnlyList<SeenFile>> Refused() => _app.As(Role.Registrar).Ask(new FilesRefused());

    private static Task<int> Run(MailboxJob job) => job.RunOnce(CancellationToken.None);

    private async Task Owner(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_app.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
