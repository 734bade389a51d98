import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Hono } from 'hono';
import type { Pace } from '../post/send-mail.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { explainReplaced } from './explain-replaced.ts';
import { findBundled } from './find-bundled.ts';
import { readBuilt } from './serve/changes.ts';
import { createApp } from './serve/create-app.ts';
import type { Listening } from './serve/listen.ts';
import { defaultPort, listen } from './serve/listen.ts';
import { readPageFiles } from './serve/page-files.ts';
import { createOutbox } from './sending/outbox.ts';
import { readLog } from './sending/read-log.ts';
import type { Sender } from './sending/sender.ts';
import { createSender } from './sending/sender.ts';
import type { SessionCheck } from './session/check-opened.ts';
import type { Session } from './session/session.ts';
import { createSession } from './session/session.ts';
import { watchAside } from './watch/watch-aside.ts';
import { watchWorkspace } from './watch/watch-workspace.ts';

export interface PreviewOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told of what went wrong without ending the preview. */
  readonly onError: (error: unknown) => void;
  /** Where the bundled page is; else beside this module's bundle. */
  readonly pageDir?: string | undefined;
  /** How time passes while mail is sent; as it really does if left out. */
  readonly pace?: Pace | undefined;
  /** The rules that look at opened issues; none if left out. */
  readonly check?: SessionCheck | undefined;
  /** True to watch in a thread of its own, which takes the bundle; else in this one. */
  readonly watchesAside?: boolean;
}

/** A workspace shown live. */
export interface Preview {
  /** Answers requests, also before it listens: then as if at port 4255. */
  readonly app: Hono;
  readonly session: Session;
  /** Resolves when every change from now on is seen. */
  readonly ready: Promise<void>;
  /** Listens at this port, else at the first free one; gives where that is, without a slash. */
  readonly listen: (port?: number) => Promise<{ readonly address: string; readonly port: number }>;
  /**
   * Begins no mail from now on. Resolves when the mail at hand is finished, with its send; null when
   * nothing is being sent.
   */
  readonly finishSending: Sender['finish'];
  /** Ends at once, also with open tabs, but for a mail at hand. */
  readonly close: () => Promise<void>;
}

/** Joins what is watched, what is rendered and what is served. */
export async function createPreview(
  workspace: Workspace,
  options: PreviewOptions,
): Promise<Preview> {
  const { env, pageDir = findBundled('page'), pace, check, watchesAside = false } = options;
  const onError = explainReplaced(options.onError);
  const page = await readPageFiles(pageDir);
  const session = createSession(workspace, { env, onError, check });
  const sender = createSender(workspace, { env, pace, onError });
  const onChange = (paths: readonly string[]) => {
    session
      .changed(paths)
      .then(() => sender.lookAgain())
      .catch(onError);
  };
  const watch = watchWorkspace(workspace.root, {
    onChange,
    onError,
    watch: watchesAside ? watchAside(findBundled('watch-thread.js')) : undefined,
  });
  let address = `http://127.0.0.1:${defaultPort}`;
  let listening: Listening | null = null;
  const app = createApp(session, {
    instance: randomUUID(),
    token: randomBytes(32).toString('base64url'),
    page,
    address: () => address,
    readBuilt: (slug) => readBuilt(workspace, slug),
    sender,
    outbox: createOutbox(workspace),
    readLog: (slug) => readLog(workspace, slug),
    onError,
  });
  const finishSending: Sender['finish'] = () => {
    const finishing = sender.finish();
    return (
      finishing &&
      finishing.then(async (send) => {
        // The end of the connections would overtake what the tabs are told.
        await setTimeout(untilTold);
        return send;
      })
    );
  };
  return {
    app,
    session,
    ready: watch.ready,
    async listen(port) {
      listening = await listen((request) => app.fetch(request), { port });
      address = `http://127.0.0.1:${listening.port}`;
      await watch.ready;
      return { address, port: listening.port };
    },
    finishSending,
    async close() {
      await finishSending();
      await listening?.close();
      await Promise.all([watch.close(), session.close()]);
    },
  };
}

// --- internal ---

/** Milliseconds. */
const untilTold = 100;
