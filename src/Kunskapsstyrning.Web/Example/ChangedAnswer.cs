using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Example;

/// <summary>Invented, to show how a mistake is mended and how a later decision replaces an earlier one: Mörbylånga declines in May 2019 and adopts in October.</summary>
internal static class ChangedAnswer
{
    /// <summary>Mörbylånga.</summary>
    public const string Code = "0840";

    public static void Add(InventedAnswers answers, Municipality municipality)
    {
        var details = new DecisionDetails
        {
            Paragraph = "§ 58",
            CaseNumber = "KS 2019/231",
            Reason = DecliningReason.Cost,
            ReasonQuote = "Kommunen delar syftet men anser att arbetet ska finansieras inom ordinarie avgift.",
            Sender = "registrator, Mörbylånga kommun",
        };
        var asRead = new DecisionContent
        {
            Outcome = Outcome.Declines,
            Stage = Stage.Final,
            Body = "Kommunstyrelsen",
            DecidedOn = new DateOnly(2019, 5, 28),
            ArrivedOn = new DateOnly(2019, 6, 4),
        };
        var logged = answers.Log(municipality, asRead.ArrivedOn, details, asRead);
        answers.Do(
            SwedishTime.At(new DateOnly(2019, 6, 11), new TimeOnly(14, 30)),
            new CorrectDecision(
                logged.Id, Seen: 1, asRead with { DecidedOn = new DateOnly(2019, 5, 21) }, details with { ApprovedOn = new DateOnly(2019, 5, 28) },
                "Dagen för justering hade lästs som sammanträdesdag."));

        answers.Log(
            municipality, new DateOnly(2019, 10, 30), details with { Paragraph = "§ 112", Reason = null, ReasonQuote = null },
            new DecisionContent
            {
                Outcome = Outcome.Adopts,
                Stage = Stage.Final,
                Body = "Kommunfullmäktige",
                DecidedOn = new DateOnly(2019, 10, 22),
                ArrivedOn = new DateOnly(2019, 10, 30),
                FirstPayingYear = 2020,
            });
    }
}
