import { doubleText, toJson } from '../value/json.ts';
import { Float, type Value } from '../value/value.ts';
import { escaped, isSimpleKey, keyText } from './writtenScalar.ts';

/** Longer lines of quoted text are broken (DumperOptions.width). */
const width = 80;

/**
 * Writes a JSON value as YAML, as Jackson's YAMLGenerator does through SnakeYAML: the text of all of Digdag's own files, as of http_call.dig for a
 * JSON answer, of `.digdag/status`, and of what embulk> is given. Texts are double-quoted, so that they stay texts; keys are plain where they can be.
 */
export function writeYaml(value: Value): string {
  const writer = new YamlWriter();
  writer.node(value, -2, 'root');
  return writer.finish();
}

class YamlWriter {
  private readonly parts: string[] = [];
  private column = 0;

  finish(): string {
    return `${this.parts.join('')}\n`;
  }

  /** `indent`: of the collection that holds the value. */
  node(value: Value, indent: number, holder: 'root' | 'map' | 'list'): void {
    if (value instanceof Map && value.size > 0) this.map(value, indent + 2, holder);
    else if (Array.isArray(value) && value.length > 0) this.list(value, holder === 'map' ? indent : indent + 2, holder);
    else {
      if (holder === 'map') this.write(' ');
      if (typeof value === 'string') this.quoted(value, indent + 2);
      else this.write(scalar(value));
    }
  }

  private map(map: Map<string, Value>, indent: number, holder: 'root' | 'map' | 'list'): void {
    let first = holder !== 'map';
    for (const [key, value] of map) {
      if (!first) this.newLine(indent);
      first = false;
      if (isSimpleKey(key)) {
        this.write(`${keyText(key)}:`);
        this.node(value, indent, 'map');
      } else {
        this.write(key === '' ? '?' : `? ${keyText(key)}`);
        this.newLine(indent);
        this.write(': ');
        this.node(value, indent, 'list');
      }
    }
  }

  private list(list: readonly Value[], indent: number, holder: 'root' | 'map' | 'list'): void {
    let first = holder !== 'map';
    for (const item of list) {
      if (!first) this.newLine(indent);
      first = false;
      this.write('- ');
      this.node(item, indent, 'list');
    }
  }

  /** Emitter.writeDoubleQuoted: broken behind the width at spaces and after escapes. */
  private quoted(text: string, indent: number): void {
    this.write('"');
    let run = '';
    let end = 0;
    for (const character of text) {
      const plain = character >= ' ' && character <= '~' && character !== '"' && character !== '\\';
      if (!plain) {
        this.write(run + escaped(character));
        run = '';
      }
      const last = character.length > 1 ? end + 1 : end;
      const inside = last > 0 && last < text.length - 1;
      if (inside && (character === ' ' || run === '') && this.column + run.length > width) {
        this.write(`${run}\\`);
        run = '';
        this.newLine(indent);
        if (text[plain ? end : last + 1] === ' ') this.write('\\');
      }
      if (plain) run += character;
      end += character.length;
    }
    this.write(`${run}"`);
  }

  private newLine(indent: number): void {
    this.parts.push('\n', ' '.repeat(indent));
    this.column = indent;
  }

  private write(text: string): void {
    this.parts.push(text);
    this.column += text.length;
  }
}

function scalar(value: Value): string {
  if (value instanceof Float) return doubleText(value.value);
  return toJson(value);
}
