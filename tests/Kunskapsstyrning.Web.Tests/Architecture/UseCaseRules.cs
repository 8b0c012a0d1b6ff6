using System.Reflection;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Architecture;

public sealed class UseCaseRules
{
    private static readonly IReadOnlyList<Type> Commands = [.. Web.Where(t => t.IsAssignableTo(typeof(ICommand)))];
    private static readonly IReadOnlyList<Type> Queries = [.. Web.Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>)))];

    /// <summary>Verbs whose past tense has another ending.</summary>
    private static readonly string[] Irregular = ["ImportUndone", "SignedIn", "SignedOut", "DecisionSent", "RecommendationSent", "DispatchWithdrawn", "MessageLeftOut"];

    private static IEnumerable<Type> Web => typeof(Runner).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false });

    [Fact]
    public void There_are_use_cases_to_check()
    {
        Assert.True(Commands.Count >= 5, $"Only {Commands.Count} commands were found.");
        Assert.True(Queries.Count >= 5, $"Only {Queries.Count} queries were found.");
    }

    [Fact]
    public void Every_use_case_says_what_permission_it_needs() =>
        Assert.Empty(Commands.Concat(Queries).Where(t => t.GetCustomAttribute<RequiresAttribute>() is null).Select(t => t.Name));

    [Fact]
    public void Every_use_case_is_a_sealed_record() =>
        Assert.Empty(Commands.Concat(Queries).Where(t => !t.IsSealed || t.GetMethod("<Clone>$") is null).Select(t => t.Name));

    [Fact]
    public void A_command_that_leaves_no_history_says_why() =>
        Assert.All(Commands.Select(t => t.GetCustomAttribute<LeavesNoHistoryAttribute>()).OfType<LeavesNoHistoryAttribute>(), a => Assert.True(a.Because.Length > 20));

    [Fact]
    public void No_use_case_asks_for_the_actor_or_the_clock() =>
        Assert.Empty(Commands.Concat(Queries).Where(t => t.GetProperties().Any(p => p.PropertyType == typeof(Actor) || p.PropertyType == typeof(TimeProvider))).Select(t => t.Name));

    [Fact]
    public void Every_event_is_named_in_the_past_tense_and_sealed()
    {
        var events = typeof(IEvent).Assembly.GetTypes().Concat(Web).Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IEvent))).ToList();

        Assert.True(events.Count >= 5, $"Only {events.Count} events were found.");
        Assert.Empty(events.Where(t => !t.IsSealed || (!t.Name.EndsWith("ed", StringComparison.Ordinal) && !Irregular.Contains(t.Name))).Select(t => t.Name));
    }
}
