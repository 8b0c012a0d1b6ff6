using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Invoicing;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Invoicing;

/// <summary>Each test has an application of its own, since numbers follow each other over all invoices.</summary>
public sealed class MakeInvoiceRunTests : IAsyncLifetime
{
    private const string Waiting = "SELECT pid FROM pg_locks WHERE relation = 'invoice'::regclass AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private readonly TestApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_sum_of_those_who_pay_is_the_secured_money_of_the_overview_to_the_krona()
    {
        await _app.States();
        foreach (var code in (string[])["0125", "0180", "1480"])
        {
            await _app.Knows(code);
            await _app.Adopts2016(code);
        }

        var view = await _app.Year();
        var secured = (await _app.As(Role.Finance).State(new DateOnly(2025, 11, 24))).Adoption.Secured[2017];
        Assert.Null((await _app.Makes(reason: null)).Refusal);
        var made = await _app.Made(1);

        Assert.Equal(secured, view.Proposal!.Basis.Sum);
        Assert.Equal(secured, made.Run.Net);
        Assert.Equal(secured, made.Run.Due);
        Assert.Equal(new Kronor(9_500), made.Documents.Single(d => d.Invoice.MunicipalityCode.Digits == "0125").Invoice.Amount);
        Assert.Equal(new Kronor(293_100), made.Documents.Single(d => d.Invoice.MunicipalityCode.Digits == "0180").Invoice.Amount);
        Assert.True((await _app.Year()).Proposal!.Agrees);
        Assert.Empty((await _app.Year()).Proposal!.Changes);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_waits()
    {
        await _app.States();
        await _app.Knows("0125", reference: null);
        await _app.Adopts2016("0125");
        await _app.Adopts2016("0180");

        var proposal = (await _app.Year()).Proposal!;

        Assert.Empty(proposal.Changes);
        Assert.Equal(new Kronor(302_600), proposal.Waiting);
        Assert.Equal([[InvoiceNeed.BuyerReference], [InvoiceNeed.OrganisationNumber, InvoiceNeed.BuyerReference]], proposal.Basis.Incomplete.Select(r => r.Missing));
        Assert.Equal(InvoiceRefusals.NothingToInvoice, (await _app.Makes(reason: null)).Refusal);
    }

    [Fact]
    public async Task The_buyer_reference_of_the_decision_counts_until_the_municipality_states_another()
    {
        await _app.Knows("0125", reference: null);
        var decision = await _app.As(Role.Registrar).Log2016("0125", Typed.Adopts);
        Assert.Null((await _app.As(Role.Registrar).Run(decision with { Details = decision.Details with { BuyerReference = "UR BESLUTET" } })).Refusal);
        Assert.Equal("UR BESLUTET", (await _app.Year()).Proposal!.Basis.Rows[0].BuyerReference!.Text);

        Assert.True(BuyerReference.TryParse("VÅR EGEN", out var own));
        Assert.Null((await _app.As("kommun-0125").Run(new StateOurBuyerReference(0, own))).Refusal);

        Assert.Equal("VÅR EGEN", (await _app.Year()).Proposal!.Basis.Rows[0].BuyerReference!.Text);
        Assert.Equal("VÅR EGEN", (await _app.As("kommun-0125").Ask(new OurBuyerReference()))!.Stated!.Reference.Text);
        Assert.Null((await _app.As("kommun-0180").Ask(new OurBuyerReference()))!.Stated);
    }

    [Fact]
    public async Task One_whose_decision_is_taken_back_is_credited_and_one_that_comes_late_is_added()
    {
        await _app.States();
        await _app.Knows("0125");
        await _app.Knows("0180");
        var wrong = await _app.Adopts2016("0125");
        Assert.Null((await _app.Makes(reason: null)).Refusal);
        Assert.Null((await _app.As(Role.Registrar).Run(new RetractDecision(wrong, 1, "Hörde till en annan kommun"))).Refusal);
        await _app.Adopts2016("0180");

        Assert.Equal(InvoiceRefusals.NeedsReason, (await _app.Makes(reason: null)).Refusal);
        Assert.Null((await _app.Makes("Ett beslut togs tillbaka och ett kom sent")).Refusal);

        var second = await _app.Made(2);
        Assert.Equal([("0125", InvoiceKind.Credit, InvoiceCause.PaysNoMore, "KS000001"), ("0180", InvoiceKind.Invoice, InvoiceCause.Joined, null)],
            second.Documents.Select(d => (d.Invoice.MunicipalityCode.Digits, d.Invoice.Kind, d.Invoice.Cause, d.RefersTo?.Number)));
        Assert.Equal(new Kronor(293_100), (await _app.Year()).Invoiced);
        Assert.Equal("Ett beslut togs tillbaka och ett kom sent", await _app.Read<string>("SELECT reason FROM history_event WHERE kind = 'InvoiceRunCompleted' AND reason IS NOT NULL"));
    }

    [Fact]
    public async Task One_that_leaves_is_invoiced_for_the_years_it_paid_and_not_after()
    {
        await _app.States();
        await _app.Knows("0125");
        await _app.Adopts2016("0125");
        Assert.Null((await _app.Makes(reason: null, year: 2018)).Refusal);
        var leaves = Typed.Adopts with { Outcome = Outcome.Leaves, DecidedOn = new DateOnly(2017, 10, 1), ArrivedOn = new DateOnly(2017, 10, 5), LeavesFrom = 2018 };
        Assert.Null((await _app.As(Role.Registrar).Run(await _app.As(Role.Registrar).Log2016("0125", leaves))).Refusal);

        Assert.Equal(InvoiceKind.Invoice, Assert.Single((await _app.Year(2017)).Proposal!.Changes).Kind);
        Assert.Equal((InvoiceKind.Credit, InvoiceCause.PaysNoMore), Assert.Single((await _app.Year(2018)).Proposal!.Changes.Select(c => (c.Kind, c.Cause))));
    }

    [Fact]
    public async Task Of_two_who_make_a_run_at_once_one_does_and_the_other_is_told()
    {
        await _app.States();
        foreach (var code in (string[])["0125", "0180", "1480", "1280"])
        {
            await _app.Knows(code);
            await _app.Adopts2016(code);
        }

        var view = await _app.Year();
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _app.As(Role.Finance).Run(new MakeInvoiceRun(view.Recommendation.Id, 2017, view.Proposal!.Seen, null)))));

        Assert.Single(made, r => r.IsDone);
        Assert.All(made.Where(r => !r.IsDone), r => Assert.Equal(InvoiceRefusals.ChangedMeanwhile, r.Refusal));
        Assert.Equal((1L, 4L), (await _app.Read<long>("SELECT count(*) FROM invoice_run"), await _app.Read<long>("SELECT count(*) FROM invoice")));
    }

    [Fact]
    public async Task Runs_of_different_years_at_once_never_share_a_number_and_leave_no_gap()
    {
        await _app.States();
        foreach (var code in (string[])["0125", "0180"])
        {
            await _app.Knows(code);
            await _app.Adopts2016(code);
        }

        var made = await Task.WhenAll(Task.Run(() => _app.Makes(null, 2017)), Task.Run(() => _app.Makes(null, 2018)));

        Assert.All(made, r => Assert.Null(r.Refusal));
        Assert.Equal("1,2,3,4", await _app.Read<string>("SELECT string_agg(serial::text, ',' ORDER BY serial) FROM invoice"));
    }

    [Fact]
    public async Task A_run_whose_connection_dies_before_it_is_done_leaves_nothing_half()
    {
        await _app.States();
        await _app.Knows("0125");
        await _app.Adopts2016("0125");
        var view = await _app.Year();

        // The run's own row is written by now, and its invoices wait.
        await using var holding = new NpgsqlConnection(_app.OwnerConnectionString);
        await holding.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await holding.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Say(holding, "LOCK TABLE invoice IN SHARE MODE");
        var running = _app.As(Role.Finance).Run(new MakeInvoiceRun(view.Recommendation.Id, 2017, view.Proposal!.Seen, null));
        while (!await Is(holding, $"SELECT EXISTS ({Waiting})")) await Task.Delay(20, TestContext.Current.CancellationToken);
        await using var killing = new NpgsqlConnection(_app.ApplicationConnectionString);
        await killing.OpenAsync(TestContext.Current.CancellationToken);
        await Say(killing, $"SELECT pg_terminate_backend(pid) FROM ({Waiting}) AS waiting");
        await Assert.ThrowsAnyAsync<Exception>(() => running);
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0L, 0L), (await _app.Read<long>("SELECT count(*) FROM invoice_run"), await _app.Read<long>("SELECT count(*) FROM invoice")));
        Assert.Null((await _app.Makes(reason: null)).Refusal);
        Assert.Equal("KS000001", (await _app.Made(1)).Documents[0].Invoice.Number);
    }

    [Theory]
    [InlineData("UPDATE invoice SET amount = 1")]
    [InlineData("DELETE FROM invoice")]
    [InlineData("UPDATE invoice_run SET reason = 'x'")]
    [InlineData("DELETE FROM invoice_run")]
    [InlineData("UPDATE invoice_settings SET terms_series = 'x'")]
    [InlineData("UPDATE stated_buyer_reference SET reference = 'x'")]
    [InlineData("TRUNCATE invoice, invoice_run")]
    public async Task The_database_refuses_to_change_what_was_invoiced_also_for_its_owner(string sql)
    {
        await _app.States();
        await _app.Knows("0125");
        await _app.Adopts2016("0125");
        Assert.Null((await _app.Makes(reason: null)).Refusal);

        await using var owner = new NpgsqlConnection(_app.OwnerConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await owner.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Say(owner, "SELECT set_config('app.scope', 'skr', true)");
        await Assert.ThrowsAsync<PostgresException>(() => Say(owner, sql));
    }

    [Fact]
    public async Task Fees_that_are_not_set_and_years_that_are_not_covered_are_refused()
    {
        await _app.States();
        var unset = await _app.Year(2025, "2024-kunskapsbaserad-socialtjanst");

        Assert.Equal((null, InvoiceRefusals.FeesNotSet), (unset.Proposal, unset.Refusal));
        Assert.Equal(InvoiceRefusals.FeesNotSet, (await _app.As(Role.Finance).Run(new MakeInvoiceRun(unset.Recommendation.Id, 2025, "", null))).Refusal);
        Assert.Equal(InvoiceRefusals.NotCovered, (await _app.As(Role.Finance).Run(new MakeInvoiceRun(unset.Recommendation.Id, 2019, "", null))).Refusal);
        Assert.Null(await _app.As(Role.Finance).Ask(new InvoicesOfYear(Invoiced.Slug, 2019)));
    }

    [Fact]
    public async Task Nothing_is_invoiced_until_VAT_is_chosen()
    {
        await _app.Knows("0125");
        await _app.Adopts2016("0125");
        Assert.Equal(InvoiceRefusals.NoSettings, (await _app.Makes(reason: null)).Refusal);

        await _app.States(Invoiced.Terms with { Vat = null });
        Assert.Equal(InvoiceRefusals.VatNotChosen, (await _app.Makes(reason: null)).Refusal);
        Assert.Equal(0L, await _app.Read<long>("SELECT count(*) FROM invoice_run"));
    }

    [Fact]
    public async Task Of_two_who_state_settings_or_a_reference_at_once_the_later_is_told()
    {
        await _app.States();
        var finance = _app.As(Role.Finance);
        Assert.Equal(InvoiceRefusals.SettingsChangedMeanwhile, (await finance.Run(new StateInvoiceSettings(0, Invoiced.Terms with { PaymentDays = 10 }))).Refusal);
        Assert.True(BuyerReference.TryParse("A", out var reference));

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => finance.Run(new StateBuyerReference(new MunicipalityCode("0125"), 0, BuyerReference.Parse($"REF{n}"))))));

        Assert.Single(both, r => r.IsDone);
        Assert.All(both.Where(r => !r.IsDone), r => Assert.Equal(InvoiceRefusals.ReferenceChangedMeanwhile, r.Refusal));
        Assert.Equal(InvoiceRefusals.ReferenceChangedMeanwhile, (await _app.As("kommun-0125").Run(new StateOurBuyerReference(0, reference))).Refusal);
    }

    [Fact]
    public async Task An_invoice_keeps_the_settings_it_was_made_with()
    {
        await _app.States();
        await _app.Knows("0125");
        await _app.Adopts2016("0125");
        Assert.Null((await _app.Makes(reason: null)).Refusal);

        await _app.States(Invoiced.Terms with { Vat = new Vat(VatCategory.OutsideScope, 0m, "Medlemsavgift"), Seller = Invoiced.Terms.Seller with { Name = "Ett annat namn" } });

        var document = (await _app.Made(1)).Documents[0];
        Assert.Equal(("Exempelförbundet", new Kronor(2_375)), (document.Terms.Seller.Name, document.Vat));
    }

    private static async Task Say(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<bool> Is(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (bool)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
