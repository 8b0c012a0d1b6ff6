using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Contacts;

/// <summary>Says that contacts are right as they were seen. Nothing is confirmed that somebody has changed since.</summary>
/// <param name="Municipality">Whose; null for a county's.</param>
/// <param name="County">The county whose, by SCB's two digits; null for a municipality's.</param>
/// <param name="Seen">What the person saw, one for each contact.</param>
[Requires(Permission.KeepContacts)]
public sealed record VerifyContacts(MunicipalityCode? Municipality, string? County, IReadOnlyList<string> Seen) : ICommand
{
    /// <inheritdoc/>
    public Task<Result> Execute(Session session, CancellationToken cancellation) => session.Verify(Municipality, County, Seen, cancellation);
}

/// <summary>The same for the own municipality, which comes from the actor and from nowhere else.</summary>
/// <param name="Seen">What the person saw, one for each contact.</param>
[Requires(Permission.AnswerForMunicipality)]
public sealed record VerifyOurContacts(IReadOnlyList<string> Seen) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        session.Actor.Municipality is { } own ? await session.Verify(own, null, Seen, cancellation) : ContactRefusals.NotThere;
}
