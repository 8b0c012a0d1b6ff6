namespace Kunskapsstyrning.Persistence.Server;

/// <summary>PostgreSQL cannot be had or will not do. The message is one Swedish sentence to show as it is, without a stack trace.</summary>
public sealed class PostgresUnavailableException : Exception
{
    public PostgresUnavailableException() { }
    public PostgresUnavailableException(string message) : base(message) { }
    public PostgresUnavailableException(string message, Exception innerException) : base(message, innerException) { }
}
