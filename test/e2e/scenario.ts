import type { Service } from './support/service.ts';
import type { Workbench } from './support/workbench.ts';
import type { Workspace } from './support/workspace.ts';

/** One thing that a person does in VS Code, and what they must see. It fails by throwing. */
export interface Scenario {
  readonly name: string;
  /** The colours of its screenshots. */
  readonly theme?: 'dark' | 'light' | 'highContrast';
  /** VS Code asks whether the workspace is trusted; elsewhere every workspace is. */
  readonly asksForTrust?: true;
  /** More settings of VS Code. @param path makes an absolute path of one in the workspace */
  readonly settings?: (path: (name: string) => string) => Readonly<Record<string, unknown>>;
  run(world: ScenarioWorld): Promise<void>;
}

export interface ScenarioWorld {
  readonly workbench: Workbench;
  /** A copy of examples/web-powered, whose main.dig calls `service`. */
  readonly workspace: Workspace;
  /** The example's service, on a port of its own. */
  readonly service: Service;
  /** The folder in which VS Code keeps all that it keeps. */
  readonly data: string;
}
