using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Kunskapsstyrning.Web.Start;

/// <summary>Logs as lines of JSON outside development; traces and metrics over OTLP where a receiver is named.</summary>
internal static class Telemetry
{
    /// <summary>The standard setting that names the receiver. Without it nothing leaves the machine.</summary>
    private const string Receiver = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders();
            builder.Logging.AddJsonConsole(options => (options.UseUtcTimestamp, options.TimestampFormat, options.IncludeScopes) = (true, "yyyy-MM-dd'T'HH':'mm':'ss.fff'Z'", true));
            builder.Services.AddSingleton<IExternalScopeProvider, LogScopes>();
        }

        if (string.IsNullOrEmpty(builder.Configuration[Receiver])) return;
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().AddSource("Microsoft.AspNetCore", "Npgsql").AddOtlpExporter().Build());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime").AddOtlpExporter().Build());
        builder.Services.AddHostedService<KeepTelemetry>();
    }

    /// <summary>Makes the providers at start and lets the container send the last of it at stop.</summary>
    private sealed class KeepTelemetry(TracerProvider traces, MeterProvider metrics) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.ForceFlush(2000);
            metrics.ForceFlush(2000);
            return Task.CompletedTask;
        }
    }
}
