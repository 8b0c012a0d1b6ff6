using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.FeePapers;
using Kunskapsstyrning.Web.Features.Fees;
using Kunskapsstyrning.Web.Features.Imports;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Invoicing;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.OwnMunicipality;
using Kunskapsstyrning.Web.Features.Populations;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.Features.Rounds;
using Kunskapsstyrning.Web.Features.SavedViews;
using Kunskapsstyrning.Web.Features.SignIn;
using Kunskapsstyrning.Web.Features.Snapshots;
using Kunskapsstyrning.Web.Tests.Features.Contacts;
using Kunskapsstyrning.Web.Tests.Features.Imports;
using Kunskapsstyrning.Web.Tests.Features.Inbox;
using Kunskapsstyrning.Web.Tests.Features.Invoicing;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.Tests.Features.Rounds;
using Kunskapsstyrning.Web.Tests.Features.Sending;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Access;

/// <summary>
/// A municipality that has something of everything behind the wall, each with a word in it that stands nowhere else: where the word
/// is found, what it stood in has been let out. Whoever adds something walled plants it here.
/// </summary>
internal sealed class Planted
{
    /// <summary>Whose it is.</summary>
    public static readonly MunicipalityCode Owner = new("0125");

    /// <summary>A municipality that has nothing to do with it.</summary>
    public static readonly MunicipalityCode Foreign = new("0180");

    private readonly TestApp _app;
    private readonly Dictionary<string, string> _places = [];

    private Planted(TestApp app) => _app = app;

    /// <summary>Every word that was planted, with who may see it.</summary>
    public List<Marker> Markers { get; } = [];

    /// <summary>Somebody in the municipality who has sent and said something.</summary>
    public Person Sender { get; } = Somebody("zqnamnzq", Role.MunicipalUser);

    /// <summary>Somebody else in the municipality, who is managed.</summary>
    public Person Managed { get; } = Somebody("Kollega", Role.MunicipalUser);

    /// <summary>Somebody in the municipality whose right has ended.</summary>
    public Person Ended { get; } = Somebody("Slutat", Role.MunicipalUser);

    public DecisionId Decision { get; private set; }

    public DecisionId Proposal { get; private set; }

    public DecisionId Retracted { get; private set; }

    public string Reference { get; private set; } = "";

    public ArrivedItemId Sent { get; private set; }

    public ArrivedItemId Arrived { get; private set; }

    public ImportId List { get; private set; }

    /// <summary>The id of something that was planted.</summary>
    public string Of(string name) => _places[name];

    /// <summary>An id of each kind of record there is, of this municipality where it has one.</summary>
    public IReadOnlyList<string> EveryId { get; private set; } = [];

    public static async Task<Planted> In(TestApp app)
    {
        var planted = new Planted(app);
        await planted.People();
        await planted.Decisions();
        await planted.Receipts();
        await planted.Sending();
        await planted.Inbox();
        await planted.Lists();
        await planted.SignIn();
        await planted.Contacts();
        await planted.Rounds();
        await planted.Invoices();
        await planted.Fees();
        await planted.Draft();
        await planted.FeeNotices();
        await planted.Populations();
        await planted.Snapshot();
        await planted.Dispatches();
        await planted.Report();
        planted.EveryId = await planted.OneOfEach();
        return planted;
    }

    /// <summary>Signs somebody in.</summary>
    public static async Task<BrowserKey> Open(TestApp app, PersonId person)
    {
        var key = NewSession.NewKey();
        Done(await app.Runner.Run(new OpensSession(person, key), Jobs.SignIn, CancellationToken.None));
        return key;
    }

    private Acting Registrar => _app.As(Role.Registrar);

    private Acting Own => new(_app.Runner, Actor.Of(Sender));

