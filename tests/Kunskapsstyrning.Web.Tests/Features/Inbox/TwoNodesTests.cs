using System.Diagnostics;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>Of two nodes on one database one works the Maildir, and the other takes over when it is gone.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private readonly Maildir _mail = new();
    private readonly ReplayedMail _letters = new(20, seed: 4);
    private TestApp _app = null!;

    [Fact]
    public async Task One_works_and_the_other_takes_over_when_it_is_killed()
    {
        await using var first = await Start("ett");
        await Until(async () => await Holder() == "ett");
        await using var second = await Start("tva");

        _letters.Deliver(_mail, ..100);
        await Until(async () => await _app.Count("arrived_item") == _letters.Delivered.Count);
        Assert.Equal("ett", await Holder());

        first.Kill();
        _letters.Deliver(_mail, 100..);
        _mail.Deliver(new Letter { Id = "sist@prov.example" }.Bytes());
        await Until(async () => await _app.Count("arrived_item WHERE arrival_message_id = 'sist@prov.example'") == 1);

        Assert.Equal("tva", await Holder());
        Assert.Equal(21, await _app.Count("arrived_item"));
        Assert.Equal(21, await _app.Count("history_event WHERE kind = 'ItemArrived'"));
    }

    public async ValueTask InitializeAsync() => _app = await TestApp.Create();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _mail.Dispose();
    }

    private Task<RunningNode> Start(string name) => RunningNode.Start(name, _app.OwnerConnectionString, new Dictionary<string, string> { ["Mailbox__Folder"] = _mail.Root, ["Mail__Folder"] = "" });

    /// <summary>Which node holds the lock; empty when none does.</summary>
    private Task<string> Holder() => _app.Read<string>(
        "SELECT coalesce(string_agg(application_name, ' '), '') FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND objid = 20163 AND granted AND pg_stat_activity.datname = current_database()");

    private static async Task Until(Func<Task<bool>> itIsSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await itIsSo())
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(2)) throw new TimeoutException("It did not come about.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
