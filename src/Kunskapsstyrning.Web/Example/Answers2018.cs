using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Persistence.ReferenceData;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Example;

/// <summary>
/// Invented answers to the recommendation of 2018. Their totals follow the published ones: 4 July 2019 almost 80 % yes and
/// 6 % no; in the autumn 260 yes, 21 no and 9 without answer; 90 % on 27 November; 280 in September 2020; 288 in January 2022.
/// </summary>
internal static class Answers2018
{
    private const string Notice = "Vad varje kommun har svarat och gränsen på 200 kommuner är påhittade, men antalen svar följer dem som har publicerats; kommuner, invånare och villkor är verkliga.";

    private static readonly string[] Told = ["0125", "0180", ChangedAnswer.Code];

    public static ExampleAnswers Of(ReferenceFiles files)
    {
        var asked = files.Asked("2018-kunskapsstyrning");
        var answers = new InventedAnswers(asked.Id, asked.LetterOn);
        var threshold = new Threshold(200, "tillräckligt många", "Antalet är påhittat; orden ur SKL:s följebrev 6 mars 2019");
        answers.Do(SwedishTime.At(asked.LetterOn, new TimeOnly(9, 0)), ReadyMadeUsers.As(ReadyMadeUsers.Officer), new StateThreshold(asked.Id, threshold));

        var waiting = files.Shuffled("2018", Told);
        Join(answers, [files.Municipality("0125"), files.Municipality("0180"), .. waiting.Take(226)]);
        var declined = waiting.Take(16);
        foreach (var (municipality, day) in declined.Zip(WorkingDays.Spread("2019-04-23", ("2019-07-03", 16)))) answers.Answer(municipality, Outcome.Declines, day);
        var onTheWay = waiting.Take(19);
        foreach (var (municipality, day) in onTheWay.Zip(WorkingDays.Spread("2019-05-06", ("2019-07-02", 19)))) answers.OnTheWay(municipality, day);

        var silent = waiting.Take(17);
        foreach (var (municipality, day) in onTheWay.Concat(silent).Skip(4).Zip(WorkingDays.Spread("2019-07-29", ("2019-08-30", 8), ("2019-09-27", 32)))) answers.Answer(municipality, Outcome.Adopts, day);
        declined.AddRange(onTheWay.Take(4));
        foreach (var (municipality, day) in onTheWay.Take(4).Zip(WorkingDays.Spread("2019-08-19", ("2019-09-25", 4)))) answers.Answer(municipality, Outcome.Declines, day);

        // Nine have not answered. One of them never does, and one of those who declined never changes its mind.
        ChangedAnswer.Add(answers, files.Municipality(ChangedAnswer.Code));
        ThinkAgain(answers, declined.Skip(1));
        JoinLater(answers, [.. declined.Skip(1).Concat(waiting.Take(8)).OrderBy(m => Chance.Of(m.Code, "2018 senare", int.MaxValue))]);
        MendMistakes(answers);
        answers.MendSome("2018");
        return new ExampleAnswers(asked.Id, Notice, answers.Steps);
    }

    /// <summary>228 adopt until 4 July 2019, 14 of them with reservation: 191 on the last day to answer, 200 passed on 20 June.</summary>
    private static void Join(InventedAnswers answers, List<Municipality> municipalities)
    {
        var days = WorkingDays.Spread(
            "2019-03-25", ("2019-04-12", 9), ("2019-04-30", 34), ("2019-05-15", 62), ("2019-05-31", 108), ("2019-06-07", 141), ("2019-06-14", 191),
            ("2019-06-19", 199), ("2019-06-20", 203), ("2019-06-28", 216), ("2019-07-04", 228));
        foreach (var (municipality, day) in Turns(municipalities, days.Count).Zip(days))
        {
            var proposed = WorkingDays.OnOrBefore(day.AddDays(-20 - Chance.Of(municipality.Code, "förslag före", 25)));
            if (proposed > new DateOnly(2019, 3, 12) && Chance.Of(municipality.Code, "förslag", 5) < 4) answers.OnTheWay(municipality, proposed);
            answers.Answer(municipality, municipalities.IndexOf(municipality) % 16 == 9 ? Outcome.AdoptsWithReservation : Outcome.Adopts, day);
        }
    }

    /// <summary>Half of those who declined and join later send their committee's proposal first; the decision to decline stands meanwhile.</summary>
    private static void ThinkAgain(InventedAnswers answers, IEnumerable<Municipality> declined)
    {
        foreach (var (municipality, day) in declined.Where(m => Chance.Of(m.Code, "2018 på nytt", 2) == 0).Zip(WorkingDays.Spread("2019-10-07", ("2019-11-08", 12)))) answers.OnTheWay(municipality, day);
    }

    /// <summary>27 more join after the autumn's report, beside Mörbylånga: 1 in November, 18 for 2020, 4 from 2021 and 4 from 2022.</summary>
    private static void JoinLater(InventedAnswers answers, List<Municipality> municipalities)
    {
        var days = WorkingDays.Spread("2019-11-18", ("2019-11-27", 1), ("2019-12-13", 15), ("2020-01-15", 19));
        foreach (var (municipality, day) in municipalities.Zip(days)) answers.Answer(municipality, Outcome.Adopts, day, firstPayingYear: 2020);
        foreach (var (municipality, day) in municipalities.Skip(19).Zip(WorkingDays.Spread("2020-10-12", ("2020-12-11", 4)))) answers.Answer(municipality, Outcome.Adopts, day, firstPayingYear: 2021);
        foreach (var (municipality, day) in municipalities.Skip(23).Zip(WorkingDays.Spread("2021-03-15", ("2021-12-10", 4)))) answers.Answer(municipality, Outcome.AdoptsWithReservation, day, firstPayingYear: 2022);
    }

    /// <summary>Besides Mörbylånga's: a body read wrongly, and a decision registered twice.</summary>
    private static void MendMistakes(InventedAnswers answers)
    {
        var finals = answers.Logged.Where(l => l.Command.Content is { IsAnswer: true, Outcome: Outcome.Adopts } && l.At.Year == 2019).OrderBy(l => l.At).ToList();
        var (readWrongly, at) = finals.First(l => l.Command.Content.Body == "Kommunstyrelsen" && l.At.Month == 5);
        answers.Do(at.AddDays(1), new CorrectDecision(
            readWrongly.Id, Seen: 1, readWrongly.Content with { Body = "Kommunfullmäktige" }, readWrongly.Details, "Det var kommunstyrelsens förslag som hade lästs; fullmäktige beslutade."));

        var (registered, first) = finals.First(l => l.At.Month == 6);
        var twin = registered with { Id = new DecisionId(Chance.Id(first.AddHours(1), $"{registered.Id.Value} igen")), Beside = [registered.Id] };
        answers.Do(first.AddHours(1), twin);
        answers.Do(first.AddHours(3), new RetractDecision(twin.Id, Seen: 1, "Samma beslut registrerat två gånger, ur brevet och ur e-posten."));
    }

    /// <summary>Ekerö and Stockholm answer in the middle, everyone else in the order they come.</summary>
    private static IEnumerable<Municipality> Turns(List<Municipality> municipalities, int count) =>
        [.. municipalities.Skip(2).Take(count * 2 / 5), .. municipalities.Take(2), .. municipalities.Skip(2 + count * 2 / 5)];
}
