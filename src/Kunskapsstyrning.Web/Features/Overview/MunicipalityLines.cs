using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>The rows of the table of municipalities as finished markup. What is neither a number nor a word of our own is encoded.</summary>
internal static class MunicipalityLines
{
    private static readonly string PerYear = $"<span class=\"only-narrow\">{Swedish.Nbsp}kr per år</span>";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A row for each municipality, in the order given.</summary>
    /// <param name="rows">The municipalities.</param>
    /// <param name="view">What is shown, whose day the municipalities' pages show too.</param>
    /// <param name="columns">The columns, the municipality first.</param>
    /// <param name="chosen">True when a person chose the columns: then all are shown where it is narrow too, each with its name.</param>
    /// <param name="since">The earlier day that changes are counted from, as it is named beside a status; null where none is asked for.</param>
    public static MarkupString Of(IReadOnlyList<MunicipalityRow> rows, RecommendationView view, IReadOnlyList<TableColumn> columns, bool chosen, string? since = null)
    {
        var html = new StringBuilder(rows.Count * 400);
        var query = view.QueryOfMunicipality;
        var late = RecommendationView.LateIn(columns);
        var starts = columns.Skip(1).Select(column => (column, Start: Start(column, since, chosen))).ToList();
        foreach (var row in rows)
        {
            html.Append("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><a href=\"").Append(Encoder.Encode(Urls.ToMunicipality(row.Municipality.Code) + query))
                .Append("\">").Append(Encoder.Encode(row.Municipality.Name)).Append("</a></th>");
            foreach (var (column, start) in starts)
            {
                html.Append(start);
                Value(html, column, row);
                if (column is TableColumn.Fee && !chosen && row.FirstYearFee is not null) html.Append(PerYear);
                if (column == late && row.LateWord() is { } word) Aside(html, Encoder.Encode(word));
                html.Append("</td>");
            }

            html.Append("</tr>");
        }

        return new MarkupString(html.ToString());
    }

    /// <summary>Where a column stands where it is narrow: the usual ones that have no room there are hidden, those that a person chose never are.</summary>
    private static string Start(TableColumn column, string? since, bool chosen)
    {
        var hide = chosen ? "" : " hide";
        var style = column switch
        {
            TableColumn.Status => "main",
            TableColumn.Decided or TableColumn.Arrived => "d" + hide,
            TableColumn.Body or TableColumn.Code or TableColumn.Size => hide.TrimStart(),
            TableColumn.Inhabitants or TableColumn.FirstYear => "r" + hide,
            TableColumn.Fee => "r",
            TableColumn.Before => "before",
            _ => "",
        };
        var label = column is TableColumn.Before ? since : chosen && column is not TableColumn.Status ? column.Label() : null;
        var name = label is null ? "" : $"<span class=\"only-narrow\">{label}: </span>";
        return $"<td role=\"cell\"{(style.Length == 0 ? "" : $" class=\"{style}\"")}>{name}";
    }

    private static void Value(StringBuilder html, TableColumn column, MunicipalityRow row)
    {
        if (column is TableColumn.Status)
        {
            html.Append(Tile.Tag(row.Standing.Status).Value);
            if (row.Standing.Remark() is { } remark) Aside(html, remark);
            return;
        }

        html.Append(column switch
        {
            TableColumn.Before => row.Before is { } before ? row.HasChanged ? Tile.Tag(before.Status).Value : "oförändrat" : "fanns inte",
            TableColumn.County => Encoder.Encode(row.County.Name),
            TableColumn.Decided => row.Standing.Content?.DecidedOn?.Iso(),
            TableColumn.Arrived => row.Standing.Content?.ArrivedOn.Iso(),
            TableColumn.Body => row.Standing.Content?.Body is { } body ? Encoder.Encode(body) : null,
            TableColumn.Inhabitants => row.Inhabitants is { } inhabitants ? Swedish.Number(inhabitants) : Swedish.NotKnown,
            TableColumn.Size => row.Inhabitants is { } inhabitants ? SizeClass.Of(inhabitants).Label() : Swedish.NotKnown,
            TableColumn.Fee => row.FirstYearFee is { } fee ? Swedish.Number(fee.Amount) : null,
            TableColumn.FirstYear => row.Standing.FirstPayingYear?.ToString(CultureInfo.InvariantCulture),
            _ => row.Municipality.Code.Digits,
        });
    }

    private static void Aside(StringBuilder html, string words) => html.Append("<span class=\"late\">").Append(Swedish.Nbsp).Append(words).Append("</span>");
}
