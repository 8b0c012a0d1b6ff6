using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kunskapsstyrning.Web.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;

namespace Kunskapsstyrning.Web.Tests.Ui;

/// <summary>Renders pages and pieces as the server does, without a server.</summary>
public static class Rendered
{
    /// <summary>A whole page in its layout.</summary>
    public static Task<string> Page<TPage>(Viewer viewer, params (string Name, object? Value)[] parameters) where TPage : IComponent =>
        Html<CascadingValue<Viewer>>(("Value", viewer), ("ChildContent", Fragment(builder =>
        {
            builder.OpenComponent<LayoutView>(0);
            builder.AddComponentParameter(1, nameof(LayoutView.Layout), typeof(PageLayout));
            builder.AddComponentParameter(2, nameof(LayoutView.ChildContent), Component<TPage>(parameters));
            builder.CloseComponent();
        })));

    /// <summary>A piece by itself.</summary>
    public static Task<string> Piece<TPiece>(params (string Name, object? Value)[] parameters) where TPiece : IComponent => Html<TPiece>(parameters);

    /// <summary>The markup as a document to look in.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static async Task<string> Html<T>(params (string Name, object? Value)[] parameters) where T : IComponent
    {
        await using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).AddSingleton<IJSRuntime, NoScript>().BuildServiceProvider();
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE"); // as the server does for every request
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value)));
            return root.ToHtmlString();
        });
    }

    private static RenderFragment Component<T>((string Name, object? Value)[] parameters) where T : IComponent => builder =>
    {
        builder.OpenComponent<T>(0);
        foreach (var (name, value) in parameters) builder.AddComponentParameter(1, name, value);
        builder.CloseComponent();
    };

    private static RenderFragment Fragment(RenderFragment fragment) => fragment;

    /// <summary>Stands in for the browser, which no reading page calls.</summary>
    private sealed class NoScript : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new NotSupportedException(identifier);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => throw new NotSupportedException(identifier);
    }
}
