using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Decisions;

public sealed class AttachTests
{
    private static readonly Recorded By = new(new PersonId(Guid.NewGuid()), DateTimeOffset.UnixEpoch);
    private static readonly DecisionId Decision = new(Guid.NewGuid());

    private readonly Response _response = Logged();
    private readonly DocumentId _document = new(Guid.NewGuid());

    [Fact]
    public void One_more_document_goes_with_its_decision_and_tells_so()
    {
        var result = _response.Attach(Decision, _document);

        Assert.True(result.IsDone);
        Assert.Equal(2, _response.Revision);
        Assert.Equal(_document, Assert.Single(_response.Decisions[0].Documents).DocumentId);
        Assert.Equal(new DocumentAttached(Decision, _response.MunicipalityCode, _response.RecommendationId, _document), Assert.Single(_response.TakeEvents()));
    }

    [Fact]
    public void A_document_that_is_there_already_changes_nothing()
    {
        _response.Attach(Decision, _document);
        _response.TakeEvents();

        Assert.True(_response.Attach(Decision, _document).IsDone);
        Assert.Equal(2, _response.Revision);
        Assert.Single(_response.Decisions[0].Documents);
        Assert.Empty(_response.TakeEvents());
    }

    [Fact]
    public void A_decision_that_was_taken_back_takes_no_more_documents()
    {
        _response.Retract(Decision, 1, "Fel kommun.", By);

        Assert.Equal(DecisionRefusals.AlreadyRetracted, _response.Attach(Decision, _document).Refusal);
        Assert.Empty(_response.Decisions[0].Documents);
    }

    [Fact]
    public void A_decision_that_was_taken_back_keeps_its_documents()
    {
        _response.Attach(Decision, _document);
        _response.Retract(Decision, 1, "Fel kommun.", By);

        Assert.Equal(DecisionRefusals.AlreadyRetracted, _response.Loosen(Decision, _document, "Fel beslut.", By).Refusal);
        Assert.Null(Assert.Single(_response.Decisions[0].Documents).Loosening);
    }

    private static Response Logged()
    {
        var response = new Response(new MunicipalityCode("0125"), new RecommendationId(Guid.NewGuid()));
        var content = new DecisionContent { Outcome = Outcome.Adopts, Stage = Stage.Final, Body = "Socialnämnden", DecidedOn = new DateOnly(2019, 5, 21), ArrivedOn = new DateOnly(2019, 6, 3) };
        response.Log(Decision, content, new DecisionDetails(), [], new Asked(new DateOnly(2018, 12, 14), new YearSpan(2020, 2024)), new DateOnly(2019, 6, 20), By);
        response.TakeEvents();
        return response;
    }
}
