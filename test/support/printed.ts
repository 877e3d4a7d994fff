import { afterEach, beforeEach, vi } from 'vitest';

/** What the code of a test has printed. */
class Printed {
  out = '';
  errors = '';

  clear(): void {
    this.out = '';
    this.errors = '';
  }
}

/** Keeps what each test of a file prints, and the exit code that it sets, from the process of the tests. */
export function printedByTests(): Printed {
  const printed = new Printed();
  beforeEach(() => {
    printed.clear();
    process.exitCode = undefined;
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed.out += String(text);
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      printed.errors += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });
  return printed;
}
