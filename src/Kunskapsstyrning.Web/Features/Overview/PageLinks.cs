namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>Another recommendation to go to.</summary>
public sealed record RecommendationLink(string Slug, string Title);

/// <summary>A document to download.</summary>
/// <param name="Name">What it is, "Följebrev".</param>
/// <param name="Href">Where it is.</param>
/// <param name="Kind">Its kind and size, "PDF, 120 kB".</param>
public sealed record AnnexLink(string Name, string Href, string Kind);

/// <summary>A recommendation on the start page.</summary>
/// <param name="State">How it stands today.</param>
/// <param name="ShowsAnswers">False where its answers are not public to the one who looks.</param>
public sealed record StartEntry(RecommendationState State, bool ShowsAnswers);
