using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.OwnMunicipality;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.OwnMunicipality;

/// <summary>A receipt that was mailed goes along when SKR moves the decision to another answer of the same municipality, and to nobody else.</summary>
public sealed class MovedReceiptTests
{
    [Theory]
    [InlineData("0125", 1)]
    [InlineData("0136", 0)]
    public async Task A_receipt_follows_the_decision_to_where_it_was_moved(string to, int seen)
    {
        await using var app = await TestApp.Create();
        var registrar = app.As(Role.Registrar);
        var (decision, moved) = (new DecisionId(Guid.CreateVersion7()), new DecisionId(Guid.CreateVersion7()));
        var other = (await registrar.Ask(new LogDesk())).Recommendations.Single(r => r.Slug == "2018-kunskapsstyrning").Id;
        var content = Typed.Adopts with { DecidedOn = new DateOnly(2019, 5, 10), ArrivedOn = new DateOnly(2019, 5, 20) };
        Assert.Null((await registrar.Run(new LogDecision(decision, new MunicipalityCode("0125"), other, content, Typed.Details, []) { Receipt = EmailAddress.Parse("registrator@ekero.example") })).Refusal);
        await app.Change("skr", "", "UPDATE outgoing_message SET state = 'Submitted'");

        Assert.Null((await registrar.Run(new MoveDecision(decision, 1, moved, new MunicipalityCode(to), await registrar.Id2016(), "Fel rekommendation."))).Refusal);

        var page = (await app.As("kommun-0125").Ask(new WhatAppliesToUs(Typed.Slug2016)))!;
        Assert.Equal(seen, page.Decisions.Where(d => d.Decision.Id == moved).Sum(d => d.Receipts.Count));
        Assert.Equal(seen, (await app.Rows("0125", "", "SELECT id FROM outgoing_message")).Count);
        Assert.Empty(await app.Rows("0136", "", "SELECT id FROM outgoing_message"));
    }
}
