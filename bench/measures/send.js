import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode, takeTurns } from '../measuring.js';
import { galleyBin, repository } from '../paths.js';
import { createWorkspace, slugOf } from '../workspace.js';

/**
 * `galley send` from the start of the process to its end, the message rendered and accepted by a
 * server on loopback, beside bare nodemailer that sends a file of the same bytes.
 *
 * @param {import('../run.js').Bench} bench
 * @returns {Promise<import('../measuring.js').Row[]>}
 */
export async function measureSend({ folder, smoke }) {
  const { root } = await createWorkspace(join(folder, 'send'), 'yaml', 1);
  const slug = slugOf(1);
  const sink = spawn(process.execPath, [join(repository, 'bench', 'smtp-sink.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [port] = await once(sink.stdout.setEncoding('utf8'), 'data');
    const settings = `SMTP_HOST=127.0.0.1\nSMTP_PORT=${port.trim()}\nSMTP_TLS=none\n`;
    await appendFile(join(root, '.env'), settings);
    runNode([galleyBin, 'build'], root);
    const file = join(root, 'out', slug, 'email.eml');
    const nodemailer = join(repository, 'bench', 'nodemailer-send.js');
    const address = 'letter@example.com';
    const ms = await takeTurns(smoke ? 2 : 15, {
      galley: () => {
        const sent = runNode([galleyBin, 'send', slug, '--to', address, '--yes'], root);
        if (!sent.stdout.startsWith('accepted')) throw new Error(`Not sent:\n${sent.stdout}`);
        return sent.ms;
      },
      nodemailer: () => runNode([nodemailer, port.trim(), address, file], repository).ms,
    });
    const beside = { what: 'nodemailer', value: ms.nodemailer };
    return [{ what: 'one mail', value: ms.galley, unit: 'ms', beside, goal: 1.5 }];
  } finally {
    sink.kill();
  }
}
