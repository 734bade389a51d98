import type { CommandModule } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { diagnosticJson } from '../../diagnostics/format.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import type { BuildResult } from '../../press/build-issues.ts';
import { buildIssues } from '../../press/build-issues.ts';
import { findWorkspace } from '../../workspace/workspace.ts';
import { createProgress } from '../progress.ts';
import { countDiagnostics, createPalette, reportDiagnostics } from '../report.ts';

/** `galley build [SLUG…]`: renders issues to `out/`. */
export const define: CommandModule['define'] = (command, { io, workspaceDir, exitWith }) => {
  command
    .argument('[slugs...]', 'the issues to build; all of them if left out')
    .option('--force', 'build also what has not changed')
    .option('--json', 'print the results as JSON')
    .addHelpText(
      'after',
      `
Writes out/<slug>/email.html, email.txt, email.eml and the images. What has not changed is left
alone; a broken issue keeps its last good output and does not stop the others. What is wrong with
the config or the theme goes to stderr; galley check --format json has it for scripts.

Examples:
  galley build                   build every issue that changed
  galley build 2026-10 2026-11   build two issues
  galley build --force           build everything again
  galley build --json | jq       the results for a script`,
    )
    .action(async (slugs, options) => {
      const workspace = await findWorkspace(io.cwd, workspaceDir());
      const palette = createPalette(io.env, io.stderr);
      const progress = createProgress(io.stderr, io.env);
      const result = await buildIssues(workspace, {
        slugs,
        force: options.force === true,
        clock: io.clock,
        signal: io.signal,
        onIssue: async (issue, done, total) => {
          progress.clear();
          if (options.json !== true) io.stdout.write(`${formatResult(issue)}\n`);
          await reportDiagnostics(issue.diagnostics, workspace.root, io.stderr, palette);
          progress.show(done, total);
        },
      });
      progress.clear();
      if (result.issues.length === 0 && result.diagnostics.length === 0 && !io.signal.aborted) {
        io.stderr.write('There is no issue in issues/ yet: galley new writes one.\n');
      }
      await reportDiagnostics(result.diagnostics, workspace.root, io.stderr, palette);
      if (options.json === true) io.stdout.write(`${toJson(result.issues)}\n`);
      const all = [...result.diagnostics, ...result.issues.flatMap((issue) => issue.diagnostics)];
      if (all.length > 0) io.stderr.write(`${countDiagnostics(all)}\n`);
      if (result.failure !== null) throw result.failure;
      if (io.signal.aborted) exitWith(exitCodes.interrupted);
      else if (hasErrors(all)) exitWith(exitCodes.contentErrors);
    });
};

// --- internal ---

function formatResult(result: BuildResult): string {
  const { slug, status, words, minutes, htmlBytes, ms } = result;
  const start = `${slug.padEnd(14)} ${status.padEnd(9)}`;
  const time = `${group(Math.round(ms))} ms`.padStart(9);
  if (status === 'failed') {
    const { diagnostics } = result;
    // Without one, the reason is told once, at the end of the command.
    return `${start} ${diagnostics.length === 0 ? 'see below' : countDiagnostics(diagnostics)}`;
  }
  const size = `${(htmlBytes / 1024).toFixed(1)} KB`;
  return [
    start,
    `${group(words)} words`.padStart(12),
    `${minutes} min`.padStart(7),
    size.padStart(9),
    time,
  ].join(' ');
}

/** 1,234: without Intl, whose first use would take longer than the build of a small issue. */
function group(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

function toJson(results: readonly BuildResult[]): string {
  const rows = results.map(({ diagnostics, ms, ...result }) => ({
    ...result,
    ms: Math.round(ms * 10) / 10,
    diagnostics: diagnostics.map(diagnosticJson),
  }));
  return JSON.stringify(rows, null, 2);
}
