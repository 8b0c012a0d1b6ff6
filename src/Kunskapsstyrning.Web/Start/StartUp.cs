using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.Example;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Features.SignIn;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Kunskapsstyrning.Web.Start;

/// <summary>What happens once, before the first page.</summary>
internal static class StartUp
{
    /// <summary>PostgreSQL by the ladder; null, with the reason said, when there is none.</summary>
    public static async Task<PostgresServer?> FindPostgres(PostgresOptions options)
    {
        try
        {
            return await PostgresServer.Start(options);
        }
        catch (PostgresUnavailableException missing)
        {
            await Console.Error.WriteLineAsync(missing.Message);
            return null;
        }
    }

    /// <summary>How people sign in; null, with the reason said, when the program must not start so.</summary>
    public static SignInSettings? ReadSignIn(WebApplicationBuilder builder)
    {
        try
        {
            return SignInSettings.Of(builder.Configuration, builder.Environment.IsDevelopment());
        }
        catch (SettingException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return null;
        }
    }

    /// <summary>Reference data always; ready-made users and example data in development, unless example data are declined.</summary>
    public static async Task LoadData(WebApplication app, string ownerConnectionString)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        var runner = app.Services.GetRequiredService<Runner>();
        var readyMade = HasReadyMadeUsers(app);
        if (readyMade || !await runner.Ask(new ReferenceDataAreLoaded(), Jobs.ReferenceData, stopping)) await LoadAsOwner(app, ownerConnectionString);
        await LoadSignIn(app.Services.GetRequiredService<SignInSettings>(), runner, stopping);
        if (readyMade && app.Configuration.GetValue("Example", defaultValue: true)) await ExampleData.Load(runner, stopping);
    }

    /// <summary>What the configuration says of signing in.</summary>
    private static async Task LoadSignIn(SignInSettings options, Runner runner, CancellationToken stopping)
    {
        foreach (var provider in options.Providers) await runner.Run(new KeepProvider(provider), Jobs.SignIn, stopping);
        if (options.FirstAdministrator is { } first) await runner.Run(new OpenFirstAccount(first), Jobs.SignIn, stopping);
    }

    private static bool HasReadyMadeUsers(WebApplication app) => app.Services.GetRequiredService<SignInSettings>().ReadyMadeUsers;

    /// <summary>What the application itself may not write.</summary>
    private static async Task LoadAsOwner(WebApplication app, string ownerConnectionString)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await using var owner = NpgsqlDataSource.Create(ownerConnectionString);
        var changes = new Changes();
        using var facts = new ReferenceFactsKeeper(changes);
        var runner = new Runner(new PooledDbContextFactory<Db>(new DbContextOptionsBuilder<Db>().Of(owner).Options), facts, changes, TimeProvider.System);
        await runner.Run(new LoadReferenceData(), Jobs.ReferenceData, stopping);
        if (HasReadyMadeUsers(app)) await runner.Run(new AddReadyMadePeople(), Jobs.ReferenceData, stopping);
        app.Services.GetRequiredService<Changes>().Unknown();
    }

    /// <summary>Warns whoever watches over an installation of what it goes without.</summary>
    public static void WarnOfWhatIsMissing(WebApplication app)
    {
        if (app.Environment.IsDevelopment() || app.Services.GetRequiredService<ScannerOptions>().Program is not null) return;
        app.Logger.LogWarning("Scanner:Program is not set: files that come in are not looked through for viruses.");
    }

    /// <summary>Tells whoever started the program where it is and how to sign in.</summary>
    public static void SayWhere(WebApplication app, PostgresServer server)
    {
        Console.WriteLine();
        Console.WriteLine($"  Kunskapsstyrning  {string.Join(", ", app.Urls)}");
        Console.WriteLine($"  Databas           {server.Description}");
        if (HasReadyMadeUsers(app)) Console.WriteLine($"  Logga in          {app.Urls.FirstOrDefault()}{Urls.SignIn} som handlaggare, registrator, lasare, ekonom, administrator, revisor, kommun-0125 eller kommun-0180");
        Console.WriteLine();
    }
}
