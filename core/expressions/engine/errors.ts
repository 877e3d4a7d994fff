import type { EngineError } from '../engine.ts';
import type { RunAnswer } from './prelude/run.ts';

/** What was thrown, as Digdag's engine shows it; its words are already the engine's (prelude/errors.ts). */
export function engineError(answer: Exclude<RunAnswer, { text: string }>): EngineError {
  if ('thrown' in answer) return { kind: 'javascript', message: answer.thrown };
  const { name, message } = answer;
  if (name === 'InternalError') return internalError(message);
  return { kind: 'javascript', message: message === '' ? name : `${name}: ${message}` };
}

export function tooLong(milliseconds: number): EngineError {
  return {
    kind: 'limit',
    message: `stopped: it ran longer than ${milliseconds} ms (Digdag would go on without an end)`,
  };
}

export function tooMuchMemory(): EngineError {
  return { kind: 'limit', message: 'stopped: it needs too much memory' };
}

function internalError(message: string): EngineError {
  if (message === 'stack overflow')
    return { kind: 'javascript', message: 'RangeError: Maximum call stack size exceeded' };
  return tooMuchMemory();
}
