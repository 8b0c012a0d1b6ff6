using System.Text.Json.Serialization;

namespace Kunskapsstyrning.Web.Api;

/// <summary>A municipality in the list.</summary>
/// <param name="Code">SCB's four digits.</param>
/// <param name="Name">The name.</param>
/// <param name="CountyCode">SCB's two digits.</param>
/// <param name="County">The county's name.</param>
/// <param name="Population">Inhabitants on the day; null where nobody has counted them.</param>
/// <param name="PopulationDate">The latest day whose inhabitants are known.</param>
public sealed record MunicipalityLine(string Code, string Name, string CountyCode, string County, int? Population, DateOnly PopulationDate);

/// <summary>A municipality.</summary>
/// <param name="Code">SCB's four digits.</param>
/// <param name="Name">The name.</param>
/// <param name="CountyCode">SCB's two digits.</param>
/// <param name="County">The county's name.</param>
/// <param name="Population">Inhabitants on the day; null where nobody has counted them.</param>
/// <param name="PopulationDate">The latest day whose inhabitants are known.</param>
/// <param name="Contacts">Contacts that are public; none so far.</param>
public sealed record MunicipalityInFull(
    string Code, string Name, string CountyCode, string County, int? Population, DateOnly PopulationDate, IReadOnlyList<ContactLine> Contacts);

/// <summary>A public contact of a municipality: a function, never a person.</summary>
/// <param name="Function">What it answers for, in Swedish.</param>
/// <param name="Address">Its address.</param>
public sealed record ContactLine(string Function, string Address);

/// <summary>A municipality's fee in one recommendation and one of the years that it is paid for.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Year">The year. Every year that is paid for has a row, also where no fee is set.</param>
/// <param name="FeeSek">Kronor; null where no fee is set.</param>
/// <param name="State">Whether this very fee is published, computed or not set.</param>
public sealed record FeeOfMunicipality(string Slug, int Year, decimal? FeeSek, [property: JsonConverter(typeof(ApiWordConverter<FeeState>))] FeeState State);
