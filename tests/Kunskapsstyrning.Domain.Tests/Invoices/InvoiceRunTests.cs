using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Xunit;
using static Kunskapsstyrning.Domain.Tests.Invoices.InvoiceCases;

namespace Kunskapsstyrning.Domain.Tests.Invoices;

public sealed class InvoiceRunTests
{
    private readonly InvoiceCases _all = new();

    [Fact]
    public void The_first_run_invoices_each_who_pays_its_frozen_fee()
    {
        var proposal = _all.Propose(Row(Ekerö, 9_500), Row(Stockholm, 293_100, "212000-0142", "STHLM"));

        Assert.Null(_all.Make(proposal, reason: null).Refusal);

        Assert.Equal(["KS000001", "KS000002"], _all.Made.Select(i => i.Number));
        Assert.All(_all.Made, i => Assert.Equal((InvoiceKind.Invoice, InvoiceCause.Pays, (long?)null), (i.Kind, i.Cause, i.RefersTo)));
        Assert.Equal(new Kronor(302_600), _all.Made.Select(i => i.Net).Sum());
        Assert.Equal(proposal.Basis.Sum, proposal.Proposed);
    }

    [Fact]
    public void When_nothing_has_changed_there_is_nothing_to_invoice()
    {
        _all.Make(_all.Propose(Row(Ekerö, 9_500)), reason: null);

        var again = _all.Propose(Row(Ekerö, 9_500));

        Assert.Empty(again.Changes);
        Assert.Equal(InvoiceRefusals.NothingToInvoice, _all.Make(again).Refusal);
    }

    [Fact]
    public void One_that_does_not_pay_after_all_is_credited_in_full_with_a_reference_to_its_invoice()
    {
        _all.Make(_all.Propose(Row(Ekerö, 9_500), Row(Stockholm, 293_100)), reason: null);

        var change = Assert.Single(_all.Propose(Row(Stockholm, 293_100)).Changes);

        Assert.Equal((InvoiceKind.Credit, Ekerö, new Kronor(9_500), InvoiceCause.PaysNoMore, 1L), (change.Kind, change.Municipality, change.Amount, change.Cause, change.RefersTo!.Serial));
    }

    [Fact]
    public void One_that_joins_late_is_invoiced_in_a_later_run()
    {
        _all.Make(_all.Propose(Row(Ekerö, 9_500)), reason: null);

        var change = Assert.Single(_all.Propose(Row(Ekerö, 9_500), Row(Stockholm, 293_100)).Changes);

        Assert.Equal((InvoiceKind.Invoice, Stockholm, InvoiceCause.Joined), (change.Kind, change.Municipality, change.Cause));
        Assert.Null(change.RefersTo);
    }

    [Fact]
    public void A_higher_fee_gives_an_addition_of_the_difference_that_refers_to_the_earlier_invoice()
    {
        _all.Make(_all.Propose(Row(Ekerö, 9_500)), reason: null);

        var change = Assert.Single(_all.Propose(2, Row(Ekerö, 9_700)).Changes);

        Assert.Equal((InvoiceKind.Invoice, new Kronor(200), InvoiceCause.FeeChanged, 1L), (change.Kind, change.Amount, change.Cause, change.RefersTo!.Serial));
    }

    [Fact]
    public void A_lower_fee_gives_a_credit_of_the_difference_taken_from_the_latest_invoice_first()
    {
        _all.Make(_all.Propose(Row(Ekerö, 9_500)), reason: null);
        _all.Make(_all.Propose(2, Row(Ekerö, 9_700)));

        var changes = _all.Propose(3, Row(Ekerö, 9_400)).Changes;

        Assert.Equal([(2L, new Kronor(200)), (1L, new Kronor(100))], changes.Select(c => (c.RefersTo!.Serial, c.Amount)));
        Assert.All(changes, c => Assert.Equal((InvoiceKind.Credit, InvoiceCause.FeeChanged), (c.Kind, c.Cause)));
    }

    [Fact]
    public void A_new_reference_holds_for_what_is_invoiced_from_then_on_and_credits_nothing()
    {
        _all.Make(_all.Propose(Row(Ekerö, 9_500)), reason: null);

        Assert.Empty(_all.Propose(Row(Ekerö, 9_500, reference: "REF 2")).Changes);
        Assert.Equal("REF 2", Assert.Single(_all.Propose(2, Row(Ekerö, 9_700, reference: "REF 2")).Changes).BuyerReference.Text);
    }

