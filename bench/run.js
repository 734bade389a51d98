// `npm run bench`: how fast and small Galley is beside what it is built on. See --help.
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './ensure-built.js';
import { loadEngine } from './load-engine.js';
import { measureBytes } from './measures/bytes.js';
import { measureCheck } from './measures/check.js';
import { measureDesk } from './measures/desk.js';
import { measureManyIssues } from './measures/many-issues.js';
import { measureMemory } from './measures/memory.js';
import { measurePreview } from './measures/preview.js';
import { measureRender } from './measures/render.js';
import { measureSend } from './measures/send.js';
import { measureWholeProcess } from './measures/whole-process.js';
import { repository } from './paths.js';
import { formatJson, formatReport } from './report.js';

/**
 * @typedef {object} Bench what every measure is given
 * @property {string} folder a temporary folder, removed at the end
 * @property {typeof import('./engine.js')} engine
 * @property {boolean} smoke few rounds: the figures only say that everything runs
 * @property {(text: string) => void} note
 */

const HELP = `Usage: npm run bench -- [--smoke] [--json]

Measures Galley beside MJML on the same letters, a monthly roundup of 1,500 words and 12 items, in
one run in which both take turns. What counts is the ratio of the medians: times of different runs
or machines say little. Goals are shown, met or not, and never fail the run.

  --smoke  few rounds and few issues, for CI
  --json   the figures for a script
`;

/** The small ones first: a process that has grown starts others more slowly. */
const MEASURES = [
  ['One changed issue, whole process', measureWholeProcess],
  ['Peak memory of one process', measureMemory],
  ['Size of one issue', measureBytes],
  ['From the command to an accepted mail, whole process', measureSend],
  ['From a save to its picture in the preview', measurePreview],
  ['One issue in a warm process', measureRender],
  ['Many issues in one process', measureManyIssues],
  ['Checking many issues', measureCheck],
  ['The desk, whole process', measureDesk],
];

const { values: options } = parseArgs({
  options: {
    smoke: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (options.help) process.stdout.write(HELP);
else await bench(options);

async function bench({ smoke, json }) {
  await ensureBuilt();
  const { version } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'));
  const processors = cpus();
  const machine = `${processors.length} × ${processors[0]?.model ?? 'unknown processor'}`;
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'galley-bench-')));
  const notes = [];
  const groups = [];
  try {
    const engine = await loadEngine();
    for (const [title, measure] of MEASURES) {
      process.stderr.write(`${title} …\n`);
      const rows = await measure({ folder, engine, smoke, note: (text) => notes.push(text) });
      groups.push({ title, rows });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const about = {
    galley: version,
    node: process.version,
    platform: process.platform,
    machine,
    smoke,
  };
  process.stdout.write(
    json
      ? `${formatJson({ ...about, notes }, groups)}\n`
      : [
          `Galley ${version} on Node ${process.version}, ${process.platform}, ${machine}`,
          ...(smoke ? ['A smoke run: too few rounds for the figures to mean anything.'] : []),
          '',
          formatReport(groups),
          ...notes.map((note) => `\n${note}`),
          '',
        ].join('\n'),
  );
}
