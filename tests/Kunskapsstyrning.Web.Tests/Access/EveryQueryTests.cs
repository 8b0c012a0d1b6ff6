using System.Reflection;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.Rights;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Access;

/// <summary>
/// Every question there is, asked with nobody asking who may: the use case believes that somebody at SKR, the owner or the holder of its
/// receipt asks, and only the database knows better. It gives nothing of the owner's away.
/// </summary>
public sealed class EveryQueryTests(PlantedApp planted, ITestOutputHelper output) : IClassFixture<PlantedApp>
{
    private const int Ways = 4;

    private static readonly IReadOnlyList<Type> Queries =
        [.. typeof(Runner).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>)))];

    [Fact]
    public async Task No_question_is_answered_with_another_municipality_s_when_only_the_database_asks_who_may()
    {
        var (asking, tried, leaks) = (await Asking(), 0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var query in Queries.SelectMany(Made))
        {
            foreach (var believed in Believed())
            {
                foreach (var (scope, person) in ((string?, string)[])[(Planted.Foreign.Digits, ReadyMadeUsers.As("kommun-0180").Person!.Value.Value.ToString()), ("public", ""), ("", ""), (null, "")])
                {
                    tried++;
                    leaks.UnionWith((await Words(asking, query, believed, scope, person)).Select(w => $"{query.GetType().Name} gives {scope ?? "no scope"} {w}"));
                }
            }
        }

        output.WriteLine($"{Queries.Count} questions, {tried} asked, {leaks.Count} leaks");
        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Order(StringComparer.Ordinal)));
        Assert.True(tried > 10 * Queries.Count, $"Only {tried} were asked.");
    }

    /// <summary>One physical connection with its prepared statements, on which the owner has asked the same just before.</summary>
    [Fact]
    public async Task No_question_is_answered_with_what_the_owner_asked_on_the_same_connection_just_before()
    {
        var (asking, told, leaks) = (await Asking(connections: 1), 0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var query in Queries.SelectMany(Made))
        {
            foreach (var believed in Believed())
            {
                if ((await Words(asking, query, believed, Planted.Owner.Digits, planted.Planted.Sender.Id.Value.ToString())).Count > 0) told++;
                leaks.UnionWith((await Words(asking, query, believed, Planted.Foreign.Digits, ReadyMadeUsers.As("kommun-0180").Person!.Value.Value.ToString())).Select(w => $"{query.GetType().Name} gives {w}"));
            }
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Order(StringComparer.Ordinal)));
        Assert.True(told > 10, $"The owner was told something {told} times only.");
    }

    /// <summary>The same questions are worth asking: in the scope of those who may they tell what was planted.</summary>
    [Fact]
    public async Task The_same_questions_tell_those_who_may_most_of_what_was_planted()
    {
        var (asking, told, words) = (await Asking(), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var own = planted.Planted.Sender.Id.Value.ToString();
        foreach (var query in Queries.SelectMany(Made))
        {
            foreach (var believed in Believed())
            {
                foreach (var (scope, person) in ((string, string)[])[("skr", ReadyMadeUsers.As("registrator").Person!.Value.Value.ToString()), (Planted.Owner.Digits, own), ("sign-in", ""), ($"receipt:{planted.Planted.Reference}", "")])
                {
                    var heard = await Words(asking, query, believed, scope, person);
                    if (heard.Count > 0) told.Add(query.GetType().Name);
                    words.UnionWith(heard);
                }
            }
        }

        output.WriteLine($"{told.Count} of {Queries.Count} questions tell {words.Count} of {planted.Planted.Markers.Count} words");
        Assert.True(told.Count > 15, $"Only {string.Join(", ", told)} tell anything.");
        Assert.True(words.Count > planted.Planted.Markers.Count / 2, $"Only {words.Count} words are told.");
    }

    private async Task<Unchecked> Asking(int connections = 20)
    {
        var pool = new NpgsqlConnectionStringBuilder(planted.App.ApplicationConnectionString) { MaxPoolSize = connections }.ConnectionString;
        await using var db = Schema.Open(pool);
        return new Unchecked(pool, await ReferenceFacts.Read(db, SwedishTime.DayOf(planted.App.Clock.GetUtcNow()), CancellationToken.None), planted.App.Clock.GetUtcNow());
    }

    /// <summary>Whom the use case takes the one who asks for. The job that lets people in has a scope of its own and nothing of a municipality's.</summary>
    private IEnumerable<Actor> Believed()
    {
        var everything = Enum.GetValues<Permission>().Where(p => p is not Permission.SignIn).ToHashSet();
        Assert.True(ReceiptReference.TryParse(planted.Planted.Reference, out var reference));
        return [ReadyMadeUsers.As("registrator") with { Permissions = everything }, Actor.Of(planted.Planted.Sender) with { Name = "", Permissions = everything }, Actor.Holding(reference)];
    }

    private async Task<IReadOnlyList<string>> Words(Unchecked asking, object query, Actor believed, string? scope, string person)
    {
        try
        {
            var said = await asking.Ask(query, believed, scope, person);
            return [.. planted.Planted.Markers.Select(m => m.Word).Where(w => said.Contains(w, StringComparison.OrdinalIgnoreCase))];
        }
        catch (Exception nothing) when (nothing is not OutOfMemoryException)
        {
            // What it asked for is not there for it: also an answer that gives nothing away.
            return [];
        }
    }

    /// <summary>The question with values that are real, in a few ways.</summary>
    private IEnumerable<object> Made(Type query) => Enumerable.Range(0, Ways).Select(way => Make(query, way)).OfType<object>();

    private object? Make(Type type, int way)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(c => c.GetParameters() is not [var only] || only.ParameterType != type).MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, way))]);
    }

    private object? Value(Type type, int way)
    {
        var p = planted.Planted;
        object?[]? real = Nullable.GetUnderlyingType(type) is { } bare ? [Value(bare, way), null]
            : type == typeof(string) ? [Typed.Slug2016, "", Planted.Owner.Digits, "Ekerö"]
            : type == typeof(MunicipalityCode) ? [Planted.Owner]
            : type == typeof(AllocationProposalId) ? [new AllocationProposalId(Guid.Parse(p.Of("avgiftsforslag")))]
            : type == typeof(YearSpan) ? [new YearSpan(2017, 2018)]
            : type == typeof(DecisionId) ? [p.Decision, p.Proposal, p.Retracted]
            : type == typeof(ArrivedItemId) ? [p.Arrived, p.Sent]
            : type == typeof(ImportId) ? [p.List, new ImportId(Guid.Parse(p.Of("registrerad lista")))]
            : type == typeof(DocumentId) ? [.. ((string[])["handling", "skickat", "inkommet", "tillbakatagen handling"]).Select(d => (object)new DocumentId(Guid.Parse(p.Of(d))))]
            : type == typeof(OutgoingMessageId) ? [new OutgoingMessageId(Guid.Parse(p.Of("kvitto")))]
            : type == typeof(DispatchId) ? [new DispatchId(Guid.Parse(p.Of("utskick till manga")))]
            : type == typeof(PopulationSetId) ? [new PopulationSetId(Guid.Parse(p.Of("folkmangd som vantar"))), new PopulationSetId(Guid.Parse(p.Of("folkmangd")))]
            : type == typeof(FeeNoticeBatchId) ? [new FeeNoticeBatchId(Guid.Parse(p.Of("avgiftsbesked")))]
            : type == typeof(PersonId) ? [p.Sender.Id, p.Managed.Id]
            : type == typeof(RecommendationId) ? [planted.Question]
            : type == typeof(int) ? [1, 2, 2017, 0]
            : type == typeof(DateOnly) ? [new DateOnly(2020, 1, 1)]
            : type == typeof(bool) ? [true, false]
            : type == typeof(AsOf) ? [new AsOf(new DateOnly(2025, 1, 1)), new AsOf(new DateOnly(2016, 12, 1), Basis.Held)]
            : type.IsEnum ? [.. Enum.GetValues(type)]
            : type.IsGenericType && type.IsInterface && type.GetGenericArguments() is [var of] ? [List(of, way)]
            : type.IsClass && type.Namespace?.StartsWith("Kunskapsstyrning.Web", StringComparison.Ordinal) is true && type.GetConstructors().Length > 0 ? [Make(type, way)]
            : null;
        return real is { Length: > 0 } ? real[way % real.Length] : type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    private Array List(Type of, int way)
    {
        var list = Array.CreateInstance(of, 1);
        list.SetValue(Value(of, way), 0);
        return list;
    }
}
