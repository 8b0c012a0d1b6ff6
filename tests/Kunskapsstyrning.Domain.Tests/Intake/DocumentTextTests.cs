using Kunskapsstyrning.Domain.Intake;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Intake;

public sealed class DocumentTextTests
{
    [Fact]
    public void A_form_feed_begins_a_page_and_every_way_to_end_a_line_ends_it()
    {
        var text = DocumentText.Of("Ett\r\nTvå\fTre\n\nFyra");

        Assert.Equal<string[]>([["Ett", "Två"], ["Tre", "", "Fyra"]], text.Pages.Select(p => p.Lines.Select(l => l.Text).ToArray()));
        Assert.Equal([1, 2], text.Pages.Select(p => p.Number));
    }
}
