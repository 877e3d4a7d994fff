import { parseZone } from '../../time/zone.ts';
import type { Engine, EngineRequest, EngineResult } from '../engine.ts';

/** A request that can be sent to another thread. */
export type RemoteRequest = Omit<EngineRequest, 'zone'> & { readonly zone: string };

export function toRemote(request: EngineRequest): RemoteRequest {
  return { ...request, zone: request.zone.id };
}

/** Runs requests of another thread. The zone is kept while it is the same, because it remembers its offsets. */
export class RemoteRunner {
  #zone = parseZone('UTC');
  #id = 'UTC';

  constructor(readonly engine: Engine) {}

  async run(request: RemoteRequest): Promise<EngineResult> {
    if (this.#id !== request.zone) this.#zone = parseZone(request.zone);
    this.#id = request.zone;
    if (!this.#zone.ok) return { ok: false, error: { kind: 'javascript', message: this.#zone.message } };
    return this.engine.run({ ...request, zone: this.#zone.zone });
  }
}
