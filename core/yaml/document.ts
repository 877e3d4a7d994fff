import type { Node, YamlDocument, YamlError } from './node.ts';
import { type ParsedSection, sectionsOf } from './section.ts';

/** What else of a text decides whether its sections can be read apart from each other. */
export interface Traits {
  /** It has aliases, which reach over sections. */
  readonly hasAliases: boolean;
  /** It has `%`, `---` or `...` lines. */
  readonly hasMarkers: boolean;
}

export class ParsedDocument implements YamlDocument {
  private knownSections: readonly ParsedSection[] | undefined | null;

  constructor(
    readonly text: string,
    readonly root: Node | null,
    readonly errors: readonly YamlError[],
    private readonly traits: Traits,
    sections: readonly ParsedSection[] | null = null,
  ) {
    this.knownSections = sections;
  }

  get hasAliases(): boolean {
    return this.traits.hasAliases;
  }

  get sections(): readonly ParsedSection[] | undefined {
    if (this.knownSections === null) {
      const { hasAliases, hasMarkers } = this.traits;
      const isApart = this.errors.length === 0 && !hasAliases && !hasMarkers;
      this.knownSections = isApart ? sectionsOf(this.root, this.text) : undefined;
    }
    return this.knownSections;
  }
}
