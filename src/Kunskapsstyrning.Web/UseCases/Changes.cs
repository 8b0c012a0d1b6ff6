using System.Text.Json;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Npgsql;

namespace Kunskapsstyrning.Web.UseCases;

/// <summary>Something was committed.</summary>
/// <param name="Kind">What happened, "DecisionLogged".</param>
/// <param name="Recommendation">The recommendation it is about, if any.</param>
public sealed record Change(string Kind, Guid? Recommendation);

/// <summary>
/// Tells this node that something was committed, here or on another node. Whoever keeps a copy of what the database
/// says asks for <see cref="Version"/> before reading, and drops the copy when it has moved on.
/// </summary>
public sealed class Changes
{
    /// <summary>What happens to answers and their documents, and to nothing that reference facts hold.</summary>
    private static readonly HashSet<string> OfAnswers = [nameof(DecisionLogged), nameof(DecisionCorrected), nameof(DecisionRetracted), nameof(DocumentStored), nameof(DocumentAttached), nameof(DocumentLoosened), nameof(DecisionMoved), nameof(ListImported), nameof(ImportUndone), nameof(ThresholdReached), nameof(ThresholdUnreached)];

    /// <summary>What happens in the inbox and to messages: no page that is kept shows any of it.</summary>
    private static readonly HashSet<string> OfNoPublicPage =
    [
        nameof(ItemArrived), nameof(ItemRegistered), nameof(ItemShelved), nameof(ItemReopened), nameof(ItemFinished), nameof(ItemLoosened),
        nameof(MessageQueued), nameof(MessageRecalled), nameof(SubmissionStarted), nameof(SubmissionEnded), nameof(SubmissionSettled), nameof(SubmissionRepeated),
        nameof(MessageLeftOut), nameof(MailReturned), nameof(ReceiptAnswered), nameof(ObjectionSettled), nameof(FollowUpPlanned), nameof(FollowUpEnded), nameof(TemplateChanged), nameof(TemplateTried),
        nameof(SignedIn), nameof(SignedOut), nameof(SignInRefused), nameof(CodeMailed), nameof(PasskeyAdded), nameof(PasskeyRenamed), nameof(PasskeyRemoved),
        nameof(PersonAdded), nameof(PersonRenamed), nameof(RoleChanged), nameof(PersonEnded), nameof(PersonRestored), nameof(AccountOpened), nameof(AccountMoved), nameof(PersonInvited),
        nameof(ProviderAdded), nameof(ProviderChanged),
        nameof(DecisionSent), nameof(DecisionConfirmed), nameof(CorrectionRequested), nameof(RequestSettled),
        nameof(DraftStarted), nameof(DraftRevised), nameof(TermsOfDraftStated), nameof(DraftDiscarded), nameof(AnnexAdded), nameof(AnnexRemoved),
        nameof(DispatchPrepared), nameof(DispatchRevised), nameof(DispatchRestarted), nameof(DispatchReleased), nameof(DispatchStopped), nameof(DispatchWithdrawn), nameof(DispatchTried),
        nameof(SnapshotSaved), nameof(ReportCompiled), nameof(CoversRequested), nameof(CoversEnded), nameof(FeeNoticesAsked), nameof(FeeNoticesEnded),
        nameof(FeesProposed), nameof(ProposalEnded),
        nameof(ContactAdded), nameof(ContactChanged), nameof(ContactVerified), nameof(ContactRemoved),
        nameof(ContactNoted), nameof(ContactNoteCorrected), nameof(MunicipalityAssigned), nameof(ReminderLadderStated), nameof(ReminderSnoozed),
        nameof(InvoiceRunCompleted), nameof(InvoiceSettingsStated), nameof(BuyerReferenceStated),
    ];

    /// <summary>What may change who is signed in, or what that one may do.</summary>
    private static readonly HashSet<string> OfPeople = [nameof(SignedOut), nameof(RoleChanged), nameof(PersonRenamed), nameof(PersonEnded), nameof(PersonRestored), Everything];

    private const string Everything = "Unknown";

    private readonly Lock _door = new();
    private readonly List<Subscription> _subscriptions = [];
    private long _version;
    private long _referenceVersion;
    private long _peopleVersion;

    /// <summary>Moves on with every change.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Moves on with every change of anything else than answers.</summary>
    public long ReferenceVersion => Interlocked.Read(ref _referenceVersion);

    /// <summary>Moves on when somebody's right or sign-in may have changed.</summary>
    public long PeopleVersion => Interlocked.Read(ref _peopleVersion);

    /// <summary>True for what happens to answers.</summary>
    public static bool IsOfAnswers(string kind) => OfAnswers.Contains(kind);

    /// <summary>Told after commit on this node, and again when the database tells every node; twice does no harm.</summary>
    public void Committed(IReadOnlyCollection<Change> changes)
    {
        if (changes.Any(c => OfPeople.Contains(c.Kind))) Interlocked.Increment(ref _peopleVersion);
        if (changes.All(c => OfNoPublicPage.Contains(c.Kind) || c.Kind is nameof(DocumentStored))) return;
        if (changes.Any(c => !OfAnswers.Contains(c.Kind) && !OfNoPublicPage.Contains(c.Kind))) Interlocked.Increment(ref _referenceVersion);
        Interlocked.Increment(ref _version);
        lock (_door) _subscriptions.ForEach(s => s.Tell());
    }

    /// <summary>Contact with the database was lost for a while: anything may have changed.</summary>
    public void Unknown() => Committed([new Change(Everything, null)]);

    /// <summary>Hears of changes from now on, until disposed.</summary>
    public Subscription Subscribe()
    {
        var subscription = new Subscription(gone: s => { lock (_door) _subscriptions.Remove(s); });
        lock (_door) _subscriptions.Add(subscription);
        return subscription;
    }
}

/// <summary>Someone who waits for changes. Changes while nobody waits are not lost: the next wait ends at once.</summary>
public sealed class Subscription(Action<Subscription> gone) : IDisposable
{
    private readonly SemaphoreSlim _told = new(0, 1);

    /// <summary>Waits for the next change, or for so long at most.</summary>
    public Task<bool> Next(TimeSpan atMost, CancellationToken cancellation) => _told.WaitAsync(atMost, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        gone(this);
        _told.Dispose();
    }

    internal void Tell()
    {
        try
        {
            _told.Release();
        }
        catch (SemaphoreFullException)
        {
            // One change that is already waited for is enough: whoever waits asks for all that is new.
        }
    }
}

/// <summary>Hears from PostgreSQL what any node has committed.</summary>
internal sealed class ChangeListener(NpgsqlDataSource source, Changes changes, ILogger<ChangeListener> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>How long nothing may be heard before it is tried whether the database is there at all.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException or InvalidOperationException)
            {
                log.LogWarning(lost, "Lost contact with the database; trying again.");
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Listen(CancellationToken stopping)
    {
        await using var connection = await source.OpenConnectionAsync(stopping);
        connection.Notification += (_, told) => changes.Committed([JsonSerializer.Deserialize<Change>(told.Payload, JsonSerializerOptions.Web)!]);
        await using (var listen = new NpgsqlCommand("LISTEN history", connection)) await listen.ExecuteNonQueryAsync(stopping);
        changes.Unknown();
        while (true)
        {
            if (await connection.WaitAsync(Silence, stopping)) continue;
            await using var stillThere = new NpgsqlCommand("SELECT 1", connection);
            await stillThere.ExecuteScalarAsync(stopping);
        }
    }
}
