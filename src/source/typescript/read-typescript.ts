import type { Bundle } from './bundle.ts';
import { placeComplaints, tooDeep } from '../complaints.ts';
import { createSource } from '../create-source.ts';
import { loadBundle } from './load-bundle.ts';
import { type RunResult, runModule } from './run-module.ts';
import { type FailedPromise, complaintOfRun } from './run-complaint.ts';
import { isImportError } from './import-error.ts';
import type { PlacedProblem, ReadOptions, ReadResult } from '../source.ts';
import { type Stretch, placeOf, startOfFile, toProblem } from '../stretch.ts';
import { specifierNear, traceError } from './trace-error.ts';
import { watchPromises } from './watch-promises.ts';

/**
 * Reads the text of a `.ts` file: bundles it with its local imports, runs the bundle, and takes its
 * default export.
 */
export async function readTypeScript(
  file: string,
  text: string,
  { modules, cache, timeoutMs = DEFAULT_TIMEOUT_MS }: ReadOptions,
): Promise<ReadResult> {
  const deepest = findDeepBracket(text);
  if (deepest !== null) {
    const complaint = { ...tooDeep(), start: deepest, end: deepest + 1 };
    return { ok: false, files: [file], problems: placeComplaints(file, text, [complaint]) };
  }
  const loaded = await loadBundle(file, text, { modules: Object.keys(modules), cache });
  if (!loaded.ok) return loaded;
  const { bundle } = loaded;
  const files = [...bundle.texts.keys()];

  // A name that no source map but the bundle's own can claim.
  const name = `${file}.bundle`;
  const { result: run, made } = watchPromises(() =>
    runModule({ code: bundle.code, name, file, modules, timeoutMs }),
  );
  const value = run.outcome === 'value' ? run.value : null;
  const findRoot = async () => {
    return (await import('./locate-typescript.ts')).findDefaultExport(file, bundle);
  };
  const source = createSource({ file, text, value, files, findRoot });
  const failures = (await made.failures()).map((error) => ({ outcome: 'failed', error }) as const);
  const problems: PlacedProblem[] = [];
  for (const ended of [...failures, run]) {
    const complaint = complaintOfRun(ended, { bundle, modules, timeoutMs });
    if (complaint === null) continue;
    const stretch = await findCause(ended, bundle, { file, name });
    const place =
      stretch === null ? await source.locate({ path: complaint.path ?? [] }) : placeOf(stretch);
    problems.push({ problem: toProblem(complaint), place });
  }
  return problems.length === 0
    ? { ok: true, source, warnings: bundle.warnings }
    : { ok: false, files, problems };
}

// --- internal ---

const DEFAULT_TIMEOUT_MS = 10_000;

/** esbuild's process overflows its stack, and ends, at some hundred times as many. */
const MAX_BRACKETS = 10_000;

/** Where brackets are open beyond any measure, those in texts and comments counted too. */
function findDeepBracket(text: string): number | null {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '(' || character === '[' || character === '{') open += 1;
    else if (character === ')' || character === ']' || character === '}') open -= 1;
    if (open > MAX_BRACKETS) return at;
  }
  return null;
}

/** What to underline when a file gave no value; null when it is the default export. */
async function findCause(
  run: RunResult | FailedPromise,
  bundle: Bundle,
  { file, name }: { readonly file: string; readonly name: string },
): Promise<Stretch | null> {
  const start = startOfFile(file, bundle.texts.get(file) ?? '');
  switch (run.outcome) {
    case 'value':
    case 'unfit':
    case 'promise':
      return null;
    case 'no-default-export':
      return (await import('./find-data.ts')).findData(start);
    case 'timeout':
      return (await import('./find-loop.ts')).findLoop(bundle.texts) ?? start;
    case 'failed':
    case 'thrown': {
      const { error } = run;
      const traced = traceError(error, bundle, { file, name });
      const at =
        traced ?? (await import('./find-throw.ts')).findThrow(bundle.texts, error) ?? start;
      return isImportError(error) ? specifierNear(at, error.specifier) : at;
    }
  }
}
