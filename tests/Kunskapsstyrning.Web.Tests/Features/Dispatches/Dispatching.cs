using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Tests.Access;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Dispatches;

/// <summary>Dispatches as they are made in tests: prepared by an officer, released by an administrator.</summary>
internal static class Dispatching
{
    /// <summary>Every municipality has a function address and a head of social services, ks-0125@kommun.example and sc-0125@kommun.example.</summary>
    public static Task EveryoneIsReached(this TestApp app) => app.Change("skr", "", """
        INSERT INTO contact (id, kind, municipality_code, email, verified_on, verified_by, revision)
        SELECT gen_random_uuid(), kind, m.code, prefix || '-' || m.code || '@kommun.example', date '2016-01-01', (SELECT id FROM person LIMIT 1), 1
        FROM municipality m, (VALUES ('FunctionAddress', 'ks'), ('HeadOfSocialServices', 'sc')) AS k(kind, prefix)
        """);

    public static async Task<DispatchId> Prepares(this TestApp app, string slug, DispatchMatter matter, DispatchRule? rule = null, IReadOnlyList<GivenValue>? values = null)
    {
        var id = new DispatchId(Guid.CreateVersion7());
        Assert.Null((await app.As(Role.Officer).Run(new PrepareDispatch(id, slug, matter) { Rule = rule, Values = values ?? [] })).Refusal);
        return id;
    }

    public static async Task<DispatchPlan> Plan(this TestApp app, string slug, DispatchId id) => (await app.As(Role.Administrator).Ask(new DispatchInFull(slug, id)))!.Plan!;

    public static async Task<Result> Release(this TestApp app, string slug, DispatchId id, bool withoutThose = false) =>
        await app.As(Role.Administrator).Run(new ReleaseDispatch(id, (await app.Plan(slug, id)).Fingerprint, withoutThose));

    /// <summary>Prepared and released at once.</summary>
    public static async Task<DispatchId> Dispatches(this TestApp app, string slug, DispatchMatter matter, DispatchRule? rule = null)
    {
        var id = await app.Prepares(slug, matter, rule);
        Assert.Null((await app.Release(slug, id)).Refusal);
        return id;
    }

    /// <summary>What did not arrive is sent to another address: one person writes it, another sends.</summary>
    public static async Task SendsElsewhere(this TestApp app, OutgoingMessageId id, string address)
    {
        foreach (var role in (Role[])[Role.Registrar, Role.Officer]) Assert.Null((await app.As(role).Run(new SendElsewhere(id, EmailAddress.Parse(address)))).Refusal);
    }

    public static async Task<IReadOnlyList<Addressed>> Addressed(this TestApp app, string slug, DispatchId id) => [.. (await app.As(Role.Reader).Ask(new AskedMunicipalities(slug)))!.Where(a => a.Dispatch == id)];
}
