import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Countdown } from './countdown.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('stands still while something else is done, and ends afterwards', async () => {
  const ended = vi.fn();
  const countdown = new Countdown(1000, ended);
  vi.advanceTimersByTime(600);
  const asking = countdown.outside(() => new Promise<void>((resolve) => setTimeout(resolve, 60_000)));
  await vi.advanceTimersByTimeAsync(60_000);
  await asking;
  vi.advanceTimersByTime(399);
  expect(ended).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ended).toHaveBeenCalledOnce();
});

it('does not begin again once it is disposed', async () => {
  const countdown = new Countdown(1000, () => {});
  const asking = countdown.outside(() => Promise.resolve());
  countdown.dispose();
  await asking;
  expect(vi.getTimerCount()).toBe(0);
});
