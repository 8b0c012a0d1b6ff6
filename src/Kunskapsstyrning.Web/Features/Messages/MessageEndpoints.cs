using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>What is sent out: the list, one message, and what a person may do with it.</summary>
internal static class MessageEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Messages, async (HttpContext context, string? lage, string? sida, Runner runner, MailOptions mail, CancellationToken cancellation) =>
        {
            DeliveryState? state = Enum.GetValues<DeliveryState>().Cast<DeliveryState?>().FirstOrDefault(s => s!.Value.InAddress() == lage);
            var page = int.TryParse(sida, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 10_000) : 1;
            return Pages.Show<MessagesPage>(new { View = await runner.Ask(new MessageList(state, page), context.Actor(), cancellation), mail.CanSend });
        }).For(typeof(MessageList));
        app.MapGet(Urls.Message, (HttpContext context, Guid id, Runner runner) => ShowMessage(context, id, runner)).For(typeof(MessageInFull));
        app.MapPost(Urls.Recall, (HttpContext context, Guid id, Runner runner) => Do(context, id, runner, new RecallMessage(new OutgoingMessageId(id)))).For(typeof(RecallMessage)).FromOwnForm();
        app.MapPost(Urls.SendAgain, (HttpContext context, Guid id, Runner runner) => Do(context, id, runner, new SendMessageAgain(new OutgoingMessageId(id)))).For(typeof(SendMessageAgain)).FromOwnForm();
        app.MapPost(Urls.Settle, (HttpContext context, Guid id, Runner runner) => Do(context, id, runner, new SettleMessage(new OutgoingMessageId(id)))).For(typeof(SettleMessage)).FromOwnForm();
        app.MapPost(Urls.SettleObjection, (HttpContext context, Guid id, int nummer, Runner runner) =>
            Do(context, id, runner, new SettleObjection(new OutgoingMessageId(id), nummer))).For(typeof(SettleObjection)).FromOwnForm();
        app.MapGet(Urls.Waiting, async (HttpContext context, Runner runner, TimeProvider clock, CancellationToken cancellation) =>
        {
            var waits = await runner.Ask(new WaitsForMunicipality(), context.Actor(), cancellation);
            var open = await runner.Ask(new Objections(), context.Actor(), cancellation);
            var folders = await runner.Ask(new FolderCounts(), context.Actor(), cancellation);
            var examples = waits.Any(w => w.IsExample) || open.Any(o => o.IsExample);
            return Pages.Show<WaitingPage>(new { Waits = waits, Open = open, Folders = folders, Today = SwedishTime.DayOf(clock.GetUtcNow()), HasExamples = examples });
        }).For(typeof(WaitsForMunicipality));
        app.MapPost(Urls.EndFollowUp, async (HttpContext context, Guid id, Runner runner, CancellationToken cancellation) =>
        {
            var result = await runner.Run(new EndFollowUp(new FollowUpId(id)), context.Actor(), cancellation);
            var back = MunicipalityCode.TryParse((await context.Request.ReadFormAsync(cancellation))["kommun"], out var code) ? Urls.ToContactWith(code) : Urls.Waiting;
            return result.IsDone ? SeeOther.To(context, back) : Pages.NotThere(result.Refusal!.Sentence);
        }).For(typeof(EndFollowUp)).FromOwnForm();

        app.MapGet(Urls.SendReceipt, (HttpContext context, Guid id, Runner runner) => OpenForm(context, id, runner, MessageKind.Receipt)).For(typeof(SendReceipt));
        app.MapPost(Urls.SendReceipt, (HttpContext context, Guid id, Runner runner) => Send(context, id, runner, MessageKind.Receipt)).For(typeof(SendReceipt)).FromOwnForm();
        app.MapGet(Urls.AskForFinal, (HttpContext context, Guid id, Runner runner) => OpenForm(context, id, runner, MessageKind.AskForFinalDecision)).For(typeof(AskForFinalDecision));
        app.MapPost(Urls.AskForFinal, (HttpContext context, Guid id, Runner runner) => Send(context, id, runner, MessageKind.AskForFinalDecision)).For(typeof(AskForFinalDecision)).FromOwnForm();
    }

    private static async Task<IResult> ShowMessage(HttpContext context, Guid id, Runner runner, Refusal? refusal = null)
    {
        if (await runner.Ask(new MessageInFull(new OutgoingMessageId(id)), context.Actor(), context.RequestAborted) is not { } view)
            return Pages.NotThere("Det finns inget utskick med den adressen.", Urls.Messages, "Till utskicken");
        return Pages.Show<MessagePage>(new { View = view, Error = refusal?.Sentence }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Do(HttpContext context, Guid id, Runner runner, ICommand command)
    {
        var result = await runner.Run(command, context.Actor(), context.RequestAborted);
        return result.IsDone ? SeeOther.To(context, Urls.ToMessage(new OutgoingMessageId(id))) : await ShowMessage(context, id, runner, result.Refusal);
    }

    private static async Task<IResult> OpenForm(HttpContext context, Guid id, Runner runner, MessageKind kind)
    {
        if (await StoryOf(context, id, runner) is not { } story) return Pages.NotThere("Det finns inget beslut med den adressen.");

        var sender = EmailAddress.TryParse(story.Details.Sender, out var address) ? address.Text : "";
        return Pages.Show<SendMessagePage>(new { Story = story, Kind = kind, Id = Guid.CreateVersion7(), Recipient = sender, FollowUp = story.Today.AddDays(FollowUp.UsualDays).Iso(), Errors = FieldErrors.None });
    }

    private static async Task<IResult> Send(HttpContext context, Guid id, Runner runner, MessageKind kind)
    {
        if (await StoryOf(context, id, runner) is not { } story) return Pages.NotThere("Det finns inget beslut med den adressen.");

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (typed, day, errors) = (form["mottagare"].ToString(), form["folj-upp"].ToString(), new FieldErrors());
        var message = form.IdGiven();
        if (!EmailAddress.TryParse(typed, out var to)) errors.Add(MessageRefusals.WrongAddress);
        if (!SwedishDay.TryParse(day, out var followUp) && kind is MessageKind.AskForFinalDecision) errors.Add(FollowUpRefusals.NoDay);
        if (!errors.Any)
        {
            ICommand command = kind is MessageKind.Receipt
                ? new SendReceipt(new OutgoingMessageId(message), story.Decision.Id, to!)
                : new AskForFinalDecision(new OutgoingMessageId(message), story.Decision.Id, new AskForFinal(to!, followUp));
            var result = await runner.Run(command, context.Actor(), context.RequestAborted);
            if (result.IsDone) return SeeOther.To(context, Urls.ToMessage(new OutgoingMessageId(message)));
            errors.Add(result.Refusal!);
        }

        return Pages.Show<SendMessagePage>(new { Story = story, Kind = kind, Id = message, Recipient = typed, FollowUp = day, Errors = errors }, StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<DecisionStoryView?> StoryOf(HttpContext context, Guid id, Runner runner) => runner.Ask(new DecisionStory(new DecisionId(id)), context.Actor(), context.RequestAborted);
}
