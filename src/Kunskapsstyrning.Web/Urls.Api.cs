namespace Kunskapsstyrning.Web;

/// <summary>The API.</summary>
public static partial class Urls
{
    public const string OpenApi = "/openapi/v1.json";
    public const string ApiRecommendations = "/api/v1/recommendations";
    public const string ApiRecommendation = "/api/v1/recommendations/{slug}";
    public const string ApiResponses = "/api/v1/recommendations/{slug}/responses";
    public const string ApiFees = "/api/v1/recommendations/{slug}/fees";
    public const string ApiMunicipalities = "/api/v1/municipalities";
    public const string ApiMunicipality = "/api/v1/municipalities/{code}";
    public const string ApiMunicipalityFees = "/api/v1/municipalities/{code}/fees";
}