    private async Task People()
    {
        Done(await _app.Runner.Run(new OpensAccount(Sender, EmailAddress.Parse($"{Word("epost", (c, _) => c.Permissions.Contains(Permission.Administer) || c.Actor.Municipality == Owner)}@ekero.example")), Jobs.SignIn, CancellationToken.None));
        Done(await _app.Runner.Run(new OpensAccount(Managed, EmailAddress.Parse("kollega@ekero.example")), Jobs.SignIn, CancellationToken.None));
        Done(await _app.Runner.Run(new OpensAccount(Ended, EmailAddress.Parse("slutat@ekero.example")), Jobs.SignIn, CancellationToken.None));
        Markers.Add(new Marker("zqnamnzq", OwnerAndSkr));
        await Open(_app, Sender.Id);
        Done(await Own.Run(new AddPasskey(Word("nyckel", (c, _) => c.Person == Sender.Id), new PasskeyFacts([1, 2, 3], [4, 5, 6], 0, "", true, false, false))));
        _places["nyckel"] = (await _app.Rows("sign-in", "", "SELECT id FROM passkey"))[0];
    }

    /// <summary>Fees that are proposed with a list whose name is known to SKR alone.</summary>
    private async Task Fees()
    {
        var (years, id) = (new YearSpan(2017, 2018), new AllocationProposalId(Guid.CreateVersion7()));
        var ground = (await _app.As("handlaggare").Ask(new TryFees(Typed.Slug2016, years)))!;
        var terms = ground.Terms with { Rate = 0.36m };
        var seen = FeeFingerprint.Of(ground.Fees(terms, ground.Published()));
        Done(await _app.As("handlaggare").Run(new ProposeAllocation(id, Typed.Slug2016, years, terms, seen, "En annan sats.", ground.Published(), Word("avgiftslista", Skr))));
        _places["avgiftsforslag"] = id.Value.ToString();
    }

    private async Task Snapshot()
    {
        var id = new SnapshotId(Guid.CreateVersion7());
        Done(await _app.As(Role.Officer).Run(new TakeSnapshot(id, Typed.Slug2016, new AsOf(new DateOnly(2017, 1, 1)), Word("sparat lage", Skr), Word("syfte med sparat lage", Skr))));
        _places["sparat lage"] = id.Value.ToString();
    }

    /// <summary>A dispatch that another person has released, and what came back of it.</summary>
    private async Task Dispatches()
    {
        var (officer, id) = (_app.As("handlaggare"), new DispatchId(Guid.CreateVersion7()));
        await Registrar.Keeps(ContactPlace.Of(Owner, ContactKind.FunctionAddress), Reached.At($"{Word("funktionsbrevlada", OwnerAndSkr)}@ekero.example"));
        var now = _app.Clock.Now;
        _app.Clock.Set(new DateOnly(2018, 3, 1)); // while it can be answered
        Done(await officer.Run(new PrepareDispatch(id, Typed.Slug2016, new DispatchMatter(DispatchKind.Question))
        {
            Values = [new GivenValue(Owner, "underlag", Word("utskickets varde", Skr))], Attachments = [new DocumentId(Guid.Parse(Of("handling")))],
        }));
        var prepared = (await officer.Ask(new DispatchInFull(Typed.Slug2016, id)))!.Dispatch;
        Done(await officer.Run(new ReviseDispatch(id, prepared.Revision, prepared.Rule, Word("utskickets amne", Skr), prepared.Body, prepared.Annexes)));
        var seen = (await _app.As(Role.Administrator).Ask(new DispatchInFull(Typed.Slug2016, id)))!.Plan!.Fingerprint;
        Done(await _app.As(Role.Administrator).Run(new ReleaseDispatch(id, seen, WithoutThose: true)));
        _app.Clock.Now = now;
        await _app.Change("skr", "", $"INSERT INTO mail_return (item_id, outgoing_message_id, kind, words, noted_at) SELECT '{Arrived.Value}', id, 'Bounced', '{Word("studsens ord", Skr)}', now() FROM outgoing_message WHERE dispatch_id = '{id.Value}'");
        _places["utskick till manga"] = id.Value.ToString();
    }

