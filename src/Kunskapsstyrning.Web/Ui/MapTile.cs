using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>A tile of the map: whose, and how far its answer has come.</summary>
public readonly record struct MapTile(Municipality Municipality, Status Status, bool IsOut = false);
