using System.Reflection;
using System.Runtime.CompilerServices;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Access;

/// <summary>Every use case there is, tried by everybody: the runner lets through exactly those to whom the table of roles gives the permission.</summary>
public sealed class EveryUseCaseTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
{
    private static readonly IReadOnlyList<Type> Commands = [.. UseCases.Where(t => t.IsAssignableTo(typeof(ICommand)))];
    private static readonly IReadOnlyList<Type> Queries = [.. UseCases.Where(t => AnswerOf(t) is not null)];

    private static IEnumerable<Type> UseCases => typeof(Runner).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false });

    private static IReadOnlyList<Actor> Everybody =>
        [Actor.Anyone, .. ReadyMadeUsers.All.Select(Actor.Of), .. Jobs.All, Actor.Holding(Domain.Messages.ReceiptReference.Parse("K7M2-9QXP"))];

    [Fact]
    public async Task Everybody_runs_what_the_table_gives_and_nothing_else()
    {
        var (tried, wrong) = (0, new List<string>());
        foreach (var useCase in Commands.Concat(Queries))
        {
            foreach (var actor in Everybody)
            {
                tried++;
                var given = actor.Permissions.Contains(useCase.GetCustomAttribute<RequiresAttribute>()!.Permission);
                if (await IsLetThrough(useCase, actor) != given) wrong.Add($"{useCase.Name} by {actor.Name}");
            }
        }

        output.WriteLine($"{Commands.Count} commands and {Queries.Count} queries by {Everybody.Count} actors: {tried} tried, {wrong.Count} wrong");
        Assert.Empty(wrong);
        Assert.True(Commands.Count > 50 && Queries.Count > 40, $"Only {Commands.Count} commands and {Queries.Count} queries were found.");
    }

    [Fact]
    public void Somebody_has_every_permission_that_a_use_case_asks_for() =>
        Assert.Empty(Commands.Concat(Queries).Where(t => !Everybody.Any(a => a.May(t))).Select(t => t.Name));

    [Fact]
    public void What_is_open_to_everyone_only_reads() =>
        Assert.Empty(Commands.Where(t => t.GetCustomAttribute<RequiresAttribute>()!.Permission is Permission.ReadPublic).Select(t => t.Name));

    /// <summary>The runner asks for the permission before anything else; it is stopped before it does anything.</summary>
    private async Task<bool> IsLetThrough(Type useCase, Actor actor)
    {
        var stopped = new CancellationToken(canceled: true);
        var made = RuntimeHelpers.GetUninitializedObject(useCase);
        try
        {
            if (made is ICommand command) await app.Runner.Run(command, actor, stopped);
            else await (Task)typeof(Runner).GetMethod(nameof(Runner.Ask))!.MakeGenericMethod(AnswerOf(useCase)!).Invoke(app.Runner, [made, actor, stopped])!;
            return true;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        catch (NotAllowedException)
        {
            return false;
        }
    }

    private static Type? AnswerOf(Type useCase) => useCase.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>))?.GetGenericArguments()[0];
}
