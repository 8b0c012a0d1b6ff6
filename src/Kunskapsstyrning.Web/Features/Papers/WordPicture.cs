using System.Globalization;
using System.Security;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kunskapsstyrning.Web.Features.Printing;

namespace Kunskapsstyrning.Web.Features.Papers;

/// <summary>A picture in a Word document, with its sentence as alternative text, no wider than the lines and no higher than a sheet.</summary>
internal static class WordPicture
{
    private const long Widest = 5_900_000;
    private const long Highest = 7_600_000;
    private const long Pixel = 9_525;

    public static Drawing Of(Piece.Picture picture, int number, byte[] png, MainDocumentPart main)
    {
        var part = main.AddImagePart(ImagePartType.Png);
        using (var bytes = new MemoryStream(png)) part.FeedData(bytes);
        var scale = Math.Min(1, Math.Min((double)Widest / (picture.Width * Pixel), (double)Highest / (picture.Height * Pixel)));
        var size = string.Create(CultureInfo.InvariantCulture, $"cx=\"{(long)(picture.Width * Pixel * scale)}\" cy=\"{(long)(picture.Height * Pixel * scale)}\"");
        var (id, name, words) = (number.ToString(CultureInfo.InvariantCulture), SecurityElement.Escape(picture.Name), SecurityElement.Escape(XmlText.Clean(picture.Sentence)));
        return new Drawing($"""
            <w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr id="{id}" name="{name}" descr="{words}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{id}" name="{name}" descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{main.GetIdOfPart(part)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>
            """);
    }
}
