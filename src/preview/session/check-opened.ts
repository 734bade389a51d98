import { setImmediate } from 'node:timers/promises';
import type { CheckPrepared } from '../../check/create-checker.ts';
import { createChecker } from '../../check/create-checker.ts';
import type { Rule } from '../../check/rule.ts';
import { settleShared } from '../../check/settle-shared.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Settings } from '../../press/open-press.ts';
import type { Press } from '../../press/press.ts';
import type { IssueFile } from '../../workspace/list-issues.ts';
import type { HeldIssue } from './held-issue.ts';
import type { IssueShelf } from './issue-shelf.ts';
import type { Lane } from './lane.ts';
import { LaneClosedError } from './lane.ts';
import { keepPastIssues } from './past-issues.ts';

/** The rules that look at opened issues, and what they are told of time. */
export interface SessionCheck {
  readonly rules: readonly Rule[];
  /** YYYY-MM-DD. */
  readonly today: () => string;
  /** Milliseconds from any fixed moment. */
  readonly clock: () => number;
}

/** Lets the rules look at opened issues, one issue at a time, behind all that is drawn. */
export interface Checks {
  /** Says that issues, by their slugs, changed: others are held against them. */
  readonly outdate: (slugs: readonly string[]) => void;
  /** Says that there may be something to check. */
  readonly wake: () => void;
  /** Resolves when nothing is checked any more. */
  readonly close: () => Promise<void>;
}

export interface ChecksOptions {
  readonly shelf: Pick<IssueShelf, 'get' | 'put' | 'unchecked'>;
  /** Takes all that is to be told of an issue, called in the lane. */
  readonly take: (held: HeldIssue, diagnostics: readonly Diagnostic[]) => void;
  readonly settings: () => Settings | null;
  readonly issues: () => readonly IssueFile[];
  readonly run: Lane['run'];
  /** Told of rules that throw: the others still tell what they find. */
  readonly onError: (error: unknown) => void;
}

/** Makes it; without a check there is never anything to do. */
export function createChecks(check: SessionCheck | undefined, options: ChecksOptions): Checks {
  const { shelf, take, settings, issues, run, onError } = options;
  const past = keepPastIssues();
  let kept: KeptChecker | null = null;
  let checking: HeldIssue | null = null;
  let working: Promise<void> | null = null;
  let closed = false;
  return {
    outdate: past.outdate,
    wake() {
      if (check === undefined || closed || shelf.unchecked() === null) return;
      working ??= work(check)
        .catch((error: unknown) => {
          if (!(error instanceof LaneClosedError)) onError(error);
        })
        .finally(() => {
          working = null;
        });
    },
    async close() {
      closed = true;
      await working;
    },
  };

  async function work(how: SessionCheck): Promise<void> {
    for (;;) {
      await giveWay();
      const [held, found] = [shelf.unchecked(), settings()];
      if (held === null || found === null) return;
      // Whatever happens, it isn't tried again and again.
      shelf.put({ ...held, isChecked: true });
      const diagnostics = await checkHeld(how, found, held);
      await run(() => {
        const now = currentOf(held);
        if (now !== null) take(now, diagnostics);
        return Promise.resolve();
      });
    }
  }

  /** The same as `galley check SLUG` tells of the issue, config and theme. */
  async function checkHeld(
    how: SessionCheck,
    found: Settings,
    held: HeldIssue,
  ): Promise<readonly Diagnostic[]> {
    const { source, made, print } = held;
    if (made === null || print === null) return [];
    const check = checkerFor(how, found, made.press);
    checking = held;
    const { diagnostics, ofConfig } = await check(source.slug, made.prepared, print.printed);
    // One issue doesn't tell which comments in config and theme are of no use.
    const { workspace } = made.press;
    const shared = await settleShared(workspace, found.config.files, ofConfig, new Set());
    return [...diagnostics, ...shared];
  }

  /** What it has read of theme and mail programs serves until the theme or the day is another. */
  function checkerFor(how: SessionCheck, found: Settings, made: Press): CheckPrepared {
    const today = how.today();
    if (kept?.found === found && kept.made === made && kept.today === today) return kept.check;
    // The press is kept when the config changes in nothing but what is said of the rules.
    const press = { ...made, publication: found.publication };
    const archive = () => past.read(found, issues(), checking?.source.slug ?? '');
    const options = { rules: how.rules.map(giveWayIn), archive, today, clock: how.clock };
    kept = { found, made, today, check: createChecker(found, press, issues(), options) };
    return kept.check;
  }

  /** The rule, behind whatever was saved or asked for in the meantime. */
  function giveWayIn(rule: Rule): Rule {
    return {
      ...rule,
      async check(context) {
        await giveWay();
        if (checking === null || currentOf(checking) === null) return [];
        try {
          return await rule.check(context);
        } catch (error) {
          onError(error);
          return [];
        }
      },
    };
  }

  /** The issue as it is now; null when it was drawn again since, or is to be checked again. */
  function currentOf({ source, made }: HeldIssue): HeldIssue | null {
    const now = shelf.get(source.slug);
    return now !== null && now.made === made && now.isChecked ? now : null;
  }

  async function giveWay(): Promise<void> {
    await setImmediate();
    await run(() => Promise.resolve());
  }
}

// --- internal ---

/** A checker, and what it was made for. */
interface KeptChecker {
  readonly found: Settings;
  readonly made: Press;
  readonly today: string;
  readonly check: CheckPrepared;
}
