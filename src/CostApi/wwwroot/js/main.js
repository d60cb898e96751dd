// Puts the page together: state to request to answer, and the state into the address.
import { readAddress, writeAddress } from './address.js';
import { showAnswer, startAnswer } from './answer.js';
import { get, post, Refusal } from './api.js';
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
  const answer = find('answer');
  answer.setAttribute('aria-busy', 'true');
  await writeAddress(state);
  const request = requestOf(state, services);
  try {
    const comparison = await post('v1/comparisons', request, own.signal);
    clearFaults();
    await showAnswer(comparison, request);
    answer.classList.remove('outdated');
  } catch (fault) {
    if (fault.name === 'AbortError') return;
    if (!(fault instanceof Refusal)) throw fault;
    answer.classList.add('outdated');
    showFaults(fault);
  } finally {
    if (own === asked) answer.setAttribute('aria-busy', 'false');
  }
}

function show(next) {
  Object.assign(state, next);
  showForm(state, changed);
  showVpcs(state, changed);
  showTraffic(state, changed);
  clearTimeout(timer);
  return ask();
}

function taken(name, body) {
  if (!state.document) before = structuredClone(state);
  show({ region: body.region, traffic: [], document: { name, baseline: null, layouts: body.layouts } });
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
    find('leave-document').addEventListener('click', () => show({ ...(before ?? starting()), document: null }));
    find('design').addEventListener('submit', (event) => event.preventDefault());
    // The design is in the part of the address that a jump within the page would take.
    document.querySelector('[data-skip]').addEventListener('click', (event) => {
      event.preventDefault();
      find('answer').focus();
    });
    addEventListener('hashchange', async () => show(await load()));
    await show(first);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    find('headline').textContent = fault.message;
  }
}

start();
