using Kunskapsstyrning.Domain.Decisions;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Decisions;

public sealed class ForecastTests
{
    private static readonly DateOnly Asked = new(2024, 1, 1);
    private static readonly DateOnly Day = new(2024, 3, 1);

    /// <summary>Half of those left join between the first of March and the deadline.</summary>
    private static readonly RoundCourse Earlier = Course("förra", new(2019, 1, 1), ("2019-02-01", 40), ("2019-03-01", 90), ("2019-04-01", 190), ("2019-12-01", 270));

    private static readonly RoundCourse Alike = Course("denna", Asked, ("2024-02-01", 40), ("2024-02-29", 90));

    [Fact]
    public void A_round_that_goes_as_the_earlier_one_is_expected_to_end_as_it()
    {
        Assert.Null(Make(Alike, out var forecast));

        Assert.InRange(forecast.Expected, 188, 192);
        Assert.True(forecast.Low < 180 && forecast.High > 200, $"{forecast.Low}–{forecast.High}");
        Assert.InRange(Assert.Single(forecast.Bases).Pace, 0.97, 1.03);
        Assert.Equal(0.5, forecast.Bases[0].JoinedThen, 0.01);
    }

    [Fact]
    public void A_faster_round_is_expected_to_end_higher_and_a_slower_one_lower()
    {
        Make(Course("denna", Asked, ("2024-02-29", 140)), out var fast);
        Make(Course("denna", Asked, ("2024-02-29", 50)), out var slow);

        Assert.True(fast.Expected > 215 && fast.Bases[0].Pace > 1.4, $"{fast.Expected} vid {fast.Bases[0].Pace}");
        Assert.True(slow.Expected < 145 && slow.Bases[0].Pace < 0.75, $"{slow.Expected} vid {slow.Bases[0].Pace}");
    }

    [Fact]
    public void Rounds_that_differ_make_the_interval_wider()
    {
        var other = Course("en till", new(2016, 1, 1), ("2016-02-29", 90), ("2016-03-31", 120), ("2016-12-01", 200));

        Make(Alike, out var one);
        Assert.Null(Forecast.Make(Alike, Day, Alike.Deadline!.Value, [Earlier, other], 200, false, out var two));

        Assert.Equal(2, two.Bases.Count);
        Assert.InRange(two.Expected, 120, one.Expected);
        Assert.True(two.High - two.Low > one.High - one.Low);
    }

    [Fact]
    public void The_interval_is_never_below_what_is_nor_above_everyone()
    {
        Make(Course("denna", Asked, ("2024-02-29", 286)), out var forecast);

        Assert.True(forecast.Low >= 286 && forecast.High <= 290, $"{forecast.Low}–{forecast.High}");
    }

    [Theory]
    [InlineData(20, true, ForecastSilence.CalledOff)]
    [InlineData(0, false, ForecastSilence.EveryoneHasAnswered)]
    public void Nothing_is_forecast_of_what_is_called_off_or_answered(int left, bool isCalledOff, ForecastSilence silence) =>
        Assert.Equal(silence, Forecast.Make(Alike, Day, Alike.Deadline!.Value, [Earlier], left, isCalledOff, out _));

    [Fact]
    public void A_day_that_has_passed_is_not_forecast() =>
        Assert.Equal(ForecastSilence.DayHasPassed, Forecast.Make(Alike, Day, Day, [Earlier], 200, false, out _));

    [Fact]
    public void Too_few_answers_tell_no_pace()
    {
        Assert.Equal(ForecastSilence.TooFewAnswers, Make(Course("denna", Asked, ("2024-02-29", 14)), out _));
        Assert.Null(Make(Course("denna", Asked, ("2024-02-29", 15)), out _));
    }

    [Fact]
    public void A_round_is_not_forecast_from_itself_nor_from_one_that_is_not_known_so_far_or_that_nobody_answered()
    {
        Assert.Equal(ForecastSilence.NoEarlierRound, Forecast.Make(Alike, Day, Alike.Deadline!.Value, [], 200, false, out _));
        Assert.Equal(ForecastSilence.NoEarlierRound, Forecast.Make(Alike, Day, Alike.Deadline!.Value, [Earlier with { Name = "denna" }], 200, false, out _));
        Assert.Equal(ForecastSilence.NoEarlierRound, Forecast.Make(Alike, Day, Alike.Deadline!.Value, [Earlier with { KnownThrough = new(2019, 3, 15) }], 200, false, out _));
        Assert.Equal(ForecastSilence.NoEarlierRound, Forecast.Make(Alike, Day, Alike.Deadline!.Value, [Course("tyst", new(2016, 1, 1), ("2016-02-01", 2))], 200, false, out _));
    }