    /// <summary>A report that SKR alone reads, made from the state whose name is known to SKR alone.</summary>
    private async Task Report()
    {
        var id = new ReportId(Guid.CreateVersion7());
        Done(await _app.As(Role.Officer).Run(new MakeReport(id, Typed.Slug2016, new SnapshotId(Guid.Parse(Of("sparat lage"))), new ReportQuotes(Conditions: true, Reasons: true))));
        _places["aterkoppling"] = id.Value.ToString();
        var covers = new CoverBatchId(Guid.CreateVersion7());
        _places["foljebrev"] = covers.Value.ToString();
        Done(await _app.As(Role.Officer).Run(new AskForCovers(covers, id)));
        var left = (await _app.Runner.Ask(new CoversToPrint(290), Jobs.Printing, CancellationToken.None))!.Some;
        var printed = Encoding.UTF8.GetBytes(Word("foljebrev", (c, _) => c.Permissions.Contains(Permission.ManageRecommendations)));
        Done(await _app.Runner.Run(new KeepCovers(covers, [.. left.Select(c => new PrintedCover(covers, c.Municipality.Code, printed))]), Jobs.Printing, CancellationToken.None));
        Done(await _app.Runner.Run(new EndCovers(covers), Jobs.Printing, CancellationToken.None));
    }

    private async Task Decisions()
    {
        var asked = await Registrar.Id2016();
        Decision = await Log(asked, Typed.Adopts, Details("kvittot", InReceipt), Text(Word("handling", OwnerAndSkr), Word("filnamn", OwnerAndSkr)), receipt: true);
        Done(await Registrar.Run(new CorrectDecision(Decision, Seen: 1, Typed.Adopts, Details("rattat", InReceipt), Word("rattelseskal", OwnerAndSkr))));
        Retracted = await Log(asked, Typed.Adopts with { DecidedOn = new DateOnly(2016, 9, 21) }, Details("tillbakatagna", OwnerAndSkr), Text(Word("tillbakatagen handling", Skr), Word("tillbakataget filnamn", Skr)));
        Done(await Registrar.Run(new RetractDecision(Retracted, Seen: 1, Word("skal till att ta tillbaka", Skr))));

        Proposal = await Log(await Id2018(), new DecisionContent { Outcome = Outcome.Adopts, Stage = Stage.Proposal, Body = "Socialnämnden", ArrivedOn = new DateOnly(2019, 4, 1) }, Details("forslagets", OwnerAndSkr), Text(Word("forslag", Skr), "forslag"));
        await Keep("forslagets handling", $"SELECT document_id FROM decision_document WHERE decision_id = '{Proposal.Value}'");
        Done(await Registrar.Run(new LoosenDocument(Proposal, new DocumentId(Guid.Parse(Of("forslagets handling"))), Word("skal till att lossa", Skr))));
        Done(await Registrar.Run(new AskForFinalDecision(new OutgoingMessageId(Guid.CreateVersion7()), Proposal, new AskForFinal(EmailAddress.Parse($"{Word("fragad", Skr)}@ekero.example"), new DateOnly(2026, 2, 1)))));
        await Keep("uppfoljning", "SELECT id FROM follow_up");
        await Keep("handling", $"SELECT document_id FROM decision_document WHERE decision_id = '{Decision.Value}'");
        await Keep("tillbakatagen handling", $"SELECT document_id FROM decision_document WHERE decision_id = '{Retracted.Value}'");
        Done(await Registrar.Run(new SaveView("2016-nationell-stodfunktion", "", Word("sparad vy", (c, _) => c.Actor.Role is Role.Registrar), IsShared: false)));
        Done(await Registrar.Run(new KeepDraft(new LogDecisionForm([new("kommun", "Ekerö"), new("villkor", Word("utkast", (c, _) => c.Actor.Role is Role.Registrar))]))));
    }

