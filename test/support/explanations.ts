import { smallConfig, smallIssue } from './galley.ts';

/** What the README of the codes says of one. */
export interface Explanation {
  readonly code: string;
  /** In one line. */
  readonly prose: string;
  /** The files of the example by their paths, completed; empty where there is none. */
  readonly files: Readonly<Record<string, string>>;
}

/** Reads the sections of the README: `### code`, prose, and fenced files. */
export function readExplanations(readme: string): readonly Explanation[] {
  return readme
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [code = '', ...rest] = section.replace(/^## .*$/m, '').split('\n');
      const body = rest.join('\n');
      const prose = body.replace(FENCE, '').replace(/\s+/g, ' ').trim();
      const files = [...body.matchAll(FENCE)].map(([, , path = '', text = '']) => {
        return [path, complete(path, text)] as const;
      });
      return { code, prose, files: Object.fromEntries(files) };
    });
}

// --- internal ---

const FENCE = /^(`{3,})\w+ (.+)\n([^]*?)^\1$/gm;

/** Adds the keys that a YAML example leaves out, so that only what it shows is wrong with it. */
function complete(path: string, text: string): string {
  if (!path.endsWith('.yaml') || !/^\w+:/m.test(text)) return text;
  const sound = path.startsWith('issues/') ? smallIssue() : smallConfig;
  const fields = sound.split(/^(?=\w)/m);
  const left = fields.filter((field) => {
    return !new RegExp(`^${/^\w+:/.exec(field)?.[0] ?? ''}`, 'm').test(text);
  });
  return text + left.join('');
}
