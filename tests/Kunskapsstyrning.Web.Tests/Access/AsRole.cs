using Npgsql;

namespace Kunskapsstyrning.Web.Tests.Access;

/// <summary>The application's own role in the database, in a scope that a test chooses, with no use case in between.</summary>
internal static class AsRole
{
    /// <summary>Changes something.</summary>
    public static async Task Change(this TestApp app, string scope, string permission, string sql)
    {
        await using var connection = new NpgsqlConnection(app.ApplicationConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Enter(connection, scope, permission);
        await using (var command = new NpgsqlCommand(sql, connection)) await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    /// <summary>The first column of each row.</summary>
    public static async Task<IReadOnlyList<string>> Rows(this TestApp app, string scope, string permission, string sql)
    {
        await using var connection = new NpgsqlConnection(app.ApplicationConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Enter(connection, scope, permission);
        return await Read(connection, sql);
    }

    /// <summary>Sets what the runner sets. Null leaves it unset.</summary>
    public static async Task Enter(NpgsqlConnection connection, string? scope, string permission, string person = "")
    {
        if (scope is null) return;

        await using var set = new NpgsqlCommand("SELECT set_config('app.scope', $1, true), set_config('app.permission', $2, true), set_config('app.person', $3, true)", connection)
        {
            Parameters = { new() { Value = scope }, new() { Value = permission }, new() { Value = person } },
        };
        await set.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of each row as text.</summary>
    public static async Task<IReadOnlyList<string>> Read(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.IsDBNull(0) ? "" : reader.GetValue(0).ToString()!);
        return rows;
    }
}