    private async Task<Domain.Recommendations.RecommendationId> Id2018() => (await Registrar.Ask(new LogDesk())).Recommendations.Single(r => r.Slug == "2018-kunskapsstyrning").Id;

    private async Task Receipts()
    {
        Reference = await _app.Read<string>($"SELECT reference FROM outgoing_message WHERE decision_id = '{Decision.Value}'");
        await Keep("kvitto", $"SELECT id FROM outgoing_message WHERE decision_id = '{Decision.Value}'");
        await _app.Change("skr", "", $"UPDATE outgoing_message SET state = 'Submitted' WHERE decision_id = '{Decision.Value}'");
        Assert.True(ReceiptReference.TryParse(Reference, out var reference));
        Done(await _app.Runner.Run(new AnswerReceipt(Word("invandning", InReceipt)), Actor.Holding(reference), CancellationToken.None));
        Done(await Own.Run(new SayAboutDecision(Decision, Word("begaran", OwnerAndSkr))));
    }

    private async Task Sending()
    {
        Sent = await Own.Sends(ToSend.Form(("organ", Word("organ", OwnerAndLoggers)), ("dnr", Word("dnr", OwnerAndLoggers))), Text(Word("skickad handling", OwnerAndLoggers), Word("skickat filnamn", OwnerAndLoggers)));
        await Keep("skickat", $"SELECT original_id FROM arrived_item WHERE id = '{Sent.Value}'");
        await Own.Begins(ToSend.Form(("organ", Word("pagaende", (c, _) => c.Person == Sender.Id))), Text(Word("pagaende handling", (c, _) => c.Person == Sender.Id), Word("pagaende fil", (c, _) => c.Person == Sender.Id)));
    }

    private async Task Inbox()
    {
        Arrived = await Arrives("arende", "brevtext", "bilaga", "bilagans namn");
        await Keep("inkommet", $"SELECT document_id FROM arrived_part WHERE item_id = '{Arrived.Value}' AND number = 2");
        Done(await Registrar.Run(new BePresent(Arrived)));
        var item = await Arrives("lagt till", "lagt till text", "lagt till bilaga", "lagt till namn");
        var put = new PutWithDecision(item, Proposal) { About = [(Owner, await Id2018())], Documents = [await _app.LastDocumentOf(item)] };
        Done(await Registrar.Run(put));
        Done(await Registrar.Run(new LoosenItem(item, Proposal, Word("skal till att lossa posten", Skr))));
        Done(await Registrar.Run(put));
        Done(await Registrar.Run(new RememberFiles([new SeenFile(Word("fil i brevladan", Loggers), "Går inte.")], [])));
    }

    private async Task Lists()
    {
        var registered = await Registrar.Put(PutLists.Headings + $"Ekerö;Nej;;Kommunfullmäktige;2017-09-20;§ 1;{Word("listans dnr", OwnerAndSkr)};2017-09-27\n");
        Done(await Registrar.Confirm(registered, 2));
        _places["registrerad lista"] = registered.Value.ToString();
        Done(await Registrar.Run(new UndoImport(registered, Word("skal till att angra", Skr))));
        List = await Registrar.Put(PutLists.Headings + $"Ekerö;Ja;;Kommunstyrelsen;2018-09-20;§ 1;{Word("rad i lista", Loggers)};2018-09-27\n", ("niva", "slutligt"));
        var template = (await _app.As(Role.Administrator).Ask(new Templates())).First(t => t.Kind is MessageKind.Receipt);
        Done(await _app.As(Role.Administrator).Run(new WriteTemplate(MessageKind.Receipt, template.Current.Number, template.Current.Subject, template.Current.Body + $"\n{Word("mall", (c, _) => c.Permissions.Contains(Permission.ManageRecommendations))}")));
    }

