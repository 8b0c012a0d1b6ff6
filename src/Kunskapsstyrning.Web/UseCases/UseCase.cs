using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.UseCases;

/// <summary>Something a person does. Changes facts, or is refused; never half of it.</summary>
public interface ICommand
{
    /// <summary>Does it within the session's transaction. The runner saves.</summary>
    Task<Result> Execute(Session session, CancellationToken cancellation);
}

/// <summary>Something a person asks.</summary>
/// <typeparam name="TAnswer">What the page shows.</typeparam>
public interface IQuery<TAnswer>
{
    /// <summary>Fetches the answer within the session's transaction.</summary>
    Task<TAnswer> Answer(Session session, CancellationToken cancellation);
}

/// <summary>The permission that a use case needs. Runner, pages, menus and API read the same attribute.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    /// <summary>The permission.</summary>
    public Permission Permission { get; } = permission;

    /// <summary>What a use case needs.</summary>
    /// <exception cref="InvalidOperationException">The use case does not say.</exception>
    public static Permission Of(Type useCase) =>
        ((RequiresAttribute?)GetCustomAttribute(useCase, typeof(RequiresAttribute)))?.Permission
        ?? throw new InvalidOperationException($"{useCase.Name} does not say what permission it needs.");
}

/// <summary>A command that keeps something for a person's own convenience, no fact: it has no line in the history, and says why.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LeavesNoHistoryAttribute(string because) : Attribute
{
    /// <summary>Why no history is kept.</summary>
    public string Because { get; } = because;
}

/// <summary>A command whose no is a fact too: what it noted before it refused is saved, a wrong code that counts as a try.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RemembersRefusalAttribute(string because) : Attribute
{
    /// <summary>Why a refusal is remembered.</summary>
    public string Because { get; } = because;
}

/// <summary>A command that lets nobody change anything between what it reads and what it writes: it waits for those who write, and they for it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AloneAttribute(string because) : Attribute
{
    /// <summary>Why nothing may change meanwhile.</summary>
    public string Because { get; } = because;
}

/// <summary>The actor may not do this.</summary>
public sealed class NotAllowedException(Actor actor, Permission permission, Type? useCase = null) : Exception($"{permission} is not among the permissions of {actor.Scope}.")
{
    /// <summary>Who tried.</summary>
    public Actor Actor { get; } = actor;

    /// <summary>What was needed.</summary>
    public Permission Permission { get; } = permission;

    /// <summary>What was tried; null where a use case found out itself.</summary>
    public Type? UseCase { get; } = useCase;
}
