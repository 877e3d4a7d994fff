// texts.js: what is written about operators, options and rules, apart from what a check must know of them. Checks never read it, so it is loaded
// when a hover, a completion or a report first does.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';

/** The keys of records whose values are words for a person. */
const keys = new Set(['docs', 'example', 'meaning', 'notes', 'summary']);
/** Characters; shorter ones are not worth an entry. */
const shortest = 30;

/** Moves texts of records into a bundle of their own: `plugin` for esbuild, and behind the builds `write`. */
export function laterTexts() {
  const texts = [];
  const plugin = {
    name: 'later-texts',
    setup(build) {
      build.onLoad({ filter: /core[\\/](catalog|rules)[\\/].*\.ts$/ }, async ({ path }) => {
        const { code } = await build.esbuild.transform(readFileSync(path, 'utf8'), { loader: 'ts', sourcefile: path });
        return { contents: withoutTexts(code, texts), loader: 'js' };
      });
      build.onResolve({ filter: /^later-texts$/ }, () => ({ path: 'texts', namespace: 'later-texts' }));
      build.onResolve({ filter: /^\.\/texts\.js$/ }, () => ({ path: './texts.js', external: true }));
      build.onLoad({ filter: /./, namespace: 'later-texts' }, () => ({
        contents: "let texts; export const laterText = (at) => (texts ??= require('./texts.js'))[at];",
      }));
    },
  };
  return {
    plugin,
    write: (outdir) => writeFileSync(join(outdir, 'texts.js'), `module.exports=${JSON.stringify(texts)};\n`),
  };
}

/** The module with its texts replaced by what reads them: `meaning: '…'` becomes `get meaning() { return laterText(1); }`. */
function withoutTexts(code, texts) {
  const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  const edits = [];
  for (const property of nodesOf(tree)) {
    if (property.type !== 'Property' || property.computed || property.method || !keys.has(property.key.name)) continue;
    const constants = constantsIn(property.value).filter(({ text }) => text.length >= shortest);
    if (constants.length === 0) continue;
    edits.push({ start: property.start, end: property.value.start, by: `get ${property.key.name}() { return ` });
    for (const { start, end, text } of constants) edits.push({ start, end, by: `laterText(${indexIn(texts, text)})` });
    edits.push({ start: property.value.end, end: property.value.end, by: '; }' });
  }
  if (edits.length === 0) return code;
  let [out, at] = ["import { laterText } from 'later-texts';\n", 0];
  for (const { start, end, by } of edits) {
    out += code.slice(at, start) + by;
    at = end;
  }
  return out + code.slice(at);
}

/** Texts that are written as such, also in parts joined by `+`; in the order of the file. */
function constantsIn(node) {
  const text = constant(node);
  if (text !== undefined) return [{ start: node.start, end: node.end, text }];
  return children(node).flatMap(constantsIn);
}

function constant(node) {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return undefined;
  const [left, right] = [constant(node.left), constant(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

function* nodesOf(node) {
  yield node;
  for (const child of children(node)) yield* nodesOf(child);
}

function children(node) {
  return Object.values(node)
    .flat()
    .filter((value) => typeof value?.type === 'string');
}

function indexIn(texts, text) {
  const known = texts.indexOf(text);
  return known >= 0 ? known : texts.push(text) - 1;
}
