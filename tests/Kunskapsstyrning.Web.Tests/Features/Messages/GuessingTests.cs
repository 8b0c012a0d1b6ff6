using System.Net;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Messages;

/// <summary>What may be tried only so often: references of receipts, and sending trials of templates.</summary>
public sealed class GuessingTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    [Fact]
    public async Task References_typed_in_the_form_are_counted_too()
    {
        using var anyone = site.Anyone();
        HttpStatusCode last = default;
        for (var tries = 0; tries < 61; tries++)
        {
            using var answer = await anyone.Get("/kvitto?referens=hej");
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task Trials_of_a_template_leave_ten_times_in_ten_minutes_and_no_more()
    {
        var officer = site.App.As(Role.Officer);
        var current = (await officer.Ask(new Templates())).First(t => t.Kind is MessageKind.Receipt).Current;
        var trial = new TryTemplate(MessageKind.Receipt, current.Subject, current.Body);
        for (var tries = 0; tries < 10; tries++) Assert.Null((await officer.Run(trial)).Refusal);

        var refused = await officer.Run(trial);
        site.App.Clock.Now += TimeSpan.FromMinutes(11);
        var later = await officer.Run(trial);

        Assert.Equal((TryTemplate.TriedTooOften, true), (refused.Refusal, later.IsDone));
        Assert.Equal(11, await site.App.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'TemplateTried'"));
    }
}
