using System.Collections;
using System.Reflection;
using System.Text;
using Kunskapsstyrning.Persistence.Rights;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Tests.Access;

/// <summary>
/// Runs a query as the runner does, but asks nobody's permission: the use case is told that the one who asks is whoever the test says,
/// and the database what scope it is. What still comes back, the database has let through by itself.
/// </summary>
internal sealed class Unchecked(string connectionString, ReferenceFacts facts, DateTimeOffset now)
{
    /// <summary>Everything that the answer says, as text.</summary>
    public async Task<string> Ask(object query, Actor believed, string? scope, string person)
    {
        await using var db = Schema.Open(connectionString);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (scope is not null)
        {
            var permission = RequiresAttribute.Of(query.GetType()).ToString();
            await db.Database.ExecuteSqlAsync($"SELECT set_config('app.scope', {scope}, true), set_config('app.person', {person}, true), set_config('app.permission', {permission}, true)");
        }

        var answer = query.GetType().GetMethod("Answer")!;
        var asked = (Task)answer.Invoke(query, [new Session(db, facts, believed, now, new Uri("https://kunskapsstyrning.example/")), CancellationToken.None])!;
        await asked;
        var said = new StringBuilder();
        Tell(asked.GetType().GetProperty("Result")!.GetValue(asked), said, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return said.ToString();
    }

    /// <summary>Everything in something, however deep.</summary>
    private static void Tell(object? what, StringBuilder said, HashSet<object> told)
    {
        switch (what)
        {
            case null or Type or Delegate or ReferenceFacts: return;
            case string text: said.AppendLine(text); return;
            case byte[] bytes: said.AppendLine(Encoding.UTF8.GetString(bytes)); return;
        }

        var type = what.GetType();
        if (type.IsPrimitive || type.IsEnum || (!type.IsValueType && !told.Add(what))) return;
        if (what is IEnumerable all)
        {
            foreach (var one in all) Tell(one, said, told);
            return;
        }

        if (type.Namespace?.StartsWith("System", StringComparison.Ordinal) is true && !type.IsGenericType) return;
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)) Tell(field.GetValue(what), said, told);
        }
    }
}
