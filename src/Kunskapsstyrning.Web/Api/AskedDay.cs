using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Web.Api;

/// <summary>The day and the question as a client asks, before it is known what day it is today.</summary>
/// <param name="Day">The day; null for today.</param>
/// <param name="Basis">Whether arrival or meeting decides.</param>
internal sealed record AskedDay(DateOnly? Day, Basis Basis)
{
    /// <summary>Reads <c>asOf</c> and <c>basis</c>.</summary>
    public static ApiAnswer<AskedDay> Read(string? asOf, string? basis)
    {
        DateOnly? day = null;
        if (asOf is not null)
        {
            if (!DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return ApiProblem.NotADay(asOf);
            day = read;
        }

        if (basis is null) return new AskedDay(day, Basis.Arrived);
        return ApiWord.TryParse<Basis>(basis, out var known) ? new AskedDay(day, known) : ApiProblem.UnknownBasis(basis);
    }

    /// <summary>The day to answer for; a problem when it has not been.</summary>
    public ApiAnswer<AsOf> On(DateOnly today)
    {
        if (Day > today) return ApiProblem.FutureDay(Day.Value, today);
        return new AsOf(Day ?? today, Basis);
    }
}