    private Task Contacts() => Registrar.Keeps(
        ContactPlace.Of(Owner, ContactKind.Registrar), Reached.At($"{Word("kontakt", OwnerAndSkr)}@ekero.example", Word("kontaktens namn", OwnerAndSkr)));

    /// <summary>What SKR alone writes about a municipality that it follows.</summary>
    private async Task Rounds()
    {
        var note = new ContactNoteId(Guid.CreateVersion7());
        _places["anteckning"] = note.Value.ToString();
        var said = new NotedWords(NotedFrom.Call, new DateOnly(2025, 11, 20), Word("talade med", Loggers), Word("samtal", Loggers));
        Done(await Registrar.Run(new NoteContact(new ContactNoteId(Guid.CreateVersion7()), Owner, "2016-nationell-stodfunktion", said, new NextStep(new DateOnly(2025, 12, 15), Word("organ som beslutar", Loggers), null))));
        Done(await Registrar.Run(new CorrectNote(note, Owner, (await Registrar.Ask(new ContactWith(Owner, null)))!.NoteId(), said with { Words = Word("rattat samtal", Loggers) }, Word("skal till rattat samtal", Loggers))));
        Done(await Registrar.Run(new AssignMunicipalities("2016-nationell-stodfunktion", [Owner], Registrar.Actor.Person)));
        Done(await _app.As(Role.Officer).Run(new StateReminders("2016-nationell-stodfunktion", [-14, 7])));
        Done(await _app.As(Role.Officer).Run(new SnoozeReminder("2016-nationell-stodfunktion", new DateOnly(2016, 9, 30), new DateOnly(2016, 10, 7), new DateOnly(2025, 12, 1), "Styrelsen tar upp det.")));
    }

    /// <summary>A recommendation that is not sent.</summary>
    private async Task Draft()
    {
        Done(await _app.As(Role.Officer).Run(new BeginDraft(new NewDraft(
            Word("utkastets rubrik", Skr), Word("utkastets korta rubrik", Skr), Word("utkastets adress", Skr), new DateOnly(2026, 3, 1), new YearSpan(2027, 2028)))));
        _places["utkast"] = "planterat-utkast";
        Done(await _app.As(Role.Officer).Run(new BeginDraft(new NewDraft("Ett utkast", "Utkast", Of("utkast"), new DateOnly(2026, 3, 1), new YearSpan(2027, 2028)))));
    }

    private async Task FeeNotices()
    {
        var batch = new FeeNoticeBatchId(Guid.CreateVersion7());
        _places["avgiftsbesked"] = batch.Value.ToString();
        Done(await _app.As(Role.Officer).Run(new AskForFeeNotices(batch, "2016-nationell-stodfunktion", 2017)));
        var left = (await _app.Runner.Ask(new NoticesToPrint(), Jobs.Printing, CancellationToken.None))!.Left;
        var printed = Encoding.UTF8.GetBytes(Word("avgiftsbesked", (c, _) => c.Permissions.Contains(Permission.FreezeFees)));
        Done(await _app.Runner.Run(new KeepNotices(batch, [.. left.Select(c => new PrintedNotice(batch, c, printed))]), Jobs.Printing, CancellationToken.None));
        Done(await _app.Runner.Run(new EndFeeNotices(batch), Jobs.Printing, CancellationToken.None));
    }

    /// <summary>Figures that wait are seen by the one who put them there.</summary>
    private async Task Populations()
    {
        var csv = $"Region,BE0101N1 2024\n0125,28910\n{Word("folkmangd", Officers)},1\n";
        Done(await _app.As(Role.Officer).Run(new PutPopulation(new PopulationSetId(Guid.CreateVersion7()), $"{Word("folkmangdens fil", Officers)}.csv", Word("folkmangd fran", Officers), Encoding.UTF8.GetBytes(csv))));
        await Keep("folkmangd", "SELECT id FROM population_set ORDER BY date LIMIT 1");
        await Keep("folkmangd som vantar", "SELECT set_id FROM population_draft");
    }

