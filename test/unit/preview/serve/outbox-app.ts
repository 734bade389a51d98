import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import { putInOutbox } from '../../../../src/post/outbox.ts';
import { createOutbox } from '../../../../src/preview/sending/outbox.ts';
import type { Workspace } from '../../../../src/workspace/workspace.ts';
import { workspaceAt } from '../../../../src/workspace/workspace.ts';
import { hostileMails, outboxName, rawMail } from '../../../support/hostile-mails.ts';
import { useTempFolder } from '../../../support/make-temp-folder.ts';
import { createMemorySession } from '../../../support/preview-session.ts';
import { address, createAppOver, picture } from './preview-app.ts';

/** The app over an outbox: a letter of Galley's own, the hostile mails, and what is no mail. */
export interface OutboxApp {
  readonly workspace: () => Workspace;
  /** The name of the letter. */
  readonly own: () => string;
  readonly ask: (path: string) => Promise<Response>;
  /** Asks for what must be there. */
  readonly readJson: <Value>(path: string) => Promise<Value>;
}

/** One outbox for the tests of a file. */
export function useOutboxApp(): OutboxApp {
  const folder = useTempFolder();
  const workspace = () => workspaceAt(folder());
  let own = '';
  beforeAll(async () => {
    own = await fillOutbox(workspace());
  });
  const ask: OutboxApp['ask'] = async (path) => {
    const app = createAppOver(createMemorySession([]), { outbox: createOutbox(workspace()) });
    return app.request(address + path);
  };
  return {
    workspace,
    own: () => own,
    ask,
    async readJson<Value>(path: string) {
      const response = await ask(path);
      expect([path, response.status]).toEqual([path, 200]);
      return (await response.json()) as Value;
    },
  };
}

/** As it stands in the outbox. */
export const letter = rawMail(
  'From: Letter <letter@example.com>',
  'To: =?utf-8?Q?Ad=C3=A4?= <ada@example.com>',
  'Subject: A =?utf-8?Q?gr=C3=BCner?= letter',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=m',
  '',
  '--m',
  'Content-Type: multipart/alternative; boundary=a',
  '',
  '--a',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Gr=C3=BC=C3=9Fe, and a line that goes =',
  'on.',
  '--a',
  'Content-Type: multipart/related; boundary=r',
  '',
  '--r',
  'Content-Type: text/html; charset=iso-8859-1',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(
    '<!doctype html><html><head><style>@media (prefers-color-scheme:dark){p{color:red}}</style></head><body><p>Gr\xfc\xdfe</p><img src="cid:pic%201&amp;2@x"><img src=\'https://a.example/b.png\'><div style="background:url( cid:none )"></div>',
    'latin1',
  ).toString('base64'),
  '--r',
  'Content-Type: image/png; name="pic.png"',
  'Content-ID: <pic 1&2@x>',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(picture).toString('base64'),
  '--r--',
  '--a--',
  '--m',
  'Content-Type: application/pdf',
  'Content-Disposition: attachment; filename="../../a \\"b\\".pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('%PDF-1').toString('base64'),
  '--m--',
);

// --- internal ---

async function fillOutbox(workspace: Workspace): Promise<string> {
  const date = new Date('2026-11-22T22:00:00.000Z');
  const message = Buffer.from(letter, 'latin1');
  const file = await putInOutbox(workspace, { slug: 'own', to: 'ada@example.com', date, message });
  const outbox = join(workspace.outDir, 'outbox');
  for (const [index, mail] of hostileMails.entries()) {
    await writeFile(join(outbox, outboxName(mail.slug, index)), mail.message, 'latin1');
  }
  await writeFile(join(workspace.root, 'secret.txt'), 'a secret');
  await writeFile(join(outbox, 'notes.txt'), 'a secret');
  await mkdir(join(outbox, outboxName('folder')));
  await symlink(join(workspace.root, 'secret.txt'), join(outbox, outboxName('link')));
  return file.split('/').at(-1) ?? '';
}