    [Fact]
    public void A_moment_is_the_same_part_of_the_time_to_answer_and_after_it_as_many_days()
    {
        var longer = new RoundCourse("lång", new(2020, 1, 1), new(2020, 7, 19), 290, [], new(2022, 1, 1));
        var short100 = new RoundCourse("kort", new(2019, 1, 1), new(2019, 4, 11), 290, [], new(2022, 1, 1));

        Assert.Equal(new DateOnly(2020, 4, 10), longer.DayLike(new(2019, 2, 20), short100));
        Assert.Equal(longer.Deadline, longer.DayLike(short100.Deadline!.Value, short100));
        Assert.Equal(longer.Deadline!.Value.AddDays(30), longer.DayLike(short100.Deadline!.Value.AddDays(30), short100));
        Assert.Equal(longer.AskedOn.AddDays(50), longer.DayLike(new(2019, 2, 20), short100 with { Deadline = null }));
    }

    [Fact]
    public void At_least_four_of_five_intervals_hold_what_became_on_rounds_that_were_not_seen()
    {
        var rounds = Enumerable.Range(1, 40).Select(Rounds.Of).ToList();

        var fromOne = rounds.SelectMany(tried => rounds.Where(r => r != tried).Take(6).SelectMany(fitted => ForecastTrial.Of(tried, [fitted]))).ToList();
        var fromThree = rounds.SelectMany((tried, at) => ForecastTrial.Of(tried, [.. Enumerable.Range(1, 3).Select(next => rounds[(at + next) % rounds.Count])])).ToList();

        Assert.True(fromOne.Count > 1000 && fromThree.Count > 150, $"{fromOne.Count} och {fromThree.Count} försök");
        Assert.InRange(fromOne.Average(t => t.Held ? 1.0 : 0), Forecast.Within, 0.92);
        Assert.InRange(fromThree.Average(t => t.Held ? 1.0 : 0), Forecast.Within, 0.99);
    }

    [Fact]
    public void An_interval_says_something_and_grows_narrower_as_the_time_to_answer_runs_out()
    {
        var trials = Enumerable.Range(1, 24).SelectMany(seed => ForecastTrial.Of(Rounds.Of(seed), [Rounds.Of(seed + 100)])).Where(t => t.Forecast.Target == t.Round.Deadline).ToList();

        var widths = trials.GroupBy(t => (t.Day.DayNumber - t.Round.AskedOn.DayNumber) * 4 / (t.Round.Deadline!.Value.DayNumber - t.Round.AskedOn.DayNumber + 1))
            .OrderBy(g => g.Key).Select(g => g.Average(t => t.Forecast.High - t.Forecast.Low)).ToList();

        Assert.True(widths.Count >= 2 && widths.Zip(widths.Skip(1)).All(pair => pair.First > pair.Second), string.Join(" ", widths));
        Assert.InRange(widths[^1], 5, 60);
    }

    [Fact]
    public void A_trial_sees_nothing_after_its_day()
    {
        var tried = Rounds.Of(3);
        var trial = ForecastTrial.Of(tried, [Rounds.Of(4)]).First(t => t.Forecast.Target == tried.Deadline);

        var otherEnd = tried with { Curve = [.. tried.Curve.Where(s => s.Day <= trial.Day), new CurveStep(trial.Day.AddDays(1), 290)] };
        var again = ForecastTrial.Of(otherEnd, [Rounds.Of(4)]).First(t => t.Day == trial.Day && t.Forecast.Target == tried.Deadline);

        Assert.Equal((trial.Forecast.Low, trial.Forecast.Expected, trial.Forecast.High), (again.Forecast.Low, again.Forecast.Expected, again.Forecast.High));
        Assert.NotEqual(trial.Became, again.Became);
    }

    private static ForecastSilence? Make(RoundCourse round, out Forecast forecast) => Forecast.Make(round, Day, round.Deadline!.Value, [Earlier], 200, false, out forecast);

    private static RoundCourse Course(string name, DateOnly asked, params (string Day, int Adopted)[] steps) =>
        new(name, asked, asked.AddDays(100), 290, [.. steps.Select(s => new CurveStep(DateOnly.Parse(s.Day, null), s.Adopted))], asked.AddYears(2));
}
