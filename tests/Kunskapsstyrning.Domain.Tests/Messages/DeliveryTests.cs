using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Messages;

/// <summary>When an address is to be mended, and when it no longer is.</summary>
public sealed class DeliveryTests
{
    private static readonly DateTimeOffset Monday = new(2019, 6, 3, 8, 0, 0, TimeSpan.Zero);

    private static readonly Delivery Failed = new(ContactKind.FunctionAddress, EmailAddress.Parse("ks@kommun.example"), Monday, DeliveryState.Bounced, Monday.AddHours(1));
    private static readonly Delivery Later = Failed with { QueuedAt = Monday.AddDays(1), State = DeliveryState.Submitted, Since = Monday.AddDays(1) };

    [Theory]
    [InlineData(DeliveryState.Bounced)]
    [InlineData(DeliveryState.Rejected)]
    public void What_came_back_or_was_refused_did_not_arrive(DeliveryState state) => Assert.Equal(Failed.Since, Delivery.FailedAt([Failed with { State = state }], Monday.AddDays(30)));

    [Fact]
    public void Another_message_to_the_same_address_makes_up_for_nothing_while_it_may_come_back_too() =>
        Assert.Equal(Failed.Since, Delivery.FailedAt([Failed, Later], Later.Since + Delivery.SentBackWithin - TimeSpan.FromSeconds(1)));

    [Fact]
    public void Another_message_to_the_same_address_that_has_not_come_back_in_time_has_arrived() =>
        Assert.Null(Delivery.FailedAt([Failed, Later], Later.Since + Delivery.SentBackWithin));

    [Fact]
    public void A_machine_that_answers_at_the_address_shows_that_it_works() =>
        Assert.Null(Delivery.FailedAt([Failed, Later with { State = DeliveryState.AutoAnswered }], Later.Since));

    [Fact]
    public void A_message_to_an_address_that_has_been_mended_makes_up_for_it_at_once() =>
        Assert.Null(Delivery.FailedAt([Failed, Later with { Address = EmailAddress.Parse("registrator@kommun.example") }], Later.Since));

    [Fact]
    public void A_message_to_another_of_the_municipality_s_contacts_mends_no_address() =>
        Assert.Equal(Failed.Since, Delivery.FailedAt([Failed, Later with { Place = ContactKind.HeadOfSocialServices, Address = EmailAddress.Parse("socialchef@kommun.example") }], Monday.AddDays(30)));

    [Fact]
    public void A_message_that_waits_to_leave_makes_up_for_nothing() =>
        Assert.Equal(Failed.Since, Delivery.FailedAt([Failed, Later with { State = DeliveryState.Queued, Address = EmailAddress.Parse("registrator@kommun.example") }], Monday.AddDays(30)));

    [Fact]
    public void A_message_from_before_makes_up_for_nothing() =>
        Assert.Equal(Failed.Since, Delivery.FailedAt([Failed, Later with { QueuedAt = Monday.AddDays(-1), Since = Monday.AddDays(-1) }], Monday.AddDays(30)));
}
