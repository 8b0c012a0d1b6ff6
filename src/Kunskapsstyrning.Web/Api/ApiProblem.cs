using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Web.Api;

/// <summary>Why the API does not answer, as a problem document (RFC 9457). Code and title never change; the detail says it in Swedish.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The problem's name, the last part of its type.</param>
/// <param name="Title">What kind of problem it is.</param>
/// <param name="Detail">What is wrong this time and what to do about it.</param>
internal sealed record ApiProblem(int Status, string Code, string Title, string Detail)
{
    /// <summary>What every type begins with.</summary>
    public const string Types = "urn:kunskapsstyrning:problem:";

    /// <summary>The day cannot be read.</summary>
    public static ApiProblem NotADay(string typed) =>
        new(StatusCodes.Status400BadRequest, "not-a-day", "Dagen går inte att läsa.", $"”{typed}” är ingen dag. Skriv asOf som 2019-06-15.");

    /// <summary>The day has not been.</summary>
    public static ApiProblem FutureDay(DateOnly day, DateOnly today) =>
        new(StatusCodes.Status400BadRequest, "future-day", "Dagen ligger i framtiden.", $"{day:yyyy-MM-dd} har inte varit än. Fråga om {today:yyyy-MM-dd} eller en tidigare dag.");

    /// <summary>The basis is neither of the two.</summary>
    public static ApiProblem UnknownBasis(string typed) =>
        new(StatusCodes.Status400BadRequest, "unknown-basis", "Frågan är okänd.", $"”{typed}” är ingen fråga. Skriv basis som arrived (inkommet) eller held (beslutat).");

    /// <summary>A day was asked for where only a year counts.</summary>
    public static ApiProblem NoDayHere() =>
        new(StatusCodes.Status400BadRequest, "no-day-here", "Avgifter har ingen dag.", "Avgifterna beror på året, inte på dagen. Ta bort asOf och basis, och välj år med year.");

    /// <summary>The year cannot be read.</summary>
    public static ApiProblem NotAYear(string typed) =>
        new(StatusCodes.Status400BadRequest, "not-a-year", "Året går inte att läsa.", $"”{typed}” är inget år. Skriv year som 2020.");

    /// <summary>A filter asks for a status that is none of the five.</summary>
    public static ApiProblem UnknownStatus(string typed) =>
        new(StatusCodes.Status400BadRequest, "unknown-status", "Statusen är okänd.", $"”{typed}” är ingen status. Välj en av {string.Join(", ", Enum.GetValues<Status>().Select(ApiWord.Of))}.");

    /// <summary>A filter asks for a county that is not.</summary>
    public static ApiProblem UnknownCounty(string typed) =>
        new(StatusCodes.Status400BadRequest, "unknown-county", "Länet är okänt.", $"”{typed}” är inget län. Skriv SCB:s två siffror, till exempel 01.");

    /// <summary>A format that the API does not write.</summary>
    public static ApiProblem UnknownFormat(string typed) =>
        new(StatusCodes.Status400BadRequest, "unknown-format", "Formatet är okänt.", $"”{typed}” finns inte. Skriv format som json eller csv.");

    /// <summary>CSV was asked for where the answer is no table.</summary>
    public static ApiProblem NotATable() =>
        new(StatusCodes.Status406NotAcceptable, "not-a-table", "Svaret är ingen tabell.", "Det här svaret finns bara som JSON. Ta bort format=csv.");

    /// <summary>The day's answers may not be seen by the one who asks.</summary>
    public static ApiProblem ResponsesNotPublic() =>
        new(StatusCodes.Status403Forbidden, "responses-not-public", "Svaren är inte offentliga.", "SKR har inte gjort kommunernas svar på den här rekommendationen offentliga. Avgifterna kan hämtas.");

    /// <summary>No recommendation has the name.</summary>
    public static ApiProblem UnknownRecommendation(string slug) =>
        new(StatusCodes.Status404NotFound, "unknown-recommendation", "Rekommendationen finns inte.", $"Det finns ingen rekommendation som heter ”{slug}”. {Urls.ApiRecommendations} listar dem som finns.");

    /// <summary>No municipality has the code.</summary>
    public static ApiProblem UnknownMunicipality(string code) =>
        new(StatusCodes.Status404NotFound, "unknown-municipality", "Kommunen finns inte.", $"Det finns ingen kommun med koden ”{code}”. {Urls.ApiMunicipalities} listar dem som finns.");

    /// <summary>The year is not paid for.</summary>
    public static ApiProblem YearOutside(int year, IReadOnlyList<int> years) =>
        new(StatusCodes.Status404NotFound, "year-outside", "Året ingår inte.", $"Rekommendationen har ingen avgift {year}. Den gäller {string.Join(", ", years)}.");

    /// <summary>The problem document.</summary>
    public IResult ToResult() => Results.Problem(Detail, statusCode: Status, title: Title, type: Types + Code);
}
