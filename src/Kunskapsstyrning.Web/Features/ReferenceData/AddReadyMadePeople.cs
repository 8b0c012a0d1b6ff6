using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.ReferenceData;

/// <summary>
/// Adds the users that development and tests sign in as. Start-up runs it in Development only, as the owner of the
/// database; an installation for real never has them.
/// </summary>
[Requires(Permission.Administer)]
public sealed record AddReadyMadePeople : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var known = await session.Db.People.Select(p => p.Id).ToListAsync(cancellation);
        foreach (var person in ReadyMadeUsers.Make().ExceptBy(known, p => p.Id)) session.Add(person);
        return Result.Done;
    }
}

/// <summary>The ready-made users: functions, at least one in every role, three who may freeze fees. No invented names.</summary>
public static class ReadyMadeUsers
{
    /// <summary>The login of the registrar at SKR, who has registered the example answers.</summary>
    public const string Registrar = "registrator";

    /// <summary>The login of the officer at SKR, who has stated the example threshold.</summary>
    public const string Officer = "handlaggare";

    private static readonly Person[] People = Make();

    /// <summary>Everyone, in the order to show them.</summary>
    public static IReadOnlyList<Person> All => People;

    /// <summary>Acts as the ready-made user with the login.</summary>
    public static Actor As(string login) => Actor.Of(People.Single(p => p.Login == login));

    // New ones every time: what is saved belongs to the context that saves it.
    internal static Person[] Make() =>
    [
        Person(1, Registrar, "Registrator på SKR", Role.Registrar),
        Person(2, Officer, "Handläggare på SKR", Role.Officer),
        Person(3, "handlaggare-2", "Handläggare 2 på SKR", Role.Officer),
        Person(4, "ekonom", "Ekonom på SKR", Role.Finance),
        Person(5, "lasare", "Läsare på SKR", Role.Reader),
        Person(6, "administrator", "Administratör på SKR", Role.Administrator),
        Person(7, "revisor", "Revisor på SKR", Role.Auditor),
        Person(8, "kommun-0125", "Registrator i Ekerö", Role.MunicipalUser, "0125"),
        Person(9, "kommun-0180", "Registrator i Stockholm", Role.MunicipalUser, "0180"),
    ];

    private static Person Person(int number, string login, string name, Role role, string? municipality = null) => new(
        new PersonId(Guid.Parse($"0198a001-0000-7000-8000-00000000000{number}")), login, name, role,
        municipality is null ? null : new MunicipalityCode(municipality));
}
