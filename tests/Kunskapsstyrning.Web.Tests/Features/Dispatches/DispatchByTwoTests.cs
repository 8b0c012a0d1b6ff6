using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Contacts;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Contacts;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Dispatches;

/// <summary>Nobody decides alone what leaves, nor where it goes.</summary>
public sealed class DispatchByTwoTests : IAsyncLifetime
{
    private const string Slug = Typed.Slug2016;

    private static readonly DispatchMatter Question = new(DispatchKind.Question);
    private static readonly DispatchRule InStockholm = DispatchRule.UsualFor(DispatchKind.Question) with { CopiesToHeads = false, County = "01" };
    private static readonly ContactPlace Stockholm = ContactPlace.Of(new MunicipalityCode("0180"), ContactKind.FunctionAddress);

    private TestApp _app = null!;

    [Fact]
    public async Task Whoever_has_written_an_address_that_it_goes_to_since_it_was_prepared_does_not_release_it()
    {
        var id = await _app.Prepares(Slug, Question, InStockholm);
        await _app.As(Role.Administrator).Keeps(Stockholm, Reached.At("ks@stockholm.example"));

        Assert.Equal(DispatchRefusals.OwnAddress, (await _app.Release(Slug, id)).Refusal);
        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM outgoing_message"));
    }

    [Fact]
    public async Task An_address_that_another_has_written_since_then_is_no_hindrance()
    {
        var id = await _app.Prepares(Slug, Question, InStockholm);
        await _app.As(Role.Registrar).Keeps(Stockholm, Reached.At("ks@stockholm.example"));

        Assert.Null((await _app.Release(Slug, id)).Refusal);
    }

    [Fact]
    public async Task An_address_that_was_there_when_it_was_prepared_is_no_hindrance()
    {
        await _app.As(Role.Administrator).Keeps(Stockholm, Reached.At("ks@stockholm.example"));
        var id = await _app.Prepares(Slug, Question, InStockholm);

        Assert.Null((await _app.Release(Slug, id)).Refusal);
    }

    [Fact]
    public async Task An_address_that_another_has_confirmed_after_it_was_written_is_no_longer_one_person_s()
    {
        var id = await _app.Prepares(Slug, Question, InStockholm);
        await _app.As(Role.Administrator).Keeps(Stockholm, Reached.At("ks@stockholm.example"));
        await Confirms(Role.Administrator);
        Assert.Equal(DispatchRefusals.OwnAddress, (await _app.Release(Slug, id)).Refusal);

        await Confirms(Role.Officer);

        Assert.Null((await _app.Release(Slug, id)).Refusal);
    }

    [Fact]
    public async Task A_telephone_number_is_no_address()
    {
        await _app.As(Role.Registrar).Keeps(Stockholm, Reached.At("ks@stockholm.example"));
        var id = await _app.Prepares(Slug, Question, InStockholm);
        var contact = (await _app.As(Role.Registrar).Contact(Stockholm))!;
        Assert.Null((await _app.As(Role.Administrator).Run(new KeepContact(Stockholm, contact.Seen, Reached.At("ks@stockholm.example", phone: "08-508 290 00")))).Refusal);

        Assert.Null((await _app.Release(Slug, id)).Refusal);
    }

    [Fact]
    public async Task Whoever_has_written_the_address_of_one_who_was_missed_does_not_let_it_go_there_alone()
    {
        var id = await _app.Prepares(Slug, Question, InStockholm);
        Assert.Null((await _app.Release(Slug, id, withoutThose: true)).Refusal);
        await _app.As(Role.Administrator).Keeps(Stockholm, Reached.At("ks@stockholm.example"));
        var missed = (await _app.As(Role.Administrator).Ask(new DispatchInFull(Slug, id)))!;

        Assert.Equal(DispatchRefusals.OwnAddress, (await _app.As(Role.Administrator).Run(new ReachMissed(id, missed.Missed!.Fingerprint))).Refusal);
        await Confirms(Role.Officer);
        Assert.Null((await _app.As(Role.Administrator).Run(new ReachMissed(id, missed.Missed!.Fingerprint))).Refusal);
    }

