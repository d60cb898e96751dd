// Asks the service; what comes back shows the answer, once it is known to be the one to show.
import { showAnswer } from './answer.js';
import { post, postForText } from './api.js';
import { reviewDocument } from './documents.js';
import { progressOf } from './progress.js';
import { answerOf, hideReview, showReview } from './review.js';

export async function compared(request, signal) {
  const comparison = await post('v1/comparisons', request, signal);
  return () => {
    hideReview();
    return showAnswer(comparison, request, () => postForText('v1/comparisons?format=markdown', request));
  };
}

export async function reviewed(held, request, budget, signal) {
  const progress = progressOf(held.file.name);
  try {
    const review = await reviewDocument(held, request, budget, progress.heard, signal);
    return () => {
      showReview(review, held.file.name);
      return showAnswer(answerOf(review), request, () => reviewDocument(held, request, budget, () => {}, null, 'markdown'));
    };
  } finally {
    progress.ended();
  }
}
