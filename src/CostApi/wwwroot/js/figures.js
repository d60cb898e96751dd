// How figures are written. They come from the service; here they are only rounded for show.

const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'negative' });
const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const share = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });

export const moneyOf = (amount) => money.format(amount);
export const costOf = (amount, currency) => `${currency} ${money.format(amount)}`;
export const gbOf = (gb) => `${plain.format(gb)} GB`;
export const numberOf = (number) => plain.format(number);
export const shareOf = (number) => `${share.format(number)} %`;
export const percentOf = (number) => `${percent.format(number)} %`;
export const countOf = (count, noun) => `${plain.format(count)} ${noun}${count === 1 ? '' : 's'}`;