    /// <summary>The municipality's own reference, and an invoice to it.</summary>
    private async Task Invoices()
    {
        await _app.Knows(Owner.Digits, reference: null);
        Done(await Own.Run(new StateOurBuyerReference(0, BuyerReference.Parse(Word("bestallarreferens", OwnerAndSkr)))));
        await _app.States(Invoiced.Terms with { Seller = Invoiced.Terms.Seller with { Name = Word("saljare", InvoicesFees) } });
        Done(await _app.Makes(Word("skal till uttag", InvoicesFees)));
    }

    /// <summary>What signing in leaves for a while.</summary>
    private Task SignIn() => _app.Change("sign-in", "", $"""
        INSERT INTO sign_in_letter (id, recipient, subject, body, next_try_at, not_after, attempts) VALUES (gen_random_uuid(), '{Word("brev till", Nobody)}@ekero.example', 'x', '{Word("kod", Nobody)}', now() + interval '1 day', now() + interval '2 days', 0);
        INSERT INTO one_time_code (browser, person_id, hash, tries, expires_at) VALUES ('{Word("kodens webblasare", Nobody)}', '{Sender.Id.Value}', 'x', 0, now() + interval '2 days');
        INSERT INTO begun_sign_in (browser, purpose, question, return_url, expires_at) VALUES ('{Word("inloggningens webblasare", Nobody)}', 'passkey', '{Word("fraga", Nobody)}', '/', now() + interval '2 days');
        INSERT INTO identity_provider (id, name, issuer, client_id, secret_name, rules, is_on, municipality_code) VALUES (gen_random_uuid(), 'Ekerös konto', 'https://ekero.example/', '{Word("klient", Administers)}', 'x', '[]', false, '{Owner}');
        INSERT INTO external_identity (issuer, subject, first_seen_at, person_id) VALUES ('https://ekero.example/', '{Word("utifran", Administers)}', now(), '{Sender.Id.Value}');
        """);

    private async Task<IReadOnlyList<string>> OneOfEach()
    {
        var tables = await _app.Rows("", "", """
            SELECT format('SELECT id::text FROM %I %s LIMIT 1', c.relname, (SELECT 'WHERE municipality_code = ''0125''' FROM pg_attribute m WHERE m.attrelid = c.oid AND m.attname = 'municipality_code'))
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'id' AND a.atttypid = 'uuid'::regtype
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1
            """);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            found.UnionWith(await _app.Rows("skr", "Administer", table));
            found.UnionWith(await _app.Rows("sign-in", "", table));
        }

