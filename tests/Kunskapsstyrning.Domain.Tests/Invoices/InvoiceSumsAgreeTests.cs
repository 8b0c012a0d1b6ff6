using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Xunit;
using static Kunskapsstyrning.Domain.Tests.Invoices.InvoiceCases;

namespace Kunskapsstyrning.Domain.Tests.Invoices;

/// <summary>Whatever happens between runs, what is invoiced comes to the frozen fees of those who pay, to the krona.</summary>
public sealed class InvoiceSumsAgreeTests
{
    private static readonly string[] Numbers = ["212000-0050", "212000-0142", "212000-9002"];

    [Fact]
    public void After_any_runs_each_who_pays_has_been_invoiced_its_fee_and_each_other_nothing()
    {
        for (var seed = 1; seed <= 400; seed++) Walk(new Random(seed), seed);
    }

    private static void Walk(Random random, int seed)
    {
        var all = new InvoiceCases();
        for (var round = 1; round <= 6; round++)
        {
            var rows = Rows(random);
            var proposal = all.Propose(round, [.. all.Made.Select(i => i.Serial).Where(_ => random.Next(3) == 0)], rows);
            Assert.True(proposal.Agrees, $"Seed {seed}, round {round}: {proposal.Invoiced} + {proposal.Proposed} + {proposal.Waiting} is not {proposal.Basis.Sum}.");
            if (random.Next(5) == 0) continue;

            var refusal = all.Make(proposal).Refusal;
            Assert.True(refusal is null || (refusal == InvoiceRefusals.NothingToInvoice && proposal.Changes.Count == 0), $"Seed {seed}: {refusal?.Sentence}");
            foreach (var code in Codes) Holds(all, rows.FirstOrDefault(r => r.Municipality == code), code, seed);
            Assert.Empty(all.Propose(round, rows).Changes);
        }

        var credited = all.Made.Where(i => i.Kind is InvoiceKind.Credit).GroupBy(i => i.RefersTo!.Value);
        Assert.All(credited, g => Assert.True(g.Select(i => i.Amount).Sum() <= all.Made.Single(i => i.Serial == g.Key).Amount));
        Assert.Equal(Enumerable.Range(1, all.Made.Count).Select(n => (long)n), all.Made.Select(i => i.Serial));
    }

    private static void Holds(InvoiceCases all, InvoiceRow? row, MunicipalityCode code, int seed)
    {
        if (row is null) Assert.True(all.NetOf(code) == Kronor.Zero, $"Seed {seed}: {code} pays nothing.");
        else if (row is { IsComplete: true, Fee: { } fee }) Assert.True(all.NetOf(code) == fee, $"Seed {seed}: {code} pays {fee}.");
        else Assert.True(all.NetOf(code) >= Kronor.Zero, $"Seed {seed}: {code} has never paid less than nothing.");
    }

    private static IReadOnlyList<MunicipalityCode> Codes { get; } = [.. Enumerable.Range(1, 12).Select(n => new MunicipalityCode($"{n:D4}"))];

    private static InvoiceRow[] Rows(Random random) =>
    [
        .. Codes.Where(_ => random.Next(4) > 0).Select(code => Row(
            code, random.Next(20) == 0 ? null : random.Next(0, 4) * 100m + random.Next(0, 3),
            random.Next(10) == 0 ? null : Numbers[random.Next(8) == 0 ? 1 : 0], random.Next(10) == 0 ? null : random.Next(6) == 0 ? "B" : "A")),
    ];
}
