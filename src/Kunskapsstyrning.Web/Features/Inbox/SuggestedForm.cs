using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>The form as it is first shown: what was found is filled in, and where nothing was what the municipality stated; the outcome never is.</summary>
internal static class SuggestedForm
{
    public static LogDecisionForm Of(ItemDeskView desk)
    {
        var found = desk.Found?.Suggestions ?? Suggestions.Empty;
        var stated = desk.Stated?.Sent.Stated;
        var names = desk.Found?.Municipalities.Except(desk.Standing.Select(r => r.Municipality)).Select(m => m.Name).ToList() ?? [];
        return new LogDecisionForm(new Dictionary<string, string>
        {
            ["post"] = desk.Item.Id.Value.ToString(),
            ["kommun"] = names.FirstOrDefault() ?? desk.Stated?.Municipality.Name ?? "",
            ["aven"] = string.Join(", ", names.Skip(1)),
            ["rekommendation"] = desk.Found?.Recommendation?.Slug ?? desk.Stated?.Recommendation.Slug ?? "",
            ["niva"] = found.Stage?.Value switch { ReadStage.Proposal => "forslag", ReadStage.Final => "slutligt", _ => stated is null ? "" : DecisionFields.Stages.First(d => d.Value == stated.Stage).Key },
            ["organ"] = found.Body?.Value ?? stated?.Body ?? "",
            ["sammantradesdag"] = found.MeetingDate?.Value.Iso() ?? stated?.DecidedOn?.Iso() ?? "",
            ["paragraf"] = found.Paragraph?.Value ?? stated?.Paragraph ?? "",
            ["dnr"] = found.CaseNumber?.Value ?? stated?.CaseNumber ?? "",
            ["inkommet"] = desk.Item.Arrival.ArrivedOn.Iso(),
            ["avsandare"] = desk.Item.Arrival.Sender ?? "",
            ["kvitto"] = EmailAddress.TryParse(desk.Item.Arrival.Sender, out _) && !IsMachine(desk.Item.Arrival.Sender!) ? "ja" : "",
            ["folj-upp"] = desk.Today.AddDays(FollowUp.UsualDays).Iso(),
            ["skal"] = found.ReasonsPassage?.Text ?? "",
        });
    }

    /// <summary>Nobody reads what is sent to such an address.</summary>
    private static bool IsMachine(string sender) => sender.StartsWith("noreply", StringComparison.OrdinalIgnoreCase) || sender.StartsWith("no-reply", StringComparison.OrdinalIgnoreCase) || sender.StartsWith("mailer-daemon", StringComparison.OrdinalIgnoreCase);

    /// <summary>The parts that go with the decision unless a person says otherwise: the attachments, or the message itself where there are none; never pictures beside other files.</summary>
    public static IReadOnlySet<int> PartsOf(ItemDeskView desk)
    {
        var files = desk.Documents.Where(d => d.Kind is PartKind.Attachment && d.Type is not (MediaType.Png or MediaType.Jpeg)).ToList();
        if (files.Count == 0) files = desk.Shown is { } shown ? [shown] : [.. desk.Documents];
        return files.Select(d => d.Number).ToHashSet();
    }
}
