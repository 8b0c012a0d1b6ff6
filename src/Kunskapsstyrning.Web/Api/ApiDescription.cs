using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Layout;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kunskapsstyrning.Web.Api;

/// <summary>The API's description, OpenAPI 3.1: only the API, nothing of the pages.</summary>
internal static class ApiDescription
{
    private const string Version = "v1";

    public static void AddApiDescription(this IServiceCollection services)
    {
        // Numbers are numbers: without this the description would also allow them as text.
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi(Version, Describe);
    }

    public static void MapApiDescription(this IEndpointRouteBuilder app) => app.MapOpenApi(Urls.OpenApi).Open("What the API is like holds nothing of what it answers.");

    private static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = operation => operation.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Kunskapsstyrning",
                Version = Version,
                Description = "Recommendations, fees and the municipalities' answers. JSON in camelCase, days as 2019-06-15, kronor as numbers, municipality "
                    + "codes as text. Without signing in: what SKR has made public. Every answer has an ETag. Problems are problem documents (RFC 9457), "
                    + "whose type and title do not change; the detail is in Swedish.",
            };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? []) parameter.Schema = SchemaOf(parameter) ?? parameter.Schema;
            foreach (var response in operation.Responses?.Select(r => r.Value) ?? [])
            {
                if (response.Content?.TryGetValue("text/csv", out var csv) == true) csv.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
            }

            return Task.CompletedTask;
        });
    }

    private static OpenApiSchema? SchemaOf(OpenApiParameter parameter) => parameter.Name switch
    {
        "asOf" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        "basis" => Choice(Enum.GetValues<Basis>().Select(ApiWord.Of)),
        "status" => Choice(Enum.GetValues<Status>().Select(ApiWord.Of)),
        "format" => Choice(parameter.Description?.Contains("csv", StringComparison.Ordinal) == true ? ["json", "csv"] : ["json"]),
        "county" => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9]{2}$" },
        "code" => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9]{4}$" },
        "year" => new OpenApiSchema { Type = JsonSchemaType.Integer },
        _ => null,
    };

    private static OpenApiSchema Choice(IEnumerable<string> words) =>
        new() { Type = JsonSchemaType.String, Enum = [.. words.Select(word => (JsonNode)word)] };
}
