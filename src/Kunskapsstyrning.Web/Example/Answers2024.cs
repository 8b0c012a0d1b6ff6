using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Persistence.ReferenceData;

namespace Kunskapsstyrning.Web.Example;

/// <summary>
/// Invented answers to the recommendation of 2024: on 14 June 160 have adopted, 9 of them with reservation, 6 have declined
/// and 52 are on the way; at the end of the year 270 have adopted and 12 have not answered at all.
/// </summary>
internal static class Answers2024
{
    private const string Notice = "Alla svar och deras dagar är påhittade; kommuner, invånare, styrelsens beslut och sista svarsdag är verkliga.";

    public static ExampleAnswers Of(ReferenceFiles files)
    {
        var asked = files.Asked("2024-kunskapsbaserad-socialtjanst");
        var answers = new InventedAnswers(asked.Id, asked.LetterOn);
        var waiting = files.Shuffled("2024", "0125", "0180");

        Join(answers, [files.Municipality("0125"), files.Municipality("0180"), .. waiting.Take(158)]);
        var declined = waiting.Take(6);
        foreach (var (municipality, day) in declined.Zip(WorkingDays.Spread("2024-04-08", ("2024-06-12", 6)))) answers.Answer(municipality, Outcome.Declines, day);
        var onTheWay = waiting.Take(52);
        foreach (var (municipality, day) in onTheWay.Zip(WorkingDays.Spread("2024-04-15", ("2024-06-13", 52)))) answers.OnTheWay(municipality, day);

        // Three stay on the way; twelve are left in the queue and never answer.
        var later = onTheWay.Skip(5).Concat(waiting.Take(60)).OrderBy(m => Chance.Of(m.Code, "2024 senare", int.MaxValue)).Concat(declined.Take(3));
        var days = WorkingDays.Spread("2024-06-17", ("2024-06-20", 20), ("2024-06-28", 58), ("2024-07-12", 66), ("2024-08-30", 76), ("2024-09-30", 92), ("2024-10-31", 102), ("2024-12-13", 110));
        foreach (var (municipality, at) in later.Zip(days).Select((pair, at) => (pair.First, at)))
            answers.Answer(municipality, at % 12 == 6 ? Outcome.AdoptsWithReservation : Outcome.Adopts, days[at]);
        foreach (var (municipality, day) in onTheWay.Skip(3).Zip(WorkingDays.Spread("2024-06-24", ("2024-09-18", 2)))) answers.Answer(municipality, Outcome.Declines, day);
        answers.MendSome("2024");
        return new ExampleAnswers(asked.Id, Notice, answers.Steps);
    }

    private static void Join(InventedAnswers answers, List<Municipality> municipalities)
    {
        var days = WorkingDays.Spread("2024-02-26", ("2024-03-15", 12), ("2024-03-28", 25), ("2024-04-15", 48), ("2024-04-30", 72), ("2024-05-17", 104), ("2024-05-31", 134), ("2024-06-14", 160));
        foreach (var (municipality, day) in municipalities.Skip(2).Take(100).Concat(municipalities.Take(2)).Concat(municipalities.Skip(102)).Zip(days))
        {
            var proposed = WorkingDays.OnOrBefore(day.AddDays(-20 - Chance.Of(municipality.Code, "2024 förslag före", 25)));
            if (proposed > new DateOnly(2024, 2, 12) && Chance.Of(municipality.Code, "2024 förslag", 6) < 5) answers.OnTheWay(municipality, proposed);
            answers.Answer(municipality, municipalities.IndexOf(municipality) % 18 == 5 ? Outcome.AdoptsWithReservation : Outcome.Adopts, day);
        }
    }
}
