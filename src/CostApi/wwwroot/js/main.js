// Puts the page together: state to request to answer, and the state into the address.
import { readAddress, writeAddress } from './address.js';
import { startAnswer } from './answer.js';
import { get, Refusal } from './api.js';
import { compared, designed, reviewed } from './ask.js';
import { find } from './dom.js';
import { clearFaults, showFaults } from './faults.js';
import { showForm, showKinds, startForm } from './form.js';
import { requestOf } from './request.js';
import { starting, stateOf } from './state.js';
import { showTraffic, startTraffic } from './traffic.js';
import { startUpload } from './upload.js';
import { showVpcs } from './vpcs.js';

const pause = 200;
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
  clearTimeout(timer);
  timer = setTimeout(ask, pause);
}

async function ask() {
  asked.abort();
  const own = asked = new AbortController();
  const place = find('answer');
  place.setAttribute('aria-busy', 'true');
  await writeAddress(state);
  const request = requestOf(state, services);
  try {
    const answer = await answered(request, own.signal);
    clearFaults();
    await answer();
    place.classList.remove('outdated');
  } catch (fault) {
    if (fault.name === 'AbortError') return;
    if (!(fault instanceof Refusal)) throw fault;
    place.classList.add('outdated');
    showFaults(fault);
  } finally {
    if (own === asked) place.setAttribute('aria-busy', 'false');
  }
}

// Layouts that were brought along are compared as they are.
function answered(request, signal) {
  if (held) return reviewed(held, request, { ...state.budget }, signal);
  return state.document ? compared(request, signal) : designed(state, request, signal);
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

async function load() {
  try {
    return stateOf(await readAddress());
  } catch {
    find('headline').textContent = 'The link cannot be read; here is a design to start from.';
    return starting();
  }
}

async function start() {
  try {
    const [regions, list, first] = await Promise.all([get('v1/regions'), get('v1/services'), load()]);
    services = list.services;
    startForm(state, regions.regions, changed);
    startTraffic(services);
    startAnswer();
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
    addEventListener('hashchange', async () => {
      held = null;
      show(await load());
    });
    await show(first);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    find('headline').textContent = fault.message;
  }
}

start();
