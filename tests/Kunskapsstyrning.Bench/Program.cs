using Kunskapsstyrning.Bench;

return args switch
{
    ["import"] => await Everything.MeasureImport(),
    ["signed-in", var product] => await Everything.MeasureSignedIn(product),
    ["todo", var product] => await Everything.MeasureToDo(product),
    ["workbooks"] => await Everything.MeasureWorkbooks(),
    ["dispatch"] => await Everything.MeasureDispatch(),
    ["keys", var product] => await Everything.MeasureKeys(product),
    ["fees"] => await Everything.MeasureFees(),
    ["inbox", var product] => await Everything.MeasureInbox(product),
    ["papers", var product] => await Everything.MeasurePapers(product),
    ["overview", var product] => await Everything.MeasureOverview(product),
    ["bare"] => await BareEndpoint.Run(),
    [var product] => await Everything.Measure(product),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Give the path of the published program, Kunskapsstyrning.Web.dll.");
    return 2;
}
