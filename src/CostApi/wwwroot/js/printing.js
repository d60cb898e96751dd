// What is folded on the screen is printed all the same.
export function startPrinting() {
  const opened = new Set();
  matchMedia('print').addEventListener('change', ({ matches }) => {
    if (!matches) {
      for (const details of opened) details.open = false;
      opened.clear();
      return;
    }
    for (const details of document.querySelectorAll('main details:not([open])')) {
      details.open = true;
      opened.add(details);
    }
  });
}
