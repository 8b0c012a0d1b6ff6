using System.Collections;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>Lines in another order than they are kept in: none is moved until it is asked for, so that a page of ten thousand costs a page.</summary>
/// <param name="rows">The lines as they are kept.</param>
/// <param name="order">Their places in the order they are shown.</param>
internal sealed class RowsInOrder(IReadOnlyList<MunicipalityRow> rows, IReadOnlyList<int> order) : IReadOnlyList<MunicipalityRow>
{
    /// <inheritdoc/>
    public int Count => order.Count;

    /// <inheritdoc/>
    public MunicipalityRow this[int index] => rows[order[index]];

    /// <inheritdoc/>
    public IEnumerator<MunicipalityRow> GetEnumerator() => order.Select(place => rows[place]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
