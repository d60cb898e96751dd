// The least that answers over HTTP: what CostApi's start is measured against.
var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapPost("/v1/comparisons", () => "ok");
app.Run();
