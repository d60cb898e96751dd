// Asks the service; what comes back shows the answer, once it is known to be the one to show.
import { showAnswer } from './answer.js';
import { post, postForText, Refusal } from './api.js';
import { reviewDocument } from './documents.js';
import { progressOf } from './progress.js';
import { recommendationOf, withRecommended } from './recommend.js';
import { hideRecommendation, showRecommendation, showRefusal } from './recommendation.js';
import { answerOf, hideReview, showReview } from './review.js';

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
  const best = recommended(state, request, signal);
  // Whoever waits for it hears of its fault.
  best.catch(() => {});
  const plain = await compared(request, signal);
  const soon = new Promise((resolve) => { setTimeout(() => resolve(null), patience); });
  const quick = await Promise.race([best, soon]);
  return quick ?? (async () => {
    await plain();
    await (await best)();
  });
}

async function recommended(state, request, signal) {
  try {
    const recommendation = await recommendationOf(state, request, signal);
    const answer = await compared(withRecommended(request, recommendation), signal);
    return async () => {
      await answer();
      showRecommendation(recommendation);
    };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const answer = await compared(request, signal);
    return async () => {
      await answer();
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
      return showAnswer(answerOf(review), request, () => reviewDocument(held, request, budget, () => {}, null, 'markdown'));
    };
  } finally {
    progress.ended();
  }
}
