import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';

describe('normalise', () => {
  it('leaves out directory, random names and a leading Java class', () => {
    const message = 'io.digdag.core.repository.ModelValidationException: Validating workflow failed';
    expect(normalise(message, '/p')).toBe('Validating workflow failed');
    expect(normalise('/p/!include:0b8a3c2e-1111-4222-8333-abcdefabcdef', '/p')).toBe('<project>/!include:<uuid>');
  });

  it('keeps every other word', () => {
    const message = "Expected 'true' or 'false' for key '_disable' but got {} (object)";
    expect(normalise(message, '/p')).toBe(message);
    expect(normalise(null, '/p')).toBe('');
  });
});
