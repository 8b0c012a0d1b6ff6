using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using Npgsql;

namespace Kunskapsstyrning.Bench;

/// <summary>
/// What the pages are measured against: a minimal application that answers the same rows from one prepared statement,
/// written into a table by hand and compressed at the same level. It keeps nothing between requests.
/// </summary>
internal static class BareEndpoint
{
    /// <summary>The environment variable with the connection string.</summary>
    public const string Database = "BENCH_DATABASE";

    /// <summary>Answers until it is stopped.</summary>
    public static async Task<int> Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var source = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable(Database)!);
        await using var app = builder.Build();
        app.MapGet("/rekommendationer/{id}", (string id, HttpContext context) =>
            Answer(context, source, HandWritten.Rows, new NpgsqlParameter { Value = Guid.Parse(id) }));
        app.MapGet("/kommuner/{code}", (string code, HttpContext context) =>
            Answer(context, source, HandWritten.Municipality, new NpgsqlParameter { Value = code }));
        app.MapGet("/min-kommun/{code}", (string code, HttpContext context) =>
            Answer(context, source, HandWritten.OwnMunicipality, new NpgsqlParameter { Value = code }));
        app.MapGet("/att-gora/{person}", (string person, HttpContext context) =>
            Answer(context, source, HandWritten.ToDo, new NpgsqlParameter { Value = Guid.Parse(person) }));
        await app.RunAsync();
        return 0;
    }

    private static async Task Answer(HttpContext context, NpgsqlDataSource source, string question, NpgsqlParameter asked)
    {
        var html = new StringBuilder("<!doctype html><html lang=sv><meta charset=utf-8><title>Rader</title><table>", 64 * 1024);
        await using (var connection = await source.OpenConnectionAsync(context.RequestAborted))
        await using (var command = new NpgsqlCommand(question, connection) { Parameters = { asked } })
        {
            await command.PrepareAsync(context.RequestAborted);
            await using var reader = await command.ExecuteReaderAsync(context.RequestAborted);
            while (await reader.ReadAsync(context.RequestAborted)) Write(html, reader);
        }

        html.Append("</table></html>");
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentEncoding = "br";
        await using var compressed = new BrotliStream(context.Response.Body, CompressionLevel.Optimal, leaveOpen: true);
        await compressed.WriteAsync(Encoding.UTF8.GetBytes(html.ToString()), context.RequestAborted);
    }

    private static void Write(StringBuilder html, NpgsqlDataReader reader)
    {
        html.Append("<tr>");
        for (var i = 0; i < reader.FieldCount; i++)
        {
            html.Append("<td>");
            if (!reader.IsDBNull(i)) html.Append(HtmlEncoder.Default.Encode(Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!));
            html.Append("</td>");
        }

        html.Append("</tr>");
    }
}
