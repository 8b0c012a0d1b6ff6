using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>What the variables of templates are replaced by.</summary>
internal static class MessageWords
{
    /// <summary>The words about a decision; with reference and address where it is for a receipt.</summary>
    public static IReadOnlyDictionary<string, string> Of(Session session, MessageMatter matter, (ReceiptReference Reference, Uri Address)? receipt = null) => Of(
        session.Facts.Municipality(matter.Municipality)!, session.Facts.Recommendation(matter.Recommendation)!, matter.Content, matter.Details, session.Today, receipt);

    /// <summary>The words of an invented decision, to look at a template by.</summary>
    public static IReadOnlyDictionary<string, string> OfExample(ReferenceFacts facts, MessageKind kind, DateOnly today)
    {
        var recommendation = facts.Recommendations[0];
        if (kind is not (MessageKind.Receipt or MessageKind.AskForFinalDecision)) return DispatchWords.OfExample(facts, recommendation, today);

        var invented = new Municipality(new MunicipalityCode("9999"), "Exempelköping", today.AddYears(-1), new TilePlace(0, 0), 0, 0);
        var content = new DecisionContent
        {
            Outcome = Outcome.Adopts, Stage = kind is MessageKind.Receipt ? Stage.Final : Stage.Proposal,
            Body = kind is MessageKind.Receipt ? "Socialnämnden" : "Socialnämndens arbetsutskott", DecidedOn = today.AddDays(-9), ArrivedOn = today.AddDays(-1),
        };
        var reference = ReceiptReference.Parse("K7M2-9QXP");
        return Of(
            invented, recommendation, content, new DecisionDetails { Paragraph = "§ 41", CaseNumber = "SN 2025/0041" }, today,
            (reference, new Uri($"https://webbplatsen.example{Urls.ToReceipt(reference)}")));
    }

    /// <summary>What it counts as, in a sentence: a proposal, plainly, not as an answer.</summary>
    public static string CountsAs(DecisionContent content)
    {
        if (Counting.StatusOf(content) is not Status.InPreparation) return $"Räknas som: {Counting.StatusOf(content).Label()}.";
        return $"Räknas inte som svar. {Counting.Because(content.Outcome, content.Stage)} Kommunen räknas som ”på väg” tills det slutliga beslutet har kommit in till SKR.";
    }

    private static Dictionary<string, string> Of(
        Municipality municipality, Recommendation recommendation, DecisionContent content, DecisionDetails details, DateOnly today, (ReceiptReference Reference, Uri Address)? receipt)
    {
        var deadline = recommendation.DeadlineFor(municipality.Code);
        var words = new Dictionary<string, string>
        {
            ["kommun"] = municipality.FullName,
            ["rekommendation"] = recommendation.TitleWithYears(),
            ["beslut"] = Swedish.Lower(content.ActOf()),
            ["utfall"] = content.Outcome.Label(),
            ["niva"] = content.Stage.Label(),
            ["organ"] = content.Body ?? "kommunen",
            ["paragraf"] = details.Paragraph ?? "",
            ["dnr"] = details.CaseNumber ?? "",
            ["inkommet"] = content.ArrivedOn.Long(),
            ["raknas"] = CountsAs(content),
            ["senast"] = Swedish.AnswerBy(deadline >= today ? deadline : null, deadline),
            ["uppgifter"] = string.Join('\n', Swedish.Facts(content, details).Select(f => $"{f.What}: {f.Text}")),
        };
        if (receipt is var (reference, address)) (words["referens"], words["adress"]) = (reference.Text, address.AbsoluteUri);
        return words;
    }
}
