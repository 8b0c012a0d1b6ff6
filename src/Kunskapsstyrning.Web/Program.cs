using Kunskapsstyrning.Persistence.Rights;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.Features.Health;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.News;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Features.SignIn;
using Kunskapsstyrning.Web.Start;

if (await ReadCommand.Run(args) is { } readAll) return readAll;
if (await ReadReportCommand.Run(args) is { } reported) return reported;

var builder = WebApplication.CreateBuilder(args);
var postgres = PostgresOptions.From(builder.Configuration, builder.Environment.ContentRootPath);
if (await PostgresCommands.Run(args, postgres) is { } exitCode) return exitCode;

if (StartUp.ReadSignIn(builder) is not { } signIn) return 1;

await using var server = await StartUp.FindPostgres(postgres);
if (server is null) return 1;

builder.AddTelemetry();
builder.AddKunskapsstyrning(server.ApplicationConnectionString);
var app = builder.Build();
await Schema.BringUpToDate(server.OwnerConnectionString, app.Lifetime.ApplicationStopping);
await StartUp.LoadData(app, server.OwnerConnectionString);
if (await TakeInCommand.Run(args, app.Services, app.Lifetime.ApplicationStopping) is { } takenIn) return takenIn;

StartUp.WarnOfWhatIsMissing(app);
app.UseKunskapsstyrning();
app.MapPages();
app.MapSignIn(signIn);
app.MapNews();
app.MapHealth();
app.Lifetime.ApplicationStarted.Register(() => StartUp.SayWhere(app, server));
await app.RunAsync();
return 0;
