// Asks the service; what comes back shows the answer, once it is known to be the one to show.
import { showAnswer } from './answer.js';
import { post, postForText, Refusal } from './api.js';
import { reviewDocument } from './documents.js';
import { progressOf } from './progress.js';
import { recommendationOf, withRecommended } from './recommend.js';
import { hideRecommendation, showRecommendation, showRefusal, showSearching } from './recommendation.js';
import { answerOf, hideReview, showReview } from './review.js';
import { answered } from './status.js';

const patience = 300;

export async function compared(request, signal) {
  const comparison = await post('v1/comparisons', request, signal);
  return () => {
    hideReview();
    hideRecommendation();
    return showAnswer(comparison, request, () => postForText('v1/comparisons?format=markdown', request));
  };
}

// What the best layout is can take longer to say: then the others are shown before it stands among them.
export async function designed(state, request, signal) {
  // Without a layout of its own to compare there is still one to recommend.
  const plain = request.layouts.length ? compared(request, signal) : Promise.resolve(hideReview);
  const best = recommended(state, request, plain, signal);
  // Whoever waits for it hears of its fault.
  best.catch(() => {});
  const show = await plain;
  const soon = new Promise((resolve) => { setTimeout(() => resolve(null), patience); });
  const quick = await Promise.race([best, soon]);
  if (quick || request.layouts.length === 0) return quick ?? best;
  return async () => {
    await show();
    showSearching();
    answered({ isComplete: false });
    await (await best)();
  };
}

async function recommended(state, request, plain, signal) {
  try {
    const recommendation = await recommendationOf(state, request, signal);
    const answer = await compared(withRecommended(request, recommendation), signal);
    return async () => {
      await answer();
      showRecommendation(recommendation);
    };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    if (request.layouts.length === 0) throw fault;
    const show = await plain;
    return async () => {
      await show();
      showRefusal(fault);
    };
  }
}

export async function reviewed(held, request, budget, signal) {
  const progress = progressOf(held.file.name);
  try {
    const review = await reviewDocument(held, request, budget, progress.heard, signal);
    return () => {
      hideRecommendation();
      showReview(review, held.file.name);
      const asMarkdown = () => reviewDocument(held, request, budget, () => {}, null, 'markdown');
      return showAnswer(answerOf(review, held.file.name, request), request, asMarkdown);
    };
  } finally {
    progress.ended();
  }
}
