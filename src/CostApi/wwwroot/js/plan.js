// What is worth doing about a layout, in order, and what it costs afterwards.
import { find, fill, make } from './dom.js';
import { costOf, moneyOf } from './figures.js';
import { tableOf } from './tables.js';

export function showPlan(layout, currency, take) {
  const { plan } = layout;
  find('plan').hidden = !plan;
  if (!plan) return;
  fill(find('plan-body'),
    make('p', {}, make('strong', { class: 'saving' }, `Saves ${costOf(plan.monthlySaving, currency)} per month`),
      `: ${layout.name} then costs ${costOf(plan.monthlyCost, currency)} per month.`),
    tableOf(`Steps for ${layout.name}, in order, ${currency} per month`, [
      ['Step', (step) => [step.action, make('span', { class: 'under' }, [step.vpc, step.resource].filter(Boolean).join(' '))]],
      ['Finding', (step) => make('code', {}, step.code)],
      ['Saving', (step) => (step.monthlySaving === null || step.monthlySaving === undefined ? '' : moneyOf(step.monthlySaving)), true],
    ], plan.steps),
    plan.layout ? makeButton(() => take(plan.layout, layout.name)) : null);
}

const makeButton = (take) => make('button', { type: 'button', onclick: take }, 'Compare this plan with the other layouts');
