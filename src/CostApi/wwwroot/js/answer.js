// The answer: all of it, and one layout in full.
import { showBars } from './bars.js';
import { showCurves } from './curves.js';
import { showBasis, showFindings, showLines, showRoutes } from './details.js';
import { find, fill, make } from './dom.js';
import { showHeadline } from './headline.js';
import { showPlan } from './plan.js';
import { showPricesAge } from './prices.js';
import { showShare } from './share.js';

let last = null;
let chosen = null;
let planned = null;

// `takePlan` is handed the layout of a plan and the name of the layout that it is for.
export function startAnswer(takePlan) {
  planned = takePlan;
  find('chosen').addEventListener('change', () => {
    chosen = find('chosen').value;
    showDetails();
  });
  // The chart is drawn in the width that there is.
  let width = innerWidth;
  addEventListener('resize', () => {
    if (last && innerWidth !== width) showCurves(layout(), last.currency, last.isByTheHourOnly);
    width = innerWidth;
  });
}

export function showAnswer(answer, request, asMarkdown) {
  last = answer;
  showHeadline(answer);
  showPricesAge(answer);
  showBars(answer);
  showBasis(answer);
  fill(find('chosen'), answer.layouts.map((one) => make('option', { value: one.name }, one.name)));
  find('chosen').value = layout().name;
  showDetails();
  return showShare(request, asMarkdown);
}

const layout = () => named(chosen) ?? named(last.isChange ? 'after' : last.cheapest) ?? last.layouts[0];

const named = (name) => last.layouts.find((one) => one.name === name);

function showDetails() {
  const one = layout();
  showPlan(one, last.currency, planned);
  showFindings(one.findings, last.currency);
  showLines(one, last.currency);
  showRoutes(one, last.currency);
  showCurves(one, last.currency, last.isByTheHourOnly);
}
