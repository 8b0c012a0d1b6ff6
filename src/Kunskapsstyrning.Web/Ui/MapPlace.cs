using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>A circle of the map: whose, how far its answer has come, what its area shows, and whether the selection leaves it out.</summary>
public readonly record struct MapPlace(Municipality Municipality, Status Status, decimal Weight, bool IsOut);
