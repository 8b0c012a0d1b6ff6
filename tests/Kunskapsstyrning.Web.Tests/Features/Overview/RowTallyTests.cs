using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Overview;

public sealed class RowTallyTests
{
    [Fact]
    public void Counties_and_late_windows_that_are_kept_up_are_those_found_among_the_lines()
    {
        var (chance, rows) = (new Random(290), States.Silent().Rows.ToArray());
        var later = States.Recommendation(deadline: States.Deadline).Rounds.ToList();
        var tally = RowTally.Of(rows);
        var before = tally.Copy();

        for (var step = 0; step < 400; step++)
        {
            var at = chance.Next(rows.Length);
            tally.Remove(rows[at]);
            var standing = States.Busy().Rows[chance.Next(rows.Length)].Standing;
            rows[at] = rows[at] with { Standing = standing, Deadline = States.Deadline.AddDays(-chance.Next(60)), LaterRound = chance.Next(3) == 0 ? null : later[^1] };
            tally.Add(rows[at]);
            if (step % 20 == 0) Same(rows, tally);
        }

        Assert.Equal(290, before.Counties.Sum(c => c[Status.NoResponse]));
        Assert.Empty(before.Windows);
        Assert.Equal(2, tally.Windows.Count);
    }

    [Fact]
    public void A_window_is_gone_with_the_last_late_answer_in_it()
    {
        var row = States.Busy().Rows.First(r => r.IsLate);
        var tally = RowTally.Of([row]);

        tally.Remove(row);

        Assert.Empty(tally.Windows);
        Assert.Empty(tally.Counties);
    }

    private static void Same(MunicipalityRow[] rows, RowTally tally)
    {
        var counties = rows.GroupBy(r => r.County.Name).OrderBy(c => Swedish.Key(c.Key)).Select(c => (c.Key, string.Join(' ', Swedish.Statuses.Select(s => c.Count(r => r.Standing.Status == s)))));
        Assert.Equal(counties, tally.Counties.Select(c => (c.Group.Name, string.Join(' ', Swedish.Statuses.Select(s => c[s])))));
        Assert.Equal(rows.Where(r => r.IsLate).Select(r => r.LaterRound?.Words ?? "sist").Distinct().Order(), tally.Windows.Select(w => w?.Words ?? "sist").Order());
    }
}
