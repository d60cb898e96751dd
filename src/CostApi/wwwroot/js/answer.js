// The answer: all of it, and one layout in full.
import { showBars } from './bars.js';
import { showCurves } from './curves.js';
import { showBasis, showFindings, showLines, showRoutes } from './details.js';
import { find, fill, make } from './dom.js';
import { isChange, showHeadline } from './headline.js';
import { showShare } from './share.js';

let last = null;
let chosen = null;

export function startAnswer() {
  find('chosen').addEventListener('change', () => {
    chosen = find('chosen').value;
    showDetails();
  });
  // The chart is drawn in the width that there is.
  let width = innerWidth;
  addEventListener('resize', () => {
    if (last && innerWidth !== width) showCurves(layout(), last.request);
    width = innerWidth;
  });
}

export function showAnswer(answer, request, asMarkdown) {
  last = { answer, request };
  showHeadline(answer);
  showBars(answer);
  showBasis(answer);
  fill(find('chosen'), answer.layouts.map((one) => make('option', { value: one.name }, one.name)));
  find('chosen').value = layout().name;
  showDetails();
  return showShare(request, asMarkdown);
}

const layout = () => named(chosen) ?? named(isChange(last.answer) ? 'after' : last.answer.cheapest) ?? last.answer.layouts[0];

const named = (name) => last.answer.layouts.find((one) => one.name === name);

function showDetails() {
  const one = layout();
  showFindings(one.findings, last.answer.currency);
  showLines(one, last.answer.currency);
  showRoutes(one, last.answer.currency);
  showCurves(one, last.request);
}
