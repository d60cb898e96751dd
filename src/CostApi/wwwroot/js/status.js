// Whether the figures on the page answer the design in the form.
import { find } from './dom.js';

const patience = 150;
let timer = 0;

const words = {
  none: '',
  current: '',
  pending: 'Calculating. The figures below are for the previous design.',
  failed: 'The figures below are for the previous design, not for this one.',
};

// A quick answer is not announced; a slow one must not let old figures pass for its own.
export function waiting() {
  find('answer').setAttribute('aria-busy', 'true');
  clearTimeout(timer);
  timer = setTimeout(() => say('pending'), patience);
}

// What is shown is the answer; a part of it can still be missing.
export function answered({ isComplete }) {
  clearTimeout(timer);
  find('answer').setAttribute('aria-busy', String(!isComplete));
  say('current');
}

export function failed() {
  clearTimeout(timer);
  say('failed');
  find('answer').setAttribute('aria-busy', 'false');
}

// No figures at all, rather than those of another design.
export function withoutAnswer() {
  clearTimeout(timer);
  say('none');
  find('answer').setAttribute('aria-busy', 'false');
}

function say(state) {
  const answer = find('answer');
  // Without figures there are none that could be old.
  if (state !== 'current' && state !== 'none' && answer.dataset.state === 'none') return;
  answer.dataset.state = state;
  find('state').textContent = words[state];
  find('share').inert = state !== 'current';
}
