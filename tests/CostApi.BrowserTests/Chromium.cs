using CostApi.Tests;
using Microsoft.Playwright;

namespace CostApi.BrowserTests;

/// <summary>The system's own Chromium, started once, and a service for it to ask.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // A browser for tests has nothing to ask its maker.
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    // In ms: what does not come by then never comes, however busy the machine is.
    private const float Patience = 120_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string? Path { get; } = ((string?[])[Environment.GetEnvironmentVariable("CHROMIUM_PATH"), .. Places]).FirstOrDefault(File.Exists);

    public Service Service { get; } = new();

    public async Task InitializeAsync()
    {
        if (Path is null) return;
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = Switches });
    }

    /// <summary>The page, opened as by someone who was never there.</summary>
    public async Task<Visit> VisitAsync(string address = "/", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Service.ClientOptions.BaseAddress.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(Patience);
        return await Visit.StartAsync(context, address);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await Service.DisposeAsync();
    }
}

/// <summary>All browser tests share one browser.</summary>
[CollectionDefinition(nameof(Chromium))]
public sealed class OneBrowser : ICollectionFixture<Chromium>;
