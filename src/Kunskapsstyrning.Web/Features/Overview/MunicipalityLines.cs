using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kunskapsstyrning.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>The rows of the table of municipalities as finished markup. What is neither a number nor a word of our own is encoded.</summary>
internal static class MunicipalityLines
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A row for each municipality, in the order given.</summary>
    public static MarkupString Of(IReadOnlyList<MunicipalityRow> rows, string slug, bool showsAnswers, bool hasFees)
    {
        var html = new StringBuilder(rows.Count * 400);
        foreach (var row in rows)
        {
            html.Append("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><a href=\"").Append(Encoder.Encode(Urls.ToMunicipality(row.Municipality.Code, slug)))
                .Append("\">").Append(Encoder.Encode(row.Municipality.Name)).Append("</a></th>");
            if (showsAnswers) Status(html, row);
            html.Append("<td role=\"cell\">").Append(Encoder.Encode(row.County.Name)).Append("</td>");
            if (showsAnswers) Decision(html, row);
            html.Append("<td role=\"cell\" class=\"r hide\">").Append(row.Inhabitants is { } inhabitants ? Swedish.Number(inhabitants) : Swedish.NotKnown).Append("</td>");
            if (hasFees) html.Append("<td role=\"cell\" class=\"r\">").Append(row.FirstYearFee is { } fee ? Swedish.Number(fee.Amount) : "").Append("</td>");
            html.Append("</tr>");
        }

        return new MarkupString(html.ToString());
    }

    private static void Status(StringBuilder html, MunicipalityRow row)
    {
        html.Append("<td role=\"cell\" class=\"main\">").Append(Tile.Tag(row.Standing.Status).Value);
        if (row.Standing.Remark() is { } remark) Aside(html, remark);
        html.Append("</td>");
    }

    private static void Decision(StringBuilder html, MunicipalityRow row)
    {
        var content = row.Standing.Content;
        html.Append("<td role=\"cell\" class=\"d hide\">").Append(content?.DecidedOn?.Iso()).Append("</td><td role=\"cell\" class=\"hide\">");
        if (content?.Body is { } body) html.Append(Encoder.Encode(body));
        if (row.IsLate) Aside(html, Swedish.Late);
        html.Append("</td>");
    }

    private static void Aside(StringBuilder html, string words) => html.Append("<span class=\"late\">").Append(Swedish.Nbsp).Append(words).Append("</span>");
}
