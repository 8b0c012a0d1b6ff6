using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.History;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Persistence.Rights;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Reference;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kunskapsstyrning.Web.UseCases;

/// <summary>
/// Runs use cases. Nobody else opens a context, begins a transaction, sets the scope or saves. Facts and history
/// are saved together or not at all.
/// </summary>
public sealed class Runner(IDbContextFactory<Db> contexts, ReferenceFactsKeeper reference, Changes changes, TimeProvider clock, SiteAddress? site = null)
{
    /// <summary>What the command would add is there, and is another's.</summary>
    public static readonly Refusal TakenAlready = new("taken-already", "Inget är sparat: formulärets nummer används redan. Öppna sidan på nytt och fyll i det igen.");

    private const int Attempts = 4;

    /// <summary>The lock that whoever writes history holds until commit.</summary>
    private const int TurnToWrite = 20162;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Runs a command now.</summary>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public Task<Result> Run(ICommand command, Actor actor, CancellationToken cancellation) => Run(command, actor, clock.GetUtcNow, cancellation);

    /// <summary>Runs a command as if it were another time, for example data.</summary>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    internal Task<Result> Run(ICommand command, Actor actor, DateTimeOffset now, CancellationToken cancellation) => Run(command, actor, () => now, cancellation);

    private async Task<Result> Run(ICommand command, Actor actor, Func<DateTimeOffset> now, CancellationToken cancellation)
    {
        Demand(command.GetType(), actor);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunOnce(command, actor, now, cancellation);
            }
            catch (DbUpdateException collision) when (attempt < Attempts && IsCollision(collision))
            {
                // Somebody wrote the same record first, or took away what it belongs to. The command reads what stands now and is tried against that.
            }
            catch (DbUpdateException collision) when (IsTaken(collision))
            {
                // What stands there is behind the wall: an id that was chosen by somebody who may not see whose it is.
                return TakenAlready;
            }
        }
    }

    /// <summary>Answers a query now.</summary>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public async Task<TAnswer> Ask<TAnswer>(IQuery<TAnswer> query, Actor actor, CancellationToken cancellation)
    {
        Demand(query.GetType(), actor);
        var now = clock.GetUtcNow();
        var facts = await Facts(now, cancellation);
        return await Read(actor, RequiresAttribute.Of(query.GetType()), db => query.Answer(new Session(db, facts, actor, now, site?.Root) { OnlyReads = true }, cancellation), cancellation);
    }

    private Task<ReferenceFacts> Facts(DateTimeOffset now, CancellationToken cancellation)
    {
        var today = SwedishTime.DayOf(now);
        return reference.Facts(today, () => Read(Actor.Anyone, Permission.ReadPublic, db => ReferenceFacts.Read(db, today, cancellation), cancellation), cancellation);
    }

    private async Task<TAnswer> Read<TAnswer>(Actor actor, Permission demanded, Func<Db, Task<TAnswer>> read, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            db.Asks = Asking(actor, demanded);
            return await read(db);
        }
        finally
        {
            db.Asks = null; // the context is used again, for somebody else
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<Result> RunOnce(ICommand command, Actor actor, Func<DateTimeOffset> now, CancellationToken cancellation)
    {
        var facts = await Facts(clock.GetUtcNow(), cancellation);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await Asking(actor, RequiresAttribute.Of(command.GetType())).Tell(db, cancellation);
        if (Attribute.IsDefined(command.GetType(), typeof(AloneAttribute)))
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({TurnToWrite})", cancellation);
            facts = await Facts(clock.GetUtcNow(), cancellation); // they may have changed while it waited
        }

        var session = new Session(db, facts, actor, now(), site?.Root);

        var result = await command.Execute(session, cancellation);
        if (!result.IsDone && !Attribute.IsDefined(command.GetType(), typeof(RemembersRefusalAttribute))) return result;

        // Once is enough: what is added from here on is added by name.
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var records = session.Many.OfType<Aggregate>().Concat(session.Revised.Select(r => r.Record)).Concat(db.ChangeTracker.Entries<Aggregate>().Select(e => e.Entity));
        var events = records.SelectMany(r => r.TakeEvents()).Concat(session.Events).ToList();
        DemandHistory(session, command, events);
        var first = events.Count > 0 ? await Remember(session, command, events, cancellation) : 0;
        await db.SaveChangesAsync(cancellation);
        var notice = ThresholdNotice.Of(facts, events);
        var crossed = await notice.Crossed(db, first, cancellation);
        if (crossed.Count > 0) await Tell(session, command, crossed, cancellation);
        await transaction.CommitAsync(cancellation);
        notice.Keep();
        events.AddRange(crossed);
        changes.Committed([.. events.Select(e => new Change(e.GetType().Name, e.Recommendation?.Value))]);
        return result;
    }

    private static void Demand(Type useCase, Actor actor)
    {
        var permission = RequiresAttribute.Of(useCase);
        if (!actor.Permissions.Contains(permission)) throw new NotAllowedException(actor, permission, useCase);
    }

    /// <summary>No write without its event, unless the command says why it leaves none.</summary>
    private static void DemandHistory(Session session, ICommand command, List<IEvent> events)
    {
        if (events.Count > 0 || (session.Many.Count + session.Revised.Count == 0 && !session.Db.ChangeTracker.HasChanges()) || Attribute.IsDefined(command.GetType(), typeof(LeavesNoHistoryAttribute))) return;
        throw new InvalidOperationException($"{command.GetType().Name} writes without telling the history.");
    }

    /// <summary>Who acts, and what permission the use case demands; every use case has demanded it of the actor before.</summary>
    private static WhoAsks Asking(Actor actor, Permission demanded) => new(actor.Scope, actor.Person?.Value.ToString() ?? "", demanded.ToString());

    /// <summary>
    /// Numbers the events and the facts they tell of. The lock is held until commit, so that the numbers follow the order
    /// in which transactions become visible.
    /// </summary>
    /// <returns>The number of the first.</returns>
    private static async Task<long> Remember(Session session, ICommand command, List<IEvent> events, CancellationToken cancellation)
    {
        var db = session.Db;
        var numbers = await Draw(db, events.Count, cancellation);
        foreach (var fact in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added && e.Metadata.FindProperty(FactSequence.Column) is not null))
            fact.Property(FactSequence.Column).CurrentValue = numbers[0];

        var lines = numbers.Zip(events, (number, happened) => Line(number, happened, command, session));
        if (session.Many.Count + session.Revised.Count == 0 && events.Count < BulkInsert.Many)
        {
            db.AddRange(lines);
            return numbers[0];
        }

        var bulk = new BulkInsert(db, numbers[0]);
        bulk.Take(session.Many);
        bulk.Take(session.Revised);
        bulk.TakeTracked();
        bulk.Take(lines);
        await bulk.Write(cancellation);
        return numbers[0];
    }

    /// <summary>Tells the history what came of what was written.</summary>
    private static async Task Tell(Session session, ICommand command, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var numbers = await Draw(session.Db, events.Count, cancellation);
        session.Db.AddRange(numbers.Zip(events, (number, happened) => Line(number, happened, command, session)));
        await session.Db.SaveChangesAsync(cancellation);
    }

    private static HistoryEvent Line(long number, IEvent happened, ICommand command, Session session) => new()
    {
        Sequence = number,
        At = session.Now,
        Actor = session.Actor.Person ?? throw new InvalidOperationException("A change needs a person or a named job."),
        UseCase = command.GetType().Name,
        Kind = happened.GetType().Name,
        Subject = happened.Subject,
        MunicipalityCode = happened.Municipality,
        RecommendationId = happened.Recommendation,
        Reason = happened.Reason,
        Before = Text(happened.Before),
        After = Text(happened.After),
    };

    private static async Task<IReadOnlyList<long>> Draw(Db db, int count, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "SELECT nextval('history_sequence') FROM (SELECT pg_advisory_xact_lock($2)) AS locked, generate_series(1, $1)", (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = count });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = TurnToWrite });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var numbers = new List<long>(count);
        while (await reader.ReadAsync(cancellation)) numbers.Add(reader.GetInt64(0));
        return numbers;
    }

    private static string? Text(object? value) => value is null ? null : JsonSerializer.Serialize(value, Json);

    private static bool IsCollision(DbUpdateException exception) =>
        exception is DbUpdateConcurrencyException || IsTaken(exception) || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation };

    private static bool IsTaken(DbUpdateException exception) => exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
