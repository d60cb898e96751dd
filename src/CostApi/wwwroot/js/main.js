// Puts the page together: state to request to answer, and the state into the address.
import { isShared, readAddress, writeAddress } from './address.js';
import { startAnswer } from './answer.js';
import { get, Refusal } from './api.js';
import { compared, designed, reviewed } from './ask.js';
import { find, fill, make } from './dom.js';
import { clearFaults, showFaults } from './faults.js';
import { showForm, showKinds, startForm } from './form.js';
import { addLayout } from './layouts.js';
import { startPrinting } from './printing.js';
import { questionOf, showQuestion } from './question.js';
import { stateOf } from './reading.js';
import { freeName } from './renaming.js';
import { requestOf } from './request.js';
import { starting } from './state.js';
import { answered, failed, waiting, withoutAnswer } from './status.js';
import { showTraffic, startTraffic } from './traffic.js';
import { startUpload } from './upload.js';
import { showVpcs } from './vpcs.js';

const pause = 200;
const canceled = { title: 'The calculation was canceled.', detail: 'Change the design to calculate again.' };
const state = starting();
let services = [];
let timer = 0;
let asked = new AbortController();
// The document that is under review, and the design before it.
let held = null;
let before = null;

function changed({ rows = false } = {}) {
  if (rows) {
    showTraffic(state, changed);
    showKinds(state, changed);
  }
  waiting();
  clearTimeout(timer);
  timer = setTimeout(ask, pause);
}

async function ask() {
  asked.abort();
  const own = asked = new AbortController();
  waiting();
  try {
    const request = requestOf(state, services);
    const question = questionOf(state, request);
    await writeAddress(state);
    const show = await answer(request, own.signal);
    own.signal.throwIfAborted();
    clearFaults();
    showQuestion(question);
    await show();
    if (own === asked) answered({ isComplete: true });
  } catch (fault) {
    if (own !== asked) return;
    failed();
    if (find('answer').dataset.state === 'none') find('headline').textContent = 'There is no answer for this design yet.';
    if (fault.name === 'AbortError') showFaults(new Refusal(0, canceled));
    else if (fault instanceof Refusal) showFaults(fault);
    else throw fault;
  }
}

// Layouts that were brought along are compared as they are.
function answer(request, signal) {
  if (held) return reviewed(held, request, { ...state.budget }, signal);
  return state.document ? compared(request, signal) : designed(structuredClone(state), request, signal);
}

function show(next) {
  Object.assign(state, next);
  showForm(state, changed);
  // The document says where it stands.
  find('region').disabled = held !== null;
  find('budget').hidden = held === null;
  showVpcs(state, changed);
  showTraffic(state, changed);
  clearTimeout(timer);
  return ask();
}

function taken(read, body) {
  if (!state.document) before = structuredClone(state);
  held = read;
  show({ region: body.region, traffic: [], document: { name: read.file.name, baseline: null, layouts: body.layouts } });
  find('answer').focus();
}

// A plan's layout is compared with the others; those of a document are no longer under review then.
function planned(layout, name) {
  if (state.document) {
    const { layouts } = state.document;
    layouts.push({ ...layout, name: freeName(`${name}, with plan`, layouts.map((one) => one.name)) });
    held = null;
  } else {
    addLayout(state, layout, `${name}, with plan`);
  }
  show({});
}

// The design in the address, or the one to start from where there is none.
async function open() {
  held = null;
  const shared = isShared();
  try {
    const next = shared ? stateOf(await readAddress()) : starting();
    document.body.classList.remove('unreadable');
    await show(next);
  } catch (fault) {
    if (!shared) throw fault;
    refuseLink();
  }
}

// The address stays as it is, so that it can be compared with the one that was sent.
function refuseLink() {
  asked.abort();
  clearTimeout(timer);
  clearFaults();
  withoutAnswer();
  document.body.classList.add('unreadable');
  fill(find('headline'), 'The design in this link cannot be read: the link is incomplete or damaged. ',
    'Ask for the link again, and copy all of it. ',
    make('button', { type: 'button', id: 'start-afresh', onclick: () => {
      history.replaceState(null, '', location.pathname + location.search);
      find('answer').focus();
      open();
    } }, 'Start with the sample design'));
}

async function start() {
  try {
    const [regions, list] = await Promise.all([get('v1/regions'), get('v1/services')]);
    services = list.services;
    startForm(state, regions.regions, changed);
    startTraffic(services);
    startAnswer(planned);
    startPrinting();
    startUpload(() => state.region, taken);
    find('leave-document').addEventListener('click', () => {
      held = null;
      show({ ...(before ?? starting()), document: null });
    });
    find('cancel').addEventListener('click', () => asked.abort());
    find('design').addEventListener('submit', (event) => event.preventDefault());
    // The design is in the part of the address that a jump within the page would take.
    document.querySelector('[data-skip]').addEventListener('click', (event) => {
      event.preventDefault();
      find('answer').focus();
    });
    addEventListener('hashchange', open);
    await open();
  } catch (fault) {
    withoutAnswer();
    document.body.classList.add('unreadable');
    if (!(fault instanceof Refusal)) throw fault;
    find('headline').textContent = fault.message;
  }
}

start();
