import { beforeAll } from 'vitest';
import type { AppOptions } from '../../../../src/preview/serve/create-app.ts';
import { createApp } from '../../../../src/preview/serve/create-app.ts';
import type { Session } from '../../../../src/preview/session/session.ts';
import { makePng } from '../../../support/make-image.ts';
import { smallIssue } from '../../../support/plain-letter.ts';
import type { MemorySession } from '../../../support/preview-session.ts';
import { brokenIssue, createMemorySession, soundIssue } from '../../../support/preview-session.ts';
import { quietPost } from '../../../support/quiet-post.ts';

export const address = 'http://127.0.0.1:4255';
export const token = 'the-token';
export const picture = makePng(20, 10);

/** The app over a session of two issues: 2026-11, which has pictures and links, and 2026-12, which is broken. */
export interface PreviewApp {
  readonly session: () => MemorySession;
  /** The HTML of 2026-11 as it is built. */
  readonly html: () => string;
  readonly appWith: (options?: Partial<AppOptions>) => ReturnType<typeof createApp>;
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Asks with the token. */
  readonly post: (path: string, init?: RequestInit) => Promise<Response>;
}

/** One session for the tests of a file. */
export function usePreviewApp(): PreviewApp {
  let session: MemorySession | null = null;
  let html = '';
  beforeAll(async () => {
    const sound = await soundLetter();
    html = sound.print?.printed.html ?? '';
    session = createMemorySession([sound, brokenIssue('2026-12')]);
  });
  const opened = () => {
    if (session === null) throw new Error('The session is made before the tests.');
    return session;
  };
  const appWith = (options: Partial<AppOptions> = {}) => createAppOver(opened(), options);
  const ask: PreviewApp['ask'] = async (path, init = {}) => appWith().request(address + path, init);
  return {
    session: opened,
    html: () => html,
    appWith,
    ask,
    post: (path, init = {}) =>
      ask(path, { ...init, method: 'POST', headers: { 'x-galley-token': token } }),
  };
}

/** The app over any session. What is thrown fails the test. */
export function createAppOver(session: Session, options: Partial<AppOptions> = {}) {
  return createApp(session, {
    ...quietPost,
    instance: 'one',
    token,
    page: new Map([
      ['index.html', { type: 'text/html; charset=utf-8', bytes: encode('<!doctype html>page') }],
      ['app.js', { type: 'text/javascript; charset=utf-8', bytes: encode('app()') }],
    ]),
    address: () => address,
    readBuilt: () => Promise.resolve(null),
    onError: (error) => {
      throw error;
    },
    ...options,
  });
}

/** A directive of an answer's policy. */
export function policyOf({ headers }: Response, name: string): string | undefined {
  const directives = (headers.get('content-security-policy') ?? '').split('; ');
  return directives.find((directive) => directive.split(' ')[0] === name)?.slice(name.length + 1);
}

// --- internal ---

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text));
}

function soundLetter() {
  const [intro, signOff] = smallIssue.sections;
  const sections = [
    {
      ...intro,
      body: [
        '![Here](here.png) ![There](https://pictures.example/there.png)',
        '',
        '[one](https://a.example/) [two](https://a.example/) [three](https://b.example/)',
      ].join('\n'),
    },
    signOff,
  ] as typeof smallIssue.sections;
  return soundIssue(
    '2026-11',
    { ...smallIssue, sections },
    { imageBase: 'https://cdn.example/{slug}/' },
    { 'here.png': picture },
  );
}
