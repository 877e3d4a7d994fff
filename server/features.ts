import { hover } from './features/hover.ts';
import type { Feature } from './services.ts';

/** Every LSP feature of the server. */
export const features: readonly Feature[] = [hover];
