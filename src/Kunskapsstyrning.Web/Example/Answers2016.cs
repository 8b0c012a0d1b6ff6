using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Persistence.ReferenceData;

namespace Kunskapsstyrning.Web.Example;

/// <summary>The two proposals of 2016 that are real, as far as their texts go. Only the days they arrived are invented.</summary>
internal static class Answers2016
{
    private const string Notice = "Förslagen från Ekerö och Stockholm är verkliga, dagarna då de kom in är påhittade; kommuner, invånare, villkor och de två publicerade avgifterna är verkliga.";

    public static ExampleAnswers Of(ReferenceFiles files)
    {
        var asked = files.Asked("2016-nationell-stodfunktion");
        var answers = new InventedAnswers(asked.Id, asked.LetterOn);

        // The text has no day for the meeting.
        answers.Log(files.Municipality("0125"), new DateOnly(2016, 9, 12), new DecisionDetails { Paragraph = "§ 67", CaseNumber = "SN16/103" }, new DecisionContent
        {
            Outcome = Outcome.Adopts,
            Stage = Stage.Proposal,
            Body = "Socialnämndens arbetsutskott",
            ArrivedOn = new DateOnly(2016, 9, 12),
        });

        // The day in the text, 8 September 2016, is that of the commissioner's own proposal; when the preparation met is not said.
        answers.Log(files.Municipality("0180"), new DateOnly(2016, 9, 14), new DecisionDetails { CaseNumber = "159-1145/2016" }, new DecisionContent
        {
            Outcome = Outcome.Adopts,
            Stage = Stage.Proposal,
            Body = "Borgarrådsberedningen",
            ArrivedOn = new DateOnly(2016, 9, 14),
        });

        return new ExampleAnswers(asked.Id, Notice, answers.Steps);
    }
}
