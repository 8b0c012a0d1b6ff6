using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Boundaries;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Persistence.Conventions;
using Kunskapsstyrning.Persistence.History;
using Kunskapsstyrning.Persistence.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kunskapsstyrning.Persistence;

/// <summary>The database. A context lives for one use case; only the runner and start-up make one.</summary>
public sealed class Db(DbContextOptions<Db> options) : DbContext(options)
{
    /// <summary>Counties.</summary>
    public DbSet<County> Counties => Set<County>();

    /// <summary>Municipalities, with validity.</summary>
    public DbSet<Municipality> Municipalities => Set<Municipality>();

    /// <summary>Population sets with their figures.</summary>
    public DbSet<PopulationSet> PopulationSets => Set<PopulationSet>();

    /// <summary>Population figures that wait to be confirmed.</summary>
    public DbSet<PopulationDraft> PopulationDrafts => Set<PopulationDraft>();

    /// <summary>Sets of boundaries with their outlines.</summary>
    public DbSet<BoundarySet> BoundarySets => Set<BoundarySet>();

    /// <summary>Recommendations.</summary>
    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    /// <summary>Letters and annexes of recommendations.</summary>
    public DbSet<Annex> Annexes => Set<Annex>();

    /// <summary>Allocation versions with their rows.</summary>
    public DbSet<Allocation> Allocations => Set<Allocation>();

    /// <summary>Fee notices that are printed in one go.</summary>
    public DbSet<FeeNoticeBatch> FeeNoticeBatches => Set<FeeNoticeBatch>();

    /// <summary>Those of them that are printed.</summary>
    public DbSet<PrintedNotice> PrintedNotices => Set<PrintedNotice>();

    /// <summary>Fees that one person has proposed, with how far that has come.</summary>
    public DbSet<AllocationProposal> AllocationProposals => Set<AllocationProposal>();

    /// <summary>Answers.</summary>
    public DbSet<Response> Responses => Set<Response>();

    /// <summary>Decisions, for reading; they are added through <see cref="Responses"/>.</summary>
    public DbSet<Decision> Decisions => Set<Decision>();

    /// <summary>States that somebody gave a name.</summary>
    public DbSet<Snapshot> Snapshots => Set<Snapshot>();

    /// <summary>Reports back to those who were asked.</summary>
    public DbSet<Report> Reports => Set<Report>();

    /// <summary>Covers to reports that are printed in one go.</summary>
    public DbSet<CoverBatch> CoverBatches => Set<CoverBatch>();

    /// <summary>Those of them that are printed.</summary>
    public DbSet<PrintedCover> PrintedCovers => Set<PrintedCover>();

    /// <summary>What is being typed.</summary>
    public DbSet<DecisionDraft> Drafts => Set<DecisionDraft>();

    /// <summary>Lists of decisions that have been read in.</summary>
    public DbSet<Import> Imports => Set<Import>();

    /// <summary>Lists that wait to be confirmed.</summary>
    public DbSet<ImportDraft> ImportDrafts => Set<ImportDraft>();

    /// <summary>What the columns of lists mean.</summary>
    public DbSet<ColumnMapping> ColumnMappings => Set<ColumnMapping>();

    /// <summary>Documents.</summary>
    public DbSet<Document> Documents => Set<Document>();

    /// <summary>Messages to municipalities, queued and sent.</summary>
    public DbSet<OutgoingMessage> OutgoingMessages => Set<OutgoingMessage>();

    /// <summary>Dispatches to many, prepared and released.</summary>
    public DbSet<Dispatch> Dispatches => Set<Dispatch>();

    /// <summary>Those who were to get released dispatches.</summary>
    public DbSet<DispatchRecipient> DispatchRecipients => Set<DispatchRecipient>();

    /// <summary>Values that dispatches were prepared with.</summary>
    public DbSet<DispatchValue> DispatchValues => Set<DispatchValue>();

    /// <summary>Documents that go with dispatches.</summary>
    public DbSet<DispatchAttachment> DispatchAttachments => Set<DispatchAttachment>();

    /// <summary>Every version of every message template.</summary>
    public DbSet<MessageTemplate> MessageTemplates => Set<MessageTemplate>();

    /// <summary>Days on which to look again.</summary>
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    /// <summary>Calls and notes about municipalities.</summary>
    public DbSet<ContactNote> ContactNotes => Set<ContactNote>();

