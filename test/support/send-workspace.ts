import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished } from 'vitest';
import type { SentEntry } from '../../src/post/sent-log.ts';
import { readSentLog } from '../../src/post/sent-log.ts';
import { workspaceAt } from '../../src/workspace/workspace.ts';
import { smallConfig, writeFiles } from './galley.ts';
import { makePng } from './make-image.ts';
import { useTempFolder } from './make-temp-folder.ts';
import type { SmtpServerOptions, TestSmtpServer } from './smtp-server.ts';
import { makeSmtpServer } from './smtp-server.ts';

/** The login of the server, whose password must turn up nowhere. */
export const pass = 'correct-horse:battery';
export const auth = { user: 'ada@example.com', pass };

/** What an issue and its config are in a test of sending. */
export interface SendFixture {
  /** More lines of the config, in YAML. */
  readonly config: string;
  readonly issue: string;
  /** What else must turn up nowhere. */
  readonly secrets?: readonly string[];
}

export interface SendWorkspace {
  /** The workspace's folder. */
  readonly root: () => string;
  /** Writes the server's settings where an author has them: in .env. */
  readonly configure: (
    server: { readonly port: number; readonly ca: string },
    changes?: { readonly password?: string; readonly more?: string },
  ) => Promise<void>;
  readonly log: () => readonly SentEntry[];
  /** No secret stands in these texts, nor in what Galley wrote. */
  readonly expectNoSecrets: (texts: readonly string[], others?: readonly string[]) => Promise<void>;
}

/**
 * A workspace with the issue `one` and its picture `a.png`. One for all tests of a file, whose theme
 * is compiled once; each test finds it as new.
 */
export function useSendWorkspace({ config, issue, secrets = [] }: SendFixture): SendWorkspace {
  const root = useTempFolder();
  beforeEach(async () => {
    const left = ['out', '.env', '.galley/sent.jsonl'].map((path) => join(root(), path));
    await Promise.all(left.map((path) => rm(path, { recursive: true, force: true })));
    await writeFiles(root(), {
      'newsletter.config.yaml': `${smallConfig}${config}`,
      'issues/one.yaml': issue,
      'issues/a.png': makePng(20, 10),
    });
  });
  return {
    root,
    configure: ({ port, ca }, { password = pass, more = '' } = {}) =>
      writeFiles(root(), {
        'ca.pem': ca,
        '.env': `SMTP_HOST=localhost
SMTP_PORT=${port}
SMTP_USER=${auth.user}
SMTP_PASS='${password}'
SMTP_CA=ca.pem
${more}`,
      }),
    log: () => readSentLog(workspaceAt(root())).entries,
    async expectNoSecrets(texts, others = []) {
      const written = await Promise.all(
        ['out', '.galley'].map((name) => readAll(join(root(), name))),
      );
      const all = [...texts, ...written].join('\n');
      for (const secret of [pass, ...secrets, ...others].flatMap(formsOf)) {
        expect(all).not.toContain(secret);
      }
    },
  };
}

/** The server that wants this login, for one test. */
export async function startServer(options: SmtpServerOptions = {}): Promise<TestSmtpServer> {
  const server = await makeSmtpServer({ auth, ...options });
  onTestFinished(() => server.close());
  return server;
}

// --- internal ---

/** The forms in which a password could stand anywhere. */
function formsOf(secret: string): readonly string[] {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const login = base64(`\0${auth.user}\0${secret}`);
  return [secret, encodeURIComponent(secret), base64(secret), login];
}

async function readAll(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  const read = files.map((file) => readFile(join(folder, file), 'latin1').catch(() => ''));
  return (await Promise.all(read)).join('\n');
}