    [Fact]
    public async Task Whoever_began_it_does_not_release_it_after_another_has_changed_it()
    {
        await _app.As(Role.Registrar).Keeps(Stockholm, Reached.At("ks@stockholm.example"));
        var id = await _app.Prepares(Slug, Question, InStockholm);
        await Changes(Role.Administrator, id, "Ett annat ämne");

        var result = await _app.As(Role.Officer).Run(new ReleaseDispatch(id, (await _app.Plan(Slug, id)).Fingerprint, WithoutThose: false));

        Assert.Equal(DispatchRefusals.SamePerson, result.Refusal);
    }

    [Fact]
    public async Task Where_both_have_changed_it_one_starts_over_and_the_other_releases()
    {
        await _app.As(Role.Registrar).Keeps(Stockholm, Reached.At("ks@stockholm.example"));
        var id = await ChangedByBoth();
        Assert.Equal(DispatchRefusals.SamePerson, (await _app.Release(Slug, id)).Refusal);

        Assert.Null((await StartsOver(Role.Officer, id)).Refusal);

        Assert.Equal(DispatchRefusals.SamePerson, (await _app.As(Role.Officer).Run(new ReleaseDispatch(id, (await _app.Plan(Slug, id)).Fingerprint, WithoutThose: false))).Refusal);
        Assert.Null((await _app.Release(Slug, id)).Refusal);
    }

    [Fact]
    public async Task That_it_was_started_over_lets_nobody_alone_decide_where_it_goes()
    {
        var id = await ChangedByBoth();
        await _app.As(Role.Administrator).Keeps(Stockholm, Reached.At("ks@stockholm.example"));

        Assert.Null((await StartsOver(Role.Officer, id)).Refusal);

        Assert.Equal(DispatchRefusals.OwnAddress, (await _app.Release(Slug, id)).Refusal);
    }

    [Fact]
    public async Task Whoever_changes_it_after_it_was_started_over_does_not_release_it()
    {
        await _app.As(Role.Registrar).Keeps(Stockholm, Reached.At("ks@stockholm.example"));
        var id = await ChangedByBoth();
        Assert.Null((await StartsOver(Role.Officer, id)).Refusal);

        await Changes(Role.Administrator, id, "Ett tredje ämne");

        Assert.Equal(DispatchRefusals.SamePerson, (await _app.Release(Slug, id)).Refusal);
    }

    [Fact]
    public async Task The_page_says_it_to_whoever_it_concerns_and_to_nobody_else()
    {
        var id = await _app.Prepares(Slug, Question, InStockholm);
        await _app.As(Role.Administrator).Keeps(Stockholm, Reached.At("ks@stockholm.example"));

        Assert.Equal((DispatchRefusals.SamePerson, DispatchRefusals.OwnAddress, null), (await Told(Role.Officer), await Told(Role.Administrator), await Told(Role.Reader)));

        async Task<Refusal?> Told(Role role) => (await _app.As(role).Ask(new DispatchInFull(Slug, id)))!.NotByViewer;
    }

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Create();
        _app.Clock.Set(new DateOnly(2016, 6, 20));
        await _app.EveryoneIsReached();
        await _app.Change("skr", "", "DELETE FROM contact WHERE municipality_code = '0180'");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<DispatchId> ChangedByBoth()
    {
        var id = await _app.Prepares(Slug, Question, InStockholm);
        await Changes(Role.Administrator, id, "Ett annat ämne");
        return id;
    }

    private async Task Changes(Role role, DispatchId id, string subject)
    {
        var dispatch = (await _app.As(role).Ask(new DispatchInFull(Slug, id)))!.Dispatch;
        Assert.Null((await _app.As(role).Run(new ReviseDispatch(id, dispatch.Revision, dispatch.Rule, subject, dispatch.Body, dispatch.Annexes))).Refusal);
    }

    private async Task<Result> StartsOver(Role role, DispatchId id) => await _app.As(role).Run(new StartDispatchOver(id, (await _app.As(role).Ask(new DispatchInFull(Slug, id)))!.Dispatch.Revision));

    /// <summary>Somebody looks at the contact and saves it as it stands.</summary>
    private async Task Confirms(Role role)
    {
        var contact = (await _app.As(role).Contact(Stockholm))!;
        Assert.Null((await _app.As(role).Run(new KeepContact(Stockholm, contact.Seen, contact.Details))).Refusal);
    }
}