        return [.. found];
    }

    private async Task<DecisionId> Log(Domain.Recommendations.RecommendationId asked, DecisionContent content, DecisionDetails details, Web.Features.Documents.ReceivedFile file, bool receipt = false)
    {
        var id = new DecisionId(Guid.CreateVersion7());
        var command = new LogDecision(id, Owner, asked, content, details, []) { File = file, Receipt = receipt ? EmailAddress.Parse($"{Word("mottagare", OwnerAndSkr)}@ekero.example") : null };
        Done(await Registrar.Run(await Registrar.Seeing(command)));
        return id;
    }

    private async Task<ArrivedItemId> Arrives(string subject, string text, string attachment, string name) => await _app.Arrives(new Features.Inbox.Letter
    {
        From = $"{Word("avsandare " + subject, Loggers)}@ekero.example", Subject = Word(subject, Loggers), Text = $"Ekerö kommun. {Word(text, Loggers)}",
        Files = [new LetterFile(Word(name, OwnerAndSkr) + ".txt", Encoding.UTF8.GetBytes($"Ekerö kommun beslutar att anta. {Word(attachment, OwnerAndLoggers)}"), "text/plain")],
    }).AndIsRead(_app);

    private DecisionDetails Details(string whose, Func<Caller, string, bool> mayBeSeen) => new()
    {
        Paragraph = Word($"{whose} paragraf", mayBeSeen), CaseNumber = Word($"{whose} dnr", mayBeSeen), Conditions = Word($"{whose} villkor", mayBeSeen),
        Sender = Word($"{whose} avsandare", mayBeSeen), BuyerReference = Word($"{whose} referens", mayBeSeen),
    };

    private static Web.Features.Documents.ReceivedFile Text(string text, string name)
    {
        Assert.True(Web.Features.Documents.ReceivedFile.TryTake($"{name}.txt", Encoding.UTF8.GetBytes($"Utdrag. {text} {Guid.NewGuid():N}"), out var file).IsDone);
        return file!;
    }

    /// <summary>A word that stands nowhere else, and in no other.</summary>
    private string Word(string what, Func<Caller, string, bool> mayBeSeen)
    {
        var word = $"zq{string.Concat(what.Where(char.IsAsciiLetter)).ToLowerInvariant()}{Markers.Count}qz";
        Markers.Add(new Marker(word, mayBeSeen));
        return word;
    }

    private bool InReceipt(Caller caller, string address) => OwnerAndSkr(caller, address) || address.Contains(Reference, StringComparison.Ordinal);

    private static bool OwnerAndSkr(Caller caller, string address) => caller.Actor.Municipality == Owner || Skr(caller, address);

    private static bool OwnerAndLoggers(Caller caller, string address) => caller.Actor.Municipality == Owner || Loggers(caller, address);

    private static bool Loggers(Caller caller, string address) => caller.Permissions.Contains(Permission.LogDecisions);

    private static bool Skr(Caller caller, string address) => caller.Actor.Scope is "skr";

    private static bool Officers(Caller caller, string address) => caller.Actor.Role is Role.Officer;

    private static bool InvoicesFees(Caller caller, string address) => caller.Permissions.Contains(Permission.InvoiceFees);

    private static bool Administers(Caller caller, string address) => caller.Permissions.Contains(Permission.Administer);

    private static bool Nobody(Caller caller, string address) => false;

    private async Task Keep(string name, string question) => _places[name] = (await _app.Read<Guid>(question)).ToString();

    private static Person Somebody(string name, Role role)
    {
        var id = new PersonId(Guid.CreateVersion7());
        return new Person(id, id.Value.ToString(), name, role, Owner);
    }

    private static void Done(Result result) => Assert.Null(result.Refusal);

    [Requires(Permission.SignIn)]
    private sealed record OpensAccount(Person Person, EmailAddress Email) : ICommand
    {
        public Task<Result> Execute(Session session, CancellationToken cancellation)
        {
            session.Add(Person);
            session.Db.Add(new Account(Person.Id, Email, new Recorded(session.Actor.Person!.Value, session.Now)));
            return Task.FromResult(Result.Done);
        }
    }

    [Requires(Permission.SignIn)]
    private sealed record OpensSession(PersonId Person, BrowserKey Key) : ICommand
    {
        public Task<Result> Execute(Session session, CancellationToken cancellation)
        {
            session.Db.Add(new BrowserSession(Key, Person, SignInWay.ReadyMade, session.Now));
            return Task.FromResult(Result.Done);
        }
    }
}

/// <summary>A word that was planted behind the wall.</summary>
/// <param name="Word">The word.</param>
/// <param name="MayBeSeen">True for those who may see it, at an address.</param>
internal sealed record Marker(string Word, Func<Caller, string, bool> MayBeSeen);

/// <summary>Somebody who asks.</summary>
/// <param name="Name">What the test calls them.</param>
/// <param name="Actor">Who they are.</param>
/// <param name="Client">Their browser.</param>
/// <param name="Token">What their forms carry.</param>
internal sealed record Caller(string Name, Actor Actor, HttpClient Client, string Token)
{
    public PersonId? Person => Actor.Person;

    public IReadOnlySet<Permission> Permissions => Actor.Permissions;
}
