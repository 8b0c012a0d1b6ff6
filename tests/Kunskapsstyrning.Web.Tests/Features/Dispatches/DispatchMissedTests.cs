using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Contacts;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Dispatches;

/// <summary>Who is offered a released dispatch afterwards: whoever still lacks what it says, and nobody else.</summary>
public sealed class DispatchMissedTests : IAsyncLifetime
{
    private const string Slug = Typed.Slug2016;

    private static readonly DispatchMatter Question = new(DispatchKind.Question);
    private static readonly DispatchMatter Reminder = new(DispatchKind.Reminder);
    private static readonly ContactPlace Stockholm = ContactPlace.Of(new MunicipalityCode("0180"), ContactKind.FunctionAddress);

    private TestApp _app = null!;

    [Fact]
    public async Task Who_has_got_the_question_by_another_dispatch_is_not_offered_it_again()
    {
        var first = await Released(Question);
        await StockholmIsReached();
        await _app.Dispatches(Slug, Question, new DispatchRule { Audience = DispatchAudience.NotReached, County = "01" });

        Assert.Null(await Missed(first));
    }

    [Fact]
    public async Task Who_has_been_reminded_since_is_not_offered_the_earlier_reminder()
    {
        var first = await Released(Reminder);
        _app.Clock.Now += TimeSpan.FromDays(1);
        await StockholmIsReached();
        await _app.Dispatches(Slug, Reminder, new DispatchRule { Audience = DispatchAudience.NotAnswered, County = "01" });

        Assert.Null(await Missed(first));
    }

    [Fact]
    public async Task An_earlier_reminder_is_no_reason_to_go_without_the_later()
    {
        await StockholmIsReached();
        await _app.Dispatches(Slug, Reminder, new DispatchRule { Audience = DispatchAudience.NotAnswered, County = "01" });
        await _app.Change("skr", "", "DELETE FROM contact WHERE municipality_code = '0180'");
        _app.Clock.Now += TimeSpan.FromDays(1);
        var later = await Released(Reminder);
        await StockholmIsReached();

        Assert.Equal(Stockholm, Assert.Single((await Missed(later))!.Reached).Place);
    }

    [Fact]
    public async Task Another_dispatch_that_was_stopped_has_reached_nobody()
    {
        var first = await Released(Question);
        await StockholmIsReached();
        var second = await _app.Dispatches(Slug, Question, new DispatchRule { Audience = DispatchAudience.NotReached, County = "01" });
        await _app.As(Role.Officer).Run(new StopDispatch(second));

        Assert.Equal(Stockholm, Assert.Single((await Missed(first))!.Reached).Place);
    }

    [Fact]
    public async Task A_dispatch_that_was_stopped_is_offered_to_nobody_more()
    {
        var id = await Released(Question);
        await StockholmIsReached();
        var seen = (await Missed(id))!.Fingerprint;
        Assert.Null((await _app.As(Role.Officer).Run(new StopDispatch(id))).Refusal);

        Assert.Null(await Missed(id));
        Assert.Equal(DispatchRefusals.Stopped, (await _app.As(Role.Administrator).Run(new ReachMissed(id, seen))).Refusal);
    }

    [Fact]
    public async Task One_letter_that_was_recalled_by_itself_stops_no_dispatch()
    {
        var id = await Released(Question);
        await StockholmIsReached();
        var one = (await _app.Addressed(Slug, id)).First(a => a.State is DeliveryState.Queued);
        Assert.Null((await _app.As(Role.Officer).Run(new RecallMessage(one.Message!.Value))).Refusal);

        Assert.Equal(Stockholm, Assert.Single((await Missed(id))!.Reached).Place);
    }

    [Fact]
    public async Task Stopping_what_has_left_whole_stops_nothing()
    {
        var id = await Released(Question);
        await StockholmIsReached();
        await _app.Change("skr", "", "UPDATE outgoing_message SET state = 'Submitted', attempts = 1");

        Assert.Null((await _app.As(Role.Officer).Run(new StopDispatch(id))).Refusal);

        Assert.NotNull(await Missed(id));
    }

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Create();
        _app.Clock.Set(new DateOnly(2016, 9, 20));
        await _app.EveryoneIsReached();
        await _app.Change("skr", "", "DELETE FROM contact WHERE municipality_code = '0180'");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A dispatch to the county of Stockholm, without Stockholm itself.</summary>
    private async Task<DispatchId> Released(DispatchMatter matter)
    {
        var id = await _app.Prepares(Slug, matter, DispatchRule.UsualFor(matter.Kind) with { CopiesToHeads = false, County = "01" });
        Assert.Null((await _app.Release(Slug, id, withoutThose: true)).Refusal);
        return id;
    }

    private Task StockholmIsReached() => _app.As(Role.Registrar).Keeps(Stockholm, Reached.At("ks@stockholm.example"));

    private async Task<DispatchPlan?> Missed(DispatchId id) => (await _app.As(Role.Administrator).Ask(new DispatchInFull(Slug, id)))!.Missed;
}
