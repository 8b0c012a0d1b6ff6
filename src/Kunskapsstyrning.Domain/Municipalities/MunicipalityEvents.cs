namespace Kunskapsstyrning.Domain.Municipalities;

/// <summary>Something that happened to a municipality in the register.</summary>
/// <param name="Code">The municipality.</param>
/// <param name="Why">What it rests on, in the words of who registered it; null where none is asked for.</param>
public abstract record MunicipalityEvent(MunicipalityCode Code, string? Why) : IEvent
{
    /// <summary>A municipality has its code for identity; the history wants a longer one.</summary>
    public Guid Subject => Guid.Parse($"0198a003-{Code.Digits}-7000-8000-000000000000");

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => Code;

    /// <inheritdoc/>
    public string? Reason => Why;

    /// <inheritdoc/>
    public virtual object? Before => null;

    /// <inheritdoc/>
    public abstract object? After { get; }
}

/// <summary>A municipality's organisation number was stated, or another than the one before.</summary>
public sealed record OrganisationNumberStated(MunicipalityCode Code, OrganisationNumber? Was, OrganisationNumber Number) : MunicipalityEvent(Code, null)
{
    /// <inheritdoc/>
    public override object? Before => Was is { } was ? new { OrganisationNumber = was.ToString() } : null;

    /// <inheritdoc/>
    public override object? After => new { OrganisationNumber = Number.ToString() };
}

/// <summary>A municipality is called something else from a day.</summary>
public sealed record MunicipalityRenamed(MunicipalityCode Code, string Was, string Name, DateOnly From, string? Why) : MunicipalityEvent(Code, Why)
{
    /// <inheritdoc/>
    public override object? Before => new { Name = Was };

    /// <inheritdoc/>
    public override object? After => new { Name, From };
}

/// <summary>There is a municipality from a day that was not there before.</summary>
public sealed record MunicipalityFormed(MunicipalityCode Code, string Name, DateOnly From, IReadOnlyList<MunicipalityCode> Of, string? Why) : MunicipalityEvent(Code, Why)
{
    /// <inheritdoc/>
    public override object? After => new { Name, From, Of };
}

/// <summary>A municipality is no more after a day.</summary>
public sealed record MunicipalityEnded(MunicipalityCode Code, DateOnly Last, IReadOnlyList<MunicipalityCode> Into, string? Why) : MunicipalityEvent(Code, Why)
{
    /// <inheritdoc/>
    public override object? After => new { Last, Into };
}

/// <summary>A municipality that goes on has other borders from a day.</summary>
/// <param name="Joined">Those that went up in it.</param>
/// <param name="Parted">Those that broke out of it.</param>
public sealed record MunicipalityReshaped(MunicipalityCode Code, DateOnly From, IReadOnlyList<MunicipalityCode> Joined, IReadOnlyList<MunicipalityCode> Parted, string? Why) : MunicipalityEvent(Code, Why)
{
    /// <inheritdoc/>
    public override object? After => new { From, Joined, Parted };
}
