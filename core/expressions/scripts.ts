import { conditionsIn, isGlobal, type NameUse, namesIn, plainUse } from './names.ts';
import { readScript } from './parse.ts';
import { isPlainName } from './plainNames.ts';

/** The scripts of one file, in which the same expressions come again and again: each is parsed once. */
export class Scripts {
  readonly #known = new Map<string, Script>();

  of(script: string): Script {
    const known = this.#known.get(script);
    if (known) return known;
    const made = new Script(script);
    this.#known.set(script, made);
    return made;
  }
}

/** What is to be known of a script, each made when it is first asked for. */
class Script {
  #tree: { readonly root: unknown } | undefined;
  #needed: readonly NameUse[] | undefined;
  #conditions: readonly NameUse[] | undefined;

  constructor(readonly text: string) {}

  /** ECMAScript 5 wherever it stands: nothing of it reaches into what follows. */
  get isRight(): boolean {
    if (isPlainName(this.text)) return true;
    return this.#root() !== undefined && !this.text.includes('//') && !this.text.includes('<!--');
  }

  /** The variables that it cannot do without: it neither asks for them by `typeof` nor sets them, and the engine does not have them. */
  get needed(): readonly NameUse[] {
    this.#needed ??= this.#findNeeded();
    return this.#needed;
  }

  /** The names whose values it asks to be true or false: `a && b`, `!a`, `a ? b : c`. */
  get conditions(): readonly NameUse[] {
    // only these operators ask; most scripts have none, and need not be parsed
    this.#conditions ??= /[!&?|]/.test(this.text) ? conditionsIn(this.#root()) : [];
    return this.#conditions;
  }

  #findNeeded(): readonly NameUse[] {
    const names = isPlainName(this.text) ? [plainUse(this.text)] : namesIn(this.#root());
    const left = new Set(names.flatMap(({ name, guarded }) => (guarded ? [name] : [])));
    for (const [, assigned = ''] of this.text.matchAll(/\b(\w+)\s*=[^=]/g)) left.add(assigned);
    return names.filter(({ name }) => !left.has(name) && !isGlobal(name));
  }

  #root(): unknown {
    this.#tree ??= { root: readScript(this.text) };
    return this.#tree.root;
  }
}