    /// <summary>Who at SKR follows which municipality, with every change.</summary>
    public DbSet<Assignment> Assignments => Set<Assignment>();

    /// <summary>When to remind, every version.</summary>
    public DbSet<ReminderLadder> ReminderLadders => Set<ReminderLadder>();

    /// <summary>Reminders that were put off.</summary>
    public DbSet<ReminderSnooze> ReminderSnoozes => Set<ReminderSnooze>();

    /// <summary>What has arrived, with its parts.</summary>
    public DbSet<ArrivedItem> ArrivedItems => Set<ArrivedItem>();

    /// <summary>Decisions that municipalities have sent on their own pages.</summary>
    public DbSet<SentDecision> SentDecisions => Set<SentDecision>();

    /// <summary>Decisions that municipalities are about to send.</summary>
    public DbSet<SendingDraft> SendingDrafts => Set<SendingDraft>();

    /// <summary>What municipalities have said about decisions that are registered for them.</summary>
    public DbSet<DecisionRemark> DecisionRemarks => Set<DecisionRemark>();

    /// <summary>What was read out of documents.</summary>
    public DbSet<DocumentAsRead> DocumentsAsRead => Set<DocumentAsRead>();

    /// <summary>What was found in what has arrived.</summary>
    public DbSet<ItemAsRead> ItemsAsRead => Set<ItemAsRead>();

    /// <summary>Who has what open.</summary>
    public DbSet<ItemPresence> ItemPresences => Set<ItemPresence>();

    /// <summary>Files of the mailbox that have been looked at.</summary>
    public DbSet<MailboxFile> MailboxFiles => Set<MailboxFile>();

    /// <summary>Where municipalities and counties are reached.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>Invoice runs with their invoices.</summary>
    public DbSet<InvoiceRun> InvoiceRuns => Set<InvoiceRun>();

    /// <summary>Invoices and credits, for reading; they are added through <see cref="InvoiceRuns"/>.</summary>
    public DbSet<Invoice> Invoices => Set<Invoice>();

    /// <summary>Every version of what is said about invoices.</summary>
    public DbSet<InvoiceSettings> InvoiceSettings => Set<InvoiceSettings>();

    /// <summary>Every buyer reference that was stated.</summary>
    public DbSet<StatedBuyerReference> BuyerReferences => Set<StatedBuyerReference>();

    /// <summary>People and named jobs.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Accounts of people who sign in with us.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Passkeys.</summary>
    public DbSet<Passkey> Passkeys => Set<Passkey>();

    /// <summary>Codes that were asked for.</summary>
    public DbSet<OneTimeCode> OneTimeCodes => Set<OneTimeCode>();

    /// <summary>Sign-ins that wait for an answer.</summary>
    public DbSet<BegunSignIn> BegunSignIns => Set<BegunSignIn>();

    /// <summary>Browsers in which people are signed in.</summary>
    public DbSet<BrowserSession> BrowserSessions => Set<BrowserSession>();

    /// <summary>Identity providers with their rules.</summary>
    public DbSet<IdentityProvider> IdentityProviders => Set<IdentityProvider>();

    /// <summary>Who people are at identity providers.</summary>
    public DbSet<ExternalIdentity> ExternalIdentities => Set<ExternalIdentity>();

    /// <summary>Mail that lets people sign in.</summary>
    public DbSet<SignInLetter> SignInLetters => Set<SignInLetter>();

    /// <summary>Saved views.</summary>
    public DbSet<SavedView> SavedViews => Set<SavedView>();

    /// <summary>The history.</summary>
    public DbSet<HistoryEvent> History => Set<HistoryEvent>();

    /// <summary>What is invented, by recommendation.</summary>
    public DbSet<ExampleNotice> ExampleNotices => Set<ExampleNotice>();

    /// <summary>Keys that protect cookies and forms.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Who asks each question; null where a transaction tells of it once.</summary>
    public WhoAsks? Asks { get; set; }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ValueTypes.Configure(configurationBuilder);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasSequence<long>("history_sequence");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);
        foreach (var foreign in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys())) foreign.DeleteBehavior = DeleteBehavior.Restrict;
        foreach (var id in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetKeys()).SelectMany(k => k.Properties)) id.ValueGenerated = ValueGenerated.Never;
        SnakeCase.Apply(modelBuilder);
    }
}
