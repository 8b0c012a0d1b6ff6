using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Domain.Tests.Decisions;

/// <summary>Standings to count.</summary>
internal static class Stood
{
    private static readonly DateOnly Day = new(2019, 5, 20);

    /// <summary>A municipality that stands so after one decision of a body; without answer where no outcome is given.</summary>
    public static CountedMunicipality Municipality(string code, Outcome? outcome, string? body = "Kommunstyrelsen", int? inhabitants = 15_000, Stage stage = Stage.Final) =>
        new(new MunicipalityCode(code), outcome is { } act ? After(act, body, stage) : Standing.None, inhabitants);

    private static Standing After(Outcome outcome, string? body, Stage stage)
    {
        var content = new DecisionContent { Outcome = outcome, Stage = stage, Body = body, DecidedOn = Day, ArrivedOn = Day };
        return Standing.Of([new CountedDecision(new DecisionId(Guid.NewGuid()), [new CountedVersion(1, content, 1)], null)], new AsOf(Day), 2020);
    }
}
