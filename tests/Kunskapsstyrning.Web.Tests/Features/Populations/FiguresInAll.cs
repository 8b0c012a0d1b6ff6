namespace Kunskapsstyrning.Web.Tests.Features.Populations;

/// <summary>How much there is of what reading in writes.</summary>
internal static class FiguresInAll
{
    public static Task<string> Of(TestApp app) => app.Read<string>("""
        SELECT concat_ws(' ', (SELECT count(*) FROM population_set), (SELECT count(*) FROM population_figure), (SELECT count(*) FROM document), (SELECT count(*) FROM document_content),
            (SELECT count(*) FROM history_event WHERE kind IN ('PopulationAdded', 'DocumentStored')))
        """);
}
