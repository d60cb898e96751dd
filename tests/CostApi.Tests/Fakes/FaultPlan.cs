using Microsoft.AspNetCore.Http;

namespace CostApi.Tests.Fakes;

/// <summary>A way to go wrong: it answers in place of the fake, or lets it answer and spoils that.</summary>
public delegate Task Misbehaviour(HttpContext context, RequestDelegate next);

/// <summary>Which requests go wrong, in which way, how many times more.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Planned> _planned = [];

    public void Add(Func<HttpRequest, bool> when, Misbehaviour fault, int times)
    {
        lock (_gate) _planned.Add(new Planned(when, fault, times));
    }

    public void Clear()
    {
        lock (_gate) _planned.Clear();
    }

    public Task PlayAsync(HttpContext context, RequestDelegate next) => Take(context.Request) is { } fault ? fault(context, next) : next(context);

    private Misbehaviour? Take(HttpRequest request)
    {
        lock (_gate)
        {
            if (_planned.Find(planned => planned.Times > 0 && planned.When(request)) is not { } found) return null;
            found.Times--;
            return found.Fault;
        }
    }

    private sealed class Planned(Func<HttpRequest, bool> when, Misbehaviour fault, int times)
    {
        public Func<HttpRequest, bool> When => when;

        public Misbehaviour Fault => fault;

        public int Times { get; set; } = times;
    }
}
