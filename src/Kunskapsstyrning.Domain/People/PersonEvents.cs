namespace Kunskapsstyrning.Domain.People;

/// <summary>What a person was or became: the role, and the municipality where the role has one.</summary>
public sealed record RoleHeld(Role Role, string? MunicipalityCode);

/// <summary>A person got another role: a right given, or taken away.</summary>
public sealed record RoleChanged(PersonId Person, RoleHeld RoleBefore, RoleHeld RoleAfter, MunicipalityCode? MunicipalityCode, string? Why) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public string? Reason => Why;

    /// <inheritdoc/>
    public object? Before => RoleBefore;

    /// <inheritdoc/>
    public object? After => RoleAfter;
}

/// <summary>A person is called something else. What, stays outside the history.</summary>
public sealed record PersonRenamed(PersonId Person) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;
}

/// <summary>A person may not act any more.</summary>
public sealed record PersonEnded(PersonId Person, MunicipalityCode? MunicipalityCode, string? Why) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public string? Reason => Why;
}

/// <summary>A person may act again.</summary>
public sealed record PersonRestored(PersonId Person, MunicipalityCode? MunicipalityCode, string? Why) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public string? Reason => Why;
}
