// How far a document is: how much of it is sent, then that it is read.
import { find } from './dom.js';
import { numberOf } from './figures.js';

const patience = 150;

// Returns what hears of the share that is sent, and what ends it. What is quick is not shown at all.
export function progressOf(name) {
  let last = 0;
  const show = () => {
    const sending = last !== null;
    find('progress').hidden = false;
    find('progress-text').textContent = sending ? `Sending ${name}: ${numberOf(Math.round(last * 100))} %` : `Reading ${name}`;
    if (sending) find('progress-bar').value = last;
    else find('progress-bar').removeAttribute('value');
  };
  const timer = setTimeout(show, patience);
  return {
    heard(share) {
      last = share;
      if (!find('progress').hidden) show();
    },
    ended() {
      clearTimeout(timer);
      find('progress').hidden = true;
    },
  };
}