    [Fact]
    public void What_was_made_with_another_reference_is_told_and_credited_and_made_again_only_when_it_is_chosen()
    {
        _all.Make(_all.Propose(Row(Ekerö, 9_500), Row(Stockholm, 1)), reason: null);

        var told = Assert.Single(_all.Propose(Row(Ekerö, 9_500, reference: "REF 2"), Row(Stockholm, 1)).WithOtherReference);
        var proposal = _all.Propose(1, [1, 2], Row(Ekerö, 9_500, reference: "REF 2"), Row(Stockholm, 1));

        Assert.Equal(("REF 1", "REF 2", false), (told.Open.Invoice.BuyerReference.Text, told.Holds.Text, told.IsChosen));
        Assert.True(Assert.Single(proposal.WithOtherReference).IsChosen);
        Assert.Equal([(InvoiceKind.Credit, "REF 1"), (InvoiceKind.Invoice, "REF 2")], proposal.Changes.Select(c => (c.Kind, c.BuyerReference.Text)));
        Assert.All(proposal.Changes, c => Assert.Equal((Ekerö, new Kronor(9_500), InvoiceCause.DetailsCorrected, 1L), (c.Municipality, c.Amount, c.Cause, c.RefersTo!.Serial)));
        Assert.True(proposal.Agrees);
        Assert.NotEqual(proposal.Seen, _all.Propose(Row(Ekerö, 9_500, reference: "REF 2"), Row(Stockholm, 1)).Seen);

        Assert.Null(_all.Make(proposal).Refusal);
        Assert.Empty(_all.Propose(1, [1], Row(Ekerö, 9_500, reference: "REF 2"), Row(Stockholm, 1)).Changes);
    }

    [Fact]
    public void A_wrong_organisation_number_is_credited_and_invoiced_anew()
    {
        const string Number = "212000-0142";
        _all.Make(_all.Propose(Row(Ekerö, 9_500)), reason: null);

        var proposal = _all.Propose(Row(Ekerö, 9_500, Number, "REF 2"));

        Assert.Empty(proposal.WithOtherReference);
        Assert.Equal([InvoiceKind.Credit, InvoiceKind.Invoice], proposal.Changes.Select(c => c.Kind));
        Assert.Equal(("212000-0050", "REF 1"), (proposal.Changes[0].OrganisationNumber.ToString(), proposal.Changes[0].BuyerReference.Text));
        Assert.Equal((Number, "REF 2"), (proposal.Changes[1].OrganisationNumber.ToString(), proposal.Changes[1].BuyerReference.Text));
        Assert.All(proposal.Changes, c => Assert.Equal((new Kronor(9_500), InvoiceCause.DetailsCorrected, 1L), (c.Amount, c.Cause, c.RefersTo!.Serial)));
    }

    [Fact]
    public void One_that_comes_back_is_invoiced_again()
    {
        _all.Make(_all.Propose(Row(Ekerö, 9_500), Row(Stockholm, 1)), reason: null);
        _all.Make(_all.Propose(Row(Stockholm, 1)));

        var change = Assert.Single(_all.Propose(Row(Ekerö, 9_500), Row(Stockholm, 1)).Changes);

        Assert.Equal((InvoiceKind.Invoice, new Kronor(9_500), InvoiceCause.Joined), (change.Kind, change.Amount, change.Cause));
        Assert.Null(change.RefersTo);
    }

    [Fact]
    public void A_fee_that_rises_again_after_everything_was_credited_is_a_changed_fee_and_refers_to_no_credit()
    {
        _all.Make(_all.Propose(Row(Ekerö, 9_500)), reason: null);
        _all.Make(_all.Propose(2, Row(Ekerö, 0)));

        var change = Assert.Single(_all.Propose(3, Row(Ekerö, 1_000)).Changes);

        Assert.Equal((InvoiceKind.Invoice, new Kronor(1_000), InvoiceCause.FeeChanged), (change.Kind, change.Amount, change.Cause));
        Assert.Null(change.RefersTo);
    }

