using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kunskapsstyrning.Persistence.Conventions;

/// <summary>Names tables, columns, keys and indexes as PostgreSQL writes them: <c>decision_version.decided_on</c>.</summary>
internal static class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        var entities = model.Model.GetEntityTypes().ToList();
        foreach (var entity in entities) entity.SetTableName(Of(entity.ClrType.Name));
        foreach (var entity in entities)
        {
            NameColumns(entity, prefix: "");
            foreach (var key in entity.GetKeys()) key.SetName(Of(key.GetName()!));
            foreach (var foreign in entity.GetForeignKeys()) foreign.SetConstraintName(Of(foreign.GetConstraintName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Of(index.GetDatabaseName()!));
        }
    }

    public static string Of(string name) =>
        string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) && char.IsLower(name[at - 1]) ? $"_{letter}" : $"{letter}")).ToLowerInvariant();

    private static void NameColumns(IMutableTypeBase type, string prefix)
    {
        foreach (var property in type.GetProperties()) property.SetColumnName(prefix + Of(property.Name));
        foreach (var complex in type.GetComplexProperties()) NameColumns(complex.ComplexType, Prefix(prefix, complex.Name));
    }

    // What a version or a walled row consists of needs no prefix: its table says it.
    private static string Prefix(string prefix, string name) => name is "Content" or "Details" ? prefix : prefix + Of(name) + "_";
}
