import type { IssueFacts, IssueRow } from '../../src/preview/model.ts';
import type { OpenIssue, Session, SessionEvent } from '../../src/preview/session/session.ts';
import type { IssueInput } from '../../src/issue/schema.ts';
import { issueSchema } from '../../src/issue/schema.ts';
import type { PublicationInput } from '../../src/workspace/publication.ts';
import { plainConfig } from './plain-letter.ts';
import type { WorkspaceFiles } from './print-issue.ts';
import { printIssueOf } from './print-issue.ts';

/** A session in memory: what it has is given to it, and a test tells what happens. */
export interface MemorySession extends Session {
  readonly tell: (event: SessionEvent) => void;
  /** How many listen. */
  readonly listeners: () => number;
  /** Every slug that was asked for. */
  readonly opened: readonly string[];
}

/** Makes a session of opened issues. */
export function createMemorySession(issues: readonly OpenIssue[]): MemorySession {
  const listeners = new Set<Parameters<Session['subscribe']>[0]>();
  const opened: string[] = [];
  const known = new Map(issues.map((issue) => [issue.row.slug, issue]));
  return {
    state: () =>
      Promise.resolve({
        publication: 'Test Letter',
        language: 'en',
        issues: [...known.values()].map(({ row }) => row),
        diagnostics: [],
      }),
    open: (slug) => {
      opened.push(slug);
      return Promise.resolve(known.get(slug) ?? null);
    },
    traced: () => Promise.resolve(null),
    changed: () => Promise.resolve(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => Promise.resolve(),
    tell: (event) => {
      for (const listener of [...listeners]) listener(event);
    },
    listeners: () => listeners.size,
    opened,
  };
}

/** An issue that was never without errors. */
export function brokenIssue(slug: string): OpenIssue {
  return { row: rowOf(slug, null), diagnostics: [], print: null };
}

/** An issue, given as data, as the press prints it; `files` are its pictures. */
export async function soundIssue(
  slug: string,
  input: IssueInput,
  config: Partial<PublicationInput> = {},
  files: WorkspaceFiles = {},
): Promise<OpenIssue> {
  const printed = await printIssueOf(input, config, files);
  const issue = issueSchema.parse(input);
  const { number, date, subject } = issue;
  const { words, minutes } = printed;
  const status = 'draft';
  const facts = { number, date, subject, status, words, minutes, encodedBytes: 0 } as const;
  const { from } = { ...plainConfig, ...config };
  const inbox = { sender: from.name, address: from.address, subject, preheader: '', date };
  return {
    row: rowOf(slug, facts),
    diagnostics: [],
    print: { facts, stale: false, issue, printed, inbox },
  };
}

// --- internal ---

function rowOf(slug: string, facts: IssueFacts | null): IssueRow {
  return { slug, file: `issues/${slug}.yaml`, facts, errors: 0, warnings: 0, version: 1 };
}
