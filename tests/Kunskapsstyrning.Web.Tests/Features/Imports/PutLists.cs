using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Imports;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Imports;

/// <summary>Puts lists there and confirms them, as the pages do.</summary>
internal static class PutLists
{
    public const string Headings = "Kommun;Beslut;Nivå;Organ;Datum;§;Dnr;Inkom\n";

    /// <summary>Puts a list there for the recommendation of 2016.</summary>
    public static async Task<ImportId> Put(this Acting acting, string list, params (string Name, string Value)[] chosen)
    {
        Assert.True(ListReader.TryRead(list, out var table).IsDone);
        var id = new ImportId(Guid.CreateVersion7());
        Assert.True((await acting.Run(new PutList(id, "svar.csv", table!, Typed.Slug2016))).IsDone);
        if (chosen.Length > 0) Assert.True((await acting.Run(new ChooseForList(id, chosen.ToDictionary(c => c.Name, c => c.Value)))).IsDone);
        return id;
    }

    /// <summary>What would become of it.</summary>
    public static async Task<ImportPlan> Plan(this Acting acting, ImportId id) => (await acting.Ask(new ListAtHand(id)))!.Plan!;

    /// <summary>Confirms it as it is seen now, with these of the rows to look at.</summary>
    public static async Task<Result> Confirm(this Acting acting, ImportId id, params int[] rows) =>
        await acting.Run(new ConfirmImport(id, (await acting.Plan(id)).Seen, rows.ToHashSet()));

    /// <summary>What became of it.</summary>
    public static async Task<Import> Became(this Acting acting, ImportId id) => (await acting.Ask(new ImportReport(id)))!.Import;
}
