using System.Globalization;
using System.Text;
using System.Text.Json;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.ReferenceData;
using Kunskapsstyrning.Web.Features.Populations;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Populations;

/// <summary>Files with all municipalities, made of the program's own figures with a change for each test, so that no two have the same bytes.</summary>
internal static class Counted
{
    /// <summary>The program's own figures of a year, each with so many more.</summary>
    public static IReadOnlyList<(string Code, int Inhabitants)> Figures(int year, int more) =>
        [.. ReferenceFiles.Read().PopulationSets.Single(s => s.Date.Year == year).Figures.Select(f => (f.MunicipalityCode.Digits, f.Inhabitants + more))];

    /// <summary>A file of SCB's in CSV with the country and the counties, for a year by the figures of another.</summary>
    public static string Csv(int year, int more, int of = 2024, string separator = ",", string code = "BE0101N1")
    {
        var figures = Figures(of, more);
        var counties = figures.GroupBy(f => f.Code[..2]).Select(c => (Code: c.Key, Inhabitants: c.Sum(f => f.Inhabitants)));
        var rows = counties.Prepend((Code: "00", Inhabitants: figures.Sum(f => f.Inhabitants))).Concat(figures);
        return $"\"Region\"{separator}\"{code} {year}\"\n{string.Concat(rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"\"{r.Code}\"{separator}{r.Inhabitants}\n")))}";
    }

    /// <summary>The same as SCB's database answers it.</summary>
    public static byte[] Dataset(int year, int more, string code = "BE0101N1", string table = "TAB638")
    {
        var figures = Figures(2024, more);
        var rows = figures.Prepend((Code: "00", Inhabitants: figures.Sum(f => f.Inhabitants))).ToList();
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            version = "2.0", @class = "dataset", label = "Folkmängden efter region, år och tabellinnehåll", source = "Statistikmyndigheten SCB",
            note = (string[])["Uppgifterna avser förhållandena den 31 december för valt/valda år."],
            id = (string[])["Region", "ContentsCode", "Tid"], size = (int[])[rows.Count, 1, 1],
            dimension = new
            {
                Region = new { label = "region", category = new { index = rows.Select((r, at) => (r.Code, at)).ToDictionary(r => r.Code, r => r.at), label = rows.ToDictionary(r => r.Code, r => r.Code) } },
                ContentsCode = new { label = "tabellinnehåll", category = new { index = new Dictionary<string, int> { [code] = 0 }, label = new Dictionary<string, string> { [code] = "Folkmängd" } } },
                Tid = new { label = "år", category = new { index = new Dictionary<string, int> { [$"{year}"] = 0 }, label = new Dictionary<string, string> { [$"{year}"] = $"{year}" } } },
            },
            extension = new { px = new { tableid = table } },
            value = rows.Select(r => r.Inhabitants),
        });
    }

    /// <summary>Puts figures there to be looked through.</summary>
    public static async Task<PopulationSetId> Put(this Acting acting, string csv, string name = "folkmangd.csv") => await acting.Put(Encoding.UTF8.GetBytes(csv), name);

    public static async Task<PopulationSetId> Put(this Acting acting, byte[] bytes, string name = "folkmangd.csv")
    {
        var id = new PopulationSetId(Guid.CreateVersion7());
        Assert.Null((await acting.Run(new PutPopulation(id, name, name, bytes))).Refusal);
        return id;
    }

    /// <summary>What would become of them.</summary>
    public static async Task<PopulationPlan> Plan(this Acting acting, PopulationSetId id, string? period = null) => (await acting.Ask(new PopulationAtHand(id, period)))!.Plan;

    /// <summary>Reads them in as they are seen now.</summary>
    public static async Task<Result> Confirm(this Acting acting, PopulationSetId id, bool consents = true)
    {
        var plan = await acting.Plan(id);
        return await acting.Run(new ReadInPopulation(id, plan.Trial.Period.Name, plan.Seen, consents));
    }
}
