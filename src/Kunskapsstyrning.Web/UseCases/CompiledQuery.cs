using System.Runtime.CompilerServices;
using Kunskapsstyrning.Persistence;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kunskapsstyrning.Web.UseCases;

/// <summary>A query that is compiled once. A compiled query belongs to the model it was first run with, and a process may hold more than one.</summary>
/// <param name="compile">Compiles it.</param>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile) where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> _ofModel = [];

    /// <summary>The query for the model of the context.</summary>
    public TQuery For(Db db) => _ofModel.GetValue(db.Model, _ => compile());
}
