// The service, asked for JSON. A refusal is thrown as the problem document that came.

export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `The service answered ${status}.`);
    this.status = status;
    this.title = problem.title;
    this.errors = problem.errors ?? {};
  }
}

export const get = (path, signal) => ask(path, { signal });

export const post = (path, body, signal) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal });

export const readJson = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (fault) {
    throw fault.name === 'AbortError' ? fault : new Refusal(0, { detail: 'The service cannot be reached.' });
  }
  const text = await response.text();
  if (!response.ok) throw new Refusal(response.status, readJson(text));
  return options.text ? text : JSON.parse(text);
}

export const postForText = (path, body) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), text: true });
