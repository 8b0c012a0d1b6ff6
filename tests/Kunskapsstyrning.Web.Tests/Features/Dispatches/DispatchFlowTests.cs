using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Contacts;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.Operations;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Contacts;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Dispatches;

/// <summary>A dispatch from its first words until it is queued, and who is left out.</summary>
public sealed class DispatchFlowTests : IAsyncLifetime
{
    private const string Slug = Typed.Slug2016;
    private const string Slug2018 = "2018-kunskapsstyrning";

    private static readonly DispatchMatter Question = new(DispatchKind.Question);
    private static readonly DispatchMatter Reminder = new(DispatchKind.Reminder);

    private TestApp _app = null!;

    [Fact]
    public async Task The_question_goes_to_every_municipality_with_its_own_fee_and_deadline_and_to_the_head_of_social_services()
    {
        await _app.EveryoneIsReached();

        var id = await _app.Dispatches(Slug, Question);

        var asked = await _app.Addressed(Slug, id);
        Assert.Equal(290, asked.Count(a => a.Place.Kind is ContactKind.FunctionAddress));
        Assert.Equal(290, asked.Count(a => a.Place.Kind is ContactKind.HeadOfSocialServices));
        Assert.All(asked, a => Assert.Equal(DeliveryState.Queued, a.State));
        var body = Plain(await _app.Read<string>("SELECT body FROM outgoing_message WHERE municipality_code = '0125' AND recipient = 'ks-0125@kommun.example'"));
        Assert.Contains("Avgift för Ekerö kommun:\n9 500 kr per år, 2017 och 2018", body, StringComparison.Ordinal);
        Assert.Contains("senast 30 september 2016", body, StringComparison.Ordinal);
        Assert.Contains("https://kunskapsstyrning.example/kommuner/0125?rekommendation=2016-nationell-stodfunktion", body, StringComparison.Ordinal);
        Assert.Equal(580, await _app.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'MessageQueued'"));
        Assert.Equal(1, await _app.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'DispatchReleased'"));
        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM history_event WHERE after::text LIKE '%@kommun.example%'"));
    }

    [Fact]
    public async Task Nobody_gets_anything_until_another_person_has_released_it()
    {
        await _app.EveryoneIsReached();
        var id = await _app.Prepares(Slug, Question);

        var own = await _app.As(Role.Officer).Run(new ReleaseDispatch(id, (await _app.Plan(Slug, id)).Fingerprint, WithoutThose: false));

        Assert.Equal(DispatchRefusals.SamePerson, own.Refusal);
        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM outgoing_message"));
        Assert.Null((await _app.Release(Slug, id)).Refusal);
        Assert.Equal(580, await _app.Read<long>("SELECT count(*) FROM outgoing_message"));
    }

    [Fact]
    public async Task What_has_changed_since_it_was_read_is_not_released()
    {
        await _app.EveryoneIsReached();
        var id = await _app.Prepares(Slug, Question);
        var seen = (await _app.Plan(Slug, id)).Fingerprint;
        var contact = (await _app.As(Role.Registrar).Contact(ContactPlace.Of(new MunicipalityCode("0125"), ContactKind.FunctionAddress)))!;
        await _app.As(Role.Registrar).Run(new KeepContact(contact.Place, contact.Seen, Reached.At("ny@ekero.example")));

        var result = await _app.As(Role.Administrator).Run(new ReleaseDispatch(id, seen, WithoutThose: false));

        Assert.Equal(DispatchRefusals.NotAsSeen, result.Refusal);
        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM outgoing_message"));
    }

    [Fact]
    public async Task Other_files_than_those_that_were_seen_are_not_released()
    {
        await _app.EveryoneIsReached();
        var id = await _app.Prepares(Slug, Question, DispatchRule.UsualFor(DispatchKind.Question) with { County = "10" });
        var now = await _app.Plan(Slug, id);
        var seen = new DispatchPlan(now.Recipients, [.. now.Files, new DispatchFile(new DocumentId(Guid.CreateVersion7()), "Bilaga 2.pdf", 1000, IsGiven: true)], now.Refusal);

        var result = await _app.As(Role.Administrator).Run(new ReleaseDispatch(id, seen.Fingerprint, WithoutThose: false));

        Assert.Equal(DispatchRefusals.NotAsSeen, result.Refusal);
    }

    [Fact]
    public async Task Those_who_lack_an_address_are_told_of_first_and_never_said_to_have_got_anything()
    {
        await _app.As(Role.Registrar).Keeps(ContactPlace.Of(new MunicipalityCode("0125"), ContactKind.FunctionAddress));
        var id = await _app.Prepares(Slug, Question, DispatchRule.UsualFor(DispatchKind.Question) with { CopiesToHeads = false });

        Assert.Equal(289, (await _app.Plan(Slug, id)).Missing.Count);
        Assert.Equal(DispatchRefusals.SomeLackAddress, (await _app.Release(Slug, id)).Refusal);
        Assert.Null((await _app.Release(Slug, id, withoutThose: true)).Refusal);

        var addressed = await _app.Addressed(Slug, id);
        Assert.Equal(289, addressed.Count(a => a is { Address: null, Message: null, State: null, IsReached: false, HasLeft: false }));
        Assert.Single(addressed, a => a.State is DeliveryState.Queued);
    }

    [Fact]
    public async Task What_is_shown_first_is_a_letter_that_leaves()
    {
        await _app.As(Role.Registrar).Keeps(ContactPlace.Of(new MunicipalityCode("0125"), ContactKind.FunctionAddress));
        var id = await _app.Prepares(Slug, Question);

        Assert.Equal("0125", (await _app.Plan(Slug, id)).At(0)!.Place.Municipality!.Value.Digits);
    }

    [Fact]
    public async Task Who_lacked_an_address_gets_the_same_dispatch_once_there_is_one_and_nobody_gets_it_twice()
    {
        var id = await Missing("0180", "0114");
        Assert.Equal(DispatchRefusals.NoMissed, (await _app.As(Role.Administrator).Run(new ReachMissed(id, (await Missed(id)).Fingerprint))).Refusal);
        await _app.As(Role.Registrar).Keeps(ContactPlace.Of(new MunicipalityCode("0180"), ContactKind.FunctionAddress), Reached.At("ks@stockholm.example"));
        var missed = await Missed(id);

        Assert.Equal(DispatchRefusals.SamePerson, (await _app.As(Role.Officer).Run(new ReachMissed(id, missed.Fingerprint))).Refusal);
        Assert.Null((await _app.As(Role.Administrator).Run(new ReachMissed(id, missed.Fingerprint))).Refusal);
        Assert.Equal(DispatchRefusals.NoMissed, (await _app.As(Role.Administrator).Run(new ReachMissed(id, (await Missed(id)).Fingerprint))).Refusal);

        var addressed = await _app.Addressed(Slug, id);
        Assert.Equal((26, 26), (addressed.Count, addressed.DistinctBy(a => a.Place).Count()));
        Assert.Equal("0114", Assert.Single(addressed, a => a.Message is null).Municipality!.Value.Digits);
        Assert.Equal(("ks@stockholm.example", DeliveryState.Queued), addressed.Where(a => a.Municipality == new MunicipalityCode("0180")).Select(a => (a.Address!.Text, a.State!.Value)).Single());
        Assert.Equal(25, await _app.Read<long>("SELECT count(*) FROM outgoing_message"));
        Assert.Contains("293 100 kr per år", Plain(await BodyTo("0180")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_changed_since_those_missed_were_read_is_not_sent_to_them()
    {
        var id = await Missing("0180", "0114");
        await _app.As(Role.Registrar).Keeps(ContactPlace.Of(new MunicipalityCode("0180"), ContactKind.FunctionAddress), Reached.At("ks@stockholm.example"));
        var seen = (await Missed(id)).Fingerprint;
        await _app.As(Role.Registrar).Keeps(ContactPlace.Of(new MunicipalityCode("0114"), ContactKind.FunctionAddress), Reached.At("ks@upplands-vasby.example"));

        Assert.Equal(DispatchRefusals.NotAsSeen, (await _app.As(Role.Administrator).Run(new ReachMissed(id, seen))).Refusal);
        Assert.Equal(24, await _app.Read<long>("SELECT count(*) FROM outgoing_message"));
    }

    [Fact]
    public async Task Who_lacked_an_address_and_has_answered_since_is_not_reminded()
    {
        var id = await Missing("0180", "0114", Reminder);
        foreach (var code in (string[])["0180", "0114"]) await _app.As(Role.Registrar).Keeps(ContactPlace.Of(new MunicipalityCode(code), ContactKind.FunctionAddress), Reached.At($"ks-{code}@kommun.example"));
        await Registers("0180", Typed.Adopts);

        var missed = await Missed(id);

        Assert.Equal("0114", Assert.Single(missed.Recipients).Place.Municipality!.Value.Digits);
    }

    [Fact]
    public async Task A_dispatch_that_is_not_released_reaches_nobody_that_way()
    {
        await _app.EveryoneIsReached();
        var id = await _app.Prepares(Slug, Question);

        Assert.Equal(DispatchRefusals.NotReleased, (await _app.As(Role.Administrator).Run(new ReachMissed(id, (await _app.Plan(Slug, id)).Fingerprint))).Refusal);
    }

    [Fact]
    public async Task A_county_s_contact_gets_one_message_with_a_line_for_each_of_its_municipalities()
    {
        await _app.EveryoneIsReached();
        await _app.As(Role.Registrar).Keeps(ContactPlace.OfCounty("01"), Reached.At("lan@storsthlm.example"));
        var rule = DispatchRule.UsualFor(DispatchKind.Question) with { CopiesToHeads = false, CopiesToCounties = true, County = "01" };

        await _app.Dispatches(Slug, Question, rule);

        var body = Plain(await _app.Read<string>("SELECT body FROM outgoing_message WHERE recipient = 'lan@storsthlm.example' AND municipality_code IS NULL"));
        Assert.Contains("Ekerö: 9 500 kr per år, 2017 och 2018", body, StringComparison.Ordinal);
        Assert.Equal(27, await _app.Read<long>("SELECT count(*) FROM outgoing_message"));
    }

    [Fact]
    public async Task A_reminder_goes_to_those_without_a_final_answer_and_says_what_has_come()
    {
        await _app.EveryoneIsReached();
        await Registers("0125", Typed.Proposes);
        await Registers("0180", Typed.Adopts);

        var id = await _app.Dispatches(Slug, Reminder);

        var addressed = await _app.Addressed(Slug, id);
        Assert.Equal(289, addressed.Count);
        Assert.DoesNotContain(addressed, a => a.Municipality == new MunicipalityCode("0180"));
        Assert.Contains("men inget slutligt beslut", await BodyTo("0125"), StringComparison.Ordinal);
        Assert.Contains("Vi har inte fått något svar.", await BodyTo("0114"), StringComparison.Ordinal);
        Assert.Contains("9 500 kr", Plain(await BodyTo("0125")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DispatchAudience.Silent, 288)]
    [InlineData(DispatchAudience.OnlyProposal, 1)]
    [InlineData(DispatchAudience.NotAnswered, 289)]
    public async Task A_reminder_is_for_those_it_is_meant_for(DispatchAudience audience, int many)
    {
        await _app.EveryoneIsReached();
        await Registers("0125", Typed.Proposes);
        await Registers("0180", Typed.Adopts);

        var id = await _app.Prepares(Slug, Reminder, new DispatchRule { Audience = audience });

        Assert.Equal(many, (await _app.Plan(Slug, id)).Recipients.Count);
    }

    [Fact]
    public async Task A_reminder_can_be_for_a_single_municipality()
    {
        await _app.EveryoneIsReached();

        var id = await _app.Prepares(Slug, Reminder, DispatchRule.UsualFor(DispatchKind.Reminder) with { Municipality = new MunicipalityCode("0125") });

        Assert.Equal("ks-0125@kommun.example", Assert.Single((await _app.Plan(Slug, id)).Recipients).Address!.Text);
    }

    [Fact]
    public async Task A_reminder_to_a_municipality_that_is_not_there_is_refused()
    {
        var nowhere = DispatchRule.UsualFor(DispatchKind.Reminder) with { Municipality = new MunicipalityCode("9999") };

        var result = await _app.As(Role.Officer).Run(new PrepareDispatch(new DispatchId(Guid.CreateVersion7()), Slug, Reminder) { Rule = nowhere });

        Assert.Equal(DispatchRefusals.WrongAudience, result.Refusal);
    }

    [Fact]
    public async Task Whoever_has_answered_when_the_reminder_would_leave_is_left_out_and_the_log_says_so()
    {
        await _app.EveryoneIsReached();
        var id = await _app.Dispatches(Slug, Reminder, new DispatchRule { Audience = DispatchAudience.NotAnswered, County = "01" });
        _app.Clock.Now += TimeSpan.FromMinutes(6);
        await Registers("0125", Typed.Adopts with { ArrivedOn = new DateOnly(2016, 9, 27) });
        await Registers("0180", Typed.Proposes with { ArrivedOn = new DateOnly(2016, 9, 27) });

        foreach (var due in await _app.Addressed(Slug, id)) await _app.Runner.Run(new StartSubmission(due.Message!.Value), Jobs.Mail, CancellationToken.None);

        var after = await _app.Addressed(Slug, id);
        Assert.Equal(24, after.Count(a => a.State is DeliveryState.Submitting));
        Assert.Equal(["0125", "0180"], after.Where(a => a.State is DeliveryState.LeftOut).Select(a => a.Municipality!.Value.Digits).Order());
        Assert.Equal("Kommunen hade svarat när påminnelsen skulle lämnas.", await _app.Read<string>("SELECT reason FROM history_event WHERE kind = 'MessageLeftOut' AND municipality_code = '0125'"));
        Assert.StartsWith("Något kom in", await _app.Read<string>("SELECT reason FROM history_event WHERE kind = 'MessageLeftOut' AND municipality_code = '0180'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_county_s_contact_is_not_told_that_one_is_silent_that_has_answered_before_the_letter_leaves()
    {
        var id = await RemindsBlekinge();
        await Registers("1080", Typed.Adopts with { ArrivedOn = new DateOnly(2016, 9, 27) });

        var anew = await LeavesToTheCounty(id);

        Assert.Equal(DeliveryState.Queued, anew.State);
        Assert.Equal("lan@blekinge.example", anew.Address!.Text);
        var body = await _app.Read<string>($"SELECT body FROM outgoing_message WHERE id = '{anew.Message!.Value.Value}'");
        Assert.DoesNotContain("Karlskrona", body, StringComparison.Ordinal);
        Assert.Contains("Ronneby: vi har inte fått något svar.", body, StringComparison.Ordinal);
        Assert.Equal(Swedish.LeftOutSomeAnswered, await _app.Read<string>("SELECT reason FROM history_event WHERE kind = 'MessageLeftOut' AND municipality_code IS NULL"));
    }

    [Fact]
    public async Task A_county_s_letter_that_was_written_anew_leaves_as_it_then_stands()
    {
        var id = await RemindsBlekinge();
        await Registers("1080", Typed.Adopts with { ArrivedOn = new DateOnly(2016, 9, 27) });
        await LeavesToTheCounty(id);
        _app.Clock.Now += TimeSpan.FromMinutes(6);

        Assert.Equal(DeliveryState.Submitting, (await LeavesToTheCounty(id)).State);
    }

    [Fact]
    public async Task A_county_s_letter_is_left_out_where_none_of_its_municipalities_is_left()
    {
        var id = await RemindsBlekinge();
        foreach (var code in (string[])["1060", "1080", "1081", "1082", "1083"]) await Registers(code, Typed.Adopts with { ArrivedOn = new DateOnly(2016, 9, 27) });

        Assert.Equal(DeliveryState.LeftOut, (await LeavesToTheCounty(id)).State);
        Assert.Equal(Swedish.LeftOutAllAnswered, await _app.Read<string>("SELECT reason FROM history_event WHERE kind = 'MessageLeftOut' AND municipality_code IS NULL"));
    }

    [Fact]
    public async Task A_county_s_letter_leaves_as_it_was_seen_where_nothing_has_come_from_its_municipalities()
    {
        var id = await RemindsBlekinge();
        await Registers("0125", Typed.Adopts with { ArrivedOn = new DateOnly(2016, 9, 27) });

        Assert.Equal(DeliveryState.Submitting, (await LeavesToTheCounty(id)).State);
    }

    [Fact]
    public async Task A_correction_goes_to_exactly_those_whom_the_wrong_text_has_left_for()
    {
        await _app.EveryoneIsReached();
        _app.Clock.Set(new DateOnly(2019, 3, 6));
        var question = await _app.Dispatches("2018-kunskapsstyrning", Question, DispatchRule.UsualFor(DispatchKind.Question) with { County = "24" });
        await _app.Change("skr", "", $"UPDATE outgoing_message SET state = 'Submitted', attempts = 1 WHERE dispatch_id = '{question.Value}' AND municipality_code <> '2480'");
        await _app.Change("skr", "", "UPDATE outgoing_message SET state = 'Recalled' WHERE municipality_code = '2480'");

        var correction = await _app.Prepares("2018-kunskapsstyrning", new DispatchMatter(DispatchKind.Correction, 1));

        var got = (await _app.Plan("2018-kunskapsstyrning", correction)).Recipients;
        var had = (await _app.Addressed("2018-kunskapsstyrning", question)).Where(a => a.HasLeft);
        Assert.Equal(had.Select(a => a.Place).OrderBy(p => p.Municipality!.Value.Digits).ThenBy(p => p.Kind), got.Select(r => r.Place).OrderBy(p => p.Municipality!.Value.Digits).ThenBy(p => p.Kind));
        Assert.Equal(28, got.Count);
        Assert.Contains("2020–2023", got[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_county_s_contact_gets_no_correction_that_is_about_none_of_its_municipalities()
    {
        await _app.EveryoneIsReached();
        foreach (var county in (string[])["10", "24"]) await _app.As(Role.Registrar).Keeps(ContactPlace.OfCounty(county), Reached.At($"lan-{county}@lan.example"));
        _app.Clock.Set(new DateOnly(2019, 3, 11));
        var question = await _app.Prepares(Slug2018, Question, DispatchRule.UsualFor(DispatchKind.Question) with { CopiesToHeads = false, CopiesToCounties = true });
        Assert.Null((await _app.Release(Slug2018, question, withoutThose: true)).Refusal);
        await _app.Change("skr", "", $"UPDATE outgoing_message SET state = 'Submitted', attempts = 1 WHERE dispatch_id = '{question.Value}'");
        _app.Clock.Now += TimeSpan.FromHours(1);
        var day = new CorrectedDeadline(1, new DateOnly(2019, 6, 15), new DateOnly(2019, 6, 20));
        Assert.Null((await _app.As(Role.Officer).Run(new CorrectRecommendation(
            Slug2018, new Correction(day, "15 juni 2019", "20 juni 2019", new DateOnly(2019, 3, 11), "Läst fel.", "brev 11 mars", WrongTextReached.Some, [new MunicipalityCode("1080")])))).Refusal);

        var plan = await _app.Plan(Slug2018, await _app.Prepares(Slug2018, new DispatchMatter(DispatchKind.Correction, 2)));

        Assert.Equal(["ks-1080@kommun.example", "lan-10@lan.example"], plan.Recipients.Select(r => r.Address?.Text));
    }

    [Fact]
    public async Task A_correction_does_not_go_to_those_who_were_asked_after_it()
    {
        await _app.EveryoneIsReached();
        await Asks("24", new DateTimeOffset(2019, 3, 6, 9, 0, 0, TimeSpan.Zero));
        await Asks("01", new DateTimeOffset(2019, 3, 7, 9, 0, 0, TimeSpan.Zero));

        var correction = await _app.Prepares(Slug2018, new DispatchMatter(DispatchKind.Correction, 1));

        var got = (await _app.Plan(Slug2018, correction)).Recipients;
        Assert.NotEmpty(got);
        Assert.All(got, r => Assert.Equal("24", r.Place.Municipality!.Value.County));
    }

    [Fact]
    public async Task A_correction_made_the_same_day_goes_to_those_who_were_asked_before_it_was_made()
    {
        await _app.EveryoneIsReached();
        await Asks("24", new DateTimeOffset(2019, 3, 8, 9, 0, 0, TimeSpan.Zero));
        _app.Clock.Now += TimeSpan.FromHours(1);
        var day = new CorrectedDeadline(1, new DateOnly(2019, 6, 15), new DateOnly(2019, 6, 20));
        Assert.Null((await _app.As(Role.Officer).Run(new CorrectRecommendation(
            Slug2018, new Correction(day, "15 juni 2019", "20 juni 2019", new DateOnly(2019, 3, 8), "Läst fel.", "brev 8 mars", WrongTextReached.Everyone, [])))).Refusal);
        await Asks("01", _app.Clock.Now + TimeSpan.FromHours(1));

        var correction = await _app.Prepares(Slug2018, new DispatchMatter(DispatchKind.Correction, 2));

        var got = (await _app.Plan(Slug2018, correction)).Recipients;
        Assert.Equal(30, got.Count);
        Assert.All(got, r => Assert.Equal("24", r.Place.Municipality!.Value.County));
    }

    [Fact]
    public async Task A_correction_is_not_released_while_letters_with_the_wrong_text_wait_to_leave()
    {
        await _app.EveryoneIsReached();
        await Asks("24", new DateTimeOffset(2019, 3, 6, 9, 0, 0, TimeSpan.Zero));
        await _app.Change("skr", "", "UPDATE outgoing_message SET state = 'Queued', attempts = 0 WHERE municipality_code = '2480'");
        var correction = await _app.Prepares(Slug2018, new DispatchMatter(DispatchKind.Correction, 1));

        var result = await _app.Release(Slug2018, correction);

        Assert.Equal(DispatchRefusals.WrongTextWaits, result.Refusal);
    }

    [Fact]
    public async Task Where_everybody_was_asked_after_a_correction_it_has_nobody_to_go_to()
    {
        await _app.EveryoneIsReached();
        await Asks("24", new DateTimeOffset(2019, 3, 7, 9, 0, 0, TimeSpan.Zero));

        var correction = await _app.Prepares(Slug2018, new DispatchMatter(DispatchKind.Correction, 1));

        Assert.Empty((await _app.Plan(Slug2018, correction)).Recipients);
    }

    [Fact]
    public async Task Values_that_are_given_stand_in_each_one_s_own_words_and_one_that_no_template_knows_is_refused()
    {
        await _app.EveryoneIsReached();
        var id = await _app.Prepares(Slug, Question, values: [new GivenValue(new MunicipalityCode("0125"), "underlag", "Bara till Ekerö")]);
        var wrong = await _app.As(Role.Officer).Run(new PrepareDispatch(new DispatchId(Guid.CreateVersion7()), Slug, Question) { Values = [new GivenValue(new MunicipalityCode("0125"), "hittepa", "x")] });

        var plan = await _app.Plan(Slug, id);

        Assert.Equal(DispatchRefusals.WrongValues, wrong.Refusal);
        Assert.Equal(2, plan.Recipients.Count(r => r.Body.Contains("Bara till Ekerö", StringComparison.Ordinal)));
        Assert.All(plan.Recipients.Where(r => r.Body.Contains("Bara till Ekerö", StringComparison.Ordinal)), r => Assert.Equal("0125", r.Place.Municipality!.Value.Digits));
    }

    [Fact]
    public async Task What_is_released_is_never_written_over()
    {
        await _app.EveryoneIsReached();
        var id = await _app.Dispatches(Slug, Question);

        foreach (var statement in (string[])[$"UPDATE dispatch SET subject = 'x' WHERE id = '{id.Value}'", $"UPDATE dispatch_recipient SET address = 'x@y.example' WHERE dispatch_id = '{id.Value}'", $"UPDATE outgoing_message SET body = 'x' WHERE dispatch_id = '{id.Value}'", "DELETE FROM dispatch_recipient"])
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => AsOwner(statement))).SqlState);
    }

    [Fact]
    public async Task What_has_not_left_can_be_stopped()
    {
        await _app.EveryoneIsReached();
        var id = await _app.Dispatches(Slug, Question);
        await _app.Change("skr", "", "UPDATE outgoing_message SET state = 'Submitted', attempts = 1 WHERE municipality_code = '0125'");

        await _app.As(Role.Officer).Run(new StopDispatch(id));

        Assert.Equal(578, (await _app.Addressed(Slug, id)).Count(a => a.State is DeliveryState.Recalled));
        Assert.Equal(2, (await _app.Addressed(Slug, id)).Count(a => a.State is DeliveryState.Submitted));
    }

    [Fact]
    public async Task Only_those_who_manage_recommendations_prepare_and_release()
    {
        await Assert.ThrowsAsync<NotAllowedException>(() => _app.As(Role.Registrar).Run(new PrepareDispatch(new DispatchId(Guid.CreateVersion7()), Slug, Question)));
        await Assert.ThrowsAsync<NotAllowedException>(() => _app.As(new MunicipalityCode("0125")).Ask(new AskedMunicipalities(Slug)));
    }

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Create();
        _app.Clock.Set(new DateOnly(2016, 9, 27));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Registers(string code, DecisionContent content) => Assert.Null((await _app.As(Role.Registrar).Run(await _app.As(Role.Registrar).Log2016(code, content))).Refusal);

    /// <summary>A dispatch in a county, released without two of its municipalities.</summary>
    private async Task<DispatchId> Missing(string one, string another, DispatchMatter? matter = null)
    {
        await _app.EveryoneIsReached();
        await _app.Change("skr", "", $"DELETE FROM contact WHERE municipality_code IN ('{one}', '{another}')");
        matter ??= Question;
        var id = await _app.Prepares(Slug, matter, DispatchRule.UsualFor(matter.Kind) with { CopiesToHeads = false, County = "01" });
        Assert.Null((await _app.Release(Slug, id, withoutThose: true)).Refusal);
        return id;
    }

    /// <summary>A reminder to the municipalities of Blekinge and the county's contact, released and due.</summary>
    private async Task<DispatchId> RemindsBlekinge()
    {
        await _app.EveryoneIsReached();
        await _app.As(Role.Registrar).Keeps(ContactPlace.OfCounty("10"), Reached.At("lan@blekinge.example"));
        var id = await _app.Dispatches(Slug, Reminder, DispatchRule.UsualFor(DispatchKind.Reminder) with { CopiesToCounties = true, County = "10" });
        _app.Clock.Now += TimeSpan.FromMinutes(6);
        return id;
    }

    /// <summary>The letter to the county's contact, when it has been tried to leave.</summary>
    private async Task<Addressed> LeavesToTheCounty(DispatchId id)
    {
        await _app.Runner.Run(new StartSubmission((await ToTheCounty()).Message!.Value), Jobs.Mail, CancellationToken.None);
        return await ToTheCounty();

        async Task<Addressed> ToTheCounty() => (await _app.Addressed(Slug, id)).Single(a => a.Municipality is null);
    }

    private async Task<DispatchPlan> Missed(DispatchId id) => (await _app.As(Role.Administrator).Ask(new DispatchInFull(Slug, id)))!.Missed!;

    /// <summary>The question of 2018 leaves for the municipalities of a county.</summary>
    private async Task Asks(string county, DateTimeOffset at)
    {
        _app.Clock.Now = at;
        var question = await _app.Dispatches(Slug2018, Question, DispatchRule.UsualFor(DispatchKind.Question) with { County = county });
        await _app.Change("skr", "", $"UPDATE outgoing_message SET state = 'Submitted', attempts = 1 WHERE dispatch_id = '{question.Value}'");
    }

    private Task<string> BodyTo(string code) => _app.Read<string>($"SELECT body FROM outgoing_message WHERE municipality_code = '{code}'");

    private async Task AsOwner(string statement)
    {
        await using var connection = new NpgsqlConnection(_app.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT set_config('app.scope', 'skr', false); {statement}", connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
