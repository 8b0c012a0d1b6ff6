using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Persistence.ReferenceData;

namespace Kunskapsstyrning.Web.Example;

/// <summary>
/// The two proposals of 2016 that are real, as far as their texts go; only the days they arrived are invented, and what became of them
/// is not known. Every other answer is invented, since none is published: on the last day to answer 152 have adopted, in the end 238.
/// </summary>
internal static class Answers2016
{
    private const string Notice = "Svaren och deras dagar är påhittade. Förslagen från Ekerö och Stockholm är verkliga, utom dagen då de kom in; kommuner, invånare, villkor och de två publicerade avgifterna är verkliga.";

    public static ExampleAnswers Of(ReferenceFiles files)
    {
        var asked = files.Asked("2016-nationell-stodfunktion");
        var answers = new InventedAnswers(asked.Id, asked.LetterOn);
        RealProposals(answers, files);

        var waiting = files.Shuffled("2016", "0125", "0180");
        Join(answers, waiting.Take(152));
        var declined = waiting.Take(14);
        foreach (var (municipality, day) in declined.Zip(WorkingDays.Spread("2016-08-22", ("2016-09-30", 14)))) answers.Answer(municipality, Outcome.Declines, day);
        var onTheWay = waiting.Take(58);
        foreach (var (municipality, day) in onTheWay.Zip(WorkingDays.Spread("2016-08-15", ("2016-09-30", 58)))) answers.OnTheWay(municipality, day);

        // Three stay on the way; thirty are left in the queue and never answer.
        var days = WorkingDays.Spread("2016-10-03", ("2016-10-14", 30), ("2016-10-31", 52), ("2016-12-16", 78), ("2017-03-31", 86));
        foreach (var (municipality, at) in onTheWay.Skip(6).Concat(waiting.Take(34)).OrderBy(m => Chance.Of(m.Code, "2016 senare", int.MaxValue)).Select((m, at) => (m, at)))
            answers.Answer(municipality, at % 15 == 4 ? Outcome.AdoptsWithReservation : Outcome.Adopts, days[at]);
        foreach (var (municipality, day) in onTheWay.Skip(3).Take(3).Zip(WorkingDays.Spread("2016-10-10", ("2016-11-25", 3)))) answers.Answer(municipality, Outcome.Declines, day);
        answers.MendSome("2016");
        return new ExampleAnswers(asked.Id, Notice, answers.Steps);
    }

    private static void Join(InventedAnswers answers, List<Municipality> municipalities)
    {
        var days = WorkingDays.Spread("2016-07-04", ("2016-07-15", 4), ("2016-08-19", 18), ("2016-08-31", 42), ("2016-09-09", 68), ("2016-09-16", 96), ("2016-09-23", 124), ("2016-09-30", 152));
        foreach (var (municipality, at) in municipalities.Select((m, at) => (m, at)))
        {
            var proposed = WorkingDays.OnOrBefore(days[at].AddDays(-20 - Chance.Of(municipality.Code, "2016 förslag före", 25)));
            if (proposed > new DateOnly(2016, 6, 27) && Chance.Of(municipality.Code, "2016 förslag", 5) < 4) answers.OnTheWay(municipality, proposed);
            answers.Answer(municipality, at % 17 == 6 ? Outcome.AdoptsWithReservation : Outcome.Adopts, days[at]);
        }
    }

    private static void RealProposals(InventedAnswers answers, ReferenceFiles files)
    {
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
    }
}
