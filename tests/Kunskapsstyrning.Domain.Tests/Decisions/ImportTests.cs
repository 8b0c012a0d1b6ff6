using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Decisions;

public sealed class ImportTests
{
    private static readonly Recorded Recorded = new(new PersonId(Guid.Parse("0198a000-0000-7000-8000-00000000000a")), new DateTimeOffset(2025, 11, 24, 8, 30, 0, TimeSpan.Zero));

    private readonly Import _import = new(
        new ImportId(Guid.Parse("0198a000-0000-7000-8000-00000000000b")), new RecommendationId(Guid.Parse("0198a000-0000-7000-8000-00000000000c")), "svar.xlsx", ["Kommun", "Svar"],
        [Row(2, RowResult.Added), Row(3, RowResult.Added), Row(4, RowResult.Failed)], Recorded);

    [Fact]
    public void A_list_that_is_read_in_tells_how_many_rows_came_to_what()
    {
        var told = Assert.IsType<ListImported>(Assert.Single(_import.TakeEvents()));

        Assert.Equal((2, 1, 0), (told.Rows[RowResult.Added], told.Rows[RowResult.Failed], told.Rows[RowResult.Corrected]));
        Assert.Equal(_import.Id.Value, told.Subject);
    }

    [Fact]
    public void A_list_is_undone_once_and_with_a_reason()
    {
        Assert.Equal(DecisionRefusals.NeedsReason, _import.RefusalToUndo(" "));
        Assert.Null(_import.RefusalToUndo("Fel lista."));

        _import.Undo(" Fel lista. ", new Dictionary<int, string> { [3] = "Någon har rättat beslutet." }, Recorded);

        Assert.Equal(ImportRefusals.AlreadyUndone, _import.RefusalToUndo("En gång till."));
        Assert.Equal("Fel lista.", _import.Undoing!.Reason);
        Assert.Equal((1, "Fel lista."), Assert.Single(_import.TakeEvents().OfType<ImportUndone>().Select(u => (u.Left, u.Reason))));
    }

    private static ImportRow Row(int number, RowResult result) => new() { Number = number, Municipality = new MunicipalityCode("0125"), Result = result };
}
