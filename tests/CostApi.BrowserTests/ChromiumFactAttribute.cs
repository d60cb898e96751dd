namespace CostApi.BrowserTests;

/// <summary>A test in a browser; where there is none it is skipped, and says so.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Chromium.Path is null ? $"No Chromium: neither CHROMIUM_PATH nor {string.Join(", ", Chromium.Places)} leads to one." : null;
}
