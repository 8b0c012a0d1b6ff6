using System.Text;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Access;

/// <summary>What the database itself lets through when nothing else asks: every table, every scope that is not the owner's, also on a connection that the owner has just used.</summary>
public sealed class RowLevelTests(PlantedApp planted, ITestOutputHelper output) : IClassFixture<PlantedApp>
{
    private const string Nowhere = "receipt:ZZZZ-ZZZZ";
    private const string Unset = "none";

    /// <summary>What everyone may see, and why. A table that is neither here nor walled fails the test.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["allocation"] = "Fees, as publicity allows: use cases ask.", ["allocation_row"] = "Fees, as publicity allows: use cases ask.", ["annex"] = "Which letters belong to a recommendation.",
        ["board_point"] = "What the board said.", ["county"] = "SCB's counties.", ["data_protection_key"] = "Read before anybody is known; protects cookies and holds nothing about anyone.",
        ["correction_recipient"] = "Who was sent what was printed wrong, which the page of the recommendation says.", ["deadline_extension"] = "A recommendation's terms.", ["decision"] = "That there is a decision, the public projection.", ["decision_version"] = "Outcome, body and days, the public projection; what is said besides is in walled_details.",
        ["example_notice"] = "What is invented.", ["extension"] = "A recommendation's terms.", ["extension_recall"] = "A recommendation's terms.", ["funding_period"] = "A recommendation's terms.", ["municipality"] = "SCB's municipalities.", ["municipality_name"] = "What municipalities have been called.",
        ["population_figure"] = "SCB's figures.", ["population_set"] = "SCB's figures.", ["boundary_set"] = "SCB's boundaries.", ["outline"] = "SCB's boundaries.", ["recommendation"] = "What is sent, with its terms; drafts are SKR's.", ["go_ahead_decision"] = "Whether a recommendation goes ahead.", ["threshold_statement"] = "When enough have joined.", ["recommendation_correction"] = "A recommendation's own text.",
        ["response"] = "That a municipality has an answer.", ["retraction"] = "That a decision does not count; why is in walled_reason.", ["round"] = "A recommendation's terms.", ["timetable_entry"] = "A recommendation's terms.",
        ["__EFMigrationsHistory"] = "The names of migrations.",
    };

    /// <summary>Tables that the test cannot fill, and why.</summary>
    private static readonly Dictionary<string, string> Empty = [];

    private TestApp App => planted.App;

    public static TheoryData<string> NotTheOwners => [Planted.Foreign.Digits, "public", Nowhere, "", Unset];

    [Fact]
    public async Task Every_table_is_walled_and_forced_or_open_for_a_reason()
    {
        var walled = await Walled();
        var all = await App.Rows("", "", "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') ORDER BY relname");

        Assert.True(walled.Count > 30, $"Only {walled.Count} were found.");
        Assert.Empty(all.Except(walled).Except(Open.Keys));
        Assert.Empty(Open.Keys.Except(all));
        Assert.Empty(Open.Keys.Intersect(walled));
        Assert.All(Open.Values, reason => Assert.True(reason.Length > 10));
    }

    [Fact]
    public async Task The_application_s_role_gets_past_no_policy()
    {
        Assert.Equal(["f f f"], await App.Rows("", "", "SELECT concat_ws(' ', CASE WHEN rolsuper THEN 't' ELSE 'f' END, CASE WHEN rolbypassrls THEN 't' ELSE 'f' END, CASE WHEN rolcreaterole THEN 't' ELSE 'f' END) FROM pg_roles WHERE rolname = current_user"));
        Assert.Empty(await App.Rows("", "", "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND pg_has_role(current_user, relowner, 'MEMBER')"));
        Assert.Empty(await App.Rows("", "", "SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef"));
    }

    [Theory, MemberData(nameof(NotTheOwners))]
    public async Task No_row_of_another_municipality_is_seen_in_any_table(string scope)
    {
        await using var connection = new NpgsqlConnection(App.ApplicationConnectionString);
        await connection.OpenAsync();

        Assert.Empty(await Seen(connection, scope));
    }

    [Fact]
    public async Task What_is_planted_lies_in_every_walled_table()
    {
        var bare = new List<string>();
        foreach (var table in await Walled())
        {
            var rows = (await App.Rows("skr", "Administer", $"SELECT 1 FROM {table}")).Count + (await App.Rows("sign-in", "", $"SELECT 1 FROM {table}")).Count + await OfSender(table);
            if (rows == 0) bare.Add(table);
        }

        Assert.Equal(Empty.Keys.Order(StringComparer.Ordinal), bare.Order(StringComparer.Ordinal));
    }

    /// <summary>One physical connection, which the owner has used in every way that a use case can end.</summary>
    [Theory]
    [InlineData("read to its end")]
    [InlineData("rolled back")]
    [InlineData("failed in the database")]
    [InlineData("thrown away within its transaction")]
    [InlineData("stopped while the database worked")]
    public async Task A_connection_that_the_owner_used_just_before_gives_nothing_away(string how)
    {
        await using var pool = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(App.ApplicationConnectionString) { MaxPoolSize = 1, MinPoolSize = 1 }.ConnectionString);
        foreach (var scope in (string[])[Planted.Foreign.Digits, "public", "", Unset])
        {
            var before = await UsedByOwner(pool, how);
            await using var connection = await pool.OpenConnectionAsync();

            if (how != "stopped while the database worked") Assert.Equal(before, connection.ProcessID);
            Assert.Empty(await Seen(connection, scope));
        }
    }

    /// <summary>The tables and words that are seen in a scope; outside the municipalities' scopes every row of a walled table is one too many.</summary>
    private async Task<IReadOnlyList<string>> Seen(NpgsqlConnection connection, string scope)
    {
        var seen = new List<string>();
        await using var transaction = await connection.BeginTransactionAsync();
        await AsRole.Enter(connection, scope is Unset ? null : scope, nameof(Permission.Administer), scope == Planted.Foreign.Digits ? ReadyMadeUsers.As("kommun-0180").Person!.Value.Value.ToString() : "");
        var tables = await AsRole.Read(connection, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname");
        var walled = await Walled();
        foreach (var table in tables)
        {
            var rows = await AsRole.Read(connection, $"SELECT t::text FROM \"{table}\" AS t");
            if (scope != Planted.Foreign.Digits && walled.Contains(table) && rows.Count > 0) seen.Add($"{rows.Count} rows of {table}");
            seen.AddRange(planted.Planted.Markers.Where(m => rows.Any(r => Holds(r, m.Word))).Select(m => $"{m.Word} in {table}"));
        }

        output.WriteLine($"{scope}: {tables.Count} tables, {planted.Planted.Markers.Count} words");
        return seen;
    }

    /// <summary>Bytes are shown as hexadecimal figures.</summary>
    private static bool Holds(string row, string word) =>
        row.Contains(word, StringComparison.OrdinalIgnoreCase) || row.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(word)), StringComparison.OrdinalIgnoreCase);

    private async Task<int> UsedByOwner(NpgsqlDataSource pool, string how)
    {
        await using var connection = await pool.OpenConnectionAsync();
        var process = connection.ProcessID;
        var transaction = await connection.BeginTransactionAsync();
        await AsRole.Enter(connection, Planted.Owner.Digits, nameof(Permission.ReadWalled), planted.Planted.Sender.Id.Value.ToString());
        Assert.NotEmpty(await AsRole.Read(connection, "SELECT 1 FROM walled_details"));
        if (how == "read to its end") await transaction.CommitAsync();
        if (how == "rolled back") await transaction.RollbackAsync();
        if (how == "failed in the database") await Assert.ThrowsAsync<PostgresException>(() => AsRole.Read(connection, "SELECT 1 / (SELECT count(*) FROM walled_details WHERE false)"));
        if (how == "stopped while the database worked")
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            await using var sleep = new NpgsqlCommand("SELECT pg_sleep(30)", connection);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sleep.ExecuteScalarAsync(stop.Token));
        }

        return process;
    }

    private Task<IReadOnlyList<string>> Walled() => App.Rows("", "", "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity AND relforcerowsecurity ORDER BY relname");

    private async Task<int> OfSender(string table)
    {
        await using var connection = new NpgsqlConnection(App.ApplicationConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await AsRole.Enter(connection, Planted.Owner.Digits, "", planted.Planted.Sender.Id.Value.ToString());
        return (await AsRole.Read(connection, $"SELECT 1 FROM {table}")).Count;
    }
}

/// <summary>A database in which everything is planted, shared by the tests of a class. Nothing changes in it.</summary>
public sealed class PlantedApp : IAsyncLifetime
{
    private Planted? _planted;

    public TestApp App { get; } = new();

    internal Planted Planted => _planted!;

    /// <summary>The recommendation of 2016, which the planted municipality has answered.</summary>
    public RecommendationId Question { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        _planted = await Planted.In(App);
        Question = await App.As(Role.Registrar).Id2016();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
