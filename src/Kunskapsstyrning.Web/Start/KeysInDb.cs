using System.Xml.Linq;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Start;

/// <summary>Keeps the keys that protect cookies and forms in the database, so that every node reads the same.</summary>
internal sealed class KeysInDb(IServiceProvider services) : IXmlRepository
{
    private Runner Runner => services.GetRequiredService<Runner>();

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Runner.Ask(new ProtectionKeys(), Actor.Anyone, CancellationToken.None).GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        Runner.Run(new KeepProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)), Jobs.ReferenceData, CancellationToken.None).GetAwaiter().GetResult();

    [Requires(Permission.ReadPublic)]
    private sealed record ProtectionKeys : IQuery<IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Answer(Session session, CancellationToken cancellation) =>
            await session.Db.DataProtectionKeys.Select(k => k.Xml).ToListAsync(cancellation);
    }

    [Requires(Permission.Administer), LeavesNoHistory("A key is no fact about any municipality, and its content must not be kept twice.")]
    private sealed record KeepProtectionKey(string Name, string Xml) : ICommand
    {
        public Task<Result> Execute(Session session, CancellationToken cancellation)
        {
            session.Db.DataProtectionKeys.Add(new DataProtectionKey { Name = Name, Xml = Xml });
            return Task.FromResult(Result.Done);
        }
    }
}
