using Kunskapsstyrning.Web.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Ui;

public sealed class UnbrokenTests
{
    [Theory]
    [InlineData("Kunskapsstyrning 2020–2023, läget i dag", "Kunskapsstyrning <span class=\"nb\">2020–2023</span>, l&#228;get i dag")]
    [InlineData("Inera <2024>", "Inera &lt;2024&gt;")]
    public void Years_in_a_title_stay_together_and_all_else_is_encoded(string title, string markup) => Assert.Equal(markup, Unbroken.Years(title).Value);
}
