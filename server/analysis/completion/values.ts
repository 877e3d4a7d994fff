import type { Catalog } from '../../../core/catalog/catalog.ts';
import { cronWords } from '../../../core/schedule/words.ts';
import { meaningOf, operatorOf, surroundingsOf } from '../position/surroundings.ts';
import type { Typed } from '../position/typed.ts';
import { type Files, filesNamed, referencedFiles, workflowNames } from './files.ts';
import { headerValues, isHeaders } from './headers.ts';
import { quotedWhereNeeded } from './keys.ts';
import type { Offer } from './offer.ts';
import { pythonCallables } from './python.ts';
import { rubyCallables } from './ruby.ts';

/** The values that may stand behind a key, as far as they are few. */
export function valueOffers(catalog: Catalog, typed: Typed, files: Files | undefined, written: string): Offer[] {
  const { items, quote } = typed;
  const offers = offersOf(catalog, typed, files, written).filter(({ label }) => !items.includes(label));
  return quote === '' ? offers.map(quotedOffer) : offers;
}

function offersOf(catalog: Catalog, typed: Typed, files: Files | undefined, written: string): Offer[] {
  const { levels, keys, key } = typed;
  if (key === undefined) return [];
  const all = [...keys, key];
  if (isHeaders(catalog, levels)) return headerValues(key);
  const around = surroundingsOf(catalog, levels, all);
  if (key === 'timezone') return zones();
  if (key === '_after') return earlierSiblings(typed);
  if (key === '_error' || key === '_do') return [];
  if (key.startsWith('!include')) return files ? filesNamed(files, ['.dig', '.yml', '.yaml'], written) : [];
  if (around.kind === 'schedule' && key.endsWith('>')) return times(key.slice(0, -1));
  const operator = operatorOf(catalog, all);
  if (key.endsWith('>')) return commandOffers(catalog, all, files, written);
  const meaning = meaningOf(catalog, around, key);
  const named = files && around.kind === 'task' ? referencedFiles(operator, key, written, files) : [];
  if (meaning?.kind === 'parameter') {
    const { type, enum: values = [] } = meaning.parameter;
    const offers = [...values.map((one, index) => value(one, index)), ...(type.includes('boolean') ? booleans() : [])];
    return [...new Map([...offers, ...named].map((offer) => [offer.label, offer])).values()];
  }
  return meaning?.kind === 'option' && meaning.option.type.includes('boolean') ? booleans() : named;
}

/** What YAML would read as something else is put in quotes. */
function quotedOffer(offer: Offer): Offer {
  const quoted = quotedWhereNeeded(offer.label);
  return quoted === offer.label ? offer : { ...offer, plain: quoted };
}

function commandOffers(catalog: Catalog, keys: readonly string[], files: Files | undefined, written: string): Offer[] {
  const operator = operatorOf(catalog, keys);
  if (!operator) return [];
  if (operator.command.type.includes('boolean')) return booleans();
  if (!files) return [];
  if (operator.name === 'require') return workflowNames(files);
  if (operator.name === 'py') return pythonCallables(files, written);
  if (operator.name === 'rb') return rubyCallables(files);
  return referencedFiles(operator, 'command', written, files);
}

/** The tasks beside this one that stand above it: `_after` may name no others. */
function earlierSiblings({ levels }: Typed): Offer[] {
  const earlier = levels.at(-1)?.earlier ?? [];
  return earlier.filter((name) => name.startsWith('+')).map((name) => value(name));
}

/** Times of schedulers, the most common first. */
function times(scheduler: string): Offer[] {
  return (schedulerTimes[scheduler] ?? []).map((label, index): Offer => {
    const words = scheduler === 'cron' ? cronWords(label) : undefined;
    return { ...value(label, index), ...(words && { detail: words }) };
  });
}

const schedulerTimes: Readonly<Record<string, readonly string[]>> = {
  cron: ['0 7 * * *', '30 7 * * 1-5', '0 * * * *', '*/15 * * * *', '0 0 1 * *', '0 0 L * *', '0 9 * * 1'],
  daily: ['07:00:00', '00:00:00'],
  hourly: ['00:00', '30:00'],
  weekly: ['Mon,09:00:00', 'Sun,00:00:00'],
  monthly: ['1,09:00:00'],
  minutes_interval: ['5', '10', '15', '30'],
  seconds_interval: ['900'],
};

function zones(): Offer[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => value(zone));
}

function booleans(): Offer[] {
  return [value('true', 0), value('false', 1)];
}

function value(label: string, index?: number): Offer {
  return { label, kind: 'value', rank: index === undefined ? '1' : `1${String(index).padStart(2, '0')}` };
}
