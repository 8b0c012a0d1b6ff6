using System.Globalization;
using System.Text.Json;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.Start;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Start;

public sealed class TelemetryTests
{
    private static readonly Actor Me = Actor.Of(ReadyMadeUsers.All.First(p => p.Role == Role.Reader));

    [Fact]
    public async Task A_line_of_the_log_says_when_in_utc_which_request_and_who_but_not_the_address_that_was_asked_for()
    {
        var written = new Written();
        await using var app = await Running(written);
        var before = DateTimeOffset.UtcNow.AddMilliseconds(-1);

        using var answer = await app.GetTestClient().GetAsync("/kvitto/HEM1-LIGT?referens=HEM1-LIGT");

        var line = Assert.Single(written.Lines, l => l.Contains("Something happened.", StringComparison.Ordinal));
        var said = JsonDocument.Parse(line).RootElement;
        Assert.EndsWith("Z", said.GetProperty("Timestamp").GetString(), StringComparison.Ordinal);
        Assert.InRange(DateTimeOffset.Parse(said.GetProperty("Timestamp").GetString()!, CultureInfo.InvariantCulture), before, DateTimeOffset.UtcNow);
        var scope = Assert.Single(said.GetProperty("Scopes").EnumerateArray());
        Assert.Equal((await answer.Content.ReadAsStringAsync(), Me.Person!.Value.Value), (scope.GetProperty("Request").GetString(), scope.GetProperty("Person").GetGuid()));
        Assert.DoesNotContain(written.Lines, l => l.Contains("HEM1", StringComparison.Ordinal));
    }

    private static async Task<WebApplication> Running(Written written)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.AddTelemetry();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<ILoggerProvider>(provider =>
        {
            written.Format = provider.GetServices<ConsoleFormatter>().Single(f => f.Name == ConsoleFormatterNames.Json);
            return written;
        });
        var app = builder.Build();
        app.MapGet("/kvitto/{referens}", (HttpContext context, ILogger<TelemetryTests> log) =>
        {
            context.Features.Set(Me);
            log.LogWarning("Something happened.");
            return context.TraceIdentifier;
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>Keeps the lines as the console would get them.</summary>
    private sealed class Written : ILoggerProvider, ISupportExternalScope, ILogger
    {
        private IExternalScopeProvider? _scopes;

        public List<string> Lines { get; } = [];

        public ConsoleFormatter? Format { get; set; }

        public ILogger CreateLogger(string categoryName) => this;

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => _scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var line = new StringWriter();
            Format!.Write(new LogEntry<TState>(logLevel, "test", eventId, state, exception, formatter), _scopes, line);
            lock (Lines) Lines.Add(line.ToString());
        }

        public void Dispose() { }
    }
}
