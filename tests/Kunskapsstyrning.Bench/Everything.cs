namespace Kunskapsstyrning.Bench;

/// <summary>Measures all there is to measure, in one run.</summary>
internal static class Everything
{
    private static readonly string Own = typeof(Everything).Assembly.Location;

    /// <summary>Prints the table.</summary>
    /// <param name="product">The path of the published program.</param>
    /// <returns>Zero, whatever the numbers are, unless something could not be measured.</returns>
    public static async Task<int> Measure(string product)
    {
        await using var database = await BenchDatabase.Make();
        var report = new Report();
        var contestants = new Contestants(database, Path.GetFullPath(product), Own);

        await PagesMeasured.Measure(contestants, report);
        await SignedInMeasured.Measure(contestants, report);
        await ToDoMeasured.Measure(contestants, report);
        await StartMeasured.Measure(contestants, report);
        await LoggingMeasured.Measure(database, report);
        FeesMeasured.Measure(database, report);
        await KeysMeasured.Measure(contestants, report);
        await WorkbooksMeasured.Measure(report);
        await InboxMeasured.Measure(contestants, report);
        await PapersMeasured.Measure(contestants, report);
        await OverviewMeasured.Measure(contestants, report);

        // In a database of its own, since it opens doors that others must find shut.
        await using var own = await BenchDatabase.Make();
        await ImportMeasured.Measure(own, report);
        await FreezeMeasured.Measure(own, report);
        await DispatchMeasured.Measure(own, report);
        await using var large = await BenchDatabase.Make();
        await OverviewMeasured.MeasureLarge(large, Path.GetFullPath(product), report);
        return report.IsWhole ? 0 : 1;
    }

    /// <summary>Measures a municipality's pages alone.</summary>
    public static async Task<int> MeasureSignedIn(string product)
    {
        await using var database = await BenchDatabase.Make();
        await SignedInMeasured.Measure(new Contestants(database, Path.GetFullPath(product), Own), new Report());
        return 0;
    }

    /// <summary>Measures the overview alone.</summary>
    public static async Task<int> MeasureOverview(string product)
    {
        var report = new Report();
        await using (var database = await BenchDatabase.Make()) await OverviewMeasured.Measure(new Contestants(database, Path.GetFullPath(product), Own), report);
        await using var large = await BenchDatabase.Make();
        await OverviewMeasured.MeasureLarge(large, Path.GetFullPath(product), report);
        return 0;
    }

    /// <summary>Measures what an officer has to do alone.</summary>
    public static async Task<int> MeasureToDo(string product)
    {
        await using var database = await BenchDatabase.Make();
        await ToDoMeasured.Measure(new Contestants(database, Path.GetFullPath(product), Own), new Report());
        return 0;
    }

    /// <summary>Measures fees alone, which needs no published program.</summary>
    public static async Task<int> MeasureFees()
    {
        await using var database = await BenchDatabase.Make();
        var report = new Report();
        FeesMeasured.Measure(database, report);
        await FreezeMeasured.Measure(database, report);
        return 0;
    }

    /// <summary>Measures queueing of dispatches alone, which needs no published program.</summary>
    public static async Task<int> MeasureDispatch()
    {
        await using var database = await BenchDatabase.Make();
        await DispatchMeasured.Measure(database, new Report());
        return 0;
    }

    /// <summary>Measures the wait for what is tried alone.</summary>
    public static async Task<int> MeasureKeys(string product)
    {
        await using var database = await BenchDatabase.Make();
        await KeysMeasured.Measure(new Contestants(database, Path.GetFullPath(product), Own), new Report());
        return 0;
    }

    /// <summary>Measures workbooks alone, which needs neither database nor published program.</summary>
    public static async Task<int> MeasureWorkbooks()
    {
        await WorkbooksMeasured.Measure(new Report());
        return 0;
    }

    /// <summary>Measures the inbox alone.</summary>
    public static async Task<int> MeasureInbox(string product)
    {
        await using var database = await BenchDatabase.Make();
        await InboxMeasured.Measure(new Contestants(database, Path.GetFullPath(product), Own), new Report());
        return 0;
    }

    /// <summary>Measures papers alone.</summary>
    public static async Task<int> MeasurePapers(string product)
    {
        await using var database = await BenchDatabase.Make();
        await PapersMeasured.Measure(new Contestants(database, Path.GetFullPath(product), Own), new Report());
        return 0;
    }

    /// <summary>Measures reading in lists alone, which needs no published program.</summary>
    public static async Task<int> MeasureImport()
    {
        await using var database = await BenchDatabase.Make();
        await ImportMeasured.Measure(database, new Report());
        return 0;
    }
}

/// <summary>The two programs that are held against each other.</summary>
internal sealed record Contestants(BenchDatabase Database, string Product, string Bare)
{
    /// <summary>The page of the product that everyone reads.</summary>
    public const string Page = $"/rekommendationer/{BenchDatabase.Slug}";

    /// <summary>The same rows from the bare endpoint.</summary>
    public string BarePage => $"/rekommendationer/{Database.Recommendation.Id.Value}";

    public Task<(Node Node, Cost UntilFirstPage)> StartProduct(string name) =>
        Node.Start([Product], name, Page, new Dictionary<string, string> { ["ConnectionStrings__Kunskapsstyrning"] = Database.ForProduct(name) });

    /// <summary>With ready-made users to sign in as, and no example data.</summary>
    public Task<(Node Node, Cost UntilFirstPage)> StartInDevelopment(string name) => Node.Start([Product, "--Example=false"], name, Page, new Dictionary<string, string>
    {
        ["ConnectionStrings__Kunskapsstyrning"] = Database.ForProduct(name),
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
    });

    public Task<(Node Node, Cost UntilFirstPage)> StartBare(string name) =>
        Node.Start([Bare, "bare"], name, BarePage, new Dictionary<string, string> { [BareEndpoint.Database] = Database.ForBare(name) });
}