    [Fact]
    public void What_is_missing_waits_and_is_said_and_the_rest_is_invoiced()
    {
        var proposal = _all.Propose(Row(Ekerö, 9_500, number: null, reference: null), Row(Stockholm, 293_100), Row(new MunicipalityCode("0139"), 8_000, reference: null));

        Assert.Equal([Stockholm], proposal.Changes.Select(c => c.Municipality));
        Assert.Equal([InvoiceNeed.OrganisationNumber, InvoiceNeed.BuyerReference], proposal.Basis.Incomplete[0].Missing);
        Assert.Equal([InvoiceNeed.BuyerReference], proposal.Basis.Incomplete[1].Missing);
        Assert.Equal(new Kronor(17_500), proposal.Waiting);
        Assert.True(proposal.Agrees);
    }

    [Fact]
    public void One_whose_reference_is_no_longer_known_is_still_credited_when_its_fee_falls()
    {
        _all.Make(_all.Propose(Row(Ekerö, 9_500)), reason: null);

        var change = Assert.Single(_all.Propose(2, Row(Ekerö, 9_000, reference: null)).Changes);

        Assert.Equal((InvoiceKind.Credit, new Kronor(500)), (change.Kind, change.Amount));
    }

    [Fact]
    public void A_fee_of_nothing_gives_no_invoice() => Assert.Empty(_all.Propose(Row(Ekerö, 0)).Changes);

    [Fact]
    public void Nothing_is_made_of_what_has_changed_since_it_was_seen()
    {
        var seen = _all.Propose(Row(Ekerö, 9_500)).Seen;

        Assert.Equal(InvoiceRefusals.ChangedMeanwhile, _all.Make(_all.Propose(Row(Ekerö, 9_600)), null, seen).Refusal);
        Assert.Equal(InvoiceRefusals.ChangedMeanwhile, _all.Make(_all.Propose(Row(Ekerö, 9_500, "212000-0142")), null, seen).Refusal);
        Assert.Equal(InvoiceRefusals.ChangedMeanwhile, _all.Make(_all.Propose(2, Row(Ekerö, 9_500)), null, seen).Refusal);
        Assert.Empty(_all.Made);
    }

    [Fact]
    public void VAT_is_chosen_before_anything_is_invoiced()
    {
        _all.Settings = null;
        Assert.Equal(InvoiceRefusals.NoSettings, _all.Make(_all.Propose(Row(Ekerö, 9_500)), null).Refusal);

        _all.Settings = Stated(Terms() with { Vat = null });
        Assert.Equal(InvoiceRefusals.VatNotChosen, _all.Make(_all.Propose(Row(Ekerö, 9_500)), null).Refusal);
    }

    [Fact]
    public void A_later_run_needs_its_reason()
    {
        _all.Make(_all.Propose(Row(Ekerö, 9_500)), reason: null);

        Assert.Equal(InvoiceRefusals.NeedsReason, _all.Make(_all.Propose(Row(Ekerö, 9_600)), reason: null).Refusal);
    }

    [Fact]
    public void A_credit_keeps_the_settings_of_its_invoice_so_that_VAT_is_taken_back_as_it_was_added()
    {
        _all.Make(_all.Propose(Row(Ekerö, 9_500), Row(Stockholm, 1)), reason: null);
        _all.Settings = Stated(Terms(new Vat(VatCategory.OutsideScope, 0m, "Ingen vara eller tjänst")), _all.Settings);

        _all.Make(_all.Propose(2, Row(Stockholm, 2)));

        Assert.Equal([(InvoiceKind.Credit, 1), (InvoiceKind.Invoice, 2)], _all.Made.Skip(2).Select(i => (i.Kind, i.SettingsNumber)));
    }

    [Fact]
    public void The_last_day_of_payment_comes_of_the_terms()
    {
        InvoiceRun.Make(new InvoiceRunId(Guid.NewGuid()), _all.Propose(Row(Ekerö, 1)), _all.Propose(Row(Ekerö, 1)).Seen, _all.Settings, null, 41, default, default, new DateOnly(2026, 1, 15), out var run);

        Assert.Equal((new DateOnly(2026, 1, 15), new DateOnly(2026, 2, 14), "KS000041"), (run!.IssuedOn, run.DueOn, run.Invoices[0].Number));
        Assert.IsType<InvoiceRunCompleted>(Assert.Single(run.TakeEvents()));
    }
}
