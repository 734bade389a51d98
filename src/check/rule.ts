import type { RuleCode } from '../diagnostics/codes.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';
import type { LinkAnswer } from './link-answer.ts';

export type { Finding } from './finding.ts';

/** What rules are grouped by, in the order of the documentation. */
export const ruleGroups = [
  'Inbox',
  'Words',
  'Links',
  'Sponsor',
  "Reader's access",
  'Clients',
  'Message',
  'Issue against issue',
] as const;

export type RuleGroup = (typeof ruleGroups)[number];

/** A rule: a small file that looks at one thing an author would regret having sent. */
export interface Rule {
  /** Also the code of what it finds; what it says in a sentence stands in `ruleCodes`. */
  readonly name: RuleCode;
  readonly group: RuleGroup;
  /** How much it counts where the config doesn't say otherwise. */
  readonly severity: Severity;
  readonly about: RuleAbout;
  /** True for a rule that needs `context.answers()`: it runs only with `--links`. */
  readonly fetches?: boolean;
  /** Looks at one issue and changes nothing. */
  readonly check: (context: CheckContext) => readonly Finding[] | Promise<readonly Finding[]>;
}

/** What the documentation says of a rule, beside its sentence; the examples are run as tests. */
export interface RuleAbout {
  /** Why it matters, and what is left out; Markdown, a paragraph or two. */
  readonly why: string;
  readonly silent: Example;
  readonly firing: Example;
}

/** What an author would have written. Each is YAML; what it leaves out is completed for the test. */
export interface Example {
  /**
   * Top-level keys of an issue, or sections (`- kind: …`) that stand between an intro and a sign-off
   * if they have none themselves.
   */
  readonly issue?: string;
  /** Keys of the config. */
  readonly config?: string;
  /** Templates of the workspace's own, by their path in `templates/default/`. */
  readonly templates?: Readonly<Record<string, string>>;
  /** Pictures beside the issue, by their name. */
  readonly pictures?: Readonly<Record<string, ExamplePicture>>;
  /** Earlier issues, the newest last, in the same form. */
  readonly earlier?: readonly string[];
  /** What `--links` got to see of each address; those not named answer with 200. */
  readonly answers?: Readonly<Record<string, LinkAnswer>>;
}

/** A PNG of a size in pixels; of some hundred bytes if nothing is said. */
export interface ExamplePicture {
  readonly width: number;
  readonly height: number;
  readonly bytes?: number;
}
